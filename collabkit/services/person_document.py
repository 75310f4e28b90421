"""What is held about one person, as a document for that person to read."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Response
from collabkit.assessments.names import confidence_name, role_name
from collabkit.assessments.outcomes.blocks import (
    Bullets,
    Entries,
    Entry,
    Paragraph,
    Part,
    Tone,
)
from collabkit.assessments.pack import Item, Pack
from collabkit.dates import day, month
from collabkit.i18n import _
from collabkit.plans.plan import PlanAction
from collabkit.services.person_held import Held, answer_words

if TYPE_CHECKING:
    from collabkit.reports.parts_document import PartsDocument


def document_about(held: Held, today: date) -> "PartsDocument":
    """Return it by sections, with facts in front and what the person can ask for at the end."""
    from collabkit.reports.contents.parts import Fact
    from collabkit.reports.parts_document import PartsDocument

    facts = [
        Fact(_("Charity"), held.charity),
        Fact(_("Occasion"), held.title),
        Fact(_("Questionnaire"), held.pack.title),
        Fact(_("Name on the sheet"), held.person.pseudonym),
        Fact(_("Role"), role_name(held.person.role)),
    ]
    if held.party:
        facts.append(Fact(_("Answers for"), held.party))
    facts += [
        Fact(_("Begun on"), day(held.started)),
        Fact(_("Finished"), _("Yes") if held.is_closed else _("Not yet")),
        Fact(_("How it came in"), _arrival_words(held.arrival)),
        Fact(_("Kept until"), month(held.until) if held.until else _("Not decided")),
    ]
    return PartsDocument(
        title=_("What is held about you"),
        subject=held.charity,
        day=day(today),
        made_on=today,
        lead=_(
            "Everything that collabkit keeps of this sheet on the computer where this was made. "
            "What others wrote about you, such as in a note or in a session, is not in it; ask the "
            "charity for that as well. It is meant for the person who filled in the sheet, and for "
            "nobody else."
        ),
        facts=tuple(facts),
        parts=tuple(_parts(held)),
    )


def _parts(held: Held) -> Iterator[Part]:
    said = {response.item_id: response for response in held.responses}
    for section in held.pack.sections:
        entries = tuple(
            _entry(item, held.pack, said[item.id])
            for item in held.pack.items
            if item.section == section.code and item.id in said
        )
        if entries:
            yield Part(f"section-{section.code}", section.name, (Entries(entries),))
    if not said:
        nothing = Paragraph(_("No answers are kept on this sheet."))
        yield Part("nothing", _("Answers"), (nothing,))
    if held.personal:
        statements = {item.id: item.statement for item in held.pack.items}
        yield Part(
            "personal",
            _("For your own eyes"),
            (
                Entries(
                    tuple(Entry(statements.get(i, i), text) for i, text in held.personal.items())
                ),
            ),
        )
    if held.actions:
        yield Part("actions", _("Actions under your name"), (_actions(held.actions),))
    if held.left_out:
        not_asked = tuple(i.statement for i in held.pack.items if i.id in held.left_out)
        yield Part("left-out", _("Not asked on your sheet"), (Bullets(not_asked),))
    if held.elsewhere:
        told = Paragraph(
            _(
                "There are sheets under the same name in these assessments too. What is on them is "
                "not in here; the charity can give you a file for each."
            )
        )
        yield Part("elsewhere", _("Other sheets"), (told, Bullets(held.elsewhere)))
    yield Part("rights", _("What you can ask for"), (Paragraph(_rights(), Tone.QUIET),))


def _rights() -> str:
    return _(
        "You can ask the charity to erase this. If something is wrong, tell the charity: an open "
        "sheet can still be changed. A closed one cannot; it can be erased, so that you fill in a "
        "new one, or the charity keeps your correction with its papers. A result in which your "
        "answers were counted together with those of others holds no name and no single answer."
    )


def _actions(actions: tuple[PlanAction, ...]) -> Entries:
    return Entries(
        tuple(
            Entry(
                action.text,
                "\n".join(_about_action(action)),
                _("Due on {day}").format(day=day(action.due)) if action.due else "",
            )
            for action in actions
        )
    )


def _about_action(action: PlanAction) -> Iterator[str]:
    for words, text in (
        (_("Why: {text}"), action.why),
        (_("First step: {text}"), action.first_step),
        (_("How we will know: {text}"), action.how_we_will_know),
    ):
        if text.strip():
            yield words.format(text=text)
    for note in action.progress:
        yield _("{day}: {text}").format(day=day(note.day), text=note.text)
    for words, text in (
        (_("Dropped because: {text}"), action.dropped_because),
        (_("Learned: {text}"), action.learned),
    ):
        if text.strip():
            yield words.format(text=text)


def _entry(item: Item, pack: Pack, said: Response) -> Entry:
    lines = []
    if said.note.strip():
        lines.append(_("Note: {text}").format(text=said.note))
    if said.evidence.strip():
        lines.append(_("What would show it: {text}").format(text=said.evidence))
    remarks = []
    if said.confidence is not None:
        remarks.append(_("How sure: {words}").format(words=confidence_name(said.confidence)))
    if said.flagged:
        remarks.append(_("Marked to come back to"))
    return Entry(
        title=item.statement or item.title,
        text="\n".join(lines),
        note=" · ".join(remarks),
        mark=answer_words(item, pack, said.answer),
    )


def _arrival_words(arrival: Arrival | None) -> str:
    if arrival is None:
        return _("Filled in on this computer")
    words = {
        Route.ANSWER_FILE: _("As a file, on {day}"),
        Route.FORM: _("As a form, on {day}"),
        Route.TABLE: _("In a table, on {day}"),
        Route.PAPER: _("On paper, keyed in on {day}"),
    }[arrival.route]
    return words.format(day=day(arrival.arrived))
