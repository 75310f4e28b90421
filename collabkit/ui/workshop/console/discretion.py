"""What may be read on the facilitator's screen: less where the room may be reading along."""

from dataclasses import dataclass


@dataclass(slots=True)
class Discretion:
    """``is_shared`` where the projector may show this screen, ``is_peeking`` to see it anyway."""

    is_shared: bool = False
    is_peeking: bool = False

    @property
    def is_for_eyes(self) -> bool:
        """Whether what is for the facilitator alone may be shown."""
        return not self.is_shared or self.is_peeking

    def words(self, sentence: str, for_the_room: str) -> str:
        """Return what may be read here: how many came by each way is not for the room."""
        return sentence if self.is_for_eyes else for_the_room
