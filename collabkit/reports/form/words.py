"""What a form says before it asks: how long it takes, who sees what, how to give it back.

It must be true on paper too, where no program helps, and for whoever reads it without knowing
collabkit.
"""

from math import ceil

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.reports.form.sheet import Sheet

# Where a sheet is one person's view among others. In all other outcomes it is what somebody stands
# for by name, and nothing of it is hidden.
_ONE_AMONG_OTHERS = {
    OutcomeKind.PROFILE,
    OutcomeKind.MIRROR,
    OutcomeKind.RANKING,
    OutcomeKind.COLUMNS,
}


def is_confidential(sheet: Sheet) -> bool:
    """Tell whether nobody is shown what a single sheet says."""
    return sheet.minimum > OWN_ASSESSMENT and sheet.pack.outcome.kind in _ONE_AMONG_OTHERS


def whose(sheet: Sheet) -> tuple[str, ...]:
    """Return whose questionnaire it is, and who speaks about whom, a line each."""
    lines = [" · ".join(filter(None, (sheet.charity, sheet.title)))]
    if sheet.party:
        lines.append(_("For {organisation}").format(organisation=sheet.party))
    if sheet.about and sheet.about != sheet.party:
        lines.append(_("About {organisation}").format(organisation=sheet.about))
    elif sheet.about:
        lines.append(_("About itself"))
    return tuple(lines)


def how_long(sheet: Sheet, statements: int) -> str:
    """Return how long it takes, in proportion where not everything is asked."""
    pack = sheet.pack
    minutes = ceil(pack.minutes_full * statements / max(1, len(pack.statements)))
    if pack.minutes_short is not None and set(pack.core_ids) == set(sheet.asked):
        minutes = pack.minutes_short
    return ngettext(
        "About {minutes} minute, for {statements}.",
        "About {minutes} minutes, for {statements}.",
        minutes,
    ).format(
        minutes=in_words(minutes),
        statements=ngettext("{number} statement", "{number} statements", statements).format(
            number=in_words(statements)
        ),
    )


def how_to_answer(*, may_not_know: bool) -> tuple[str, ...]:
    """Return how to fill it in, a paragraph each; ``may_not_know`` if that can be ticked."""
    how = _(
        "On a screen, click on a box or into a frame. On paper, use a pen. Tick one box for each "
        "statement."
    )
    if may_not_know:
        return how, _(
            "“Don't know” is an honest answer. Whatever you would rather not answer may stay empty."
        )
    return how, _("Whatever you cannot or would rather not answer may stay empty.")


def how_to_give_back() -> tuple[str, ...]:
    """Return how the answers get back, a paragraph each."""
    return (
        _(
            "On a screen: save this file, and send it back to whoever gave it to you. Please do "
            "not print it to a new PDF, because answers cannot be read out of one."
        ),
        _("On paper: hand all sheets back to whoever gave them to you."),
    )


def who_sees(sheet: Sheet) -> tuple[str, ...]:
    """Return what happens with the answers, a paragraph each."""
    lines = [_("collabkit is a program that keeps answers on one computer and sends them nowhere.")]
    if not is_confidential(sheet):
        lines.append(
            _(
                "This sheet is not anonymous. Whoever works with the results sees what it says, "
                "and for whom."
            )
        )
        return (*lines, *_code(sheet))
    if sheet.is_open:
        lines.append(
            _(
                "So few people answer here that others can often guess who said what. Everybody "
                "has agreed to that beforehand. Anonymity is not possible."
            )
        )
    lines += [_shown_from(sheet), _name_and_reader()]
    lines.append(
        _(
            "What you write in your own words may be shown to others as it stands, without your "
            "name. Please name nobody."
        )
    )
    return (*lines, *_code(sheet))


def _shown_from(sheet: Sheet) -> str:
    settings = sheet.pack.outcome.settings
    minimum = in_words(sheet.minimum)
    if sheet.party and "organisations" in settings:
        return _(
            "Results are shown once {minimum} people have answered, and those of your organisation "
            "once {minimum} of its people have. Nothing is shown about one person."
        ).format(minimum=minimum)
    if sheet.party and ("network" in settings or "matching" in settings):
        return _(
            "Results are shown once {minimum} organisations have answered. None is named in them "
            "unless it has agreed to be."
        ).format(minimum=minimum)
    return _(
        "Results are shown once {minimum} people have answered, and about all of them together, "
        "never about one person."
    ).format(minimum=minimum)


def _name_and_reader() -> str:
    return _(
        "You need not give your name. But whoever brings the answers together could open this "
        "file, or look at your sheets, and read them."
    )


def _code(sheet: Sheet) -> tuple[str, ...]:
    if not sheet.sheet:
        return ()
    words = _(
        "This copy has the code {code}, so that it is not counted twice. Whoever gave it to you "
        "may know that you have this one."
    )
    return (words.format(code=sheet.sheet),)
