"""A charity or an assessment moves to another computer in one file, whole, once, and unharmed."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from beginnings import TODAY, say, start
from bundle_days import (
    dump,
    fill_all_samples,
    from_elsewhere,
    group,
    has_news,
    held,
    rows,
)
from workshop_days import PREPARED, on, prepared

from collabkit.assessments.assessment import Response
from collabkit.assessments.charity import IncomeBand
from collabkit.errors import InvalidInputError
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.bundles import BundleError, Choice, Standing, Wanted, passphrase_in
from collabkit.services.closing import close_sheet, closed_sheets
from collabkit.services.packs import builtin_pack
from collabkit.storage.bundles import TakenMeanwhileError


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """A computer with an assessment of every questionnaire; nobody changes anything there."""
    opened = open_services(DataFolder(tmp_path_factory.mktemp("full") / "data"))
    fill_all_samples(opened)
    yield opened
    opened.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Services]:
    """The other computer."""
    opened = open_services(DataFolder(tmp_path / "other"))
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "away.collabkit"


def move(services: Services, other: Services, file: Path, wanted: Wanted) -> tuple[str, ...]:
    """Write a file here and take it over there; return the ids of the assessments."""
    services.bundles.write(wanted, file, TODAY)
    return other.bundles.take(other.bundles.preview(file)).assessments


def test_every_questionnaire_moves_whole(full: Services, other: Services, file: Path) -> None:
    """Every row of the other database is as here; a second time nothing at all changes."""
    (charity,) = full.charities.all()
    assert len(move(full, other, file, Wanted(charity.id))) == 11
    assert rows(other) == rows(full)
    before = dump(other)
    preview = other.bundles.preview(file)
    assert {one.standing for one in preview.assessments} == {Standing.SAME}
    assert not has_news(preview)
    assert other.bundles.take(preview).assessments == ()
    assert dump(other) == before
    again = file.with_name("again.collabkit")
    other.bundles.write(Wanted(charity.id), again, TODAY)
    assert file.read_bytes() == again.read_bytes()


def test_the_sample_is_never_mixed_with_somebodys_own(
    full: Services, other: Services, file: Path
) -> None:
    """Even under the same name; the one that comes gets a number."""
    (charity,) = full.charities.all()
    own = other.charities.add(charity.name)
    move(full, other, file, Wanted(charity.id))
    names = {each.name: each.is_sample for each in other.charities.all()}
    assert names == {own.name: False, f"{own.name} (2)": True}


def test_people_plans_and_sessions_move_whole(
    services: Services, other: Services, file: Path
) -> None:
    """Sheets from elsewhere, closed ones, plans that live, what was held and what will be."""
    for charity_id in (group(services).charity_id, held(services).charity.id):
        (assessment, *_later) = services.store.assessments.of_charity(charity_id)
        if assessment.minimum == 5 and services.assessments.participants(assessment.id):
            from_elsewhere(services, assessment)
        services.workshops.prepare(
            charity_id, builtin_pack("five-themes"), replace(PREPARED, title="Next"), TODAY
        )
        move(services, other, file, Wanted(charity_id))
    assert rows(other) == rows(services)
    for summary in services.assessments.summaries():
        one = summary.assessment.id
        assert closed_sheets(other, one) == closed_sheets(services, one)
        told = [s.results.picture(one, TODAY).told.parts for s in (services, other)]
        assert told[0] == told[1]
    before = dump(other)
    assert not has_news(other.bundles.preview(file))
    other.bundles.take(other.bundles.preview(file))
    assert dump(other) == before


def test_a_single_assessment_moves_alone(services: Services, other: Services, file: Path) -> None:
    """With its charity, its questionnaire and its plan, and nothing of the others."""
    assessment = group(services)
    (taken,) = move(services, other, file, Wanted(assessment_id=assessment.id))
    assert taken == assessment.id
    assert other.assessments.get(taken) == assessment
    assert other.assessments.responses(taken) == services.assessments.responses(taken)
    assert other.plans.load(taken) == services.plans.load(taken)
    assert other.charities.all() == services.charities.all()
    assert len(other.assessments.summaries()) == 1


def test_nobody_else_may_read_the_file(services: Services, file: Path) -> None:
    """On this computer either."""
    services.bundles.write(Wanted(group(services).charity_id), file, TODAY)
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o600


def test_without_notes_only_answers_move(services: Services, other: Services, file: Path) -> None:
    """And what is here with notes is the same for a file without them."""
    assessment = group(services)
    wanted = Wanted(assessment.charity_id, with_notes=False)
    services.bundles.write(wanted, file, TODAY)
    assert b"A sample note" not in file.read_bytes()
    preview = other.bundles.preview(file)
    assert "It was saved without notes." in preview.lines
    other.bundles.take(preview)
    said = other.assessments.responses(assessment.id)
    assert [(r.answer, r.note, r.evidence, r.confidence, r.flagged) for r in said] == [
        ("4", "", "", None, False),
        ("dk", "", "", None, False),
        ("1", "", "", None, False),
    ]
    assert not has_news(services.bundles.preview(file))


def test_what_changed_since_stays_untouched(
    services: Services, other: Services, file: Path
) -> None:
    """Unless somebody keeps both: then the other comes under new ids and a title with a number."""
    assessment = group(services)
    wanted = Wanted(assessment_id=assessment.id)
    move(services, other, file, wanted)
    person = other.assessments.participants(assessment.id)[2]
    say(other, assessment, Response(person.id, "POW-2", "5"))
    before = dump(other)
    preview = other.bundles.preview(file)
    (one,) = preview.assessments
    assert (one.standing, one.usual_choice) == (Standing.OTHER_ANSWERS, Choice.LEAVE)
    other.bundles.take(preview)
    assert dump(other) == before
    taken = other.bundles.take(preview, {one.id: Choice.KEEP_BOTH})
    (second,) = taken.assessments
    assert second != assessment.id
    assert other.assessments.get(second).title == "Sample group (2)"
    assert len(other.assessments.responses(second)) == len(
        services.assessments.responses(assessment.id)
    )
    assert {p.id for p in other.assessments.participants(second)}.isdisjoint(
        p.id for p in other.assessments.participants(assessment.id)
    )
    assert len(other.assessments.responses(assessment.id)) == 5


def test_another_plan_is_told_apart_from_other_answers(
    services: Services, other: Services, file: Path
) -> None:
    """The plan that is here stays."""
    assessment = group(services)
    move(services, other, file, Wanted(assessment_id=assessment.id))
    plan = other.plans.load(assessment.id)
    other.plans.keep(plan.changed(plan.actions[0].id, owner="Treasurer"))
    (one,) = other.bundles.preview(file).assessments
    assert one.standing is Standing.OTHER_PLAN
    other.bundles.take(other.bundles.preview(file))
    assert other.plans.load(assessment.id).actions[0].owner == "Treasurer"


def test_looking_on_and_renaming_is_no_change(
    services: Services, other: Services, file: Path
) -> None:
    """Nor is the place where somebody stopped: it is still the same assessment."""
    assessment = group(services)
    move(services, other, file, Wanted(assessment_id=assessment.id))
    other.assessments.rename(assessment.id, "Our first time")
    other.assessments.mark_place(assessment.id, "EMP-2")
    other.charities.change(replace(other.charities.all()[0], name="Sample Charity renamed"))
    preview = other.bundles.preview(file)
    assert preview.assessments[0].standing is Standing.SAME
    assert any("as “Our first time”" in line for line in preview.lines)
    assert any("is called Sample Charity renamed here" in line for line in preview.lines)


def test_a_charity_is_found_by_its_name(services: Services, other: Services, file: Path) -> None:
    """What is known about it here stays; and nothing comes twice."""
    assessment = group(services)
    name = services.charities.get(assessment.charity_id).name
    here = other.charities.add(name.upper(), IncomeBand.LARGE)
    move(services, other, file, Wanted(assessment.charity_id))
    assert other.charities.all() == (here,)
    assert other.assessments.get(assessment.id).charity_id == here.id
    before = dump(other)
    preview = other.bundles.preview(file)
    assert preview.charity_here == here
    other.bundles.take(preview)
    assert dump(other) == before


def test_what_is_put_away_is_left_out_and_left_alone(
    services: Services, other: Services, file: Path
) -> None:
    """Here it does not go into the file; there it stays in the bin, unless both are kept."""
    assessment = group(services)
    wanted = Wanted(assessment.charity_id)
    move(services, other, file, wanted)
    services.assessments.remove(assessment.id)
    assert any(
        "1 assessment that is put away" in s for s in services.bundles.describe(wanted, TODAY)
    )
    other.assessments.remove(assessment.id)
    preview = other.bundles.preview(file)
    one = next(one for one in preview.assessments if one.id == assessment.id)
    assert one.standing is Standing.PUT_AWAY
    assert other.bundles.take(preview).assessments == ()
    taken = other.bundles.take(preview, {one.id: Choice.KEEP_BOTH})
    assert other.assessments.get(taken.assessments[0]).title == "Sample group (2)"


def test_nothing_comes_to_a_charity_that_is_put_away(
    services: Services, other: Services, file: Path
) -> None:
    """It would not be seen; the sentence says what to do."""
    charity_id = group(services).charity_id
    move(services, other, file, Wanted(charity_id))
    other.charities.remove(charity_id)
    before = dump(other)
    preview = other.bundles.preview(file)
    assert "bring it back first" in preview.refusal
    with pytest.raises(InvalidInputError, match="bring it back first"):
        other.bundles.take(preview)
    assert dump(other) == before


def test_ids_that_are_not_free_are_given_anew(
    services: Services, other: Services, file: Path
) -> None:
    """Whatever is here keeps its own, and the file is known again all the same."""
    assessment = group(services)
    person = services.assessments.participants(assessment.id)[0]
    there = start(other)
    sheet = replace(person, assessment_id=there.id, pseudonym="Somebody else")
    other.store.participants.add(sheet)
    move(services, other, file, Wanted(assessment.charity_id))
    assert sheet in other.assessments.participants(there.id)
    names = [one.pseudonym for one in other.assessments.participants(assessment.id)]
    assert names == [f"Person {number}" for number in range(1, 6)]
    assert person.id not in {one.id for one in other.assessments.participants(assessment.id)}
    assert not has_news(other.bundles.preview(file))


def test_what_follows_something_follows_it_there_too(
    services: Services, other: Services, file: Path
) -> None:
    """When both get new ids, the later one follows the new earlier one, and so do its actions."""
    assessment = group(services)
    move(services, other, file, Wanted(assessment.charity_id))
    for one in other.store.assessments.all():
        other.assessments.settle(one.id, "people", "same")
    preview = other.bundles.preview(file)
    taken = other.bundles.take(preview, {one.id: Choice.KEEP_BOTH for one in preview.assessments})
    earlier, later = taken.assessments
    assert other.assessments.settled(later)["follows"] == earlier
    (carried,) = other.plans.load(later).actions
    assert carried.carried_from == other.plans.load(earlier).actions[0].id
    assert not any(one.standing is Standing.NEW for one in other.bundles.preview(file).assessments)


def test_a_session_that_goes_on_elsewhere_is_kept_beside(
    services: Services, other: Services, file: Path
) -> None:
    """One that was prepared and changed since is not written over."""
    session = prepared(services)
    wanted = Wanted(session.charity.id)
    services.bundles.write(wanted, file, TODAY)
    taken = other.bundles.take(other.bundles.preview(file))
    assert taken.sessions == (session.id,)
    assert other.workshops.get(session.id).meeting == session.meeting
    other.workshops.change(session.id, replace(PREPARED, people=9), TODAY)
    preview = other.bundles.preview(file)
    (one,) = preview.sessions
    assert one.standing is Standing.OTHER_ANSWERS
    second = other.bundles.take(preview, {one.id: Choice.KEEP_BOTH}).sessions[0]
    assert other.workshops.get(second).meeting.preparation.title == "Away-day (2)"
    assert other.workshops.get(session.id).meeting.preparation.people == 9
    assert not has_news(other.bundles.preview(file))


def test_practice_is_nobodys_work(services: Services, file: Path) -> None:
    """It is in no file of the charity, and cannot be saved by itself."""
    session = services.workshops.practise(TODAY)
    told = services.bundles.describe(Wanted(session.charity.id), TODAY)
    assert "nothing but what is known about it" in told[0]
    services.workshops.keep(session.id, on(session.meeting), TODAY)
    begun = services.workshops.get(session.id).assessment_id
    assert begun is not None
    with pytest.raises(InvalidInputError, match="for practising"):
        services.bundles.write(Wanted(assessment_id=begun), file, TODAY)
    assert not file.exists()


def test_what_somebody_answers_for_others_moves_too(
    services: Services, other: Services, file: Path, tmp_path: Path
) -> None:
    """With what is known of the invitation, so that the answers can go back from there."""
    sheets = services.handing_out.sheets(group(services).id, today=TODAY)
    (asked,) = services.handing_out.write_invitations(sheets, tmp_path)
    begun = other.invited.open_invitation(asked.path, TODAY)
    third = open_services(DataFolder(tmp_path / "third"))
    assert move(other, third, file, Wanted(assessment_id=begun.id)) == (begun.id,)
    assert third.invited.invitation(begun.id) == other.invited.invitation(begun.id)
    third.close()


def test_what_names_a_sheet_that_was_taken_away_stays_out(
    services: Services, other: Services, file: Path
) -> None:
    """Such as that it was closed: nothing in a file means something that is not in it."""
    assessment = group(services)
    person = services.assessments.participants(assessment.id)[4]
    close_sheet(services, assessment.id, person.id)
    services.assessments.remove_person(assessment.id, person.id)
    move(services, other, file, Wanted(assessment_id=assessment.id))
    assert other.assessments.settled(assessment.id) == {}
    assert not has_news(services.bundles.preview(file))


def test_a_file_with_a_passphrase_tells_nothing(services: Services, file: Path) -> None:
    """It was unlocked again and compared before it took its place."""
    file.write_bytes(b"an older file")
    wanted = Wanted(group(services).charity_id)
    with pytest.raises(InvalidInputError, match="Four words"):
        services.bundles.write(wanted, file, TODAY, "otter")
    assert file.read_bytes() == b"an older file"
    services.bundles.write(wanted, file, TODAY, " velvet otter rain compass ")
    assert services.bundles.is_locked(file)
    assert b"collabkit" not in file.read_bytes()


def test_a_passphrase_comes_from_the_first_line_of_a_file(tmp_path: Path) -> None:
    """As the command line reads it; a file that is no text is no passphrase."""
    path = tmp_path / "passphrase.txt"
    path.write_bytes("\ufeffvelvet otter Ŵy\r\nanother line".encode())
    assert passphrase_in(path) == "velvet otter Ŵy"
    for wrong in (b"", b"\n", b"  \nvelvet", b"\xff\xfe", b"x" * 6_000):
        path.write_bytes(wrong)
        with pytest.raises(InvalidInputError, match="first line") as refusal:
            passphrase_in(path)
        assert "velvet" not in str(refusal.value)


def test_what_goes_in_is_told_beforehand(services: Services) -> None:
    """How much, whether with notes, and that everybody's answers can be read."""
    assessment = group(services)
    lines = services.bundles.describe(Wanted(assessment.charity_id), TODAY)
    name = services.charities.get(assessment.charity_id).name
    assert (
        lines[0] == f"{name}: 2 assessments, 10 sheets, 4 answers, 2 actions and 1 questionnaire."
    )
    assert any("said in confidence" in line for line in lines)
    alone = Wanted(assessment_id=start(services).id, with_notes=False)
    lines = services.bundles.describe(alone, TODAY)
    assert any("are left out" in line for line in lines)
    assert not any("said in confidence" in line for line in lines)
    assert services.bundles.suggested_name(alone, TODAY) == (
        "Sample Charity 2, Sample, 2026-11-22.collabkit"
    )


