"""What a group or network wants, in counts, and who could help whom (OPP)."""

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Ideas,
    Paragraph,
    Part,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.columns.counts import (
    PERCENT_FROM,
    Counted,
    Mark,
    percent,
)
from collabkit.assessments.outcomes.columns.matching import Match
from collabkit.assessments.outcomes.columns.rule import Columns
from collabkit.assessments.outcomes.columns.words import answer_name, area_idea, plain_entry
from collabkit.assessments.pack import ActionKind
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext

_MOST_IDEAS = 3


def most_wanted(answered: Answered, outcome: Columns) -> Part:
    """Return what is wanted most, and the first steps that suit most."""
    title = _("What is wanted most")
    if not outcome.counted:
        nothing = _("There are not enough answers yet to say what is wanted most.")
        return Part("first", title, (Paragraph(nothing, Tone.LEAD),))
    top = outcome.counted[0]
    if not top.wanted:
        nothing = _("Nobody has marked an area as a quick win or a long-term aim.")
        return Part("first", title, (Paragraph(nothing, Tone.LEAD),))
    wanted = ngettext(
        "Wanted most is “{area}”: {wanted} of {n} would like it, {soon} as a quick win.",
        "Wanted most is “{area}”: {wanted} of {n} would like it, {soon} as a quick win.",
        top.wanted,
    ).format(
        area=answered.pack.item(top.item_id).statement,
        wanted=in_words(top.wanted),
        n=in_words(top.n),
        soon=in_words(top.soon),
    )
    quick = [area for area in outcome.counted if area.mark is Mark.QUICK_WIN][:_MOST_IDEAS]
    lead = (
        _("These are quick wins for most. One of them is a good start.")
        if quick
        else _("No area is a quick win for most. A first step in what is wanted most:")
    )
    ideas = tuple(area_idea(answered, area.item_id, _kind(area)) for area in quick or [top])
    return Part("first", title, (Paragraph(wanted, Tone.LEAD), Paragraph(lead), Ideas(ideas)))


def counts(answered: Answered, outcome: Columns) -> list[Part]:
    """Return every area that may be shown with its counts, and the names of the others."""
    blocks: list[Block] = []
    if outcome.counted:
        blocks.append(_table(answered, outcome))
    if outcome.open:
        number = len(outcome.open)
        words = ngettext(
            "{number} area is not shown, because fewer than {minimum} have answered it.",
            "{number} areas are not shown, because fewer than {minimum} have answered them.",
            number,
        ).format(number=number, minimum=in_words(answered.minimum))
        entries = tuple(plain_entry(answered, area) for area in outcome.open)
        blocks += [
            Paragraph(words, Tone.QUIET),
            Fold(_("Areas with too few answers"), entries),
        ]
    return [Part("counts", _("All areas"), tuple(blocks))] if blocks else []


def who_could_help_whom(answered: Answered, outcome: Columns) -> list[Part]:
    """Return the matches between organisations that let their names be passed on."""
    if len(answered.parties) < 2 or "matching" not in answered.pack.outcome.settings:
        return []
    found = outcome.matching
    title = _("Who could help whom")
    blocks: list[Block] = []
    if found.matches:
        blocks.append(Entries(tuple(_match_entry(answered, match) for match in found.matches)))
    else:
        blocks.append(Paragraph(_("So far no offer meets a need among those who may be named.")))
    if found.unmatched:
        entries = tuple(
            Entry(
                (_("{name} can offer: {area}") if left.is_offer else _("{name} needs: {area}"))
                .format(name=left.name, area=answered.pack.item(left.item_id).statement)
            )
            for left in found.unmatched
        )  # fmt: skip
        blocks.append(Fold(_("Offers and needs without a match"), entries))
    return [Part("matches", title, tuple(blocks))]


def mark_name(mark: Mark) -> str:
    """Return what most say of an area, as a label."""
    return {
        Mark.COMMON: _("Already common"),
        Mark.QUICK_WIN: _("Quick win for most"),
        Mark.WANTED: _("Wanted by most"),
    }[mark]


def _kind(area: Counted) -> ActionKind:
    return ActionKind.QUICK_WIN if area.soon >= area.later else ActionKind.LONGER_TERM


def _table(answered: Answered, outcome: Columns) -> Table:
    settings = answered.pack.outcome.settings
    names = [answer_name(answered, settings[k]) for k in ("soon", "later", "not_wanted", "done")]
    rows = tuple(
        (
            answered.pack.item(area.item_id).statement,
            _wanted(area),
            *(_share(part, area.n) for part in (area.soon, area.later, area.not_wanted, area.done)),
            str(area.dont_know),
            mark_name(area.mark) if area.mark else "",
        )
        for area in outcome.counted
    )
    caption = _(
        "How many gave each answer, the most wanted area first. “Wanted” is {soon} or {later}."
    )
    if any(area.n >= PERCENT_FROM for area in outcome.counted):
        caption = _(
            "How many gave each answer, with the share where there are 20 or more; the most wanted "
            "area first. “Wanted” is {soon} or {later}."
        )
    return Table(
        caption.format(soon=names[0].lower(), later=names[1].lower()),
        (_("Area"), _("Wanted"), *names, _("Don't know"), _("Mark")),
        rows,
        numbers=(1, 2, 3, 4, 5, 6),
    )


def _wanted(area: Counted) -> str:
    share = percent(area.wanted, area.n)
    if share is None:
        return _("{wanted} of {n}").format(wanted=area.wanted, n=area.n)
    return _("{wanted} of {n} ({share}%)").format(wanted=area.wanted, n=area.n, share=share)


def _share(part: int, n: int) -> str:
    share = percent(part, n)
    if share is None:
        return str(part)
    return _("{part} ({share}%)").format(part=part, share=share)


def _match_entry(answered: Answered, match: Match) -> Entry:
    notes = [
        *([_("They could help each other.")] if match.two_way else []),
        *([_("Both see it as a quick win.")] if match.both_soon else []),
    ]
    return Entry(
        title=_("{giver} can offer it to {taker}").format(giver=match.giver, taker=match.taker),
        text=answered.pack.item(match.item_id).statement,
        note=" ".join(notes),
    )
