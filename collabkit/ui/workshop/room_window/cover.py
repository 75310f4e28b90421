"""What can lie over the picture for a while."""

from enum import StrEnum


class Cover(StrEnum):
    """Nothing, one colour, or a calm page with the name of the session alone."""

    NONE = "none"
    BLACK = "black"
    WHITE = "white"
    HIDDEN = "hidden"
