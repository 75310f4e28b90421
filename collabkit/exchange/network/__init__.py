"""What groups send to their network, as files."""
