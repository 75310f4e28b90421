"""All charities with their assessments."""
