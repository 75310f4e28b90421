"""Plan: at most three actions now, who does each by when, and the rest parked."""
