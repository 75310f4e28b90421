"""What erasing has searched, taken along and left, in sentences."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.paths import DATABASE_NAME
from collabkit.services.erasing_needles import PIECE
from collabkit.services.held_copies import HeldCopy
from collabkit.services.traces import Traces


def lines_of_proof(
    proof: Traces, gone: Sequence[HeldCopy], staying: Sequence[HeldCopy], *, is_sheet: bool
) -> tuple[str, ...]:
    """Return what was searched, and what came of it; ``gone`` are copies that went as well.

    ``staying`` are those that still hold it, or may, of which ``still_holding`` tells. ``is_sheet``
    tells that one sheet was erased: the name on it may stand elsewhere.
    """
    lines = [
        *_erased_with_it(gone),
        ngettext(
            "The {number} file in the data folder was searched.",
            "All {number} files in the data folder were searched.",
            proof.files,
        ).format(number=proof.files),
    ]
    if not proof.found and not proof.is_still_said:
        lines.append(_nothing_found(is_sheet=is_sheet, is_all=not staying))
    return tuple(lines)


def _nothing_found(*, is_sheet: bool, is_all: bool) -> str:
    if is_all:
        return (
            _("Nothing of this sheet was found in them.")
            if is_sheet
            else _("Nothing of what was looked for was found in them.")
        )
    return (
        _("Apart from what is named below, nothing of this sheet was found in them.")
        if is_sheet
        else _("Apart from what is named below, nothing that was looked for was found in them.")
    )


def details_of_proof(
    proof: Traces, texts: int, *, is_name: bool, is_locked: bool
) -> tuple[str, ...]:
    """Return how it was looked for; ``texts`` are samples of words."""
    lines = [*_looked_for(texts, is_name=is_name)]
    if proof.is_still_said:
        lines.append(
            _(
                "The same letters still stand in the folder: in a place where they were to stay, "
                "as the name on a sheet, or within other words. These were not counted as left "
                "over."
            )
        )
    if is_locked:
        lines.append(
            _(
                "As your data is locked with a passphrase, the database and its safety copies show "
                "no words to such a search. What was erased was taken out of the database before."
            )
        )
    return tuple(lines)


def still_holding(copies: Sequence[HeldCopy]) -> tuple[str, ...]:
    """Return which copies still hold it, and which may, as nobody can look into them."""
    known = [copy for copy in copies if copy.gone_by is not None and copy.is_read]
    aside = [copy for copy in copies if copy.gone_by is None and copy.is_read]
    unread = [copy for copy in copies if not copy.is_read]
    lines = []
    if known:
        lines.append(
            ngettext(
                "{number} safety copy still holds it.",
                "{number} safety copies still hold it.",
                len(known),
            ).format(number=capital(in_words(len(known))))
        )
    if aside:
        lines.append(_("What was put aside still holds it: {files}.").format(files=_names(aside)))
    if unread:
        lines.append(
            _(
                "Nobody can look into these, as they are locked or damaged, so they may still hold "
                "it: {files}."
            ).format(files=_names(unread))
        )
    return tuple(lines)


def remains_of_proof(proof: Traces) -> tuple[str, ...]:
    """Return what the search found, and what it could not look into."""
    lines = []
    own = [name for name in proof.found if _is_own(name)]
    if own:
        lines.append(
            _("Something was still found in: {files}. Please erase once more.").format(
                files=", ".join(own)
            )
        )
    if len(own) < len(proof.found):
        lines.append(
            _(
                "Something was still found in files that collabkit cannot change, or does not "
                "know: {files}. Please delete these by hand."
            ).format(files=", ".join(name for name in proof.found if name not in own))
        )
    if proof.unread:
        lines.append(
            _(
                "These could not be looked into, being locked, packed or damaged, so nobody knows "
                "what is in them: {files}. If you do not need them, please delete them by hand."
            ).format(files=", ".join(proof.unread))
        )
    return tuple(lines)


def stopped_before() -> str:
    """Say that erasing was stopped before anything of it was done."""
    return _(
        "collabkit was stopped just before it erased what you had decided. Nothing was erased. If "
        "it is still to go, please erase it again, under Privacy."
    )


def stopped_after() -> str:
    """Say that erasing was stopped in the middle, and done to the end now."""
    return _(
        "collabkit was stopped in the middle of erasing. It went on now: what was left of it in "
        "other files was looked for and erased, as you had decided."
    )


def stopped_unknown() -> str:
    """Say that erasing was stopped, and that nobody can tell what it was."""
    return _(
        "collabkit was stopped while it erased something, and what it had written down about it "
        "cannot be read. Please look under Privacy whether it is gone. Safety copies may still "
        "hold it."
    )


def stuck_file(path: Path) -> str:
    """Say that a file could not be deleted."""
    return _("“{path}” could not be deleted. Please delete it by hand.").format(path=path)


def stuck_log(path: Path, *, is_copied: bool) -> str:
    """Say that a file with past changes is still there; ``is_copied`` if a new copy is."""
    if not is_copied:
        return _(
            "“{path}”, a file with the record of past changes, still holds it. It goes as soon as "
            "the new safety copy is made."
        ).format(path=path)
    return _(
        "“{path}”, a file with the record of past changes, could not be deleted, so it still holds "
        "it. Please close collabkit and open it again, which tries once more. If the file is still "
        "there then, close collabkit and delete it by hand."
    ).format(path=path)


def stuck_copy(copy: HeldCopy) -> str:
    """Say that a safety copy, or something that was put aside, could not be deleted."""
    if copy.gone_by is None:
        return _(
            "“{path}”, which was put aside, could not be deleted, or not all of it, so it may "
            "still hold it. Please try again, or delete it by hand."
        ).format(path=copy.path)
    return _(
        "The safety copy “{path}” could not be deleted, so it still holds it. "
        "Please try again, or delete it by hand."
    ).format(path=copy.path)


def _erased_with_it(gone: Sequence[HeldCopy]) -> list[str]:
    copies = [copy for copy in gone if copy.gone_by is not None]
    aside = [copy for copy in gone if copy.gone_by is None]
    lines = []
    if copies:
        lines.append(
            ngettext(
                "{number} safety copy was erased with it.",
                "{number} safety copies were erased with it.",
                len(copies),
            ).format(number=capital(in_words(len(copies))))
        )
    if held := [copy for copy in aside if copy.is_read]:
        lines.append(
            _("It was also in what was put aside, and that was erased with it: {files}.").format(
                files=_names(held)
            )
        )
    if unread := [copy for copy in aside if not copy.is_read]:
        lines.append(
            _(
                "Nobody could look into what was put aside as {files}, as it was locked or "
                "damaged. It was erased with it, because it may have held it."
            ).format(files=_names(unread))
        )
    return lines


def _names(copies: Sequence[HeldCopy]) -> str:
    return ", ".join(f"{copy.path.parent.name}/{copy.path.name}" for copy in copies)


def _is_own(name: str) -> bool:
    """Tell whether a file in the data folder is the database or of the log: these must stay."""
    return name.startswith(DATABASE_NAME) or PurePath(name).parts[0] == "changes"


def _looked_for(texts: int, *, is_name: bool) -> tuple[str, ...]:
    if is_name:
        return (_("The name was looked for, in large and in small letters."),)
    if not texts:
        return (
            _("Each file was searched for the marks by which collabkit knows what was erased."),
        )
    return (
        ngettext(
            "Each file was searched for the marks by which collabkit knows what was erased, and "
            "for {number} piece of its text, {signs} letters long. Texts shorter than that, and "
            "the rest of longer ones, were not looked for by themselves.",
            "Each file was searched for the marks by which collabkit knows what was erased, and "
            "for {number} pieces of its text, each {signs} letters long. Texts shorter than that, "
            "and the rest of longer ones, were not looked for by themselves.",
            texts,
        ).format(number=texts, signs=PIECE),
    )
