"""How partners see a charity beside how it sees itself."""
