"""The work goes somewhere else, with what could not be saved where it belongs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, Slot
from collabkit.services import Services, open_services
from collabkit.services.packs import builtin_packs
from collabkit.services.plans import own_action
from collabkit.services.rescue import Late, Unsaved, save_elsewhere

TODAY = date(2026, 11, 22)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = open_services(DataFolder(tmp_path / "data"))
    yield services
    services.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def start(services: Services) -> Response:
    """Start an assessment and return an answer to its first statement that is not saved yet."""
    charity = services.charities.add("Sample Charity: “A/B”")
    sitting = services.assessments.start_alone(
        charity.id, builtin_packs()[0], Selection.CORE, Respondent.TRUSTEE, "November 2026", TODAY
    )
    return Response(sitting.participant.id, sitting.assessment.asked[0], "4", "a note")


def state_of(folder: DataFolder) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}


def test_everything_goes_along_and_nothing_here_is_changed(services: Services, stick: Path) -> None:
    """Own packs and what was written for oneself, too."""
    response = start(services)
    for part in ("packs/own.toml", "personal/sheet.json"):
        path = services.folder.root / part
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    before = state_of(services.folder)
    rescued = save_elsewhere(services, stick, [Unsaved(response)], TODAY)
    assert state_of(services.folder) == before
    assert (rescued.added, rescued.left) == (1, 0)
    everything = DataFolder(rescued.folder / "everything")
    assert (everything.packs / "own.toml").read_text() == "mine"
    assert (everything.personal / "sheet.json").read_text() == "mine"
    with open_services(everything, read_only=True).store as store:
        (assessment,) = store.assessments.all()
        (found,) = store.responses.of_assessment(assessment.id)
    assert found == response
    assert services.store.responses.of_assessment(assessment.id) == ()


def test_any_collabkit_opens_the_file_of_a_charity(
    services: Services, stick: Path, tmp_path: Path
) -> None:
    """With what was not saved, and with the plan."""
    response = start(services)
    (assessment,) = services.store.assessments.all()
    plan = Plan(assessment.id).with_action(own_action("Meet them in March", Slot.PARKED))
    rescued = save_elsewhere(services, stick, [Unsaved(response), Unsaved(plan)], TODAY)
    assert rescued.added == 2
    (file,) = rescued.files
    other = open_services(DataFolder(tmp_path / "other laptop"))
    try:
        taken = other.bundles.take(other.bundles.preview(file))
        (assessment_id,) = taken.assessments
        (found,) = other.store.responses.of_assessment(assessment_id)
        (action,) = other.plans.load(assessment_id).actions
    finally:
        other.close()
    assert (found.answer, found.note) == ("4", "a note")
    assert action.text == "Meet them in March"


def test_what_belongs_nowhere_is_counted(services: Services, stick: Path) -> None:
    """It stays on its page."""
    response = Response("nobody", "nothing", "4")
    rescued = save_elsewhere(services, stick, [Unsaved(response), Unsaved("?")], TODAY)
    assert (rescued.files, rescued.added, rescued.left) == ((), 0, 2)


def test_a_second_time_gets_a_folder_of_its_own(services: Services, stick: Path) -> None:
    first = save_elsewhere(services, stick, [], TODAY)
    second = save_elsewhere(services, stick, [], TODAY)
    assert first.folder.name == "collabkit 2026-11-22"
    assert second.folder.name == "collabkit 2026-11-22 (2)"


def test_a_place_that_does_not_do_is_told(services: Services, stick: Path) -> None:
    (stick / "file").touch()
    for place in (stick / "gone", stick / "file"):
        with pytest.raises(EnvironmentProblemError):
            save_elsewhere(services, place, [], TODAY)
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        save_elsewhere(services, services.folder.root, [], TODAY)


def hands_in(services: Services, late: Late) -> list[CollabkitError | None]:
    """Let ``late`` be saved and return what it said."""
    said: list[CollabkitError | None] = []
    late.send(None, said.append)
    services.store.flush()
    return said


def test_what_is_late_is_saved_and_may_be_saved_again(services: Services) -> None:
    """A first try may have written it all the same."""
    response = start(services)
    late = Late(services, Unsaved(response), TODAY)
    assert hands_in(services, late) == [None]
    assert hands_in(services, late) == [None]
    assert services.store.responses.get(response.participant_id, response.item_id) == response


def test_what_is_late_goes_over_nothing_newer(services: Services) -> None:
    """Meanwhile the person has answered the same statement anew, and gone on with the plan."""
    response = start(services)
    newer = replace(response, note="what I think by now")
    assessment_id = services.assessments.summaries()[0].assessment.id
    plan = Plan(assessment_id).with_action(own_action("An older one", Slot.NOW))
    later_plan = Plan(assessment_id).with_action(own_action("The one to keep", Slot.NOW))
    late = [Late(services, Unsaved(each), TODAY) for each in (response, plan)]
    for each in late:
        assert hands_in(services, each) == [None]
    services.store.responses.save(newer).result()
    services.plans.keep(later_plan)
    for each in late:
        assert hands_in(services, each) == [None]
    assert services.store.responses.get(response.participant_id, response.item_id) == newer
    assert services.plans.load(assessment_id) == later_plan
