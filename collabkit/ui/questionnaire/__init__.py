"""The questionnaire: one statement a page, answered alone."""
