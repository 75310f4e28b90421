"""Questionnaires on their way to people elsewhere, and their answers on the way back."""
