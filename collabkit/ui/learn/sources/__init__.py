"""Where the content comes from, and what is ours."""
