"""From a questionnaire to a PDF, filled in by another program, and back: nothing changes."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from collabkit.assessments.assessment import Selection
from collabkit.assessments.form_fields import button_name, field_name
from collabkit.assessments.pack import NOTED, FormKind, Item, Pack, Respondent
from collabkit.exchange.answers.filled_apart import fields_in
from collabkit.exchange.answers.filled_form import sheet_of
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.reports.form import FormSize, render_form
from collabkit.reports.pdf.style import A4
from collabkit.services.asking import asked_of
from collabkit.services.packs import builtin_pack

PACKS = sorted(path.stem for path in Path("resources/packs").glob("*.toml"))
MOST_STATEMENTS = 4  # of one form; the program that fills it in takes its time
words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]),
    min_size=1,
    max_size=20,
)


def handed_out(pack: Pack, asked: tuple[str, ...], role: Respondent | None) -> HandedOut:
    return HandedOut(
        assessment="0f" * 16,
        sheet="CDFHJK",
        title="Away-day, June 2026",
        charity="Sample Charity",
        pack=pack,
        source=b"",
        is_volunteer_run=False,
        asked=asked,
        optional=frozenset(),
        minimum=5,
        is_open=False,
        role=role,
        roles=() if role else tuple(Respondent),
        made_on=date(2026, 6, 1),
        party="Ymddiriedolaeth Tŷ Gŵyr",
        about="日本",
    )


def filled(data: bytes, values: dict[str, str]) -> bytes:
    """The same form, filled in by pypdf."""
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def answer(pack: Pack, item: Item) -> st.SearchStrategy[str]:
    """An answer that the form of a statement has, or none."""
    form = pack.form_of(item)
    codes = [option.code for option in (*form.options, *form.ways_out)]
    options = [st.sampled_from(codes)] if codes else []
    if form.is_words_only:
        options.append(st.just(NOTED))
    if form.kind is FormKind.DATE:
        options.append(st.dates().map(date.isoformat))
    return st.one_of(*options, st.just(""))


def in_fields(pack: Pack, answers: dict[str, str], notes: dict[str, str]) -> dict[str, str]:
    """What has to be filled in where."""
    values = {}
    for item_id, code in answers.items():
        kind = pack.form_of(pack.item(item_id)).kind
        branch = "d" if kind is FormKind.DATE else "a"
        if code != NOTED:
            value = code if branch == "d" else f"/{button_name(code)}"
            values[f"{branch}.{field_name(item_id)}"] = value
    for item_id, note in notes.items():
        branch = "w" if pack.form_of(pack.item(item_id)).is_words_only else "n"
        values[f"{branch}.{field_name(item_id)}"] = note
    return values


@pytest.mark.parametrize("pack_id", PACKS)
@settings(max_examples=3)
@given(draw=st.data())
def test_what_is_filled_in_comes_back(pack_id: str, draw: st.DataObject) -> None:
    """Answers, notes, role, name, and everything the form knows about itself."""
    pack = builtin_pack(pack_id)
    statements = [i.id for i in pack.items if "about" not in i.marks and not i.marks.get("private")]
    chosen = draw.draw(
        st.lists(st.sampled_from(statements), min_size=1, max_size=MOST_STATEMENTS, unique=True)
    )
    asked = asked_of(pack, Selection.OWN_CHOICE, chosen)
    role = draw.draw(st.sampled_from([None, Respondent.PARTNER]))
    sheet = handed_out(pack, asked, role)
    answers = {i: draw.draw(answer(pack, pack.item(i)), label=i) for i in asked}
    answers = {item_id: code for item_id, code in answers.items() if code}
    name = draw.draw(words)
    notes = {
        item_id: draw.draw(words)
        for item_id, code in answers.items()
        if code == NOTED or (_has_room_for_notes(pack, item_id) and draw.draw(st.booleans()))
    }
    values = {"you.name": name, **in_fields(pack, answers, notes)}
    ticked = draw.draw(st.sampled_from(Respondent))
    if role is None:
        values["you.role"] = f"/{button_name(ticked)}"
    if not answers:
        return
    data = filled(render_form(sheet, FormSize.USUAL, A4), values)
    found = sheet_of([(name, list(values)) for name, values in fields_in(data)], "form.pdf")
    assert (dict(found.answers), dict(found.notes)) == (answers, notes)
    assert (found.role, found.name) == (role or ticked, name)
    assert (found.assessment, found.sheet) == (sheet.assessment, sheet.sheet)
    assert (found.pack_id, found.pack_version, found.wording) == (
        pack.id, pack.version, pack.digest,
    )  # fmt: skip
    assert (found.party, found.about) == (sheet.party, sheet.about)


def _has_room_for_notes(pack: Pack, item_id: str) -> bool:
    """A comment below a statement, or notes beside an answer; not below what is asked further."""
    item = pack.item(item_id)
    form = pack.form_of(item)
    is_further = "about" in item.marks
    has_further = any(other.marks.get("about") == item_id for other in pack.items)
    return bool(form.options) and not is_further and not has_further
