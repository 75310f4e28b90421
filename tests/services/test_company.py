"""In whose company a questionnaire can be answered, and who has a sheet."""

from datetime import date

import pytest

from collabkit.assessments.assessment import Assessment, Party, Selection
from collabkit.assessments.pack import OutcomeKind
from collabkit.services.company import Company, companies_of, company_of, pairs
from collabkit.services.packs import builtin_pack, builtin_packs

OWN, NORTH = Party("a", "x", "Sample Kitchen", is_own=True), Party("b", "x", "North")


def started(pack_id: str, minimum: int) -> Assessment:
    return Assessment(
        "x", "c", "June", pack_id, "1.0", "", Selection.ALL, (), minimum, date(2026, 6, 1)
    )


@pytest.mark.parametrize(
    ("pack_id", "companies"),
    [
        ("five-themes", {Company.ALONE, Company.GROUP}),
        ("barriers", {Company.ALONE, Company.GROUP, Company.MEMBERS}),
        ("opportunities", {Company.ALONE, Company.GROUP, Company.MEMBERS}),
        ("bid-check", {Company.ALONE, Company.VERSIONS}),
        ("health-check", {Company.PARTNERS, Company.ALONE}),
        ("power-inventory", {Company.VIEWS}),
        ("first-conversation", {Company.SIDES}),
        ("handover", {Company.ALONE, Company.LISTS}),
        ("partners-view", {Company.GROUP}),
    ],
)
def test_what_a_pack_offers_follows_from_its_outcome(pack_id: str, companies: set[Company]) -> None:
    """Nobody answers a partner's questions for oneself, and nobody holds a first talk alone."""
    assert set(companies_of(builtin_pack(pack_id))) == companies


def test_every_company_that_is_offered_is_known_again() -> None:
    """From how it was started: the minimum, the organisations and the number of sheets."""
    for pack in builtin_packs():
        for company in companies_of(pack):
            alone = company is Company.ALONE
            minimum = 5 if company.has_secrets else 1
            parties = (OWN, NORTH) if company.has_parties else ()
            people = 1 if alone else 2
            assert company_of(pack, started(pack.id, minimum), parties, people) is company


def test_a_group_in_which_one_has_begun_is_still_a_group() -> None:
    """Its minimum tells it from one person's own assessment."""
    pack = builtin_pack("board-check")
    assert company_of(pack, started(pack.id, 5), (), 1) is Company.GROUP
    assert company_of(pack, started(pack.id, 1), (), 1) is Company.ALONE


def test_where_people_speak_for_themselves_there_are_secrets() -> None:
    """An agreed view has none; whoever gives the minimum a meaning has."""
    secret = {company for company in Company if company.has_secrets}
    assert secret == {Company.GROUP, Company.PARTNERS, Company.MEMBERS}


@pytest.mark.parametrize(("parties", "sheets"), [(2, 2), (3, 9), (4, 16)])
def test_of_more_than_two_each_looks_at_all(parties: int, sheets: int) -> None:
    """Between two, each looks at itself: that is one look at the other as well."""
    found = list(pairs(Company.VIEWS, parties))
    assert len(found) == len(set(found)) == sheets
    assert next(about for speaker, about in found if speaker == 0) == 0


def test_sides_are_about_nobody() -> None:
    """Each organisation has one sheet."""
    assert list(pairs(Company.SIDES, 2)) == [(0, None), (1, None)]


def test_every_kind_of_outcome_can_be_answered() -> None:
    """By somebody."""
    kinds = {pack.outcome.kind for pack in builtin_packs() if companies_of(pack)}
    assert kinds == set(OutcomeKind)
