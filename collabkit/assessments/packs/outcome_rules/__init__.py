"""What each kind of outcome needs of a pack, so that all answers lead to something sensible."""
