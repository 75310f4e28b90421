"""Whether what is in a bundle could have been answered and settled like that here. Pure."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from collabkit.assessments.assessment import Participant, Party
from collabkit.assessments.outcomes.topics import FOLLOWS, INVITED, VOLUNTEER_RUN, WORDING
from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.exchange.bundles.contents import Bundle, BundledAssessment
from collabkit.exchange.bundles.refusals import cannot_open, in_our_words
from collabkit.i18n import _
from collabkit.services.closing import SHOWN, WITHDRAWN, finished_in, shown_in, withdrawn_in
from collabkit.services.invited_by import from_text
from collabkit.services.naming import in_one_line
from collabkit.services.plans import LONGEST_TEXT
from collabkit.services.responses import check_said
from collabkit.services.settling import checked_settled
from collabkit.services.sheets import check_minimum, check_new, check_new_party, check_side


def check_bundle(bundle: Bundle) -> None:
    """Raise ``BundleError`` for what nobody could have answered, named or settled like that."""
    _check_lines(bundle.charity.name)
    for whole in bundle.assessments:
        pack = bundle.packs[whole.assessment.pack_digest].pack
        _check_lines(whole.assessment.title)
        with _refusing(_("an answer in it does not belong to its statement")):
            items = {item.id: (item, pack.form_of(item)) for item in pack.items}
            for response in whole.responses:
                check_said(*items[response.item_id], response)
        _check_people(pack, whole)
        with _refusing(_("what is settled in it was never to be chosen")):
            _check_settled(pack, whole)
        if any(max(map(len, action.words)) > LONGEST_TEXT for action in whole.plan.actions):
            raise cannot_open(_("an action in it has too many words"))
    for session in bundle.waiting:
        _check_lines(session.meeting.preparation.title)


def _check_lines(*names: str) -> None:
    if any(not name or in_one_line(name) != name for name in names):
        raise cannot_open(_("a name in it is no line of words"))


def _check_people(pack: Pack, whole: BundledAssessment) -> None:
    parties: list[Party] = []
    with _refusing(_("people answer in it who cannot answer together")):
        check_minimum(pack, whole.assessment.minimum, len(whole.participants))
        for party in whole.parties:
            check_new_party(party, parties)
            parties.append(party)
        by_party: dict[str | None, Participant] = {}  # nobody is compared with everybody
        for person in whole.participants:
            check_side(
                pack, person, [by_party[person.party_id]] if person.party_id in by_party else []
            )
            by_party[person.party_id] = person
        _check_names(whole.participants)
    _check_lines(*(party.name for party in parties), *(one.pseudonym for one in whole.participants))


def _check_names(people: Collection[Participant]) -> None:
    """Raise as ``check_new`` does, without comparing everybody with everybody."""
    alike: dict[tuple[str | None, str | None, str], Participant] = {}
    for person in people:
        key = (person.party_id, person.about_id, person.pseudonym.casefold())
        check_new(person, [alike[key]] if key in alike else [])
        alike[key] = person


def _check_settled(pack: Pack, whole: BundledAssessment) -> None:
    sheets = {person.id for person in whole.participants}
    if (
        not {
            *finished_in(whole.settled),
            *shown_in(whole.settled),
            *withdrawn_in(whole.settled),
        }
        <= sheets
    ):
        raise ValueError
    for topic, value in whole.settled.items():
        if topic == WORDING and value != VOLUNTEER_RUN:
            raise ValueError
        if topic == INVITED:
            with in_our_words():
                from_text(value)
        is_free = topic not in (WORDING, SHOWN, WITHDRAWN, FOLLOWS, INVITED)
        if is_free and checked_settled(pack, topic, value, sheets) != (topic, value):
            raise ValueError


@contextmanager
def _refusing(what: str) -> Iterator[None]:
    try:
        yield
    except (InvalidInputError, ValueError) as error:
        raise cannot_open(what) from error
