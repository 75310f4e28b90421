"""Sessions in the room: each with its record, its assessment and its plan as one."""

from dataclasses import replace
from datetime import date

import pytest
from session_samples import (
    ACTION,
    BEGUN,
    DAY,
    LATER,
    STATE,
    added,
    becoming,
    begin_now,
    new_session,
    room,
)
from storage_samples import new_charity

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assets import resource
from collabkit.errors import InvalidInputError
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan
from collabkit.storage import (
    DamagedFileError,
    SessionGoneError,
    SessionProgress,
    SessionState,
    Store,
    StoredSession,
)
from collabkit.storage.sessions import Brought, InTheRoom


def test_a_session_comes_back_as_it_was(store: Store, folder: DataFolder) -> None:
    """Every field survives a restart with all its checks."""
    session = added(store)
    store.close()
    with Store.open(folder) as again:
        assert again.sessions.get(session.id) == session


def test_an_unknown_session_is_a_key_error(store: Store) -> None:
    """Whatever is asked of it."""
    for verb in (
        store.sessions.get,
        lambda key: store.sessions.remove(key, DAY),
        store.sessions.restore,
    ):
        with pytest.raises(KeyError):
            verb("nobody")


def test_a_session_that_is_gone_cannot_be_kept(store: Store) -> None:
    """It is told apart from what a disk may do: trying again would not help."""
    with pytest.raises(SessionGoneError, match="not there any more"):
        store.sessions.keep("nobody", becoming(STATE))
    later = store.sessions.keep_later("nobody", becoming(STATE))
    assert isinstance(later.exception(), SessionGoneError)


def test_what_a_session_brings_along_is_kept_with_it(store: Store) -> None:
    """Its charity and its questionnaire, in one transaction with it; or nothing of all that."""
    source = resource("packs", "board-check.toml").read_bytes()
    charity, pack = new_charity(), parse_pack(source, "board-check.toml")
    session = new_session(charity_id=charity.id, pack_digest=pack.digest)
    brought = Brought(charity, pack, source)

    def begin(_session: StoredSession) -> Assessment:
        raise ValueError("it cannot begin")

    follows = InTheRoom(begin, lambda _record, plan: plan, LATER, is_over=False)
    with pytest.raises(ValueError, match="it cannot begin"):
        store.sessions.add(session, follows, brought)
    assert store.lists.charities() == ()
    with pytest.raises(KeyError):
        store.packs.source(pack.digest)
    store.sessions.add(session, None, brought)
    assert store.lists.charities() == (charity,)
    assert store.packs.source(pack.digest) == source
    assert store.sessions.get(session.id).pack_id == pack.id


def test_the_assessment_begins_with_the_session(store: Store) -> None:
    """It is made once, however often the session is kept afterwards."""
    session = added(store)
    assert store.assessments.all() == ()
    assessment_id = begin_now(store, session)
    assert begin_now(store, session) == assessment_id
    assert [a.id for a in store.assessments.all()] == [assessment_id]
    assert store.sessions.of_assessment(assessment_id) == store.sessions.get(session.id)


def test_an_assessment_on_sheets_has_no_session(store: Store) -> None:
    """Nothing is invented for it."""
    added(store)
    assert store.sessions.of_assessment("another") is None


def test_what_is_settled_is_settled_at_the_beginning(store: Store) -> None:
    """The words of the questionnaire are fixed from then on."""
    session = added(store)
    store.sessions.keep(
        session.id, becoming(BEGUN, room(store, session, settled={"wording": "ours"}))
    )
    assessment_id = str(store.sessions.get(session.id).assessment_id)
    assert store.settled.of_assessment(assessment_id) == {"wording": "ours"}


def test_the_plan_is_kept_with_the_record_before_and_the_plan_as_it_is(store: Store) -> None:
    """Whoever works it out can tell what is new."""
    session = added(store)
    assessment_id = begin_now(store, session)
    store.plans.save(Plan(assessment_id, (ACTION,)))
    seen = []

    def plan(record: str, before: Plan) -> Plan:
        seen.append((record, before))
        return replace(before, actions=(replace(ACTION, text="Write to them"),))

    after = replace(BEGUN, record="{}")
    store.sessions.keep(session.id, becoming(after, room(store, session, plan=plan)))
    assert seen == [(BEGUN.record, Plan(assessment_id, (ACTION,)))]
    assert store.plans.load(assessment_id).actions[0].text == "Write to them"


def test_all_of_it_is_kept_or_nothing(store: Store) -> None:
    """If the plan cannot be kept, neither the record is, nor has the assessment begun."""
    session = added(store)

    def plan(_record: str, _before: Plan) -> Plan:
        raise ValueError("no plan")

    with pytest.raises(ValueError, match="no plan"):
        store.sessions.keep(session.id, becoming(BEGUN, room(store, session, plan=plan)))
    assert store.sessions.get(session.id) == session
    assert store.assessments.all() == ()


def test_the_end_of_the_session_finishes_the_assessment(store: Store) -> None:
    """On the first day on which it was over; going back from the end takes that back."""
    session = added(store)
    assessment_id = begin_now(store, session)
    over = room(store, session, is_over=True)
    store.sessions.keep(session.id, becoming(BEGUN, over))
    store.sessions.keep(session.id, becoming(BEGUN, replace(over, day=date(2027, 1, 1))))
    assert store.assessments.get(assessment_id).finished == LATER
    store.sessions.keep(session.id, becoming(BEGUN, room(store, session)))
    assert store.assessments.get(assessment_id).finished is None


