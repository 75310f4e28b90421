"""A session is prepared: statements, people, time, the promise, and paper."""
