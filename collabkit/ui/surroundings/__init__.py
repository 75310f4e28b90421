"""What happens around the program while it is open: the folder goes, the disk takes nothing more.

It is told above every page, with an offer to save the work somewhere else.
"""
