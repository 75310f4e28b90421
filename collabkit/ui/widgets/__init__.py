"""What screens are built from.

Each kind of widget has a file of its own and is imported from there, so that opening the window
loads only what the first screen shows.
"""
