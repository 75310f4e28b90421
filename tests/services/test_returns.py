"""What comes back is looked at first, and then taken as a whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest
from beginnings import start
from elsewhere_desk import (
    DAY,
    ONE_ANSWER,
    board,
    dump,
    file,
    handing_out,
    invited,
    look,
    look_at_one,
    returns,
    said,
    sheet,
    table,
    take,
    verdicts,
)

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers.answer_file import answer_bytes
from collabkit.services import Services
from collabkit.services.closing import closed_sheets
from collabkit.services.return_preview import Taken, Verdict


def test_a_sheet_from_an_invitation_is_taken_in(services: Services, tmp_path: Path) -> None:
    """From one computer to another and back: its person, answers, notes, and how it came."""
    assessment = board(services)
    (out,) = handing_out(services).sheets(assessment.id, today=DAY)
    (written,) = handing_out(services).write_invitations([out], tmp_path)
    there = invited(services).open_invitation(written.path, DAY)
    (person,) = services.assessments.participants(there.id)
    pack = services.assessments.pack_of(there)
    services.responses.record(pack, Response(person.id, "BRD-1", "4", "Why"), lambda _e: None)
    services.responses.record(pack, Response(person.id, "BRD-2", "dk"), lambda _e: None)
    services.responses.flush()
    back = tmp_path / "back.collabkit-answers"
    invited(services).give_back(there.id, back, with_notes=True, name="Blue", role=Respondent.STAFF)

    preview = returns(services).preview(assessment.id, [back])
    (only,) = preview.sheets
    assert (only.verdict, only.file, only.whose, only.kept_as) == (
        Verdict.NEW,
        back.name,
        "Blue",
        "Blue",
    )
    assert (only.sheet, only.route, only.role) == (out.sheet, Route.ANSWER_FILE, Respondent.STAFF)
    assert (only.answered, only.of, only.notes, only.reason) == (2, 4, 1, "")
    assert returns(services).take(preview, DAY) == Taken(new=1, newer=0)

    (taken,) = services.assessments.participants(assessment.id)
    assert (taken.pseudonym, taken.role) == ("Blue", Respondent.STAFF)
    assert services.assessments.responses(assessment.id) == (
        Response(taken.id, "BRD-1", "4", "Why"),
        Response(taken.id, "BRD-2", "dk"),
    )
    assert closed_sheets(services, assessment.id) == {taken.id}
    (arrival,) = services.store.arrivals.of_assessment(assessment.id)
    assert arrival == Arrival(taken.id, Route.ANSWER_FILE, out.sheet, arrival.fingerprint, DAY)


def test_looking_changes_nothing(services: Services) -> None:
    """Whatever there is to see."""
    assessment = board(services)
    before = dump(services)
    look(services, assessment, file(sheet(assessment)), ("x", b""), table(("A", ONE_ANSWER)))
    assert dump(services) == before


def test_taking_the_same_twice_changes_nothing(services: Services) -> None:
    """Neither the very preview, nor the files once more."""
    assessment = board(services)
    files = [file(sheet(assessment, name=f"P{n}")) for n in range(3)]
    files.append(table(("A", ONE_ANSWER), ("B", {"BRD-2": "1"})))
    preview = look(services, assessment, *files)
    assert returns(services).take(preview, DAY) == Taken(5, 0)
    before = dump(services)
    assert returns(services).take(preview, DAY) == Taken(0, 0)
    assert dump(services) == before
    again = look(services, assessment, *files)
    assert verdicts(again) == [Verdict.SAME] * 5
    assert returns(services).take(again, DAY) == Taken(0, 0)
    assert dump(services) == before


def test_the_same_file_chosen_twice_counts_once(services: Services) -> None:
    """Already in the preview."""
    assessment = board(services)
    one = file(sheet(assessment))
    preview = look(services, assessment, one, ("copy of it", one[1]))
    assert verdicts(preview) == [Verdict.NEW, Verdict.REPEATED]
    assert "twice in these files" in preview.sheets[1].reason  # nothing has come yet
    assert preview.still_needed == 4
    assert returns(services).take(preview, DAY) == Taken(1, 0)
    assert verdicts(look(services, assessment, one, one)) == [Verdict.SAME, Verdict.SAME]


def test_without_a_code_it_counts_once_too(services: Services) -> None:
    """Unless people say that two have said the very same."""
    assessment = board(services)
    one = table(("Blue", ONE_ANSWER))
    preview = look(services, assessment, one, one)
    assert verdicts(preview) == [Verdict.NEW, Verdict.REPEATED]
    assert preview.sheets[1].can_be_another
    again = look(services, assessment, one, one, another=[preview.sheets[1].key])
    assert verdicts(again) == [Verdict.NEW, Verdict.NEW]


def test_what_comes_is_told_anew_of_those_that_are_left(services: Services) -> None:
    """With five of six there are enough, with four there are not."""
    assessment = board(services)
    preview = look(services, assessment, *[file(sheet(assessment)) for _person in range(6)])
    keys = [each.key for each in preview.sheets]
    five = returns(services).without(preview, keys[:1])
    assert (len(five.to_take), five.still_needed) == (5, 0)
    assert five.outlook == "With these, enough will have answered."
    four = returns(services).without(preview, keys[:2])
    assert (len(four.to_take), four.still_needed) == (4, 1)


def test_a_newer_file_takes_the_place_of_the_earlier_one(services: Services) -> None:
    """Name and role too; whatever was on the sheet before and is not in it is gone."""
    assessment = board(services)
    first = sheet(assessment, answers={"BRD-1": "4", "BRD-2": "3"}, name="Blue")
    take(services, assessment, file(first))
    newer = replace(first, answers={"BRD-1": "1"}, name="Green", role=Respondent.STAFF)
    only = look_at_one(services, assessment, file(newer))
    assert (only.verdict, only.kept_as) == (Verdict.NEWER, "Green")
    assert "take their place" in only.reason
    assert take(services, assessment, file(newer)) == Taken(0, 1)
    assert said(services, assessment) == {"Green": {"BRD-1": "1"}}
    (person,) = services.assessments.participants(assessment.id)
    assert person.role is Respondent.STAFF
    assert look_at_one(services, assessment, file(newer)).verdict is Verdict.SAME
    assert len(services.store.arrivals.of_assessment(assessment.id)) == 1


def test_a_newer_file_without_a_name_keeps_the_name(services: Services) -> None:
    """And one with the same name is no second person of that name."""
    assessment = board(services)
    first = sheet(assessment, name="Blue")
    take(services, assessment, file(first))
    for number, name in enumerate(("Blue", "")):
        newer = replace(first, answers={"BRD-2": str(number + 1)}, name=name)
        take(services, assessment, file(newer))
        assert list(said(services, assessment)) == ["Blue"]


def test_once_shown_nothing_on_a_sheet_changes(services: Services) -> None:
    """A change could be seen in the next picture, and would tell who it was."""
    assessment = board(services)
    sheets = [sheet(assessment) for _person in range(5)]
    take(services, assessment, *map(file, sheets))
    assert services.results.picture(assessment.id).results.respondents == 5
    before = dump(services)
    newer = replace(sheets[0], answers={"BRD-1": "1"})
    only = look_at_one(services, assessment, file(newer))
    assert only.verdict is Verdict.TOO_LATE
    assert "were shown" in only.reason
    assert take(services, assessment, file(newer)) == Taken(0, 0)
    assert dump(services) == before


def test_two_files_of_one_sheet_are_not_guessed_at(services: Services) -> None:
    """Nobody knows which one counts."""
    assessment = board(services)
    one = sheet(assessment)
    preview = look(services, assessment, file(one), file(replace(one, answers={"BRD-1": "1"})))
    assert verdicts(preview) == [Verdict.NEW, Verdict.DOES_NOT_FIT]
    assert "Another file here" in preview.sheets[1].reason


def test_without_codes_the_very_same_answers_are_the_same_sheet(services: Services) -> None:
    """Unless people say that it is another person; that can be said once more."""
    assessment = board(services)
    blue = table(("Blue", ONE_ANSWER))
    take(services, assessment, blue)
    preview = look(services, assessment, blue)
    (only,) = preview.sheets
    assert (only.verdict, only.can_be_another) == (Verdict.SAME, True)
    for number in (2, 3):
        preview = look(services, assessment, blue, another=[only.key])
        assert verdicts(preview) == [Verdict.NEW]
        assert preview.sheets[0].kept_as == f"Blue ({number})"
        assert returns(services).take(preview, DAY) == Taken(1, 0)
        before = dump(services)
        assert returns(services).take(preview, DAY) == Taken(0, 0)
        assert dump(services) == before
    assert look_at_one(services, assessment, blue).verdict is Verdict.SAME
    assert len(said(services, assessment)) == 3


def test_with_codes_the_very_same_answers_are_two_people(services: Services) -> None:
    """Each sheet was handed to somebody else."""
    assessment = board(services)
    preview = look(services, assessment, file(sheet(assessment)), file(sheet(assessment)))
    assert verdicts(preview) == [Verdict.NEW, Verdict.NEW]


def test_one_with_a_code_and_one_without_may_be_the_same(services: Services) -> None:
    """People can say that it is not."""
    assessment = board(services)
    take(services, assessment, file(sheet(assessment, name="Blue")))
    preview = look(services, assessment, table(("Blue", ONE_ANSWER)))
    assert (verdicts(preview), preview.sheets[0].can_be_another) == ([Verdict.SAME], True)
    preview = look(services, assessment, table(("Blue", ONE_ANSWER)), another=["1.1"])
    assert verdicts(preview) == [Verdict.NEW]


def test_one_without_a_code_may_come_before_the_one_with_it(services: Services) -> None:
    """Once people have said that it is another person's, its code tells it for good."""
    assessment = board(services)
    take(services, assessment, table(("Blue", ONE_ANSWER)))
    coded = file(sheet(assessment, name="Blue"))
    assert look_at_one(services, assessment, coded).can_be_another
    preview = look(services, assessment, coded, another=["1.1"])
    assert returns(services).take(preview, DAY) == Taken(1, 0)
    before = dump(services)
    assert returns(services).take(preview, DAY) == Taken(0, 0)
    assert look_at_one(services, assessment, coded).verdict is Verdict.SAME
    assert take(services, assessment, coded, another=["1.1"]) == Taken(0, 0)
    assert dump(services) == before


