"""Sessions on the way from one computer to another, in one file each."""
