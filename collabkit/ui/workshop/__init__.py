"""Sessions in the room: the list of them, and what comes before the day."""
