"""Looking at what groups sent, before anything of it is taken.

Of each file only the text is kept that would be taken, and of all files together only so much:
files come from strangers, and many large ones must not take the memory of the whole computer.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from pathlib import Path

from collabkit.assessments.packs.text import read_file
from collabkit.dates import month
from collabkit.errors import (
    CollabkitError,
    DataRefusedError,
    EnvironmentProblemError,
    InvalidInputError,
)
from collabkit.exchange.network.group_file import ENDING, MOST_BYTES, GroupFile, read_group_file
from collabkit.exchange.network.group_text import group_text
from collabkit.i18n import _, ngettext
from collabkit.network.group import Group
from collabkit.network.picture import Wordings
from collabkit.network.soundness import Fitting

MOST_FILES = 2_000  # that are looked at in one go; ordinary ones have 2 to 25 kilobytes
MOST_KEPT = 64_000_000  # bytes of memory for what is kept of all of them


class FileState(StrEnum):
    """What would become of a file."""

    NEW = "new"
    REPLACES = "replaces"  # what the same group sent before
    SAME = "same"  # is here already, word for word
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One file: its ``name``, what would become of it, and in a sentence why or what it is.

    ``key`` is that of its group, ``made`` the month in which that made the file; both are empty if
    it could not be read. ``text`` is what would be kept of it, if it is taken.
    """

    name: str
    state: FileState
    told: str
    key: str = field(default="", repr=False)
    made: date | None = None
    text: str = field(default="", repr=False)

    @property
    def is_accepted(self) -> bool:
        """Whether it is taken when everything is."""
        return self.state in (FileState.NEW, FileState.REPLACES)


def group_files_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of groups that lie in a folder, by name, without those in folders there.

    Raises ``EnvironmentProblemError`` if the folder cannot be opened, and ``InvalidInputError`` if
    there are more files in it than can be looked at in one go.
    """
    try:
        found = (path for path in folder.iterdir() if path.name.casefold().endswith(ENDING))
        paths = list(islice(found, MOST_FILES + 1))
    except OSError as error:
        raise EnvironmentProblemError(
            _("The folder “{name}” could not be opened. Please check that it is there.").format(
                name=folder.name
            )
        ) from error
    _check_not_too_many(paths)
    return tuple(sorted(paths, key=lambda path: path.name))


def look_at(
    paths: Sequence[Path],
    wordings: Wordings,
    kept: Callable[[str], str | None] = lambda _key: None,
) -> tuple[LookedAt, ...]:
    """Return what would become of each file, in the order of ``paths``; nothing is changed.

    ``kept`` returns by the key of a group what it sent before, if it did. Raises
    ``InvalidInputError`` for more than ``MOST_FILES``. Once ``MOST_KEPT`` is reached, the files
    that are left are not read, and told to be chosen anew.
    """
    _check_not_too_many(paths)
    found = list(_read_all(paths, wordings))
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, file in enumerate(found):
        if file.key:
            by_key[file.key].append(place)
    for places in by_key.values():
        if len(places) > 1:
            for place, file in zip(places, _latest([found[p] for p in places]), strict=True):
                found[place] = file
    return tuple(_beside(file, kept) if file.is_accepted else file for file in found)


def _check_not_too_many(paths: Sequence[Path]) -> None:
    if len(paths) > MOST_FILES:
        raise InvalidInputError(
            _(
                "These are more than {most} files. Nothing was changed. Please choose at most "
                "{most} in one go."
            ).format(most=f"{MOST_FILES:,}")
        )


def _read_all(paths: Sequence[Path], wordings: Wordings) -> Iterator[LookedAt]:
    fittings: dict[tuple[str, str], Fitting | None] = {}
    left = MOST_KEPT
    for path in paths:
        if left > 0:
            file = _read(path, wordings, fittings)
            left -= sys.getsizeof(file.text)
            yield file
        else:
            yield LookedAt(
                path.name,
                FileState.REFUSED,
                _(
                    "The other files are as much as can be looked at in one go. Nothing of this "
                    "one was taken. Please choose it once more, without those."
                ),
            )


def _read(
    path: Path, wordings: Wordings, fittings: dict[tuple[str, str], Fitting | None]
) -> LookedAt:
    try:
        group = read_group_file(read_file(path, MOST_BYTES))
        _check_fits(group, wordings, fittings)
        text = _text_of(group)
    except CollabkitError as error:
        return LookedAt(path.name, FileState.REFUSED, str(error))
    unknown = sum(fittings[one.pack_id, one.digest] is None for one in group.answers)
    told = _told(group, unknown)
    return LookedAt(path.name, FileState.NEW, told, group.key, group.made, text)


def _text_of(group: Group) -> str:
    """Return what would be kept; it may be longer than the file, and must be readable again."""
    text = group_text(group)
    if len(text.encode()) > MOST_BYTES:
        raise GroupFile().refused(_("it is far larger than it can be"))
    return text


def _check_fits(
    group: Group, wordings: Wordings, fittings: dict[tuple[str, str], Fitting | None]
) -> None:
    for answers in group.answers:
        wording = answers.pack_id, answers.digest
        if wording not in fittings:
            pack = wordings.find(*wording)
            fittings[wording] = Fitting(pack) if pack else None
        fitting = fittings[wording]
        if fitting and not fitting.fits(answers):
            raise DataRefusedError(
                _(
                    "This group's file does not fit its questionnaire “{name}”. Nothing was "
                    "changed. Please ask the group to save it and send it once more."
                ).format(name=answers.pack_id)
            )


def _told(group: Group, unknown: int) -> str:
    number = len(group.answers)
    sentence = ngettext(
        "{number} questionnaire, made in {month}.",
        "{number} questionnaires, made in {month}.",
        number,
    ).format(number=number, month=month(group.made))
    if not unknown:
        return sentence
    further = ngettext(
        "{number} has a wording that this computer does not know; it is kept apart.",
        "{number} have wordings that this computer does not know; they are kept apart.",
        unknown,
    ).format(number=unknown)
    return f"{sentence} {further}"


def _latest(files: Sequence[LookedAt]) -> Iterator[LookedAt]:
    """Yield the files of one group anew: only the latest of them is taken."""
    latest = max(file.made for file in files if file.made)
    newest = {file.text for file in files if file.made == latest}
    taken = False
    for file in files:
        if file.made != latest:
            yield _refused(file, _("Another of these files is a newer one of the same group."))
        elif len(newest) > 1:
            yield _refused(
                file,
                _(
                    "Another of these files is of the same group and month, and differs. Please "
                    "take only the one that was sent last."
                ),
            )
        elif taken:
            yield _is_here(file, _("Another of these files is the very same."))
        else:
            taken = True
            yield file


def _beside(file: LookedAt, kept: Callable[[str], str | None]) -> LookedAt:
    """Return a file as it stands to what the same group sent before."""
    before = kept(file.key)
    if before is None:
        return file
    if before == file.text:
        return _is_here(file, _("It is here already."))
    made = read_group_file(before.encode(), is_proven=True).made
    if file.made is None or made > file.made:
        return _refused(file, _("What is here of this group is newer."))
    told = _("Replaces what the same group sent, made in {month}. {what}").format(
        month=month(made), what=file.told
    )
    return replace(file, state=FileState.REPLACES, told=told)


def _is_here(file: LookedAt, told: str) -> LookedAt:
    return replace(file, state=FileState.SAME, told=told, text="")


def _refused(file: LookedAt, why: str) -> LookedAt:
    return replace(file, state=FileState.REFUSED, told=why, text="")
