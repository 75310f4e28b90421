"""Whole assessments are read in one state, and kept in one transaction or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from session_samples import DAY, added, begin_now
from storage_samples import new_participant, start_assessment, state_of

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Assessment, Party, Response, Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import ActionKind
from collabkit.assessments.packs.reader import parse_pack
from collabkit.errors import InvalidInputError
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction, ProgressNote
from collabkit.storage import SessionState, Store, StoredSession
from collabkit.storage.bundles import Bringing, TakenMeanwhileError, WholeAssessment
from collabkit.storage.checks import check_file

SOURCE = (Path(__file__).parent.parent / "fixtures" / "packs" / "described.toml").read_bytes()
PACK = parse_pack(SOURCE, "described.toml")
CHARITY = Charity("a charity", "Sample Charity")


def whole(number: int, **changes: object) -> WholeAssessment:
    """An assessment with something of everything but a session."""
    assessment = Assessment(
        id=f"assessment {number}",
        charity_id=CHARITY.id,
        title=f"Occasion {number}",
        pack_id=PACK.id,
        pack_version=PACK.version,
        pack_digest=PACK.digest,
        selection=Selection.ALL,
        asked=("POW-2", "POW-9"),
        minimum=1,
        started=DAY,
        finished=DAY,
        place="POW-9",
    )
    party = Party(f"party {number}", assessment.id, "Sample Partner", is_own=True)
    person = replace(
        new_participant(assessment), id=f"person {number}", party_id=party.id, about_id=party.id
    )
    action = PlanAction(
        f"action {number}",
        "Ring the neighbours",
        ActionKind.QUICK_WIN,
        review=DAY,
        progress=(ProgressNote(DAY, "First call"),),
    )
    made = WholeAssessment(
        assessment=assessment,
        optional=frozenset({"POW-9"}),
        parties=(party,),
        participants=(person,),
        left_out={person.id: frozenset({"POW-9"})},
        responses=(
            Response(person.id, "POW-9", "1"),
            Response(person.id, "POW-2", None, "A note, answered last"),
        ),
        arrivals=(Arrival(person.id, Route.PAPER, "K7Q2", "a fingerprint", DAY),),
        settled={"follows": "another one", "wording": "volunteer-run"},
        plan=Plan(assessment.id, (action,)),
    )
    return replace(made, **changes)


def in_the_room(number: int, assessment_id: str | None) -> StoredSession:
    return StoredSession(
        id=f"session {number}",
        charity_id=CHARITY.id,
        assessment_id=assessment_id,
        pack_digest=PACK.digest,
        is_volunteer_run=True,
        is_practice=False,
        is_template=False,
        state=SessionState("Away-day", "talk", 3, 1, 0, DAY, DAY, "the record"),
        pack_id=PACK.id,
        pack_version=PACK.version,
    )


EVERYTHING = Bringing(
    charity=CHARITY,
    packs=((PACK, SOURCE),),
    assessments=(
        whole(2),
        whole(1),
        replace(
            whole(3),
            parties=(),
            participants=(),
            left_out={},
            responses=(),
            arrivals=(),
            session=in_the_room(1, "assessment 3"),
        ),
    ),
    waiting=(in_the_room(2, None),),
)


def test_everything_that_is_brought_is_read_again(store: Store, folder: DataFolder) -> None:
    """As it was, in its order, and sealed like anything that is written here."""
    store.bundles.bring(EVERYTHING)
    kept = store.bundles.of_charity(CHARITY.id)
    assert (kept.assessments, kept.waiting) == (EVERYTHING.assessments, EVERYTHING.waiting)
    assert store.bundles.of_assessment("assessment 1") == whole(1)
    assert store.charities.get(CHARITY.id) == CHARITY
    assert store.packs.source(PACK.digest) == SOURCE
    titles = [summary.assessment.title for summary in store.lists.summaries()]
    assert titles == ["Occasion 3", "Occasion 1", "Occasion 2"]
    store.flush()
    check_file(folder.database)


@pytest.mark.parametrize(
    "taken",
    [
        replace(EVERYTHING, assessments=(), waiting=()),
        replace(EVERYTHING, charity=None, assessments=(whole(2),), waiting=()),
        replace(EVERYTHING, charity=None, assessments=(), waiting=(in_the_room(1, None),)),
    ],
    ids=["charity", "assessment", "session"],
)
def test_what_is_here_is_never_written_over(store: Store, taken: Bringing) -> None:
    """Nothing at all is kept if one id is not free."""
    store.bundles.bring(EVERYTHING)
    before = store.bundles.of_charity(CHARITY.id)
    fresh = whole(9)
    with pytest.raises(TakenMeanwhileError, match="nothing was taken over"):
        store.bundles.bring(replace(taken, assessments=(fresh, *taken.assessments)))
    assert store.bundles.of_charity(CHARITY.id) == before


def test_half_of_it_is_never_kept(store: Store) -> None:
    """What cannot be written takes everything before it back."""
    impossible = replace(whole(2), responses=(Response("nobody", "POW-2", "1"),))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.bundles.bring(replace(EVERYTHING, assessments=(whole(1), impossible)))
    with pytest.raises(InvalidInputError, match="half a character"):
        store.bundles.bring(
            replace(EVERYTHING, assessments=(whole(1), whole(2, settled={"reason": "\ud800"})))
        )
    assert store.lists.charities() == ()
    assert store.bundles.taken(["a charity", "assessment 1", "person 1"]) == frozenset()


def test_ids_in_the_bin_are_taken_too(store: Store) -> None:
    """Of people, organisations, actions and sessions just as of assessments."""
    store.bundles.bring(EVERYTHING)
    store.charities.remove(CHARITY.id, DAY)
    ids = {"a charity", "assessment 1", "party 1", "person 1", "action 1", "session 2"}
    assert store.bundles.taken([*ids, "something else"]) == ids


def test_what_is_put_away_says_so(store: Store) -> None:
    """A session that was put away before it began is not read at all."""
    store.bundles.bring(EVERYTHING)
    later = date(2026, 11, 30)
    store.assessments.remove("assessment 1", later)
    store.sessions.remove("session 2", later)
    kept = store.bundles.of_charity(CHARITY.id)
    assert [one.removed for one in kept.assessments] == [None, later, None]
    assert kept.waiting == ()
    assert store.bundles.of_assessment("assessment 1").removed == later


def test_practice_is_not_read_with_a_charity(store: Store) -> None:
    """Neither before nor after it has begun."""
    session = added(store, is_practice=True)
    assert store.bundles.of_charity(str(session.charity_id)).waiting == ()
    begin_now(store, session)
    kept = store.bundles.of_charity(str(session.charity_id))
    assert (kept.assessments, kept.waiting) == ((), ())


def test_the_latest_answered_comes_last(store: Store) -> None:
    """An answer counts as much as any other change to an assessment."""
    first, (person,) = start_assessment(store)
    charity = store.charities.get(first.charity_id)
    second = replace(first, id="second", title="Second")
    store.assessments.add(second)
    store.responses.save(Response(person.id, "POW-1", "4")).result()
    kept = store.bundles.of_charity(charity.id)
    assert [one.assessment.id for one in kept.assessments] == ["second", first.id]


def test_an_unknown_id_is_a_key_error(store: Store) -> None:
    with pytest.raises(KeyError):
        store.bundles.of_assessment("nothing")


def test_a_copy_is_made_beside_what_is_going_on(store: Store, tmp_path: Path) -> None:
    """Of everything that is on the disk, and sound."""
    store.bundles.bring(EVERYTHING)
    copy = tmp_path / "backups" / "copy.db"
    store.bundles.copy_to(copy)
    before = state_of(copy)
    check_file(copy)
    assert state_of(copy) == before
    assert b"A note, answered last" in copy.read_bytes()