def test_everything_is_copied_before_something_comes(
    services: Services, other: Services, file: Path
) -> None:
    """The copy holds what was there before, and nothing is copied if nothing comes."""
    own = start(other)
    move(services, other, file, Wanted(group(services).charity_id))
    (copy,) = other.folder.backups.glob("*-before-import.db")
    kept = DataFolder(other.folder.root / "elsewhere")
    kept.root.mkdir()
    kept.database.write_bytes(copy.read_bytes())
    with open_services(kept).store as store:
        assert store.assessments.all() == (own,)
    copy.unlink()
    other.bundles.take(other.bundles.preview(file))
    assert not copy.exists()


def test_nothing_comes_if_it_cannot_be_copied(
    services: Services, other: Services, file: Path
) -> None:
    """The sentence says so."""
    services.bundles.write(Wanted(group(services).charity_id), file, TODAY)
    other.folder.backups.write_bytes(b"in the way")
    before = dump(other)
    with pytest.raises(Exception, match="Nothing was taken over, because the safety copy"):
        other.bundles.take(other.bundles.preview(file))
    assert dump(other) == before
    other.folder.backups.unlink()


def test_what_changed_since_the_preview_is_looked_at_anew(
    services: Services, other: Services, file: Path
) -> None:
    """An old preview brings nothing twice, and nothing that would be something else by now."""
    assessment = group(services)
    services.bundles.write(Wanted(assessment.charity_id), file, TODAY)
    old = other.bundles.preview(file)
    other.bundles.take(old)
    before = dump(other)
    assert other.bundles.take(old).assessments == ()
    assert dump(other) == before
    person = other.assessments.participants(assessment.id)[2]
    say(other, assessment, Response(person.id, "POW-2", "5"))
    with pytest.raises(TakenMeanwhileError, match="open the file once more"):
        other.bundles.take(old)


