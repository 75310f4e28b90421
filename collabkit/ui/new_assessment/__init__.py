"""A short way to the first statement."""
