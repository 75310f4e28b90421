"""A second start finds the window that is open, hands it the files it was given, and ends.

A courtesy and nothing more: the lock on the data folder decides who may write. If the first window
does not answer, the second says what it always said.
"""
