"""Which screen shows what: the console on one, the room window on the other."""
