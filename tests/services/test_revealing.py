"""A group's picture that was shown never changes by one late answer."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from beginnings import TODAY, say, start

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.closing import batches_in, close_sheet, closed_sheets
from collabkit.services.results import Picture


def people(number: int) -> list[NewPerson]:
    return [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(number)]


def answer(services: Services, assessment: Assessment, *places: int, close: bool = True) -> None:
    """Let the people at some places say 4 to the first statement and close their sheets."""
    there = services.assessments.participants(assessment.id)
    say(services, assessment, *(Response(there[place].id, "POW-1", "4") for place in places))
    for place in places:
        if close:
            close_sheet(services, assessment.id, there[place].id)


def picture(services: Services, assessment: Assessment) -> Picture:
    return services.results.picture(assessment.id)


def counted(services: Services, assessment: Assessment) -> int:
    return picture(services, assessment).results.item("POW-1").n


def test_late_answers_wait_until_there_are_as_many_as_the_minimum(services: Services) -> None:
    """Four change nothing, with the fifth there is a new picture of all ten."""
    assessment = start(services, people=people(10), minimum=5)
    answer(services, assessment, *range(5))
    assert counted(services, assessment) == 5
    for late in range(5, 9):
        answer(services, assessment, late)
        shown = picture(services, assessment)
        assert (shown.results.item("POW-1").n, shown.results.respondents) == (5, 5)
        assert shown.waiting == late - 4
    answer(services, assessment, 9)
    assert counted(services, assessment) == 10
    assert picture(services, assessment).waiting == 0


def test_what_was_shown_is_known_after_a_restart(tmp_path: Path) -> None:
    """So the next one to answer waits then too."""
    services = open_services(DataFolder(tmp_path))
    assessment = start(services, people=people(6), minimum=5)
    answer(services, assessment, *range(5))
    assert counted(services, assessment) == 5
    services.close()
    services = open_services(DataFolder(tmp_path))
    answer(services, assessment, 5)
    assert (counted(services, assessment), picture(services, assessment).waiting) == (5, 1)
    services.close()


def test_before_anything_was_shown_everybody_joins_at_once(services: Services) -> None:
    """Looking too early keeps nobody out."""
    assessment = start(services, people=people(6), minimum=5)
    answer(services, assessment, *range(4))
    assert picture(services, assessment).results.item("POW-1").counts is None
    answer(services, assessment, 4, 5)
    assert (counted(services, assessment), picture(services, assessment).waiting) == (6, 0)


def test_a_sheet_that_somebody_is_still_at_is_in_no_picture(services: Services) -> None:
    """Whoever has not closed it may still change it."""
    assessment = start(services, people=people(6), minimum=5)
    answer(services, assessment, *range(5))
    answer(services, assessment, 5, close=False)
    assert (counted(services, assessment), picture(services, assessment).waiting) == (5, 0)


def test_who_has_only_begun_is_in_no_picture(services: Services) -> None:
    """However many they are; how many more have to finish can be asked, and that closes nothing."""
    assessment = start(services, people=people(5), minimum=5)
    answer(services, assessment, *range(4))
    answer(services, assessment, 4, close=False)
    assert services.results.still_needed(assessment.id) == 1
    assert picture(services, assessment).results.item("POW-1").mean is None
    answer(services, assessment, 4)
    assert services.results.still_needed(assessment.id) == 0
    assert "shown" not in services.assessments.settled(assessment.id)
    assert picture(services, assessment).results.item("POW-1").mean == 4


def test_one_person_and_agreed_views_need_nobody_else(services: Services) -> None:
    """Nobody is uncovered there."""
    assert services.results.still_needed(start(services).id) == 0
    assert services.results.still_needed(start(services, "bid-check", people=people(3)).id) == 0


def test_the_mirrored_view_does_not_change_either(services: Services) -> None:
    """Beside partners' answers stands the picture that was shown."""
    own = start(services, people=people(6), minimum=5)
    answer(services, own, *range(5))
    services.assessments.finish(own.id, TODAY)
    mirror = start(
        services, "partners-view", charity_id=own.charity_id, people=people(5), minimum=5
    )
    for _again in range(2):
        view = picture(services, mirror).answered.own_view
        assert view is not None
        assert view.results.respondents == 5
        answer(services, own, 5)


def test_one_persons_own_picture_grows_with_every_answer(services: Services) -> None:
    """Nobody else could be recognised in it."""
    assessment = start(services)
    for item_id in ("POW-1", "POW-2"):
        (person,) = services.assessments.participants(assessment.id)
        say(services, assessment, Response(person.id, item_id, "2"))
        assert picture(services, assessment).results.item(item_id).mean == 2
    assert closed_sheets(services, assessment.id) == frozenset()


def test_agreed_views_may_change_whenever_people_agree_anew(services: Services) -> None:
    """They are organisations' views, not what one person thinks."""
    assessment = start(services, "bid-check", people=people(2))
    one, two = services.assessments.participants(assessment.id)
    for code in ("yes", "no"):
        say(services, assessment, *(Response(p.id, "BID-1", code) for p in (one, two)))
        assert picture(services, assessment).results.item("BID-1").counts[code] == 2  # type: ignore[index]


