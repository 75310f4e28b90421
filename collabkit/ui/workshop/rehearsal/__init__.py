"""Screens, clicker and a round with pretend people, tried before the day."""
