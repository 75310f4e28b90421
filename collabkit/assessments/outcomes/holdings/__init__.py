"""Who holds what in a relationship."""
