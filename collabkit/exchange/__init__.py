"""Answers that come in from files, and files that carry them elsewhere."""
