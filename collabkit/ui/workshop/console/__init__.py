"""The console: the facilitator's screen while the room looks at the room window."""
