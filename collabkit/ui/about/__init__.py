"""What the program is, where its content comes from, and what it stands on."""
