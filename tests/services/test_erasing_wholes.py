"""An assessment, a charity and the bin are erased for good, and a name is taken out of words."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from beginnings import TODAY, say, start
from test_erasing_person import files_with
from workshop_days import by_hands, prepared

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Respondent
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, ProgressNote, Slot
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.erasing import Decision, Kind
from collabkit.services.plans import own_action
from collabkit.services.workshops import Session
from collabkit.storage.copies import Reason
from collabkit.storage.second_copy.segments import segment_paths

NAME = "Robin Canary"


def begun(services: Services) -> Session:
    """A session in which the room has voted once."""
    session = prepared(services)
    services.workshops.keep(session.id, by_hands(session.meeting, {"1": 6, "2": 2}), TODAY)
    return services.workshops.get(session.id)


def with_plan(services: Services, assessment_id: str, owner: str = NAME) -> None:
    action = replace(
        own_action(f"{owner} writes to every partner of the canary", Slot.NOW),
        owner=owner,
        progress=(ProgressNote(TODAY, f"{owner.upper()} has begun"),),
    )
    services.plans.keep(Plan(assessment_id).with_action(action))


def test_an_assessment_goes_with_everything_that_belongs_to_it(
    home: Services, folder: DataFolder
) -> None:
    """Plan, answers, what was settled, and the copies; another of the same charity stays whole."""
    gone = start(home, title="Canary occasion of last year")
    stays = start(home, charity_id=gone.charity_id, title="Stays")
    for each in (gone, stays):
        (person,) = home.assessments.participants(each.id)
        long = " ".join(f"{each.title} {number}" for number in range(90))  # over several pages
        say(home, each, Response(person.id, "POW-1", "3", note=long))
        with_plan(home, each.id)
    (person,) = home.assessments.participants(gone.id)
    home.store.safety.make_copy(Reason.ASKED)
    decision = home.erasing.assessment(gone.id, TODAY)
    assert "1 answer" in decision.lines
    done = home.erasing.erase(decision, TODAY)
    assert files_with(folder.root, gone.id, person.id, "nary occasion of last year") == []
    assert done.proof.found == ()
    assert [s.assessment.title for s in home.assessments.summaries()] == ["Stays"]
    assert len(home.plans.load(stays.id).actions) == 1
    with pytest.raises(KeyError):
        home.assessments.get(gone.id)


def test_what_follows_forgets_what_it_came_from(home: Services, folder: DataFolder) -> None:
    """A later plan carries an action on; the id of the earlier one goes with it."""
    last, now = start(home), start(home)
    with_plan(home, last.id, "Owner")
    (before,) = home.plans.load(last.id).actions
    home.plans.keep(Plan(now.id).with_action(replace(before, id="later", carried_from=before.id)))
    home.erasing.erase(home.erasing.assessment(last.id, TODAY), TODAY)
    (after,) = home.plans.load(now.id).actions
    assert (after.id, after.carried_from) == ("later", None)
    assert files_with(folder.root, before.id) == []
    home.close()
    again = open_services(folder)  # every digest still fits its row
    assert len(again.plans.load(now.id).actions) == 1
    again.close()


def test_a_charity_goes_with_its_sessions_and_what_was_put_away(
    home: Services, folder: DataFolder
) -> None:
    """Also a session that has not begun, and one to practise with."""
    session = begun(home)
    charity = home.charities.get(session.charity.id)
    put_away = start(home, charity_id=charity.id)
    home.assessments.remove(put_away.id)
    decision = home.erasing.charity(charity.id, TODAY)
    assert "leaves out one assessment that is put away" in decision.cautions[-1]
    home.erasing.erase(decision, TODAY)
    assert files_with(folder.root, charity.id, session.id, put_away.id, charity.name) == []
    assert home.charities.all() == ()
    practice = home.workshops.practise(TODAY)
    sample = next(c for c in home.charities.all() if c.is_sample)
    home.erasing.erase(home.erasing.charity(sample.id, TODAY), TODAY)
    assert files_with(folder.root, practice.id, sample.id) == []


def test_the_bin_is_emptied(home: Services, folder: DataFolder) -> None:
    """Only what lies in it goes."""
    assert home.erasing.bin(TODAY).is_empty
    away, stays = start(home, title="Away"), start(home, title="Stays")
    other = start(home, title="Its charity is away")
    home.assessments.remove(away.id)
    home.charities.remove(other.charity_id)
    assert home.erasing.put_away() == 2
    decision = home.erasing.bin(TODAY)
    home.erasing.erase(decision, TODAY)
    assert home.erasing.put_away() == 0
    assert home.erasing.receipts()[0].kind == Kind.BIN
    assert [s.assessment.id for s in home.assessments.summaries()] == [stays.id]
    assert home.charities.get(away.charity_id).name
    with pytest.raises(KeyError):
        home.charities.get(other.charity_id)
    assert files_with(folder.root, away.id, other.id, other.charity_id) == []


def test_questions_of_ones_own_go_when_nothing_is_answered_with_them(home: Services) -> None:
    """The words of a questionnaire stay as long as another assessment needs them."""
    one, two = start(home), start(home)
    home.erasing.erase(home.erasing.assessment(one.id, TODAY), TODAY)
    assert home.assessments.pack_of(home.assessments.get(two.id)).items
    home.erasing.erase(home.erasing.assessment(two.id, TODAY), TODAY)
    with pytest.raises(KeyError):
        home.store.packs.source(two.pack_digest)
    assert start(home)


def test_if_the_database_cannot_be_changed_everything_stays(
    home: Services, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All or nothing: the private words too."""
    names = [NewPerson(name, Respondent.TRUSTEE) for name in ("Ours", "Theirs")]
    assessment = start(home, "power-inventory", people=names)
    person = home.assessments.participants(assessment.id)[1]
    (prompt, *_more) = home.personal.prompts(assessment.id)
    home.personal.keep(assessment.id, person.id, prompt.id, "For my eyes")
    home.store.safety.make_copy(Reason.ASKED)
    decision = home.erasing.person(assessment.id, person.id, TODAY)
    kept = sorted(path.name for path in folder.backups.iterdir())
    fill = home.store._writer.write  # the one door through which the limit can be set
    fill(lambda connection: connection.exec_driver_sql("PRAGMA query_only = ON"))
    with pytest.raises(EnvironmentProblemError):
        home.erasing.erase(decision, TODAY)
    home.store._writer.read(lambda c: c.exec_driver_sql("PRAGMA query_only = OFF"))
    assert home.personal.read(assessment.id, person.id) == {prompt.id: "For my eyes"}
    assert sorted(path.name for path in folder.backups.iterdir()) == kept
    assert len(home.assessments.participants(assessment.id)) == 2


