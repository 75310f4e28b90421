"""What the answers add up to, beyond means and findings: one module for each kind of outcome."""
