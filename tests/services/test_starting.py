"""An assessment starts whole: what is asked, who takes part, what is settled."""

import pytest
from beginnings import ONE, start

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.services import Services
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.packs import builtin_cards, builtin_pack

GROUP = [NewPerson(f"Person {n}", Respondent.STAFF) for n in range(1, 6)]


def test_an_own_choice_asks_what_was_chosen_in_the_order_of_the_pack(services: Services) -> None:
    """However it was chosen."""
    chosen = ["IMP-1", "POW-3", "POW-1", "POW-3"]
    assessment = start(services, selection=Selection.OWN_CHOICE, asked=chosen)
    assert assessment.asked == ("POW-1", "POW-3", "IMP-1")
    assert services.assessments.get(assessment.id) == assessment


@pytest.mark.parametrize(("chosen", "sentence"), [(None, "at least one"), ([], "at least one")])
def test_an_empty_choice_is_refused(
    services: Services, chosen: list[str] | None, sentence: str
) -> None:
    """With a sentence, and nothing is kept."""
    with pytest.raises(InvalidInputError, match=sentence):
        start(services, selection=Selection.OWN_CHOICE, asked=chosen)
    assert services.assessments.summaries() == ()


def test_an_unknown_choice_is_refused_by_name(services: Services) -> None:
    """Nothing is kept."""
    with pytest.raises(InvalidInputError, match="POW-99"):
        start(services, selection=Selection.OWN_CHOICE, asked=["POW-1", "POW-99"])
    assert services.assessments.summaries() == ()


def test_what_asks_further_comes_with_its_statement_and_not_alone(services: Services) -> None:
    """The due date and the owner belong to what is to be done."""
    own = Selection.OWN_CHOICE
    assessment = start(services, "handover", selection=own, asked=["HND-2", "HND-5-due"])
    pack = builtin_pack("handover")
    further = {i.id for i in pack.items if i.marks.get("about") == "HND-2"}
    assert further
    assert set(assessment.asked) == {"HND-2"} | further
    with pytest.raises(InvalidInputError, match="at least one"):
        start(services, "handover", selection=own, asked=["HND-5-due"])


def test_private_statements_are_never_asked_with_the_rest(services: Services) -> None:
    """Neither by everything nor by choice."""
    private = {i.id for i in builtin_pack("power-inventory").items if i.marks.get("private")}
    assert private
    everything = start(services, "power-inventory")
    assert not private & set(everything.asked)
    chosen = [next(iter(private)), "INV-1a"]
    own = start(services, "power-inventory", selection=Selection.OWN_CHOICE, asked=chosen)
    assert own.asked == ("INV-1a",)


def test_people_and_parties_start_together(services: Services) -> None:
    """Each sheet knows for whom and about whom it speaks."""
    assessment = start(
        services,
        "power-inventory",
        parties=[NewParty("Sample Charity", is_own=True), NewParty("Sample Lead", is_lead=True)],
        people=[
            NewPerson("Ours about us", Respondent.TRUSTEE, 0, 0),
            ("Ours about them", Respondent.TRUSTEE, 0, 1),
        ],
    )
    own, lead = services.assessments.parties(assessment.id)
    one, two = services.assessments.participants(assessment.id)
    assert (own.is_own, own.is_lead, lead.is_own, lead.is_lead) == (True, False, False, True)
    assert (one.party_id, one.about_id) == (own.id, own.id)
    assert (two.party_id, two.about_id) == (own.id, lead.id)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": "  "}, "title"),
        ({"minimum": 2}, "3 to 10"),
        ({"minimum": 11}, "3 to 10"),
        ({"people": GROUP}, "one person's own"),
        ({"people": [ONE, ONE], "minimum": 5}, "already somebody"),
        ({"people": [NewPerson("\x00 ", Respondent.STAFF)]}, "give a name"),
        ({"people": [NewPerson("x" * 121, Respondent.STAFF)]}, "at most 120"),
        ({"people": [NewPerson("Kim", Respondent.STAFF, 0)]}, "takes no part"),
        ({"parties": [NewParty("A"), NewParty("a")]}, "takes part already"),
        ({"parties": [NewParty("A", True), NewParty("B", True)]}, "your own"),
        ({"parties": [NewParty("A", False, True), NewParty("B", False, True)]}, "can lead"),
        ({"settled": {"reason": "x" * 4_001}}, "below 4000"),
    ],
)
def test_what_does_not_fit_is_refused_whole(
    services: Services, wrong: dict[str, object], sentence: str
) -> None:
    """With a sentence, and nothing is kept."""
    with pytest.raises(InvalidInputError, match=sentence):
        start(services, **wrong)
    assert services.assessments.summaries() == ()


def test_an_unknown_charity_is_a_key_error(services: Services) -> None:
    """It cannot be chosen in any screen."""
    with pytest.raises(KeyError):
        services.assessments.start(
            "nobody", builtin_pack("handover"), selection=Selection.ALL, title="T", today=None
        )


def test_a_group_needs_a_minimum_and_agreed_views_do_not(services: Services) -> None:
    """A sheet of an organisation uncovers no person."""
    assert start(services, people=GROUP, minimum=5).minimum == 5
    assert start(services, "bid-check", people=GROUP).minimum == 1


def test_a_list_of_open_actions_starts_with_everything_not_done(services: Services) -> None:
    """And nothing answered: only what a person has touched counts as that."""
    assessment = start(services, "handover")
    (summary,) = services.assessments.summaries()
    assert (summary.answered, summary.total) == (0, 14)
    data = services.results.picture(assessment.id).told.data
    main = [i.id for i in builtin_pack("handover").items if "about" not in i.marks]
    assert {entry["item"]: entry["answer"] for entry in data["open"]} == dict.fromkeys(
        main, "not-done"
    )


@pytest.mark.parametrize("pack_id", [card.id for card in builtin_cards()])
def test_one_person_can_start_every_pack(services: Services, pack_id: str) -> None:
    """Each asks something and can be opened again; partners are a group from the beginning."""
    assessment = start(services, pack_id, minimum=5 if pack_id == "partners-view" else 1)
    sitting = services.assessments.sitting(assessment.id)
    assert sitting.pack.id == pack_id
    assert sitting.assessment == assessment
    (sheet,) = services.assessments.sheets(assessment.id)
    assert 0 < sheet.of <= len(assessment.asked)
    (summary,) = services.assessments.summaries()
    assert (summary.answered, summary.total) == (sheet.answered, sheet.of)
