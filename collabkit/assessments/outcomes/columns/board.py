"""One charity's board, and what it can offer and needs (OPP)."""

from dataclasses import replace

from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.blocks import (
    Block,
    Board,
    Column,
    Entries,
    Entry,
    Paragraph,
    Part,
    Subheading,
    Tone,
)
from collabkit.assessments.outcomes.columns.matching import said_further
from collabkit.assessments.outcomes.columns.rule import Columns
from collabkit.assessments.outcomes.columns.words import answer_name, area_entry, place_name
from collabkit.assessments.outcomes.run_by import is_volunteer_run
from collabkit.assessments.pack import FormKind, Pack
from collabkit.i18n import _


def board(answered: Answered, outcome: Columns) -> list[Part]:
    """Return the three columns and the strip of what is done already."""
    if len(outcome.open) == len(outcome.order):
        return []
    settings = answered.pack.outcome.settings
    wanted = tuple(
        Column(
            answer_name(answered, settings[key]),
            tuple(_with_whom(answered, area_entry(answered, area)) for area in areas),
            if_empty=_("Nothing here."),
        )
        for key, areas in (("soon", outcome.soon), ("later", outcome.later))
    )
    others = tuple(
        Column(
            answer_name(answered, settings[key]),
            tuple(_with_whom(answered, _placed(answered, area)) for area in areas),
            if_empty=_("Nothing here."),
        )
        for key, areas in (("not_wanted", outcome.not_wanted), ("done", outcome.done))
    )
    not_wanted, done = others
    blocks: list[Block] = [Board((done,)), Board((*wanted, not_wanted))]
    if is_volunteer_run(answered):
        text = _("Because volunteers run your group, some areas come first here and some last.")
        blocks.insert(0, Paragraph(text, Tone.QUIET))
    return [Part("board", _("Your board"), tuple(blocks))]


def offers_and_needs(answered: Answered, outcome: Columns) -> list[Part]:
    """Return what one charity said it can offer and needs, if it said anything."""
    blocks: list[Block] = []
    for sheet in answered.sheets[:1]:
        for key, title in (("offers", _("You can offer")), ("needs", _("You need"))):
            entries = tuple(
                _exchanged(answered, sheet, area)
                for area in outcome.order
                if said_further(answered, sheet, area, key)
            )
            if entries:
                blocks += [Subheading(title), Entries(entries)]
    if not blocks:
        return []
    lead = _(
        "Take this to your network or to a group nearby: somebody may be looking for just that. "
        "Nothing is sent anywhere."
    )
    return [Part("exchange", _("What you offer and need"), (Paragraph(lead), *blocks))]


def _exchanged(answered: Answered, sheet: Sheet, area: str) -> Entry:
    named = (
        _("Your name may be passed on.")
        if said_further(answered, sheet, area, "may_be_named")
        else _("Your name is not to be passed on.")
    )
    entry = Entry(answered.pack.item(area).statement, text=named, item_id=area)
    return _with_whom(answered, entry)


def _placed(answered: Answered, area: str) -> Entry:
    return Entry(answered.pack.item(area).statement, mark=place_name(answered, area), item_id=area)


def _with_whom(answered: Answered, entry: Entry) -> Entry:
    line = _line_about(answered.pack, entry.item_id)
    name = next((sheet.notes.get(line, "").strip() for sheet in answered.sheets[:1]), "")
    return replace(entry, note=_("With: {name}").format(name=name)) if name else entry


def _line_about(pack: Pack, area: str) -> str:
    """Return the id of the line that is written about an area; empty if there is none."""
    about = (item for item in pack.items if item.marks.get("about") == area)
    return next((i.id for i in about if pack.form_of(i).kind is FormKind.LINE), "")
