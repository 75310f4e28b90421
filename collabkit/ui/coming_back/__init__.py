"""Sheets that came back: looked at first, then all of them taken in or none."""
