"""Everything that leaves the program: by what somebody needs it for."""
