"""What is wrong with a file that people write: every fault as a sentence.

A sentence names the file, the part of it and the key, and says what was expected there.
"""

from typing import NoReturn

from collabkit.errors import InvalidInputError
from collabkit.i18n import _, ngettext

MOST_FAULTS = 200  # nobody reads more; the rest are counted only


class FaultyFileError(InvalidInputError):
    """A file cannot be used; ``faults`` holds a sentence for each reason."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        super().__init__(
            ngettext(
                "{name} cannot be used yet: {number} thing needs to be put right. "
                "Nothing was changed.",
                "{name} cannot be used yet: {number} things need to be put right. "
                "Nothing was changed.",
                len(faults),
            ).format(name=name, number=len(faults)),
            faults,
        )


class PackError(FaultyFileError):
    """A file cannot be used as a pack."""


def shortened(text: str, longest: int = 80) -> str:
    """Return ``text`` so that it fits into one line of a fault, without anything invisible."""
    visible = "".join(c if c.isprintable() else "�" for c in text[: longest + 1])
    return visible if len(visible) <= longest else visible[:longest] + "…"


class Faults:
    """Collects the faults of one file, so that all can be mended at once.

    ``name`` is the file's name; ``error`` is raised in the end.
    """

    def __init__(self, name: str, error: type[FaultyFileError] = PackError) -> None:
        self.name = name
        self._error = error
        self._sentences: list[str] = []
        self._left_out = 0

    def add(self, where: str, problem: str) -> None:
        """Note that ``problem`` was found at ``where``, such as ``item POW-3``."""
        if len(self._sentences) == MOST_FAULTS:
            self._left_out += 1
            return
        sentence = _("{name}: {where}: {problem}").format(
            name=self.name, where=shortened(where), problem=problem
        )
        self._sentences.append(sentence)

    @property
    def is_full(self) -> bool:
        """True if further faults are only counted, so that nobody need describe them."""
        return len(self._sentences) == MOST_FAULTS

    @property
    def sentences(self) -> tuple[str, ...]:
        """All faults in the order of the file, and how many were left out, if any."""
        if not self._left_out:
            return tuple(self._sentences)
        rest = ngettext(
            "{name}: and {number} further fault.",
            "{name}: and {number} further faults.",
            self._left_out,
        ).format(name=self.name, number=self._left_out)
        return (*self._sentences, rest)

    def refuse(self, where: str, problem: str) -> NoReturn:
        """Note a fault after which nothing else can be read, and raise the error."""
        self.add(where, problem)
        raise self._error(self.name, self.sentences)

    def stop_if_any(self) -> None:
        """Raise the error if anything was found."""
        if self._sentences:
            raise self._error(self.name, self.sentences)
