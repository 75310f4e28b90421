"""What leaves of which questionnaire, and in whose name; everything else stays with the group.

============================  ==========  ==========================================================
Questionnaire                 Leaves      What of it
============================  ==========  ==========================================================
Five themes, behaviours,      yes         tallies of the numbered statements and the themes' scores,
board check (profiles)                    from the smallest group on; never of one person
Barriers (a ranking)          yes         the charity's answer, or its tally; the ids of the needs
                                          it ticked and of the steps that follow
Opportunities (columns)       yes         the charity's answers, or their tallies; what it offers
                                          and needs; never with whom. In which areas its name may be
                                          passed on only together with the name
Partner's-eye view (a mirror) if chosen   as a profile: partners answered it, for the charity. Never
                                          the partners' roles
Somebody's own pack           if chosen   as its kind; ids and codes, none of its words
Health check (a profile of    never       partners' people answered it for that partnership, and
organisations)                            both sides could send the same one
Bid check (a decision)        never       it is about one opportunity, and competitors would read it
Power inventory (holdings)    never       it is about single organisations, by name
Handover (open actions)       never       it is about people who change their employer
First conversation (a page)   never       it is what two organisations told each other in private
============================  ==========  ==========================================================

Of none of them leave: names, pseudonyms, roles, notes, evidence, remarks, lines and days that were
written, titles, personal prompts, plans, and any day. Practice and the sample charity never leave.
"""

from collections.abc import Iterator
from datetime import date

from collabkit.assessments.assessment import Selection
from collabkit.assessments.outcomes.further import further_item
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.pack import AnswerForm, Item, OutcomeKind, Pack
from collabkit.assessments.results import ItemResult, Results
from collabkit.assessments.rounding import shown
from collabkit.assessments.spread import is_ordered
from collabkit.network.group import Agreed, Answers, Table, first_of_month, table_of

_UNITS = {
    OutcomeKind.PROFILE: Unit.PERSON,
    OutcomeKind.MIRROR: Unit.PERSON,
    OutcomeKind.RANKING: Unit.CHARITY,
    OutcomeKind.COLUMNS: Unit.CHARITY,
}


def unit_of(pack: Pack) -> Unit | None:
    """Return who gives one answer in a network; ``None`` if nothing of the pack ever leaves."""
    if "organisations" in pack.outcome.settings:
        return None
    return _UNITS.get(pack.outcome.kind)


def leaving_items(pack: Pack) -> tuple[Item, ...]:
    """Return the statements whose tallies leave, in pack order.

    Of people only numbered answers: a category such as a role could be one person's alone. Of a
    charity everything that is chosen, but not whether its name may be passed on.
    """
    unit = unit_of(pack)
    if unit is None:
        return ()
    asks_to_name = {item.id for area in pack.items for item in _named_about(pack, area.id)}
    return tuple(
        item
        for item in pack.items
        if not item.marks.get("private")
        and item.id not in asks_to_name
        and (pack.form_of(item).options if unit is Unit.CHARITY else is_ordered(pack.form_of(item)))
    )


def answers_of(
    pack: Pack,
    results: Results,
    *,
    selection: Selection,
    finished: date,
    agreed: Agreed | None = None,
) -> Answers:
    """Return what leaves of the results of one assessment with ``pack``.

    Everything that ``results`` hide is hidden here too. Raises ``ValueError`` for a pack of which
    nothing leaves, and for one person's own answers.
    """
    unit = unit_of(pack)
    if unit is None or (unit is Unit.PERSON and results.minimum == 1):
        raise ValueError(f"nothing of {pack.id} leaves")
    scored = unit is Unit.PERSON
    return Answers(
        pack_id=pack.id,
        pack_version=pack.version,
        digest=pack.digest,
        unit=unit,
        held=first_of_month(finished),
        selection=selection,
        minimum=results.minimum,
        people=results.respondents,
        tables=tuple(_tables(pack, results)),
        themes=tuple(section.code for section in results.sections) if scored else (),
        scores=tuple(
            None if section.score is None else int(shown(section.score) * 10)
            for section in results.sections
        )
        if scored
        else (),
        agreed=agreed,
        may_be_named=areas_to_name(pack, results),
    )


def areas_to_name(pack: Pack, results: Results) -> tuple[str, ...]:
    """Return in which areas everybody who said anything about it lets the name be passed on."""
    return tuple(
        area.id
        for area in pack.items
        for item in _named_about(pack, area.id)
        if _said_by_all(pack, results.item(item.id))
    )


def _said_by_all(pack: Pack, result: ItemResult) -> bool:
    yes = pack.outcome.settings["matching"]["may_be_named"]
    return bool(result.asked and result.counts and result.counts[yes] == result.n > 0)


def _named_about(pack: Pack, area: str) -> Iterator[Item]:
    matching = pack.outcome.settings.get("matching")
    item = further_item(pack, area, (matching["may_be_named"],)) if matching else None
    if item is not None:
        yield item


def _tables(pack: Pack, results: Results) -> Iterator[Table]:
    items = leaving_items(pack)
    for form in pack.forms:
        asked = [
            result
            for result in (results.item(item.id) for item in items if item.form == form.id)
            if result.asked
        ]
        if asked:
            rows = {result.item_id: _numbers(form, result) for result in asked}
            yield table_of(*codes_of(form), rows)


def codes_of(form: AnswerForm) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes of the levels and of the ways out of a form."""
    return (
        tuple(option.code for option in form.options),
        tuple(option.code for option in form.ways_out),
    )


def _numbers(form: AnswerForm, result: ItemResult) -> list[int | None]:
    levels, ways_out = codes_of(form)
    counts = result.counts
    return [
        result.n,
        *(None if counts is None else counts[code] for code in levels),
        *(result.way_out(code) for code in ways_out),
    ]
