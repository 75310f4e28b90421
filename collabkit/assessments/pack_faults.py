"""What is wrong with a pack: every fault as a sentence that says where and what was expected."""

from collabkit.errors import InvalidInputError
from collabkit.i18n import _, ngettext

MOST_FAULTS = 200  # a pack with more is not a pack; the rest are counted only


class PackError(InvalidInputError):
    """A file cannot be used as a pack; ``faults`` holds a sentence for each reason."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        super().__init__(
            ngettext(
                "{name} cannot be used as a questionnaire yet: {number} thing needs to be put "
                "right. Nothing was changed.",
                "{name} cannot be used as a questionnaire yet: {number} things need to be put "
                "right. Nothing was changed.",
                len(faults),
            ).format(name=name, number=len(faults)),
            faults,
        )


class Faults:
    """Collects the faults of one file, so that all can be mended at once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._sentences: list[str] = []
        self._left_out = 0

    def __bool__(self) -> bool:
        return bool(self._sentences)

    def add(self, where: str, problem: str) -> None:
        """Note that ``problem`` was found at ``where``, such as ``item POW-3``."""
        if len(self._sentences) == MOST_FAULTS:
            self._left_out += 1
            return
        self._sentences.append(
            _("{name}: {where}: {problem}").format(name=self.name, where=where, problem=problem)
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

    def stop_if_any(self) -> None:
        """Raise ``PackError`` if anything was found."""
        if self._sentences:
            raise PackError(self.name, self.sentences)
