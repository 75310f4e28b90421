"""The stories of the two reports, to choose from and to read."""
