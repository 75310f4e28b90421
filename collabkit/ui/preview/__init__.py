"""The plan on paper: looked at, saved and printed."""
