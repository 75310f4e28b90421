"""What the charity will do: actions, their state, and the rules of a plan. Pure Python."""