def test_in_a_file_that_is_only_read_nobody_joins(tmp_path: Path) -> None:
    """As it could not be kept who was in it, two pictures could differ by one person."""
    services = open_services(DataFolder(tmp_path))
    assessment = start(services, people=people(10), minimum=5)
    answer(services, assessment, *range(5))
    services.close()
    reading = open_services(DataFolder(tmp_path), read_only=True)
    shown = picture(reading, assessment)
    assert (shown.results.item("POW-1").counts, shown.responses, shown.waiting) == (None, (), 5)
    reading.close()
    services = open_services(DataFolder(tmp_path))
    assert counted(services, assessment) == 5
    answer(services, assessment, *range(5, 10))
    services.close()
    reading = open_services(DataFolder(tmp_path), read_only=True)
    assert (counted(reading, assessment), picture(reading, assessment).waiting) == (5, 5)
    reading.close()


def five_more(
    services: Services, assessment: Assessment, first: int, code: str, *, who: int, others: str
) -> Mapping[str, int]:
    """Let five people close sheets, ``who`` of them with ``code``; return POW-1 as it is shown."""
    there = services.assessments.participants(assessment.id)[first : first + 5]
    for number, person in enumerate(there):
        said = Response(person.id, "POW-1", code if number < who else others)
        say(services, assessment, said if said.answer else Response(person.id, "POW-2", "3"))
        close_sheet(services, assessment.id, person.id)
    shown = picture(services, assessment).results.item("POW-1")
    return {"levels": shown.n, "don't know": shown.dont_know or 0}


def test_a_level_that_few_of_the_late_ones_chose_waits(services: Services) -> None:
    """Otherwise the counts before and after would differ by one person's answer."""
    assessment = start(services, people=people(20), minimum=5)
    answer(services, assessment, *range(5))
    assert counted(services, assessment) == 5
    after = five_more(services, assessment, 5, "1", who=1, others="")
    assert after == {"levels": 5, "don't know": 0}
    after = five_more(services, assessment, 10, "2", who=3, others="dk")
    assert after == {"levels": 5, "don't know": 2}  # six of them have answered, four with a level
    after = five_more(services, assessment, 15, "3", who=1, others="")
    assert after == {"levels": 10, "don't know": 2}


def test_a_way_out_that_few_of_the_late_ones_answered_at_all_waits(services: Services) -> None:
    """That one person does not know may be told of five who answered, and not of one alone."""
    assessment = start(services, people=people(15), minimum=5)
    answer(services, assessment, *range(5))
    assert counted(services, assessment) == 5
    after = five_more(services, assessment, 5, "dk", who=1, others="")
    assert after == {"levels": 5, "don't know": 0}
    after = five_more(services, assessment, 10, "dk", who=4, others="")
    assert after == {"levels": 5, "don't know": 5}


def test_the_first_look_tells_roles_as_the_second_does(services: Services) -> None:
    """Who is in the picture is known at once."""
    roles = [Respondent.TRUSTEE] * 5 + [Respondent.STAFF] * 5
    everybody = [NewPerson(f"Person {n}", role) for n, role in enumerate(roles)]
    assessment = start(services, people=everybody, minimum=5)
    answer(services, assessment, *range(10))
    first, second = (picture(services, assessment).beside for _look in range(2))
    assert first == second != ()


@pytest.mark.parametrize(("late", "shown"), [(4, 10), (5, 15)])
def test_the_picture_of_one_organisation_does_not_change_by_few(
    services: Services, late: int, shown: int
) -> None:
    """Five more in all are not enough if they are of two organisations that are shown apart."""
    both = [NewPerson(f"P{n}", Respondent.PARTNER, n % 2) for n in range(10)]
    both += [NewPerson(f"Late {n}", Respondent.PARTNER, 0) for n in range(late)]
    both += [NewPerson("One late", Respondent.PARTNER, 1)]
    assessment = start(
        services,
        "health-check",
        people=both,
        minimum=5,
        parties=[NewParty("Sample Charity", is_own=True), NewParty("Sample Partner")],
    )
    there = services.assessments.participants(assessment.id)
    for some in (there[:10], there[10:]):
        say(services, assessment, *(Response(p.id, "PHC-7", "4") for p in some))
        for person in some:
            close_sheet(services, assessment.id, person.id)
        answered = picture(services, assessment).results.respondents
    assert (answered, picture(services, assessment).waiting) == (shown, len(there) - shown)


def test_who_came_when_is_remembered(services: Services) -> None:
    """A picture keeps who was in it first and who joined later, for the views by role."""
    assessment = start(services, people=people(10), minimum=5)
    answer(services, assessment, *range(5))
    picture(services, assessment)
    answer(services, assessment, *range(5, 10))
    picture(services, assessment)
    first, second = batches_in(services.assessments.settled(assessment.id))
    there = [person.id for person in services.assessments.participants(assessment.id)]
    assert (first, second) == (frozenset(there[:5]), frozenset(there[5:]))
