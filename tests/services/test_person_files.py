"""Everything held about one person, in a file that only that person needs to read."""

import json
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from beginnings import TODAY, say, start

from collabkit.assessments.assessment import Assessment, Confidence, Participant, Response
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.plans.plan import Plan, Slot
from collabkit.services import Services
from collabkit.services.asking import is_private
from collabkit.services.assessments import NewPerson
from collabkit.services.closing import close_sheet
from collabkit.services.export_formats import Format
from collabkit.services.plans import own_action


@pytest.fixture
def group(services: Services) -> Assessment:
    """Two people who have answered; the first has an action under the name of the sheet."""
    names = [NewPerson(name, Respondent.TRUSTEE) for name in ("Heron", "Otter")]
    assessment = start(services, people=names, minimum=5, title="Away-day")
    heron, otter = services.assessments.participants(assessment.id)
    mine = Response(
        heron.id,
        "POW-1",
        "4",
        note="Heron's note <b>bold</b>",
        evidence="The minutes of May",
        confidence=Confidence.FAIRLY_SURE,
        flagged=True,
    )
    say(services, assessment, mine, Response(heron.id, "POW-2", "dk"))
    say(services, assessment, Response(otter.id, "POW-1", "1", note="What only Otter wrote"))
    close_sheet(services, assessment.id, heron.id)
    services.retention.keep_until(assessment.id, date(2029, 3, 1), TODAY)
    ring = own_action("Ring the partners", Slot.NOW)
    action = replace(ring, owner="heron", why="Heron offered to")
    start(
        services,
        people=[NewPerson("Heron", Respondent.STAFF)],
        title="Partners' view",
        charity_id=assessment.charity_id,
    )
    other = replace(own_action("Otter's action", Slot.PARKED), owner="Otter")
    services.plans.keep(Plan(assessment.id).with_action(action).with_action(other))
    return assessment


def written(services: Services, group: Assessment, path: Path) -> Path:
    person = services.assessments.participants(group.id)[0]
    services.person_files.write(group.id, person.id, path, TODAY)
    return path


def test_what_was_not_asked_is_told_in_words(
    services: Services, group: Assessment, tmp_path: Path
) -> None:
    """The person has never seen the codes of statements."""
    person = Participant("late", group.id, "Late", Respondent.TRUSTEE)
    services.store.participants.add(person, left_out=[(person.id, "POW-1")])
    path = tmp_path / "late.html"
    services.person_files.write(group.id, person.id, path, TODAY)
    html = path.read_text(encoding="utf-8")
    assert "Not asked on your sheet" in html
    assert "We talk with partners about the advantages" in html
    assert "POW-1" not in html


def test_the_page_holds_all_that_is_held(
    services: Services, group: Assessment, tmp_path: Path
) -> None:
    """Answers in words, notes, evidence, how sure, days, and actions under the name."""
    html = written(services, group, tmp_path / "mine.html").read_text(encoding="utf-8")
    for words in (
        "Heron",
        "Away-day",
        "We talk with partners about the advantages",
        "4 · Regular practice",
        "Heron&#39;s note &lt;b&gt;bold&lt;/b&gt;",
        "The minutes of May",
        "Fairly sure",
        "Marked to come back to",
        "Don&#39;t know",
        "March 2029",
        "What others wrote about you, such as in a note or in a session, is not in it",
        "A closed one cannot; it can be erased, so that you fill in a new one",
        "Ring the partners",
        "Why: Heron offered to",
        "There are sheets under the same name in these assessments too.",
        "Partners&#39; view",
        "Filled in on this computer",
    ):
        assert words in html or words.replace("&#39;", "'") in html, words
    assert "Otter" not in html


def test_as_data_it_says_the_same(services: Services, group: Assessment, tmp_path: Path) -> None:
    """For another program; nothing of anybody else."""
    path = written(services, group, tmp_path / "mine.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["name"] == "Heron"
    assert told["is_finished"] is True
    assert told["kept_until"] == "2029-03"
    assert [r["answer"] for r in told["responses"]] == ["4", "dk"]
    assert told["responses"][0]["note"] == "Heron's note <b>bold</b>"
    assert [a["text"] for a in told["actions"]] == ["Ring the partners"]
    assert "Otter" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_other_kinds_are_written_and_checked(
    services: Services, group: Assessment, tmp_path: Path, ending: str
) -> None:
    assert written(services, group, tmp_path / f"mine.{ending}").stat().st_size > 1000


def test_nobody_else_on_the_computer_reads_it(
    services: Services, group: Assessment, tmp_path: Path
) -> None:
    path = written(services, group, tmp_path / "mine.html")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_private_words_are_in_it(services: Services, tmp_path: Path) -> None:
    """They are held about the person too, and only this file ever shows them."""
    names = [NewPerson(name, Respondent.TRUSTEE) for name in ("Ours", "Theirs")]
    assessment = start(services, "power-inventory", people=names)
    person = services.assessments.participants(assessment.id)[0]
    (prompt, *_more) = services.personal.prompts(assessment.id)
    services.personal.keep(assessment.id, person.id, prompt.id, "For my eyes alone")
    path = tmp_path / "mine.html"
    services.person_files.write(assessment.id, person.id, path, TODAY)
    assert "For my eyes alone" in path.read_text(encoding="utf-8")


def test_an_empty_sheet_has_a_file_too(services: Services, tmp_path: Path) -> None:
    assessment = start(services)
    (person,) = services.assessments.participants(assessment.id)
    path = tmp_path / "mine.html"
    services.person_files.write(assessment.id, person.id, path, TODAY)
    assert "No answers are kept on this sheet." in path.read_text(encoding="utf-8")


def test_every_questionnaire_can_be_written(services: Services, tmp_path: Path) -> None:
    """Whatever its way of answering."""
    from collabkit.services.packs import builtin_packs

    charity = services.charities.add("Sample Charity")
    for pack in builtin_packs():
        minimum = 1 if pack.outcome.kind.value != "mirror" else 5
        assessment = start(services, pack.id, charity_id=charity.id, minimum=minimum)
        (person,) = services.assessments.participants(assessment.id)
        item = next(item for item in pack.items if not is_private(item))
        form = pack.form_of(item)
        answer = form.options[0].code if form.options else None
        say(services, assessment, Response(person.id, item.id, answer, note="In words"))
        path = tmp_path / f"{pack.id}.html"
        services.person_files.write(assessment.id, person.id, path, TODAY)
        assert "In words" in path.read_text(encoding="utf-8")


def test_another_kind_or_a_place_of_ours_is_refused(
    services: Services, group: Assessment, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInputError, match="end in one of these"):
        written(services, group, tmp_path / "mine.xlsx")
    with pytest.raises(InvalidInputError):
        written(services, group, services.folder.root / "mine.html")


def test_its_name_tells_whose_it_is(services: Services, group: Assessment) -> None:
    person = services.assessments.participants(group.id)[0]
    name = services.person_files.suggested_name(group.id, person.id, Format.HTML)
    assert name == "Heron, Away-day, own answers.html"
