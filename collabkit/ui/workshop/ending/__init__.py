"""The end of a session: the map, what to act on, the actions, and adopting them."""
