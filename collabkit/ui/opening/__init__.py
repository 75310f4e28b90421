"""What is shown while the data is being opened, and when that cannot be done."""
