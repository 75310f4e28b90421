"""Privacy: for how long something is kept, what people are told, and erasing for good."""
