"""Where a person says how the program should look and behave, and finds their data."""
