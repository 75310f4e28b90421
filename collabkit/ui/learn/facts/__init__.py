"""Facts that may be quoted."""
