"""How far a piece of work is that takes a while."""

from collections.abc import Callable
from typing import TypeAlias

# How many of how many are done; called from the thread that does them.
Progress: TypeAlias = Callable[[int, int], None]
