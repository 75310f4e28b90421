"""What erasing takes away, what follows from it and what it left, in sentences."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.paths import DATABASE_NAME
from collabkit.services.erasing_needles import PIECE
from collabkit.services.erasing_pictures import Withdrawal
from collabkit.services.held_copies import HeldCopy
from collabkit.services.named import neutral_word
from collabkit.services.traces import Traces
from collabkit.storage.bundles import WholeAssessment


def lines_of_person(
    *, answers: int, texts: int, came_from_elsewhere: bool, has_personal: bool
) -> tuple[str, ...]:
    """Return what goes with one person, in counts; nothing of what was said."""
    lines = [
        _("The sheet, and under which name it was filled in"),
        ngettext("{number} answer", "{number} answers", answers).format(number=answers),
    ]
    if texts:
        lines.append(ngettext("{number} note", "{number} notes", texts).format(number=texts))
    if came_from_elsewhere:
        lines.append(_("How and when the sheet came in from elsewhere"))
    if has_personal:
        lines.append(_("What was written there for the person's own eyes"))
    lines.append(_("All of it in the record of past changes too"))
    return tuple(lines)


def still_named(name: str, texts: int) -> tuple[str, ...]:
    """Return that the name of a sheet stands elsewhere, in so many ``texts``; nothing in none."""
    if not texts:
        return ()
    return (
        ngettext(
            "The name “{name}” still stands in {number} text that others wrote, such as an action. "
            "It stays there until you take it out, under “A name in notes and plans”.",
            "The name “{name}” still stands in {number} texts that others wrote, such as an "
            "action. It stays there until you take it out, under “A name in notes and plans”.",
            texts,
        ).format(name=name, number=in_words(texts)),
    )


def cautions_of_person(leaving: Withdrawal) -> tuple[str, ...]:
    """Return what follows for the others."""
    if not leaving.is_needed:
        return ()
    lines = [
        _(
            "The group's picture was shown with this person in it. Whoever holds that picture "
            "against one without the person would know what the person said. So answers of "
            "others, chosen by lot, leave the picture with them, and do not come back."
        )
    ]
    if leaving.after == 0:
        lines.append(
            _(
                "Too few people would be left, so this picture is not shown any more. Their "
                "answers stay saved. If the group still needs its results, save them as a PDF "
                "first: what was saved or printed does not change."
            )
        )
    elif leaving.after < leaving.before:
        lines.append(
            _(
                "Of {before} statements, {after} still have a result afterwards. Save the "
                "results as a PDF first if the group still needs them as they are."
            ).format(before=leaving.before, after=leaving.after)
        )
    else:
        lines.append(
            ngettext(
                "Answers of about {number} other person leave the picture. They stay saved.",
                "Answers of about {number} other people leave the picture. They stay saved.",
                leaving.others,
            ).format(number=in_words(leaving.others))
        )
    lines.append(_("From then on nothing is shown by roles here."))
    return tuple(lines)


def lines_of_wholes(
    wholes: Sequence[WholeAssessment],
    *,
    charities: int,
    sessions: int,
    networks: int,
    personal: int,
) -> tuple[str, ...]:
    """Return what goes with whole assessments, in counts."""
    counts = (
        (charities, _charities(charities)),
        (len(wholes), _assessments(len(wholes))),
        (sessions, _sessions(sessions)),
        (n := sum(len(w.participants) for w in wholes), _sheets(n)),
        (n := sum(r.answer is not None for w in wholes for r in w.responses), _answers(n)),
        (n := sum(len(w.plan.actions) for w in wholes), _actions(n)),
        (networks, _networks(networks)),
        (personal, _personal(personal)),
    )
    lines = [line for number, line in counts if number]
    return (*lines, _("All of it in the record of past changes too")) if lines else ()


def lines_of_name(texts: int) -> tuple[str, ...]:
    """Return what happens where a name is taken out of so many ``texts``."""
    return (
        ngettext(
            "In {number} text, “{word}” takes the place of the name",
            "In {number} texts, “{word}” takes the place of the name",
            texts,
        ).format(number=in_words(texts), word=neutral_word()),
        _("The name goes from the record of past changes too"),
    )


def cautions_of_wholes(is_charity: bool, put_away: int) -> tuple[str, ...]:
    """Return what to think of before; ``put_away`` assessments are in no file of a charity."""
    saved = (
        _(
            "This cannot be undone. If it may be needed again, first save everything of this "
            "charity in one file."
        )
        if is_charity
        else _("This cannot be undone. If it may be needed again, save it in a file first.")
    )
    if not is_charity or not put_away:
        return (saved,)
    left_out = ngettext(
        "That file leaves out {number} assessment that is put away. To have it there too, bring "
        "it back first.",
        "That file leaves out {number} assessments that are put away. To have them there too, "
        "bring them back first.",
        put_away,
    ).format(number=in_words(put_away))
    return (saved, left_out)


def out_of_reach() -> tuple[str, ...]:
    """Return what no program can erase from here."""
    return (
        _(
            "Files that left collabkit are not touched: sheets that people sent, reports, files "
            "for another laptop or for a network, paper. Please delete these yourself. Whoever "
            "brings such a file in again brings back what is in it."
        ),
        _(
            "Other backups of this computer may still hold the data folder, and a memory stick "
            "or SSD may keep deleted bytes for a while."
        ),
    )


def lines_of_proof(
    proof: Traces, copies: Sequence[HeldCopy], texts: int, *, is_name: bool, is_locked: bool
) -> tuple[str, ...]:
    """Return what was searched for what, and what came of it; ``texts`` are samples of words."""
    lines = [
        ngettext(
            "We searched {number} file of the data folder, byte by byte.",
            "We searched {number} files of the data folder, byte by byte.",
            proof.files,
        ).format(number=proof.files),
        *_looked_for(texts, is_name=is_name),
    ]
    if not proof.found:
        lines.append(_("Nothing of what was looked for was found in them."))
    if proof.is_still_said:
        lines.append(
            _(
                "The same letters still stand where they were to stay, or within other words. "
                "Spelled in that way, they were not counted."
            )
        )
    if is_locked:
        lines.append(
            _(
                "As your data is locked with a passphrase, the database and its safety copies show "
                "no words to such a search. What was erased was taken out of the database before."
            )
        )
    if copies:
        lines.append(
            ngettext(
                "{number} safety copy still holds it.",
                "{number} safety copies still hold it.",
                len(copies),
            ).format(number=in_words(len(copies)).capitalize())
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
                "Something was still found in files that collabkit does not write, or does not "
                "know any more: {files}. Please delete these by hand."
            ).format(files=", ".join(name for name in proof.found if name not in own))
        )
    if proof.unread:
        lines.append(
            _("These could not be read, so nobody knows what is in them: {files}.").format(
                files=", ".join(proof.unread)
            )
        )
    return tuple(lines)


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


def stuck_copy(path: Path) -> str:
    """Say that a safety copy could not be deleted."""
    return _(
        "The safety copy “{path}” could not be deleted, so it still holds it. "
        "Please try again, or delete it by hand."
    ).format(path=path)


def _is_own(name: str) -> bool:
    """Tell whether a file in the data folder is the database or of the log: these must stay."""
    return name.startswith(DATABASE_NAME) or PurePath(name).parts[0] == "changes"


def _looked_for(texts: int, *, is_name: bool) -> tuple[str, ...]:
    if is_name:
        return (_("The name was looked for, in large and in small letters."),)
    if not texts:
        return (_("The code numbers under which collabkit kept it were looked for."),)
    return (
        ngettext(
            "The code numbers under which collabkit kept it were looked for, and {number} sample "
            "of its text, {signs} letters long. Short texts and the rest were not.",
            "The code numbers under which collabkit kept it were looked for, and {number} samples "
            "of its text, each {signs} letters long. Short texts and the rest were not.",
            texts,
        ).format(number=texts, signs=PIECE),
    )


def _charities(number: int) -> str:
    return ngettext("{number} charity", "{number} charities", number).format(number=number)


def _assessments(number: int) -> str:
    return ngettext("{number} assessment", "{number} assessments", number).format(number=number)


def _sessions(number: int) -> str:
    words = ngettext("{number} session", "{number} sessions", number)
    return words.format(number=number)


def _sheets(number: int) -> str:
    return ngettext("{number} sheet", "{number} sheets", number).format(number=number)


def _answers(number: int) -> str:
    return ngettext("{number} answer", "{number} answers", number).format(number=number)


def _actions(number: int) -> str:
    return ngettext(
        "{number} action with its plan", "{number} actions with their plans", number
    ).format(number=number)


def _networks(number: int) -> str:
    return ngettext("{number} network", "{number} networks", number).format(number=number)


def _personal(number: int) -> str:
    return ngettext(
        "{number} page of words for somebody's own eyes",
        "{number} pages of words for people's own eyes",
        number,
    ).format(number=number)