def test_people_have_names_that_nobody_else_has(services: Services) -> None:
    """Their own if they gave one, otherwise the first free number; never that of a file."""
    assessment = board(services)
    take(services, assessment, file(sheet(assessment), "Mrs Somebody.json"))
    named = [file(sheet(assessment, name=name)) for name in ("Blue", "blue ", "", "Person 5", "")]
    preview = look(services, assessment, *named)
    names = [each.kept_as for each in preview.sheets]
    assert names == ["Blue", "blue (2)", "Person 2", "Person 5", "Person 3"]
    assert [each.whose for each in preview.sheets[:2]] == ["Blue", "blue"]
    assert preview.sheets[2].whose == f"Sheet {preview.sheets[2].sheet}"
    returns(services).take(preview, DAY)
    assert list(said(services, assessment)) == ["Person 1", *names]
    assert "Mrs Somebody" not in "".join(dump(services))


def test_a_long_name_is_cut_where_it_has_to_be(services: Services) -> None:
    """So that the number behind it can be seen."""
    assessment = board(services)
    preview = look(
        services, assessment, *(file(sheet(assessment, name="x" * 120)) for _again in range(2))
    )
    one, other = (each.kept_as for each in preview.sheets)
    assert one == "x" * 120
    assert (len(other), other[-5:]) == (120, "… (2)")


