"""Answers that were given for somebody elsewhere go back to them in a file."""
