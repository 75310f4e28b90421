"""A session to practise with: the sample charity, a few statements, nothing that stays."""

from datetime import date

from collabkit.assessments.charity import Charity, RunBy
from collabkit.i18n import _
from collabkit.room.meeting import convene
from collabkit.room.preparation import Preparation
from collabkit.room.suggesting import suggested_statements
from collabkit.services.ids import new_id
from collabkit.services.packs import PackShelf, first_pack
from collabkit.services.sample_charity import sample_charity
from collabkit.services.session_keeping import state_of
from collabkit.storage import Store, StoredSession

_STATEMENTS, _PEOPLE, _MINIMUM = 5, 7, 3  # a short while, with few pretend voters


def practice(store: Store, packs: PackShelf, today: date) -> StoredSession:
    """Keep a fresh session to practise with instead of any earlier one, and return it.

    It belongs to the sample charity, even if that is put away; without any, one is made.
    """
    pack = first_pack()
    packs.pin(pack)
    charity = _sample(store)
    preparation = Preparation(
        title=_("Practice session"),
        statements=suggested_statements(pack, _STATEMENTS),
        people=_PEOPLE,
        minimum=_MINIMUM,
    )
    session = StoredSession(
        id=new_id(),
        charity_id=charity.id,
        assessment_id=None,
        pack_digest=pack.digest,
        is_volunteer_run=charity.run_by is RunBy.VOLUNTEERS,
        is_practice=True,
        is_template=False,
        state=state_of(convene(preparation), today),
    )
    store.sessions.add_practice(session)
    return store.sessions.get(session.id)


def _sample(store: Store) -> Charity:
    there = (*store.lists.charities(), *(removed.record for removed in store.charities.removed()))
    for charity in there:
        if charity.is_sample:
            return charity
    charity = sample_charity(new_id())
    store.charities.add(charity)
    return charity
