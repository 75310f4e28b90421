"""A partnership as each organisation in it sees it."""