def test_a_copy_that_cannot_be_deleted_is_named(home: Services, folder: DataFolder) -> None:
    """What could not be erased is said, and can be tried again."""
    assessment = start(home)
    home.store.safety.make_copy(Reason.ASKED)
    decision = home.erasing.assessment(assessment.id, TODAY)
    (copy,) = decision.copies
    stuck = os.unlink

    def refuse(path: object, *args: object, **options: object) -> None:
        if str(path) == str(copy.path):
            raise PermissionError(13, "no")
        stuck(path, *args, **options)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.unlink", refuse)
        done = home.erasing.erase(decision, TODAY)
    assert [each.path for each in done.copies] == [copy.path]
    assert any(str(copy.path) in line for line in done.remains)
    assert home.erasing.erase_copies(done.copies) == ()
    assert files_with(folder.root, assessment.id) == []


def test_a_bundle_brings_it_back_when_somebody_wants_it(home: Services, tmp_path: Path) -> None:
    """The file lies outside; twice brings it back once."""
    from collabkit.services.bundles import Wanted

    assessment = start(home)
    path = tmp_path / "all.collabkit"
    home.bundles.write(Wanted(charity_id=assessment.charity_id), path, TODAY)
    home.erasing.erase(home.erasing.charity(assessment.charity_id, TODAY), TODAY)
    assert home.charities.all() == ()
    for _again in range(2):
        home.bundles.take(home.bundles.preview(path))
        assert [s.assessment.id for s in home.assessments.summaries()] == [assessment.id]
    assert home.erasing.receipts()[0].kind == Kind.CHARITY


def test_who_left_a_picture_leaves_it_in_a_bundle_too(home: Services, tmp_path: Path) -> None:
    """On another laptop the picture is as it is here."""
    from test_erasing_person import answered, erase

    from collabkit.services.bundles import Wanted

    assessment = answered(home, 12)
    home.results.picture(assessment.id)
    erase(home, assessment, 0)
    here = home.results.picture(assessment.id).results.item("POW-1")
    path = tmp_path / "all.collabkit"
    home.bundles.write(Wanted(charity_id=assessment.charity_id), path, TODAY)
    other = open_services(DataFolder(tmp_path / "other"))
    other.bundles.take(other.bundles.preview(path))
    assert other.results.picture(assessment.id).results.item("POW-1") == here
    other.close()


def named(services: Services, charity_id: str, *keys: str) -> Decision:
    return services.erasing.name(charity_id, NAME, keys, TODAY)


def test_a_name_is_found_and_taken_out_where_it_was_chosen(
    home: Services, folder: DataFolder
) -> None:
    """Place by place, in large or small letters; what was not chosen stays."""
    one = start(home, title=f"What {NAME} wanted")
    (person,) = home.assessments.participants(one.id)
    say(home, one, Response(person.id, "POW-1", "3", note="ask robin  canary, not Robin Canaryson"))
    with_plan(home, one.id)
    home.store.safety.make_copy(Reason.ASKED)
    found = home.named.mentions(one.charity_id, NAME)
    assert [m.key.split(":")[0] for m in found] == ["title", "action", "note"]
    assert all(mention.excerpt for mention in found)
    keys = [mention.key for mention in found if not mention.key.startswith("title")]
    home.erasing.erase(named(home, one.charity_id, *keys), TODAY)
    (action,) = home.plans.load(one.id).actions
    assert action.owner == "(name erased)"
    assert action.progress[0].text == "(name erased) has begun"
    assert home.assessments.responses(one.id)[0].note == ("ask (name erased), not Robin Canaryson")
    assert home.assessments.get(one.id).title == f"What {NAME} wanted"
    (left,) = home.named.mentions(one.charity_id, NAME)
    done = home.erasing.erase(named(home, one.charity_id, left.key), TODAY)
    assert done.proof.found == ()
    assert files_with(folder.root, f"{NAME} wanted", NAME.upper()) == []


