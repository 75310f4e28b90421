"""collabkit: look honestly at how a charity works with others, and leave with a plan."""

__version__ = "0.1.0"
