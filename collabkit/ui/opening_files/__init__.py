"""One door for every file that somebody sent."""
