"""The lock on everything that is kept: switched on, changed, off, and the question at the start."""
