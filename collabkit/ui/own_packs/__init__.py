"""All questionnaires: looked through, copied, checked, added, taken away."""