def test_a_sheet_of_another_assessment_is_told(services: Services) -> None:
    """By its title if it is here."""
    one, other = board(services), board(services, title="July")
    only = look_at_one(services, one, file(sheet(other)))
    assert only.verdict is Verdict.OTHER_ASSESSMENT
    assert "“July” of Sample Charity 2" in only.reason
    strange = look_at_one(services, one, file(replace(sheet(other), assessment="elsewhere")))
    assert strange.verdict is Verdict.OTHER_ASSESSMENT
    assert "not on this computer" in strange.reason


def test_a_sheet_with_another_questionnaire_is_told(services: Services) -> None:
    """Even if it says the same assessment."""
    assessment = board(services)
    only = look_at_one(services, assessment, file(sheet(assessment, pack_id="five-themes")))
    assert only.verdict is Verdict.OTHER_PACK
    assert "Here “{}” is answered".format(services.packs.read("board-check").title) in only.reason


def test_everything_that_does_not_fit_is_told_at_once(services: Services) -> None:
    """So that the person can be asked once; nothing is taken, and no answer is told to others."""
    assessment = board(services)
    broken = sheet(
        assessment,
        answers={"BRD-1": "9", "BRD-2": "3", "XXX-1": "1"},
        notes={"BRD-2": "x" * 4_000},
        party="Nobody's",
    )
    only = look_at_one(services, assessment, file(broken))
    assert only.verdict is Verdict.DOES_NOT_FIT
    assert only.reason.startswith("Three things")
    assert only.faults == (
        "No organisation called “Nobody's” takes part.",
        "Statement 1, “Part of our purpose”: the answer is none of those that can be chosen.",
        "One statement on it is not in “Board conditions check”.",
    )
    assert take(services, assessment, file(broken)) == Taken(0, 0)
    assert services.assessments.participants(assessment.id) == ()


