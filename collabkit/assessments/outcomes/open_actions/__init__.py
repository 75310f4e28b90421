"""Open actions by date."""
