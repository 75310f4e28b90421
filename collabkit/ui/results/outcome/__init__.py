"""An outcome on screen: its parts drawn from the same blocks as paper and command line."""
