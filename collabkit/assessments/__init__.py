"""From a pack to answers, tallies, results, findings and suggestions. Pure Python."""
