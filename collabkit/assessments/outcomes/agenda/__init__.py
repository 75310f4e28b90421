"""An hour for a board."""
