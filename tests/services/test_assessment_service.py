"""An assessment pins its wording, remembers its place and can be finished and put away."""

from dataclasses import replace
from datetime import date

import pytest

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assets import resource
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.services import Services
from collabkit.services.assessments import Sitting, default_title
from collabkit.services.bundle_contents import Wanted
from collabkit.services.packs import builtin_pack
from collabkit.services.sample import ensure_sample

TODAY = date(2026, 11, 22)


def start(services: Services, selection: Selection = Selection.CORE) -> Sitting:
    charity = services.charities.add("Sample Charity")
    return services.assessments.start_alone(
        charity.id,
        builtin_pack("five-themes"),
        selection,
        Respondent.TRUSTEE,
        "November 2026",
        TODAY,
    )


def test_the_short_version_asks_twenty_statements_and_the_full_one_all(services: Services) -> None:
    assert len(start(services).assessment.asked) == 20
    services.charities.add("Second Sample")
    pack = builtin_pack("five-themes")
    second = services.charities.all()[0]
    full = services.assessments.start_alone(
        second.id, pack, Selection.ALL, Respondent.STAFF, "Full", TODAY
    )
    assert len(full.assessment.asked) == 45


def test_answers_and_place_are_there_when_the_assessment_is_opened_again(
    services: Services,
) -> None:
    sitting = start(services)
    problems: list[CollabkitError | None] = []
    response = Response(sitting.participant.id, "POW-2", "3", note="A sample note", flagged=True)
    services.responses.record(sitting.pack, response, problems.append)
    services.assessments.mark_place(sitting.assessment.id, "POW-4")
    services.responses.flush()
    again = services.assessments.sitting(sitting.assessment.id)
    assert problems == [None]
    assert again.responses == (response,)
    assert again.assessment.place == "POW-4"


def test_an_assessment_keeps_the_wording_it_was_answered_with(services: Services) -> None:
    """A later version of the pack does not change what somebody has read and answered."""
    source = resource("packs", "five-themes.toml").read_bytes()
    older_source = source.replace(b'version = "1.0"', b'version = "0.9"').replace(
        b"We talk with partners about the advantages that each side holds.",
        b"We talk with partners about who holds which advantages.",
    )
    older = parse_pack(older_source, "five-themes.toml")
    sitting = start(services)
    services.store.packs.keep(
        older_source, digest=older.digest, pack_id=older.id, version="0.9", title=older.title
    )
    pinned = replace(sitting.assessment, id="pinned", pack_digest=older.digest, pack_version="0.9")
    services.store.assessments.add(pinned)
    pack = services.assessments.pack_of(services.assessments.get("pinned"))
    assert pack.version == "0.9"
    assert pack.item("POW-1").statement == "We talk with partners about who holds which advantages."


@pytest.mark.parametrize(
    ("item", "answer"), [("POW-99", "3"), ("POW-1", "6"), ("POW-1", ""), ("POW-1", "yes")]
)
def test_an_answer_that_does_not_fit_is_refused(services: Services, item: str, answer: str) -> None:
    sitting = start(services)
    with pytest.raises(InvalidInputError):
        services.responses.record(
            sitting.pack, Response(sitting.participant.id, item, answer), lambda _problem: None
        )
    assert services.assessments.responses(sitting.assessment.id) == ()


def test_finishing_puts_the_date_and_answers_can_still_change(services: Services) -> None:
    sitting = start(services)
    finished = services.assessments.finish(sitting.assessment.id, TODAY)
    assert finished.finished == TODAY
    assert services.assessments.get(sitting.assessment.id).finished == TODAY


def test_an_empty_title_is_refused(services: Services) -> None:
    sitting = start(services)
    with pytest.raises(InvalidInputError, match="title"):
        services.assessments.rename(sitting.assessment.id, "  ")
    assert services.assessments.get(sitting.assessment.id).title == "November 2026"


def test_a_title_is_suggested_that_is_not_taken() -> None:
    assert default_title([], TODAY) == "November 2026"
    assert default_title(["november 2026", "November 2026 (2)"], TODAY) == "November 2026 (3)"


def test_files_of_two_questionnaires_have_different_names(services: Services) -> None:
    """Where the charity has the title twice, the questionnaire goes along; else it does not."""
    first = start(services).assessment
    tell = services.assessments.telling_title
    assert tell(first.id) == "November 2026"
    second = services.assessments.start_alone(
        first.charity_id,
        builtin_pack("board-check"),
        Selection.ALL,
        Respondent.TRUSTEE,
        "november 2026",
        TODAY,
    ).assessment
    assert tell(first.id) == "November 2026 (The five themes)"
    assert tell(second.id) == "november 2026 (Board conditions check)"
    name = services.bundles.suggested_name(Wanted(assessment_id=first.id), TODAY)
    assert "November 2026 (The five themes)" in name
    services.assessments.remove(second.id)
    assert tell(first.id) == "November 2026"


def test_the_sample_is_filled_in_once(services: Services) -> None:
    first = ensure_sample(services, TODAY)
    assert ensure_sample(services, TODAY) == first
    (summary,) = services.assessments.summaries()
    assert summary.is_sample
    assert summary.answered == summary.asked == 45
    assert len(services.plans.load(first).now) == 3
    assert services.assessments.get(first).finished == TODAY


def test_a_sample_that_was_put_away_can_be_had_again(services: Services) -> None:
    first = ensure_sample(services, TODAY)
    services.charities.remove(services.charities.all()[0].id)
    second = ensure_sample(services, TODAY)
    assert second != first
    assert len(services.assessments.summaries()) == 1


def test_control_characters_do_not_come_into_a_title_a_note_or_the_evidence(
    services: Services,
) -> None:
    """What was pasted along with the words is left out; a note keeps its lines."""
    assessment_id = ensure_sample(services, date(2026, 11, 22))
    assert services.assessments.rename(assessment_id, "June\n20\x0026\x1b").title == "June 2026"
    sitting = services.assessments.sitting(assessment_id)
    before = sitting.responses[0]
    dirty = replace(before, note="one\r\ntwo\x00", evidence="a\x07\tpaper")
    services.responses.record(sitting.pack, dirty, lambda _problem: None)
    services.responses.flush()
    stored = services.assessments.sitting(assessment_id).responses
    assert replace(before, note="one\ntwo", evidence="a\tpaper") in stored