def test_what_was_written_in_confidence_is_counted_and_not_shown(home: Services) -> None:
    """Not even to take a name out of it."""
    people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(6)]
    assessment = start(home, people=people, minimum=5)
    for person in home.assessments.participants(assessment.id)[:2]:
        say(home, assessment, Response(person.id, "POW-1", "3", note=f"Trust {NAME} less"))
    (mention,) = home.named.mentions(assessment.charity_id, NAME)
    assert mention.excerpt == ""
    assert "In 2 notes" in mention.where
    home.erasing.erase(named(home, assessment.charity_id, mention.key), TODAY)
    notes = {r.note for r in home.assessments.responses(assessment.id)}
    assert notes == {"Trust (name erased) less"}


def test_a_name_goes_from_the_record_of_a_session(home: Services, folder: DataFolder) -> None:
    """The session can still be opened."""
    session = begun(home)
    meeting = session.meeting
    first, *others = meeting.turns
    noted = replace(meeting, turns=(replace(first, note=f"{NAME} spoke"), *others))
    home.workshops.keep(session.id, noted, TODAY)
    (mention,) = home.named.mentions(session.charity.id, NAME)
    home.erasing.erase(named(home, session.charity.id, mention.key), TODAY)
    assert home.workshops.get(session.id).meeting.turns[0].note == "(name erased) spoke"
    assert files_with(folder.root, NAME) == []


def test_too_short_a_name_and_no_place_are_sentences(home: Services) -> None:
    """One letter stands everywhere."""
    assessment = start(home)
    with pytest.raises(InvalidInputError, match="whole name"):
        home.named.mentions(assessment.charity_id, " R ")
    with pytest.raises(InvalidInputError, match="at least one place"):
        named(home, assessment.charity_id)


def test_how_long_it_is_kept(home: Services) -> None:
    """The reminder comes when the month is over, and nothing goes by itself."""
    assessment = start(home, title="Board")
    retention = home.retention
    assert retention.until(assessment.id) is None
    retention.keep_until(assessment.id, date(2029, 3, 1), TODAY)
    assert retention.until(assessment.id) == date(2029, 3, 1)
    assert retention.over(date(2029, 3, 31)) == ()
    (over,) = retention.over(date(2029, 4, 1))
    assert (over.assessment_id, over.title) == (assessment.id, "Board")
    assert home.assessments.get(assessment.id)
    with pytest.raises(InvalidInputError, match="This month is over"):
        retention.keep_until(assessment.id, date(2026, 10, 1), TODAY)
    retention.keep_until(assessment.id, None, TODAY)
    assert retention.over(date(2040, 1, 1)) == ()
    home.assessments.settle(assessment.id, "keep-until", "for ever")
    assert retention.until(assessment.id) is None


def test_words_of_a_sheet_that_has_gone_go_with_the_bin(home: Services, folder: DataFolder) -> None:
    """The program was stopped before it could delete them."""
    assert home.erasing.put_away() == 0
    folder.personal.mkdir()
    left = folder.personal / "0f0f0f0f-0000-4000-8000-000000000000.json"
    left.write_text('{"PER-1": "private"}')
    assert home.erasing.put_away() == 1
    decision = home.erasing.bin(TODAY)
    assert not decision.is_empty
    home.erasing.erase(decision, TODAY)
    assert not left.exists()


def test_if_only_the_new_copy_fails_it_is_erased_and_said(
    home: Services, folder: DataFolder
) -> None:
    """The database part is done; with the next change the copy is made, and the log forgets it."""
    gone, stays = start(home), start(home)
    older = home.store.safety.make_copy(Reason.ASKED).path.name
    say(home, gone, Response(home.assessments.participants(gone.id)[0].id, "POW-1", "3"))
    decision = home.erasing.assessment(gone.id, TODAY)
    if folder.backups.exists():
        folder.backups.rename(folder.root / "elsewhere")
    folder.backups.write_text("in the way")
    done = home.erasing.erase(decision, TODAY)
    assert "not yet from the log of changes" in done.remains[0]
    logs = segment_paths(folder)
    *told, elsewhere = done.remains[1:]
    assert [str(path) in line for path, line in zip(logs, told, strict=True)] == [True] * len(logs)
    assert all("as soon as the new safety copy is made" in line for line in told)
    assert older in elsewhere, "nobody but a person knows what a file elsewhere is for"
    assert "delete these by hand" in elsewhere
    assert [s.assessment.id for s in home.assessments.summaries()] == [stays.id]
    assert done.receipt == home.erasing.receipts()[0]
    folder.backups.unlink()
    home.assessments.rename(stays.id, "Goes on")
    assert home.store.safety.copies()
    assert not set(logs) & set(segment_paths(folder))
