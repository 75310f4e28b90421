"""The fields of a form: what is asked can be filled in, under names that stay, and nothing else."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pikepdf
import pytest
from form_examples import PACKS, drawn, sheet, strange_pack
from form_reading import Widget, fields_of, widgets_of
from pdf_reading import open_pdf

from collabkit.assessments.form_fields import button_name, field_name
from collabkit.assessments.pack import FormKind, Item, Pack, Respondent
from collabkit.reports.form import FormSize, render_form
from collabkit.reports.pdf.style import A4
from collabkit.services.packs import builtin_pack

REQUIRED, NO_TOGGLE_TO_OFF, RADIO = 1 << 1, 1 << 14, 1 << 15
HIDDEN, PRINTED = 2, 4
EVERY = [*PACKS, "strange"]


def pack_of(pack_id: str) -> Pack:
    return strange_pack() if pack_id == "strange" else builtin_pack(pack_id)


@cache
def opened(pack_id: str) -> pikepdf.Pdf:
    """The form with everything that a questionnaire can ask."""
    return open_pdf(drawn(pack_id))


@cache
def places(pack_id: str) -> tuple[Widget, ...]:
    return tuple(widgets_of(opened(pack_id)))


def asked(pack: Pack) -> Iterator[Item]:
    return (item for item in pack.items if not item.marks.get("private"))


@pytest.mark.parametrize("pack_id", EVERY)
def test_every_answer_has_a_button_of_its_own(pack_id: str) -> None:
    """Named after the statement, with the code of the answer for its state."""
    pack = pack_of(pack_id)
    for item in asked(pack):
        form = pack.form_of(item)
        states = [w.state for w in places(pack_id) if w.name == f"a.{field_name(item.id)}"]
        assert states == [button_name(o.code) for o in (*form.options, *form.ways_out)]


@pytest.mark.parametrize("pack_id", EVERY)
def test_every_kind_of_words_has_its_field(pack_id: str) -> None:
    """Days, words that are the answer, and words beside one, each in a branch of its own."""
    pack = pack_of(pack_id)
    fields = fields_of(opened(pack_id))
    for item in asked(pack):
        form, name = pack.form_of(item), field_name(item.id)
        assert (f"d.{name}" in fields) == (form.kind is FormKind.DATE)
        assert (f"w.{name}" in fields) == form.is_words_only
        if form.kind is FormKind.NOTES and form.options:
            assert int(fields[f"n.{name}"].MaxLen) == 4_000


@pytest.mark.parametrize("pack_id", ["power-inventory", "strange"])
def test_what_is_private_is_never_asked(pack_id: str) -> None:
    """Not even if a sheet names it: it is for nobody else's eyes."""
    pack = pack_of(pack_id)
    private = {field_name(item.id) for item in pack.items if item.marks.get("private")}
    assert private
    assert private.isdisjoint(name.partition(".")[2] for name in fields_of(opened(pack_id)))


def test_only_what_is_asked_is_in_the_form() -> None:
    """A short version has no fields of the long one."""
    pack = builtin_pack("five-themes")
    data = render_form(sheet(pack, pack.core_ids[:3]), FormSize.USUAL, A4)
    with open_pdf(data) as pdf:
        names = {name for name in fields_of(pdf) if name.startswith("a.")}
    assert names == {f"a.{item_id}" for item_id in pack.core_ids[:3]}


@pytest.mark.parametrize("pack_id", ["handover", "opportunities", "barriers", "strange"])
def test_what_is_asked_further_stands_below_its_statement(pack_id: str) -> None:
    """Before the next statement begins, also in the order of the tabulator key."""
    pack = pack_of(pack_id)
    names = [widget.name.partition(".")[2] for widget in places(pack_id)]
    order = list(
        dict.fromkeys(name for name in names if name in {field_name(i.id) for i in pack.items})
    )
    mains = [pack.item(n.replace("_", ".")).marks.get("about", n.replace("_", ".")) for n in order]
    assert list(dict.fromkeys(mains)) == [i.id for i in asked(pack) if "about" not in i.marks]
    changes = sum(a != b for a, b in pairwise(mains))
    assert changes == len(set(mains)) - 1


@pytest.mark.parametrize("pack_id", EVERY)
def test_nothing_is_filled_in_and_nothing_is_required(pack_id: str) -> None:
    """No answer yet is possible, and one that was chosen can be taken back."""
    for name, field in fields_of(opened(pack_id)).items():
        flags = int(field.get("/Ff", 0))
        assert not flags & (REQUIRED | NO_TOGGLE_TO_OFF)
        assert ("/V" in field) == name.startswith("collabkit.")
        if field.FT == "/Btn":
            assert flags & RADIO
            assert {str(kid.AS) for kid in field.Kids} == {"/Off"}


