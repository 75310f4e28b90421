"""Taking somebody out tells of everything else that is there under the same name."""

import pytest
from beginnings import TODAY, say, start

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.pack import Respondent
from collabkit.services import Services
from collabkit.services.assessments import NewPerson

NAME = "Sample Name"


def pair(services: Services, *names: str) -> tuple[Assessment, Assessment]:
    """Start two assessments of one charity, with a sheet under each name."""
    people = [NewPerson(name, Respondent.TRUSTEE) for name in names]
    one = start(services, people=people, minimum=5, title="Themes")
    other = start(services, people=people, minimum=5, title="Partners", charity_id=one.charity_id)
    return one, other


def test_a_sheet_in_another_assessment_is_told_before_and_after(home: Services) -> None:
    """Otherwise somebody believes that all of the person is gone."""
    one, other = pair(home, NAME, "Another")
    person = home.assessments.participants(one.id)[0]
    decision = home.erasing.person(one.id, person.id, TODAY)
    told = "also a sheet under the name “Sample Name” in “Partners”"
    assert any(told in line for line in decision.cautions)
    done = home.erasing.erase(decision, TODAY)
    assert [sheet.assessment_id for sheet in done.sheets] == [other.id]
    assert any("in “Partners”" in line for line in done.remains)


def test_it_is_told_too_when_the_name_is_taken_out(home: Services) -> None:
    """The name on the sheet is none of the places where it can be taken out."""
    one, _other = pair(home, NAME, "Another")
    writer = home.assessments.participants(one.id)[1]
    say(home, one, Response(writer.id, one.asked[0], "3", note=f"Ask {NAME}"))
    keys = [mention.key for mention in home.named.mentions(one.charity_id, NAME)]
    decision = home.erasing.name(one.charity_id, NAME, keys, TODAY)
    assert any("sheets under the name" in line for line in decision.cautions)
    done = home.erasing.erase(decision, TODAY)
    assert len(done.sheets) == 2
    assert not any("Nothing of what was looked for" in line for line in done.lines)


def test_nobody_elsewhere_under_the_name_says_nothing(home: Services) -> None:
    """Not the person's own sheet, and not one of another charity."""
    assessment = start(home, people=[NewPerson(NAME, Respondent.TRUSTEE), *others()], minimum=5)
    start(home, people=[NewPerson(NAME, Respondent.TRUSTEE)])
    person = home.assessments.participants(assessment.id)[0]
    decision = home.erasing.person(assessment.id, person.id, TODAY)
    assert not any("under the name" in line for line in decision.cautions)


@pytest.mark.parametrize(("other", "is_told"), [("Another", True), ("Sample Other", False)])
def test_a_first_name_by_itself_is_told(home: Services, other: str, is_told: bool) -> None:
    """Unless others begin with the same word: then it may well be them."""
    one = start(
        home, people=[NewPerson(each, Respondent.TRUSTEE) for each in (NAME, other)], minimum=5
    )
    person, writer = home.assessments.participants(one.id)
    say(home, one, Response(writer.id, one.asked[0], "3", note="I agree with Sample"))
    decision = home.erasing.person(one.id, person.id, TODAY)
    assert is_told is any("“Sample” by itself" in line for line in decision.cautions)
    done = home.erasing.erase(decision, TODAY)
    assert done.named == ("Sample" if is_told else "")


def others() -> list[NewPerson]:
    return [NewPerson(f"Other {number}", Respondent.TRUSTEE) for number in range(3)]
