"""The mirror told: where we think better of ourselves than partners do, and what we overlook."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Paragraph,
    Part,
    Place,
    Subheading,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.dots import dots_of
from collabkit.assessments.outcomes.mirror.actions import ideas_part
from collabkit.assessments.outcomes.mirror.rule import Look, Mirror
from collabkit.assessments.outcomes.mirror.words import (
    about_comments,
    lead_sentence,
    method,
    next_sentence,
    not_shown,
    own_view_named,
    statement_entry,
)
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext


def parts(answered: Answered, outcome: Mirror) -> tuple[Part, ...]:
    """Return the outcome in parts, in talking order; what is not there is left out."""
    found = [
        Part("answer", _("What your partners tell you"), tuple(_opening(answered, outcome))),
        _smaller_side(answered, outcome),
        _mirror(answered, outcome),
        ideas_part(answered, outcome),
        _answers(answered, outcome),
        _comments(answered, outcome),
        _hidden(answered, outcome),
        Part(
            "method",
            _("How this was worked out"),
            (Bullets(method(answered, outcome)),),
            Place.BEHIND,
        ),
    ]
    return tuple(part for part in found if part is not None)


def _opening(answered: Answered, outcome: Mirror) -> Iterator[Block]:
    yield Paragraph(lead_sentence(outcome), Tone.LEAD)
    yield Paragraph(next_sentence(answered, outcome))
    if any(one.own is not None for one in outcome.reflections):
        yield Paragraph(
            _(
                "Your answers and your partners' are on two different scales: the mirror opens a "
                "conversation and proves nothing."
            ),
            Tone.CARE,
        )
    facts = []
    if outcome.people:
        people = ngettext("{number} person", "{number} people", outcome.people)
        facts.append(Fact(_("Partners' answers"), people.format(number=in_words(outcome.people))))
    if outcome.has_own_view:
        facts.append(Fact(_("Your own view"), own_view_named(outcome)))
    if facts:
        yield Facts(tuple(facts))


def _smaller_side(answered: Answered, outcome: Mirror) -> Part | None:
    rows = tuple(
        (
            answered.pack.item(one.item_id).statement,
            str(shown(one.sides.smaller)),
            str(shown(one.sides.others)),
        )
        for one in outcome.reflections
        if one.sides is not None
    )
    if not rows:
        return None
    why = answered.pack.outcome.settings["role"].get("text")
    return Part(
        "smaller",
        _("The smaller side first"),
        (
            *([Paragraph(why)] if why else []),
            Table(
                _("Means of both sides, where enough people of each answered"),
                (_("Statement"), _("Smaller side"), _("Other partners")),
                rows,
                numbers=(1, 2),
            ),
        ),
    )


def _mirror(answered: Answered, outcome: Mirror) -> Part | None:
    blocks: list[Block] = []
    titles = (
        (Look.BLIND_SPOT, _("Blind spots: you think better of yourselves than they do")),
        (Look.MUCH_THE_SAME, _("Much the same")),
        (Look.PARTNERS_ONLY, _("What partners say, without a view of your own")),
        (Look.HIDDEN_STRENGTH, _("Hidden strengths: they think better of you than you do")),
    )
    for look, title in titles:
        entries = tuple(statement_entry(answered, outcome, one) for one in outcome.looking(look))
        if entries:
            blocks.append(Subheading(title))
            blocks.append(Entries(entries))
    if not blocks:
        return None
    has_own = any(one.own is not None for one in outcome.reflections)
    return Part("mirror", _("The mirror") if has_own else _("Your partners' view"), tuple(blocks))


def _answers(answered: Answered, outcome: Mirror) -> Part | None:
    if not outcome.reflections:
        return None
    return Part(
        "answers",
        _("How partners answered"),
        tuple(
            block
            for one in outcome.reflections
            if (block := dots_of(answered.pack, answered.results.item(one.item_id), outcome.needed))
        ),
        Place.BEHIND,
    )


def _comments(answered: Answered, outcome: Mirror) -> Part | None:
    if not outcome.comments:
        return None
    blocks: list[Block] = [Paragraph(about_comments(), Tone.QUIET)]
    for comments in outcome.comments:
        blocks.append(Subheading(answered.pack.item(comments.item_id).statement))
        blocks.append(Bullets(comments.texts))
    return Part("words", _("In their own words"), tuple(blocks))


def _hidden(answered: Answered, outcome: Mirror) -> Part | None:
    if not outcome.hidden:
        return None
    entries = tuple(
        Entry(answered.pack.item(item_id).statement, item_id=item_id) for item_id in outcome.hidden
    )
    title = ngettext(
        "{number} statement with too few answers",
        "{number} statements with too few answers",
        len(entries),
    ).format(number=len(entries))
    return Part(
        "hidden",
        _("Not shown"),
        (Paragraph(not_shown(outcome)), Fold(title, entries)),
        Place.BEHIND,
    )