@pytest.mark.parametrize("pack_id", EVERY)
def test_every_field_and_every_button_says_what_it_is_for(pack_id: str) -> None:
    """With the words of the statement; a button also with its answer."""
    pack = pack_of(pack_id)
    fields = fields_of(opened(pack_id))
    widgets = {(w.name, w.state): w.label for w in places(pack_id) if not w.flags & HIDDEN}
    labels = {name: str(field.get("/TU", "")) for name, field in fields.items()}
    assert all(widgets.values())
    for item in asked(pack):
        statement = " ".join(item.statement.split())
        for branch in "adwn":
            label = labels.get(f"{branch}.{field_name(item.id)}", statement)
            assert statement in label
        for option in pack.form_of(item).options:
            label = widgets[f"a.{field_name(item.id)}", button_name(option.code)]
            assert label.startswith(statement)
            assert label.endswith(option.name)


def test_a_form_says_which_sheet_it_is() -> None:
    """In fields that nobody sees or changes: enough to bring it home after months."""
    pack = builtin_pack("partners-view")
    given = sheet(pack, role=Respondent.PARTNER, party="North Trust", about="日本")
    with open_pdf(render_form(given, FormSize.LARGE_PRINT, A4)) as pdf:
        fields = fields_of(pdf)
        told = {n.partition(".")[2]: str(f.V) for n, f in fields.items() if n.startswith("coll")}
        flags = {(int(f.F), int(f.Ff)) for n, f in fields.items() if n.startswith("coll")}
        others = len(fields) - len(told)
    assert told == {
        "kind": "collabkit form",
        "version": "1",
        "assessment": given.assessment,
        "sheet": "CDFHJK",
        "pack": "partners-view",
        "pack-version": pack.version,
        "wording": pack.digest,
        "role": "partner",
        "party": "North Trust",
        "about": "日本",
        "fields": str(others),
    }
    assert flags == {(HIDDEN, 1)}


def test_a_role_is_asked_only_if_it_is_not_settled() -> None:
    """A partner is a partner; somebody else ticks one of the roles that are possible."""
    pack = builtin_pack("board-check")
    with open_pdf(render_form(sheet(pack), FormSize.USUAL, A4)) as pdf:
        states = [w.state for w in widgets_of(pdf) if w.name == "you.role"]
    assert states == ["trustee", "staff", "person_served"]
    given = sheet(pack, role=Respondent.PARTNER)
    with open_pdf(render_form(given, FormSize.USUAL, A4)) as pdf:
        names = {widget.name for widget in widgets_of(pdf)}
    assert "you.role" not in names
    assert "you.name" in names


def test_a_form_holds_no_scripts_and_no_actions() -> None:
    """Nothing happens by itself, in no program."""
    pdf = opened("handover")
    keys = {key for each in pdf.objects if isinstance(each, pikepdf.Dictionary) for key in each}
    assert keys.isdisjoint({"/JS", "/JavaScript", "/A", "/AA", "/OpenAction", "/URI"})
    assert set(pdf.Root.AcroForm.keys()) == {"/Fields", "/DA", "/DR"}


def test_what_is_typed_is_set_in_a_face_that_the_file_holds() -> None:
    """With all letters of English and Welsh."""
    with open_pdf(drawn("partners-view")) as pdf:
        ((name, font),) = pdf.Root.AcroForm.DR.Font.items()
        assert font.FontDescriptor.FontFile2.read_bytes()[:4] == b"\0\1\0\0"
        letters = {
            str(part) for part in font.Encoding.Differences if isinstance(part, pikepdf.Name)
        }
        assert letters == {"/wcircumflex", "/Wcircumflex", "/ycircumflex", "/Ycircumflex"}
        widths = [int(width) for width in font.Widths]
        assert len(widths) == int(font.LastChar) - int(font.FirstChar) + 1
        assert all(widths[ord(letter) - 32] for letter in "Az09£é")
        writing = {str(f.DA) for f in fields_of(pdf).values() if f.FT == "/Tx"}
    assert all(text.startswith(f"{name} 12 Tf") for text in writing)


@pytest.mark.parametrize("size", FormSize)
def test_equal_sheets_give_equal_bytes(size: FormSize) -> None:
    """Whoever makes a form twice has the same form."""
    given = sheet(builtin_pack("bid-check"))
    assert render_form(given, size, A4) == render_form(given, size, A4)


def test_each_text_field_has_a_look_of_its_own() -> None:
    """Programs write what was typed into it, and one that is shared would say it everywhere."""
    with open_pdf(drawn("handover")) as pdf:
        looks = [f.AP.N.objgen for f in fields_of(pdf).values() if f.FT == "/Tx"]
    assert len(set(looks)) == len(looks)
