"""Areas sorted into columns, with offers and needs."""
