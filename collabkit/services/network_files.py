"""Looking at what groups sent, before anything of it is taken."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from collabkit.assessments.packs.text import read_file
from collabkit.dates import month
from collabkit.errors import CollabkitError, DataRefusedError
from collabkit.exchange.network.group_file import MOST_BYTES, read_group_file
from collabkit.exchange.network.group_text import group_text
from collabkit.i18n import _, ngettext
from collabkit.network.group import Group
from collabkit.network.picture import Wordings
from collabkit.network.soundness import Fitting


class FileState(StrEnum):
    """What would become of a file."""

    NEW = "new"
    REPLACES = "replaces"  # what the same group sent before
    SAME = "same"  # is here already, word for word
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One file: its ``name``, what would become of it, and in a sentence why or what it is.

    ``text`` is what would be kept of it.
    """

    name: str
    state: FileState
    told: str
    group: Group | None = field(default=None, repr=False)
    text: str = field(default="", repr=False)

    @property
    def is_accepted(self) -> bool:
        """Whether it is taken when everything is."""
        return self.state in (FileState.NEW, FileState.REPLACES)


def look_at(
    paths: Sequence[Path],
    wordings: Wordings,
    kept: Callable[[str], str | None] = lambda _key: None,
) -> tuple[LookedAt, ...]:
    """Return what would become of each file, in the order of ``paths``; nothing is changed.

    ``kept`` returns by the key of a group what it sent before, if it did.
    """
    fittings: dict[tuple[str, str], Fitting | None] = {}
    found = [_read(path, wordings, fittings) for path in paths]
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, file in enumerate(found):
        if file.group:
            by_key[file.group.key].append(place)
    for places in by_key.values():
        if len(places) > 1:
            for place, file in zip(places, _latest(places, found), strict=True):
                found[place] = file
    return tuple(_beside(file, kept) if file.is_accepted else file for file in found)


def _read(
    path: Path, wordings: Wordings, fittings: dict[tuple[str, str], Fitting | None]
) -> LookedAt:
    try:
        group = read_group_file(read_file(path, MOST_BYTES))
        _check_fits(group, wordings, fittings)
    except CollabkitError as error:
        return LookedAt(path.name, FileState.REFUSED, str(error))
    unknown = sum(fittings[one.pack_id, one.digest] is None for one in group.answers)
    return LookedAt(path.name, FileState.NEW, _told(group, unknown), group, group_text(group))


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


def _latest(places: Sequence[int], found: Sequence[LookedAt]) -> Iterator[LookedAt]:
    """Yield the files of one group anew: only the latest of them is taken."""
    files = [found[place] for place in places]
    latest = max(file.group.made for file in files if file.group)
    newest = {file.text for file in files if file.group and file.group.made == latest}
    taken = False
    for file in files:
        made = file.group.made if file.group else latest
        if made < latest:
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
            told = _("Another of these files is the very same.")
            yield replace(file, state=FileState.SAME, told=told)
        else:
            taken = True
            yield file


def _beside(file: LookedAt, kept: Callable[[str], str | None]) -> LookedAt:
    """Return a file as it stands to what the same group sent before."""
    before = kept(file.group.key) if file.group else None
    if before is None or file.group is None:
        return file
    if before == file.text:
        return replace(file, state=FileState.SAME, told=_("It is here already."))
    made = read_group_file(before.encode(), is_proven=True).made
    if made > file.group.made:
        return _refused(file, _("What is here of this group is newer."))
    told = _("Replaces what the same group sent, made in {month}. {what}").format(
        month=month(made), what=file.told
    )
    return replace(file, state=FileState.REPLACES, told=told)


def _refused(file: LookedAt, why: str) -> LookedAt:
    return replace(file, state=FileState.REFUSED, told=why)
