"""Speed and memory as ratios to the bare limit, measured in the same run on the same machine."""
