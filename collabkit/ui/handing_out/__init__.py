"""Sheets for people elsewhere: how many of each kind, and what to write to them."""
