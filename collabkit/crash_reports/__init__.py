"""Reports of faults of ours: where in the program it was, and nothing that anybody wrote.

A person can read a report in the window before giving it to anyone; nothing is ever sent.
"""
