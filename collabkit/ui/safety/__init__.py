"""Safety copies: what is safe, going back to a copy, and a copy on a memory stick."""
