"""One file for a whole assessment or a whole charity, to move to another laptop or to keep."""
