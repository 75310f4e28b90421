"""Where a person finds what to do next."""
