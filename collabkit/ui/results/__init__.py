"""Results: an honest picture, what it means, and what to do next."""
