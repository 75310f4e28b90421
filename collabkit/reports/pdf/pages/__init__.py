"""One module for each part of a plan: from its description to blocks and tags."""
