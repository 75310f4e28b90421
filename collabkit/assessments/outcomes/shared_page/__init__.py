"""One page that two sides share."""
