"""What erasing would take away, what follows from it and what stays, in sentences.

What is told when it is done stands in ``erasing_done_words``.
"""

from collections.abc import Sequence

from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.services.erasing_pictures import Withdrawal
from collabkit.services.held_copies import HeldCopy
from collabkit.services.named import neutral_word
from collabkit.services.same_name import OtherSheet
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


def still_first_named(name: str, texts: int) -> tuple[str, ...]:
    """Return that the first word of a name stands somewhere by itself; nothing in no texts."""
    if not texts:
        return ()
    return (
        ngettext(
            "“{name}” by itself still stands in {number} text. If that is the same person, take it "
            "out too, under “A name in notes and plans”.",
            "“{name}” by itself still stands in {number} texts. If that is the same person, take "
            "it out too, under “A name in notes and plans”.",
            texts,
        ).format(name=name, number=in_words(texts)),
    )


def other_sheets(sheets: Sequence[OtherSheet], name: str) -> tuple[str, ...]:
    """Return that there are other sheets under a name, and that these stay."""
    if not sheets:
        return ()
    return (
        ngettext(
            "There is also a sheet under the name “{name}” in {titles}. It stays until you erase "
            "it there.",
            "There are also sheets under the name “{name}” in {titles}. They stay until you erase "
            "them there.",
            len(sheets),
        ).format(
            name=name,
            titles=listed([f"“{title}”" for title in dict.fromkeys(s.title for s in sheets)]),
        ),
    )


def cautions_of_person(leaving: Withdrawal) -> tuple[str, ...]:
    """Return what follows for the others."""
    if not leaving.is_needed:
        return ()
    lines = [
        _(
            "The group's picture was shown with this person in it. Whoever holds that picture "
            "against one without the person would know what the person said. So answers of "
            "other people, chosen by lot, leave the picture together with this person's, and "
            "do not come back into it."
        )
    ]
    if leaving.after == 0:
        lines.append(
            _(
                "Too few people would be left, so this picture is not shown any more. If the group "
                "still needs its results, save them as a PDF first: what was saved or printed does "
                "not change."
            )
        )
    else:
        if leaving.after < leaving.before:
            lines.append(
                _(
                    "Of {before} statements, {after} still have a result afterwards. Save the "
                    "results as a PDF first if the group still needs them as they are."
                ).format(before=leaving.before, after=leaving.after)
            )
        lines.append(
            _(
                "Of {people} people who were in the picture with answers, about {staying} stay in "
                "it. Whose answers leave is drawn by lot when you erase, so it may be a few "
                "more or fewer."
            ).format(people=in_words(leaving.people), staying=in_words(leaving.staying))
        )
    lines.append(
        _(
            "What the others said is not erased: it stays saved on their sheets, and each of them "
            "can still ask for it."
        )
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


def cautions_of_copies(copies: Sequence[HeldCopy]) -> tuple[str, ...]:
    """Return what to think of where something that was put aside cannot be looked into."""
    if not any(copy.gone_by is None and not copy.is_read for copy in copies):
        return ()
    return (
        _(
            "Something that was put aside is locked or damaged, so nobody can look into it: it may "
            "hold this, and other things as well. Below it is listed with the safety copies. If "
            "these are erased, all of it goes for good."
        ),
    )


def out_of_reach() -> tuple[str, ...]:
    """Return what no program can erase from here."""
    return (
        _(
            "Files that left collabkit are not touched: sheets that people sent, reports, files "
            "for another laptop or for a network, safety copies on a stick, what was saved "
            "elsewhere when the disk was full, paper. Please delete these yourself. Whoever brings "
            "such a file in again brings back what is in it."
        ),
        _(
            "If other programs make backups of this computer, these may still hold it. And a disk "
            "or a memory stick may keep for a while what was deleted from it, where only somebody "
            "with special tools could find it."
        ),
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