def test_what_the_assessment_does_not_ask_is_told_and_left_out(services: Services) -> None:
    """The rest is taken; of a sheet with nothing else nothing is."""
    assessment = board(services)
    more = sheet(assessment, answers={"BRD-1": "4", "BRD-9": "4"}, notes={"BRD-10": "x"})
    only = look_at_one(services, assessment, file(more))
    assert (only.verdict, only.not_asked) == (Verdict.NEW, ("BRD-9", "BRD-10"))
    take(services, assessment, file(more))
    assert said(services, assessment) == {"Person 1": {"BRD-1": "4"}}
    only = look_at_one(services, assessment, file(sheet(assessment, answers={"BRD-9": "4"})))
    assert only.verdict is Verdict.DOES_NOT_FIT
    assert "is asked here" in only.reason


def test_an_empty_sheet_is_not_taken(services: Services) -> None:
    """Somebody has saved it before they began."""
    assessment = board(services)
    only = look_at_one(services, assessment, file(sheet(assessment, answers={})))
    assert (only.verdict, only.reason) == (
        Verdict.DOES_NOT_FIT,
        "Nothing is answered on this sheet.",
    )


def test_a_note_alone_is_something(services: Services) -> None:
    """It stays a note."""
    assessment = board(services)
    take(services, assessment, file(sheet(assessment, answers={}, notes={"BRD-1": " Why "})))
    (response,) = services.assessments.responses(assessment.id)
    assert (response.answer, response.note) == (None, "Why")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    services: Services, tmp_path: Path
) -> None:
    """It is told with its name and the reason, and all faults of a table."""
    assessment = board(services)
    good = tmp_path / "good.json"
    good.write_bytes(answer_bytes(sheet(assessment)))
    files = [good, tmp_path / "gone.json", ("photo.png", b"\x89PNG....")]
    files.append(table(("A", {"BRD-1": "9"}), ("B", {"XXX-1": "1"})))
    preview = returns(services).preview(assessment.id, files)
    assert verdicts(preview) == [Verdict.NEW, *[Verdict.UNREADABLE] * 3]
    assert [each.file for each in preview.sheets][1:] == ["gone.json", "photo.png", "answers.csv"]
    assert "could not be opened" in preview.sheets[1].reason
    assert "a picture" in preview.sheets[2].reason
    assert preview.sheets[3].faults == (
        "answers.csv, line 2: “…” is not an answer to BRD-1; use one of: 1, 2, 3, 4, 5, dk, na.",
        "answers.csv, line 3: there is no statement “…” in the pack board-check.",
    )
    assert [each.key for each in preview.sheets] == ["1.1", "2", "3", "4"]
    assert returns(services).take(preview, DAY) == Taken(1, 0)


def test_what_changed_meanwhile_is_seen(services: Services) -> None:
    """Nothing is taken, and people look again."""
    assessment = board(services)
    one, other = sheet(assessment), sheet(assessment)
    preview = look(services, assessment, file(one), file(other))
    take(services, assessment, file(replace(one, answers={"BRD-1": "1"})))
    before = dump(services)
    with pytest.raises(InvalidInputError, match="something has changed") as raised:
        returns(services).take(preview, DAY)
    assert len(raised.value.faults) == 1
    assert f"Sheet {one.sheet}" in raised.value.faults[0]
    assert dump(services) == before


def test_results_may_be_shown_meanwhile(services: Services) -> None:
    """Then a newer file comes too late, although it did not when people looked."""
    assessment = board(services)
    sheets = [sheet(assessment) for _person in range(5)]
    take(services, assessment, *map(file, sheets))
    preview = look(services, assessment, file(replace(sheets[0], answers={"BRD-1": "1"})))
    assert verdicts(preview) == [Verdict.NEWER]
    services.results.picture(assessment.id)
    with pytest.raises(InvalidInputError) as raised:
        returns(services).take(preview, DAY)
    assert "were shown" in raised.value.faults[0]


def test_somebody_may_begin_on_this_computer_meanwhile(services: Services) -> None:
    """Names are found anew."""
    assessment = board(services)
    preview = look(services, assessment, file(sheet(assessment)))
    services.assessments.add_person(assessment.id, "Person 1", Respondent.STAFF)
    assert returns(services).take(preview, DAY) == Taken(1, 0)
    assert list(said(services, assessment)) == ["Person 1", "Person 2"]


def test_only_so_many_at_once(services: Services) -> None:
    """A table with more people is something else."""
    assessment = board(services)
    many = table(*((f"P{n}", ONE_ANSWER) for n in range(1_001)))
    with pytest.raises(InvalidInputError, match="1000 sheets"):
        look(services, assessment, many)


def test_own_assessments_take_no_sheets(services: Services) -> None:
    """Nor does an unknown one."""
    alone = start(services)
    with pytest.raises(InvalidInputError, match="one person's own assessment"):
        look(services, alone, file(sheet(alone)))
    with pytest.raises(KeyError):
        returns(services).preview("nowhere", [])
