"""Sheets that are handed out as forms: of every questionnaire, and strange ones."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from collabkit.assessments.pack import (
    AnswerForm,
    FormKind,
    Item,
    Option,
    Pack,
    Respondent,
    Section,
)
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.reports.form import FormSize, render_form
from collabkit.reports.pdf.style import A4, LETTER
from collabkit.services.asking import optional_among
from collabkit.services.packs import builtin_pack

PACKS = sorted(path.stem for path in Path("resources/packs").glob("*.toml"))
PAPERS = {"a4": A4, "letter": LETTER}


def sheet(
    pack: Pack,
    asked: tuple[str, ...] | None = None,
    *,
    code: str = "CDFHJK",
    minimum: int = 5,
    is_open: bool = False,
    role: Respondent | None = None,
    party: str = "",
    about: str = "",
    charity: str = "Sample Charity",
) -> HandedOut:
    """A sheet that asks everything, unless statements are named."""
    every = tuple(item.id for item in pack.items)
    return HandedOut(
        assessment="0f" * 16,
        sheet=code,
        title="Away-day, June 2026",
        charity=charity,
        pack=pack,
        source=b"",
        is_volunteer_run=False,
        asked=every if asked is None else asked,
        optional=optional_among(pack, every),
        minimum=minimum,
        is_open=is_open,
        role=role,
        roles=() if role else (Respondent.TRUSTEE, Respondent.STAFF, Respondent.PERSON_SERVED),
        made_on=date(2026, 6, 1),
        party=party,
        about=about,
    )


def strange_pack() -> Pack:
    """A questionnaire as somebody might write it: odd ids and codes, and endless words."""
    ways_out = tuple(Option(f"way-{n}", f"Way out number {n}") for n in range(8))
    many = tuple(Option(f"{n}", f"Answer number {n}") for n in range(10))
    forms = (
        AnswerForm(
            "off", FormKind.CHOICE, "On or off?", (Option("On", "On"), Option("Off", "Off"))
        ),
        AnswerForm("many", FormKind.SCALE, "Which of many?", many, ways_out),
        AnswerForm("day", FormKind.DATE, "When?", (), (Option("dk", "Don't know"),)),
        AnswerForm("words", FormKind.NOTES, "In your words?", (), (Option("na", "Not for us"),)),
        AnswerForm("told", FormKind.DESCRIBED, "Which is true?", many),
    )
    endless = "A statement that nobody wants to read to its end. " * 60
    items = (
        Item("A.1", "S", "Is it on?", "off"),
        Item("A.1.x", "S", "“Quoted” <b>words</b> 日本", "many", marks={"about": "A.1"}),
        Item("A.2", "S", endless, "told", levels=tuple(f"{n}. {endless[:300]}" for n in range(10))),
        Item("A.3", "S", "When was that?", "day", help="A day."),
        Item("A.4", "S", "Why?", "words", not_applicable_when="it was never"),
        Item("A.5", "S", "For yourself alone", "words", marks={"private": True}),
    )
    pack = builtin_pack("five-themes")
    sections = (Section("S", "A section", items=items), Section("T", "Without anything"))
    return replace(pack, id="strange", title="A strange pack", forms=forms, sections=sections)


@cache
def drawn(pack_id: str, size: FormSize = FormSize.USUAL, paper: str = "a4") -> bytes:
    """The form of a questionnaire with everything that can be asked."""
    pack = strange_pack() if pack_id == "strange" else builtin_pack(pack_id)
    return render_form(sheet(pack), size, PAPERS[paper])
