"""One sheet of paper, keyed in by whoever has it in hand."""
