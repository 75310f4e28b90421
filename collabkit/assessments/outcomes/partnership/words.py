"""The sentences in which a partnership is told: who is shown, and how each statement is seen."""

from collections.abc import Sequence
from fractions import Fraction

from collabkit.assessments.assessment import Party
from collabkit.assessments.limits import SMALLEST_GROUP
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Entry
from collabkit.assessments.outcomes.partnership.organisations import Organisations, WhyNot
from collabkit.assessments.outcomes.partnership.rule import Partnership, TopView
from collabkit.assessments.outcomes.partnership.statements import Listed, Seen
from collabkit.assessments.outcomes.phrases import is_as_seen, listed, quoted
from collabkit.assessments.outcomes.small_groups import agreed_to_be_identifiable
from collabkit.assessments.pack import Pack
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, in_words, read_aloud
from collabkit.assessments.statement_names import title_of
from collabkit.i18n import _, ngettext

_FOR_AN_HOUR = 3  # things to ask each other about that are named where there are too many


def lead_sentence(pack: Pack, outcome: Partnership) -> str:
    """Return what the lists come to, in a sentence or two."""
    ask, fix, keep = (len(outcome.on(on)) for on in (Listed.ASK, Listed.FIX, Listed.KEEP))
    why_not = outcome.organisations.why_not
    if not ask + fix + keep:
        if why_not is WhyNot.ALONE:
            return _("You have not chosen an answer on the scale yet.")
        return _("There is nothing to show yet: there are not enough answers.")
    if why_not is WhyNot.ALONE:
        return _("This is one person's view: {lists}.").format(lists=_counted(ask, fix, keep))
    if ask:
        return _what_to_ask(pack, outcome)
    if fix:
        told = ngettext(
            "There is {number} thing to put right together.",
            "There are {number} things to put right together.",
            fix,
        ).format(number=in_words(fix))
        if any(seen.gap is not None for seen in outcome.seen):
            return _("You see this partnership much alike. {told}").format(told=told)
        return told
    return ngettext(
        "There is nothing to put right, and {number} thing to keep.",
        "There is nothing to put right, and {number} things to keep.",
        keep,
    ).format(number=in_words(keep))


def _what_to_ask(pack: Pack, outcome: Partnership) -> str:
    ask = outcome.on(Listed.ASK)
    if len(ask) > 2 * _FOR_AN_HOUR:
        first = [title_of(pack.item(seen.item_id)) for seen in ask[:_FOR_AN_HOUR]]
        return _(
            "There are {number} things to ask each other about, too many for an hour. Start with "
            "{first}."
        ).format(number=in_words(len(ask)), first=quoted(first))
    return ngettext(
        "Start with {number} thing to ask each other about.",
        "Start with {number} things to ask each other about.",
        len(ask),
    ).format(number=in_words(len(ask)))


def next_sentence(pack: Pack, outcome: Partnership) -> str:
    """Return what to do next."""
    nothing = not any(outcome.on(on) for on in (Listed.ASK, Listed.FIX, Listed.KEEP))
    match outcome.organisations.why_not:
        case WhyNot.ALONE if nothing:
            return ngettext(
                "Next: answer the statements. That takes about {number} minute.",
                "Next: answer the statements. That takes about {number} minutes.",
                pack.minutes_full,
            ).format(number=in_words(pack.minutes_full))
        case WhyNot.ALONE:
            return _(
                "Next: ask each partner to fill in the same check, three or better five people in "
                "each organisation. What you see differently is worth most."
            )
        case WhyNot.NO_ORGANISATIONS if not nothing:
            return _("Next: take an hour together. Ask first, then agree who puts right what.")
        case None if not nothing:
            return _(
                "Next: take an hour together. First ask about what you see differently: the "
                "organisation that is named speaks first, the others listen. Then agree who puts "
                "right what."
            )
    return _("Next: ask the people who are still missing to answer. Then look here again.")


