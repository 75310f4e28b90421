"""Results and plans as JSON, for other programs; ``resources/schemas`` says what each key means."""
