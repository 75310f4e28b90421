"""One statement of a questionnaire, to be read."""
