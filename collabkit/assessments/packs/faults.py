"""What is wrong with a file that people write: every fault as a sentence.

A sentence names the file, the part of it and the key, and says what was expected there.
"""

from collections.abc import Mapping
from typing import Any, NoReturn

from collabkit.assessments.packs.places import Placed, called
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


def inside(where: str, *keys: str) -> str:
    """Return how faults call the table under ``keys``, one in the other, at ``where``."""
    for key in keys:
        where = _('{where}, "{key}"').format(where=where, key=key)
    return where


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
        self._placed: dict[str, tuple[Placed, str]] = {}

    @property
    def is_in_cells(self) -> bool:
        """True if the file is a spreadsheet, so that its own words are understood."""
        return bool(self._placed)

    def remember(self, where: str, table: Placed, row_name: str) -> None:
        """Remember in which row of a spreadsheet ``where`` stands, and what that row is called."""
        self._placed[where] = table, row_name

    def called(self, where: str, key: str) -> str:
        """Return how ``key`` at ``where`` is called in this kind of file."""
        return called(self._placed[where][0] if where in self._placed else None, key)

    def add(
        self,
        where: str,
        problem: str,
        key: str = "",
        table: Mapping[str, Any] | None = None,
        entry: int | None = None,
    ) -> None:
        """Note that ``problem`` was found at ``where``, such as ``item POW-3``.

        ``key`` is what it is about, if it is about one, and ``table`` the table that has it;
        ``entry`` counts from 0 if it is about one of a list.
        """
        if self.is_full:
            self._left_out += 1
        else:
            self._sentences.append(self.sentence(where, problem, key, table, entry))

    def sentence(
        self,
        where: str,
        problem: str,
        key: str = "",
        table: Mapping[str, Any] | None = None,
        entry: int | None = None,
    ) -> str:
        """Return in one line that ``problem`` was found at ``where``, with the cell if known."""
        placed, row_name = self._placed.get(where, (None, where))
        if isinstance(table, Placed):
            placed = table
        if placed is not None and (cell := placed.place_of(key, entry)):
            if not row_name:
                return _("{name}: {cell}: {problem}").format(
                    name=self.name, cell=cell, problem=problem
                )
            return _("{name}: {cell} ({where}): {problem}").format(
                name=self.name, cell=cell, where=shortened(row_name), problem=problem
            )
        return _("{name}: {where}: {problem}").format(
            name=self.name, where=shortened(where), problem=problem
        )

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