def test_only_what_is_offered_can_be_chosen(
    services: Services, other: Services, file: Path
) -> None:
    """Anything else is a bug of ours."""
    assessment = group(services)
    services.bundles.write(Wanted(assessment.charity_id), file, TODAY)
    preview = other.bundles.preview(file)
    for wrong in ({assessment.id: Choice.KEEP_BOTH}, {"x": Choice.TAKE}):
        with pytest.raises(ValueError):
            other.bundles.take(preview, wrong)
    left = {one.id: Choice.LEAVE for one in preview.assessments}
    assert other.bundles.take(preview, left).charity_id == ""
    assert other.charities.all() == ()


def test_an_older_file_is_unharmed_if_nothing_can_be_written(
    services: Services, tmp_path: Path
) -> None:
    """Nor is any of the program's own files ever written over."""
    wanted = Wanted(group(services).charity_id)
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        services.bundles.write(wanted, services.folder.database, TODAY)
    with pytest.raises(Exception, match="could not be written"):
        services.bundles.write(wanted, tmp_path / "nowhere" / "x.collabkit", TODAY)


def test_a_file_in_a_circle_with_what_is_here_is_refused(
    services: Services, other: Services, file: Path
) -> None:
    """Each half alone looks sound."""
    assessment = group(services)
    later = next(
        s.assessment for s in services.assessments.summaries() if s.assessment != assessment
    )
    move(services, other, file, Wanted(assessment_id=later.id))
    services.store.settled.keep(later.id, "follows", "")
    services.store.settled.keep(assessment.id, "follows", later.id)
    services.bundles.write(Wanted(assessment_id=assessment.id), file, TODAY)
    with pytest.raises(BundleError, match="round in a circle"):
        other.bundles.preview(file)
