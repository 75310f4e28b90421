"""Everything of an assessment or a charity comes in from another laptop."""