def test_a_step_begins_from_what_is_on_the_disk(store: Store) -> None:
    """Also if something else was handed in just before it; one that is refused changes nothing."""
    session = added(store)

    def longer(before: StoredSession) -> tuple[SessionState, None]:
        if len(before.state.record) > 30:
            raise InvalidInputError("long enough")
        return replace(before.state, record=f"{before.state.record} more"), None

    done = [store.sessions.keep_later(session.id, longer) for _ in range(4)]
    assert [type(future.exception()) for future in done] == [type(None)] * 2 + [
        InvalidInputError
    ] * 2
    assert store.sessions.get(session.id).state.record == f"{STATE.record} more more"


def test_what_is_handed_in_is_kept_in_order(store: Store) -> None:
    """The last one handed in is the one on the disk."""
    session = added(store)
    states = [replace(STATE, record=f'{{"n": {n}}}') for n in range(20)]
    done = [store.sessions.keep_later(session.id, becoming(state)) for state in states]
    for future in done:
        future.result()
    assert store.sessions.get(session.id).state == states[-1]


def test_lists_have_the_latest_touched_first(store: Store) -> None:
    """Templates are apart, and what is put away is nowhere."""
    first, second = added(store), added(store)
    template = added(store, id="template", charity_id=None, is_template=True)
    store.sessions.keep(first.id, becoming(STATE))
    assert [line.id for line in store.sessions.lines()] == [first.id, second.id]
    assert [line.id for line in store.sessions.lines(templates=True)] == [template.id]
    store.sessions.remove(second.id, DAY)
    assert [line.id for line in store.sessions.lines()] == [first.id]
    assert [(line.id, line.removed) for line in store.sessions.put_away()] == [(second.id, DAY)]
    store.sessions.restore(second.id)
    assert store.sessions.put_away() == ()


def test_a_line_needs_no_record(store: Store) -> None:
    """What a list shows is beside the record, which may be unreadable."""
    session = added(store)
    begin_now(store, session)
    store.sessions.keep(session.id, becoming(replace(BEGUN, record="not even JSON")))
    (line,) = store.sessions.lines()
    assert (line.phase, line.voted, line.statements, line.held_on) == ("reveal", 1, 3, LATER)


def test_a_session_lies_in_the_bin_with_its_assessment(store: Store) -> None:
    """Either of them takes the other along, there and back."""
    session = added(store)
    assessment_id = begin_now(store, session)
    store.sessions.remove(session.id, DAY)
    assert store.assessments.all() == ()
    store.assessments.restore(assessment_id)
    assert [line.id for line in store.sessions.lines()] == [session.id]
    store.assessments.remove(assessment_id, DAY)
    assert store.sessions.lines() == ()
    assert [line.id for line in store.sessions.put_away()] == [session.id]
    store.sessions.restore(session.id)
    assert [a.id for a in store.assessments.all()] == [assessment_id]


def test_a_session_is_hidden_with_its_charity(store: Store) -> None:
    """And comes back with it."""
    session = added(store)
    store.charities.remove(str(session.charity_id), DAY)
    assert store.sessions.lines() == store.sessions.put_away() == ()
    store.charities.restore(str(session.charity_id))
    assert [line.id for line in store.sessions.lines()] == [session.id]


def test_a_session_has_the_title_of_its_assessment(store: Store) -> None:
    """Whoever gives the assessment another name finds the session under it, also later on."""
    session = added(store)
    assessment_id = begin_now(store, session)
    assessment = store.assessments.get(assessment_id)
    store.assessments.change(replace(assessment, title="The board in June"))
    begin_now(store, session)
    assert [line.title for line in store.sessions.lines()] == ["The board in June"]
    assert store.assessments.get(assessment_id).title == "The board in June"


def test_summaries_know_how_far_a_session_is(store: Store) -> None:
    """For Home, without SQLAlchemy and without the record."""
    session = added(store)
    begin_now(store, session)
    (summary,) = store.lists.summaries()
    assert summary.session == SessionProgress(session.id, "reveal", 3, 1)
    assert summary.participants == 0


def test_practice_is_nobodys_work(store: Store) -> None:
    """It is in no list but that of the sessions; asked for by its id, it is there."""
    session = added(store, is_practice=True)
    assessment_id = begin_now(store, session)
    store.plans.save(Plan(assessment_id, (replace(ACTION, due=DAY),)))
    assert store.lists.summaries() == ()
    assert store.lists.due(LATER) == ()
    (summary,) = store.lists.summaries(assessment_id)
    assert summary.assessment.id == assessment_id
    assert [line.id for line in store.sessions.lines()] == [session.id]


def test_a_new_practice_takes_the_place_of_the_one_before(store: Store) -> None:
    """With its assessment and its plan, for good; other sessions stay."""
    other = added(store)
    begin_now(store, other)
    practice = added(store, id="practice", is_practice=True)
    assessment_id = begin_now(store, practice)
    store.plans.save(Plan(assessment_id, (ACTION,)))
    store.sessions.add_practice(replace(practice, id="again"))
    assert {line.id for line in store.sessions.lines()} == {other.id, "again"}
    with pytest.raises(KeyError):
        store.assessments.get(assessment_id)
    assert store.plans.load(assessment_id).actions == ()


def test_the_number_of_a_change_is_given_once(store: Store, folder: DataFolder) -> None:
    """After a restart numbers go on above those of sessions too."""
    session = added(store)
    for _time in range(5):
        store.sessions.keep(session.id, becoming(STATE))
    store.close()
    with Store.open(folder) as again:
        other = added(again)
        assert [line.id for line in again.sessions.lines()] == [other.id, session.id]


def test_a_changed_record_is_noticed(store: Store, folder: DataFolder) -> None:
    """A session is sealed like an answer."""
    added(store)
    store.close()
    data = folder.database.read_bytes()
    assert data.count(b"the record") == 1
    folder.database.write_bytes(data.replace(b"the record", b"the rumour"))
    with pytest.raises(DamagedFileError):
        Store.open(folder)
