"""What was put away and can be brought back. No Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PutAway:
    """A record that can be brought back, such as a charity; ``about`` says when it was put away."""

    record_id: str
    name: str
    about: str
    is_sample: bool = False
    is_charity: bool = False
