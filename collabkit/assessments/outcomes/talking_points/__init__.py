"""From-to pairs: which older habits are worth a talk."""
