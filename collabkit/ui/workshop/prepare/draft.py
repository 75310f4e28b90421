"""What was typed about a session, also where it cannot be kept yet."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from collabkit.errors import InvalidInputError
from collabkit.room.preparation import Preparation

Keep = Callable[[Preparation], None]


class Draft:
    """A preparation, field by field: each is kept as soon as it fits to what is kept already.

    ``kept`` is on the disk. What does not fit, such as an empty title, waits in ``pending`` with a
    sentence in ``faults``, so that the other fields can go on and nothing typed is lost; what
    waited before can be handed in again.
    """

    def __init__(self, kept: Preparation, pending: Mapping[str, Any] | None = None) -> None:
        self.kept = kept
        self.pending: dict[str, Any] = dict(pending or {})
        self.faults: dict[str, str] = {}

    @property
    def shown(self) -> Preparation:
        """The preparation as a person has typed and chosen it."""
        return replace(self.kept, **self.pending)

    def take(self, name: str, value: object, keep: Keep) -> None:
        """Take a field and hand what fits to ``keep``, which raises for what does not.

        ``InvalidInputError`` becomes a fault of the field; anything else is raised, and the field
        stays in hand.
        """
        self.pending[name] = value
        self.settle(keep)

    def settle(self, keep: Keep) -> None:
        """Hand in what is pending: all of it, or else whatever fits by itself."""
        if not self.pending or self._hand_in(self.pending, keep):
            self.faults = {}
            return
        while any(self._hand_in({name: self.pending[name]}, keep) for name in [*self.pending]):
            pass  # what is kept now may let another field fit
        self.faults = {name: self.faults[name] for name in self.pending}

    def _hand_in(self, fields: dict[str, Any], keep: Keep) -> bool:
        candidate = replace(self.kept, **fields)
        try:
            keep(candidate)
        except InvalidInputError as error:
            self.faults.update(dict.fromkeys(fields, str(error)))
            return False
        self.kept = candidate
        self.pending = {name: v for name, v in self.pending.items() if name not in fields}
        return True
