"""Reading a filled form: what is plain is taken, and what is not is told."""

import io

import pikepdf
import pytest
from small_forms import TOLD, form

from collabkit.assessments.arrival import Route
from collabkit.assessments.pack import NOTED, Respondent
from collabkit.errors import DataRefusedError, InvalidInputError
from collabkit.exchange.answers.filled_apart import fields_in
from collabkit.exchange.answers.filled_form import read_filled_form, sheet_of
from collabkit.exchange.answers.returned import ReturnedSheet


def sheet(told: dict[str, str] | None = None, **filled: list[str] | str) -> ReturnedSheet:
    """The sheet of a form with these fields; ``a__POW_1`` stands for ``a.POW_1``."""
    fields = {name.replace("__", "."): value for name, value in filled.items()}
    said = {**TOLD, "fields": str(len(fields)), **(told or {})}
    tree = [(f"collabkit.{name}", [value]) for name, value in said.items()]
    tree += [(name, [v] if isinstance(v, str) else v) for name, v in fields.items()]
    return sheet_of(tree, "form.pdf", "Statement {}".format)


def faults(**filled: list[str] | str) -> tuple[str, ...]:
    with pytest.raises(InvalidInputError) as caught:
        sheet(**filled)
    return caught.value.faults


def test_a_sheet_says_where_it_belongs() -> None:
    """Everything that the form was handed out with comes back."""
    found = sheet({"party": "North Trust", "about": "South Trust", "role": "staff"}, a__POW_1="3")
    assert (found.route, found.assessment, found.sheet) == (Route.FORM, "0f" * 16, "CDFHJK")
    assert (found.pack_id, found.pack_version) == ("five-themes", "1.0")
    assert found.wording == "0" * 64
    assert (found.party, found.about, found.role) == (
        "North Trust",
        "South Trust",
        Respondent.STAFF,
    )


def test_what_people_say_of_themselves_is_taken() -> None:
    """A role and a name of their own choosing, on one line."""
    found = sheet(a__X="3", you__role="person_served", you__name=" Seven\tof\nnine ")
    assert (found.role, found.name) == (Respondent.PERSON_SERVED, "Seven of nine")


def test_a_role_that_was_settled_counts_more_than_one_that_is_ticked() -> None:
    """Nobody makes a trustee of a partner."""
    assert sheet({"role": "partner"}, a__X="3", you__role="trustee").role is Respondent.PARTNER


def test_without_a_role_or_a_name_there_is_none() -> None:
    """Both may stay empty."""
    found = sheet(a__X="3", you__role=[], you__name="  ")
    assert (found.role, found.name) == (None, "")


def test_answers_have_the_codes_of_the_questionnaire() -> None:
    """Also where an id has full stops, which would part names in a form."""
    assert sheet(a__A_1_b="much-less", a__X="dk", a__Y="_Off", a__Z=[]).answers == {
        "A.1.b": "much-less",
        "X": "dk",
        "Y": "Off",
    }


def test_a_day_is_kept_in_figures() -> None:
    """However it was written."""
    assert sheet(d__X="30 June 2026").answers == {"X": "2026-06-30"}


def test_what_is_no_plain_day_is_kept_as_a_note() -> None:
    """Nothing that somebody wrote is lost, and nothing is guessed."""
    found = sheet(d__X="by summer", a__Y="3")
    assert (dict(found.answers), dict(found.notes)) == ({"Y": "3"}, {"X": "by summer"})


def test_words_alone_are_an_answer() -> None:
    """The code says that there is something, the note says what."""
    found = sheet(w__X=" One\r\nTwo ", w__Y="  ")
    assert (dict(found.answers), dict(found.notes)) == ({"X": NOTED}, {"X": "One\nTwo"})


def test_a_way_out_counts_beside_words() -> None:
    """Who ticks “don't know” and says why has answered “don't know”."""
    found = sheet(w__X="It is too early", a__X="dk")
    assert (found.answers, found.notes) == ({"X": "dk"}, {"X": "It is too early"})


def test_a_comment_is_a_note() -> None:
    """Control characters go, and what is no character becomes a mark."""
    assert sheet(n__X="a\x00b\x1b[2J\ud800", a__X=[]).notes == {"X": "ab[2J?"}


def test_every_fault_is_named_at_once() -> None:
    """So that all of it can be asked in one telephone call, and without what was answered."""
    assert faults(
        a__A=["1", "3"],
        a__B="</a>",
        a__C="2",
        d__C="30 June 2026",
        n__D="x" * 4_001,
        w__E=["one", "other"],
        you__role="queen",
        you__name="x" * 121,
    ) == (
        "Statement A: more than one answer is ticked.",
        "Statement B: the answer is none that there can be.",
        "Statement C: a day is written and a box is ticked.",
        "Statement E: two different things are written.",
        "Statement D: what is written has more than 4000 characters.",
        "The role is none that collabkit knows.",
        "The name has more than 120 characters.",
    )


def test_what_people_say_of_themselves_is_repeated_to_nobody() -> None:
    """Nor which role it could have been."""
    assert faults(you__role=["trustee", "staff"], a__A="1") == (
        "The person says two different things about themselves.",
    )


def test_without_the_questionnaire_a_statement_has_no_name() -> None:
    """An id would mean nothing to anybody."""
    fields = [(f"collabkit.{name}", [value]) for name, value in {**TOLD, "fields": "2"}.items()]
    fields += [("a.A", ["1", "3"]), ("a.B", ["1", "3"])]
    with pytest.raises(InvalidInputError) as caught:
        sheet_of(fields, "form.pdf")
    assert caught.value.faults == ("A statement: more than one answer is ticked.",)


@pytest.mark.parametrize("told", [{"version": "0"}, {"version": "x"}, {"fields": "-1"}])
def test_a_form_that_says_nonsense_of_itself_is_refused(told: dict[str, str]) -> None:
    """It was changed on its way."""
    with pytest.raises(DataRefusedError, match="a part of the form is missing"):
        sheet(told, a__X="3")


def test_a_form_of_a_later_release_may_have_other_fields() -> None:
    """What to do comes before what is missing."""
    with pytest.raises(DataRefusedError, match="install the newer version"):
        sheet({"version": "2", "fields": "many"}, a__X="3")


def test_a_form_whose_fields_became_ink_is_told_to_be_keyed_in() -> None:
    """The commonest way in which answers are lost: printed to a new PDF."""
    flat = io.BytesIO()
    with pikepdf.open(io.BytesIO(form())) as pdf:
        pdf.flatten_annotations("all")
        pdf.save(flat)
    with pytest.raises(InvalidInputError) as caught:
        read_filled_form(flat.getvalue(), "form.pdf")
    assert str(caught.value) == (
        "“form.pdf” holds no answers that can be read. If it was printed to a new PDF, please key "
        "it in from paper. Nothing was changed."
    )


def test_the_reader_names_every_field_with_its_branch() -> None:
    """Whatever the file calls what is above them."""
    names = [name for name, _values in fields_in(form())]
    assert names[0] == "collabkit.kind"
    assert {"a.POW-1", "n.POW-1", "you.name"} <= set(names)
