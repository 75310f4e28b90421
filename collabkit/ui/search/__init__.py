"""One search over everything there is to find."""
