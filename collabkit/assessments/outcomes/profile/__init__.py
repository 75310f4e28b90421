"""A profile, and what its pack asks for beyond means and findings."""