def about_organisations(answered: Answered, organisations: Organisations) -> tuple[str, ...]:
    """Return why organisations are not laid beside each other, and whose answers are missing."""
    match organisations.why_not:
        case WhyNot.TOO_FEW:
            told = [_about_few(answered, organisations)]
        case WhyNot.ONLY_ONE:
            told = [_("So far people of one organisation have answered, so nothing is compared.")]
        case WhyNot.NO_ORGANISATIONS if answered.sheets:
            told = [_("It is not known for which organisation people answered: all count alike.")]
        case _:
            told = []
    if organisations.silent and organisations.why_not is not WhyNot.ALONE:
        told.append(
            _("Nobody has answered yet for {names}, so this picture is without them.").format(
                names=_names(organisations.silent)
            )
        )
    return tuple(told)


def about_top(view: TopView, stage: str) -> str:
    """Return the warning that the lead sees one stage much better than the others do."""
    return _(
        "The view from the top: in “{stage}” {lead} comes to {high}, the others to {low}. Whoever "
        "leads often sees a partnership as fairer than the others do. {lead} could ask them what "
        "it does not see."
    ).format(
        stage=stage,
        lead=view.lead.name,
        high=shown(view.lead_score),
        low=shown(view.others_score),
    )


def entry_of(answered: Answered, outcome: Partnership, seen: Seen) -> Entry:
    """Return one statement with how it is seen; its mark is the mean."""
    item = answered.pack.item(seen.item_id)
    result = answered.results.item(seen.item_id)
    aloud = read_aloud(result, answered.pack.form_of(item), answered.minimum)
    is_alone = outcome.organisations.why_not is WhyNot.ALONE
    means = means_of(outcome, seen)
    return Entry(
        title=item.statement,
        text=" ".join([f"{means}.", *_why_to_ask(seen)]) if means else aloud,
        note=aloud if means else "",
        mark=""
        if is_alone or seen.mean is None
        else _("mean {mean}").format(mean=shown(seen.mean)),
        item_id=seen.item_id,
    )


def means_of(outcome: Partnership, seen: Seen) -> str:
    """Return the mean of each organisation, as in “Alder 4.7, Birch 2.7”; empty if hidden."""
    return ", ".join(
        _("{name} {mean}").format(name=one.party.name, mean=shown(seen.means[one.party.id]))
        for one in outcome.organisations.shown
        if one.party.id in seen.means
    )


def decimal(number: Fraction | None) -> str:
    """Return a number as people see it, or a dash."""
    return "–" if number is None else str(shown(number))


def _counted(ask: int, fix: int, keep: int) -> str:
    parts = []
    if ask:
        parts.append(
            ngettext("{number} thing to find out", "{number} things to find out", ask).format(
                number=in_words(ask)
            )
        )
    if fix:
        parts.append(
            ngettext("{number} thing to put right", "{number} things to put right", fix).format(
                number=in_words(fix)
            )
        )
    if keep:
        parts.append(
            ngettext("{number} thing to keep", "{number} things to keep", keep).format(
                number=in_words(keep)
            )
        )
    return listed(parts)


def _about_few(answered: Answered, organisations: Organisations) -> str:
    needed = capital(in_words(organisations.needed))
    if agreed_to_be_identifiable(answered):
        rule = _("{number} people of every organisation are needed to compare organisations.")
    else:
        rule = _(
            "{number} people of every organisation are needed to compare organisations; "
            "{smallest} would do only if every partner had agreed beforehand to be identifiable."
        )
    missing = [
        ngettext("{number} more of {name}", "{number} more of {name}", more).format(
            number=in_words(more), name=party.name
        )
        for party, more in organisations.short
    ]
    told = rule.format(number=needed, smallest=in_words(SMALLEST_GROUP))
    if missing:
        return _("{rule} Still needed: {missing}.").format(rule=told, missing=listed(missing))
    return _("{rule} For some people it is not known for whom they answered.").format(rule=told)


def _why_to_ask(seen: Seen) -> list[str]:
    if seen.gap is None or seen.first is None:
        return []
    told = (
        _("They are {gap} apart. {name} speaks first.")
        if is_as_seen(max(seen.means.values()), min(seen.means.values()))
        else _("They are {gap} apart before rounding. {name} speaks first.")
    )
    return [told.format(gap=shown(seen.gap), name=seen.first.name)]


def _names(parties: Sequence[Party]) -> str:
    return listed([party.name for party in parties])
