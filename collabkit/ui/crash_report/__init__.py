"""Faults of ours: noticing them wherever they arise, and reading the reports of them."""
