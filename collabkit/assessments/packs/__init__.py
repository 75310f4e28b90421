"""From the file of a pack to a ``Pack``, or to a sentence for everything that is wrong with it."""
