"""A decision with gates and rules."""
