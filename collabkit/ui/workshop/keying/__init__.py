"""Whole sheets, keyed in as one batch and sealed."""
