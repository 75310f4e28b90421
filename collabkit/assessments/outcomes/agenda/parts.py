"""The words for an hour on what holds collaboration back (BRD)."""

from collections.abc import Iterator

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.names import band_name, spread_name
from collabkit.assessments.outcomes.agenda.hour import decision_part, hour_part
from collabkit.assessments.outcomes.agenda.rule import Agenda, is_divided
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Ideas,
    Paragraph,
    Part,
    Place,
    Subheading,
    Tone,
)
from collabkit.assessments.outcomes.dots import dots_of
from collabkit.assessments.outcomes.ideas import ideas_for
from collabkit.assessments.outcomes.phrases import listed, quoted
from collabkit.assessments.outcomes.standing import standing, still_missing
from collabkit.assessments.results import ItemResult
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, how_tried, in_words, read_aloud
from collabkit.i18n import _, ngettext


def parts(answered: Answered, outcome: Agenda) -> tuple[Part, ...]:
    """Return what to talk about, the hour with its minutes, and each statement to read aloud."""
    told = [Part("answer", _("What your next meeting is for"), tuple(_opening(answered, outcome)))]
    if outcome.items:
        told.append(hour_part(answered, outcome))
        told.append(
            Part("read-aloud", _("Read aloud, look, talk"), tuple(_talks(answered, outcome)))
        )
        told.append(decision_part(answered, outcome))
    if outcome.waiting:
        told.append(_waiting(answered, outcome))
    told.append(
        Part(
            "workings",
            _("How this was worked out"),
            tuple(_workings(answered, outcome)),
            Place.BEHIND,
        )
    )
    return tuple(told)


def _opening(answered: Answered, outcome: Agenda) -> Iterator[Block]:
    results = answered.results
    is_own = results.minimum == OWN_ASSESSMENT
    sentences = [standing(answered.pack, results)]
    if outcome.items:
        waiting = len(outcome.waiting)
        divided = sum(is_divided(results.item(item_id)) for item_id in outcome.waiting)
        sentences.append(
            _worth_a_talk(len(outcome.divided) + divided, len(outcome.lowest) + waiting - divided)
        )
        if waiting:
            sentences.append(_how_many_fit(len(outcome.items)))
        advice = _("Put the agenda below on your next meeting, and leave it with one decision.")
    elif outcome.waiting:
        waiting = len(outcome.waiting)
        divided = sum(is_divided(results.item(item_id)) for item_id in outcome.waiting)
        sentences.append(_worth_a_talk(divided, waiting - divided))
        advice = _(
            "The agenda has no room for this. Take what comes first below to your next meeting."
        )
    elif any(item.mean is not None for item in results.items):
        sentences.append(
            _("You see nothing as low.") if is_own else _("Nothing is low and nothing divides you.")
        )
        advice = _("No meeting is needed for this. Say what you do well, and look again in a year.")
    else:
        advice = _("When there are enough answers, an agenda for a meeting stands here.")
    if is_own:
        advice = _(
            "This is one person's view. Ask the others to answer too before you make it an agenda: "
            "then you also see what divides you."
        )
    yield Paragraph(" ".join(sentences), Tone.LEAD)
    yield Paragraph(advice)
    yield from still_missing(answered)


def _how_many_fit(number: int) -> str:
    return ngettext(
        "The hour has room for {number} of them.", "The hour has room for {number} of them.", number
    ).format(number=in_words(number))


def _worth_a_talk(divided: int, low: int) -> str:
    if divided and low:
        return _("{total} statements are worth a talk: {reasons}.").format(
            total=capital(in_words(divided + low)),
            reasons=listed(
                [
                    _("{number} on which you see things differently").format(
                        number=in_words(divided)
                    ),
                    ngettext("{number} that is low", "{number} that are low", low).format(
                        number=in_words(low)
                    ),
                ]
            ),
        )
    if divided:
        words = ngettext(
            "{number} statement is worth a talk: you see it differently.",
            "{number} statements are worth a talk: you see them differently.",
            divided,
        )
    else:
        words = ngettext(
            "{number} statement is low and worth a talk.",
            "{number} statements are low and worth a talk.",
            low,
        )
    return words.format(number=capital(in_words(divided + low)))


def _talks(answered: Answered, outcome: Agenda) -> Iterator[Block]:
    for number, item_id in enumerate(outcome.items, start=1):
        item, result = answered.pack.item(item_id), answered.results.item(item_id)
        yield Subheading(
            _("{number}. {title}").format(number=number, title=item.title or item.statement)
        )
        yield Paragraph(_("Read aloud: “{statement}”").format(statement=item.statement))
        minimum = answered.results.minimum
        dots = dots_of(answered.pack, result, minimum)
        if dots is not None:
            yield dots
        else:
            yield Paragraph(read_aloud(result, answered.pack.form_of(item), minimum))
        yield Paragraph(_question(result))
        if ideas := ideas_for(item, answered.charity):
            yield Ideas(ideas[:1])


def _question(result: ItemResult) -> str:
    if is_divided(result):
        return _("Ask: what have you seen that made you choose as you did? Hear all sides first.")
    return _("Ask: what would have to be different in a year, and what is a first step?")


def _waiting(answered: Answered, outcome: Agenda) -> Part:
    lead = _("These could come next: there is not time for everything at once.")
    entries = []
    for item_id in outcome.waiting:
        item, result = answered.pack.item(item_id), answered.results.item(item_id)
        mark = band_name(result.band) if result.band is not None else ""
        if is_divided(result):
            mark = spread_name(result.spread)
        entries.append(Entry(title=item.statement, mark=mark, item_id=item_id))
    return Part("waiting", _("For another time"), (Paragraph(lead), Entries(tuple(entries))))


def _workings(answered: Answered, outcome: Agenda) -> Iterator[Block]:
    yield Paragraph(_rule(answered))
    if outcome.divided:
        yield Entries(
            tuple(
                Entry(
                    title=answered.pack.item(entry.item_id).statement,
                    text=_("{spread}. Two people differ by {levels} levels on average.").format(
                        spread=spread_name(answered.results.item(entry.item_id).spread),
                        levels=shown(entry.difference),
                    ),
                    item_id=entry.item_id,
                )
                for entry in outcome.divided
            )
        )
    yield Paragraph(
        _(
            "Everybody's answers are counted together. Nobody's are shown apart, and nobody is "
            "compared with one person: that goes for whoever leads the daily work, too."
        )
    )
    yield Paragraph(
        _("These limits are a rule of thumb and have not been tested. {status}").format(
            status=how_tried(answered.pack.status)
        ),
        Tone.QUIET,
    )


def _rule(answered: Answered) -> str:
    settings = answered.pack.outcome.settings["agenda"]
    sentences = [
        _(
            "Low: statements in “Act first” or “Build” on which you are not split, at most {most}, "
            "the lowest mean first."
        ).format(most=in_words(settings["most_low"]))
    ]
    if first := settings.get("first"):
        titles = [answered.pack.item(item_id) for item_id in first]
        sentences.append(
            ngettext(
                "{statements} goes before the others when it is in “Act first”.",
                "{statements} go before the others when they are in “Act first”.",
                len(titles),
            ).format(statements=quoted([item.title or item.statement for item in titles]))
        )
    sentences.append(
        _(
            "Divided: at most {most} others labelled Split or Spread, split ones first, then those "
            "on which two people differ most on average, then the lowest mean."
        ).format(most=in_words(settings["most_divided"]))
    )
    sentences.append(_("What divides you comes first: people should be heard before they judge."))
    return " ".join(sentences)
