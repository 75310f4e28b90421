"""Guidance by size, role and way of running, as pages to read."""
