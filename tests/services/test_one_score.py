"""A part of a partnership has one score wherever it is shown: the mean of its organisations."""

import json
from fractions import Fraction

import pytest
from beginnings import TODAY, close_all, say, start

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.explanations import explain_item, explain_section
from collabkit.assessments.outcomes.blocks import Table
from collabkit.assessments.pack import Respondent
from collabkit.assessments.results import Band
from collabkit.cli import main
from collabkit.services import Services
from collabkit.services.assessments import NewParty, NewPerson

ITEMS = [f"PHC-{number}" for number in range(7, 13)]  # the whole second stage
PARTIES = [NewParty("Sample Charity", is_own=True), NewParty("Sample Partner")]


@pytest.fixture
def unequal(services: Services) -> Assessment:
    """Ten people who say 4 beside five who say 2: 3.3 over all people, 3.0 as they are two."""
    sides = [0] * 10 + [1] * 5
    assessment = start(
        services,
        "health-check",
        minimum=5,
        parties=PARTIES,
        people=[NewPerson(f"P{n}", Respondent.PARTNER, side) for n, side in enumerate(sides)],
    )
    people = services.assessments.participants(assessment.id)
    say(services, assessment, *(
        Response(person.id, item_id, "2" if side else "4")
        for person, side in zip(people, sides, strict=True)
        for item_id in ITEMS
    ))  # fmt: skip
    close_all(services, assessment)
    return assessment


def test_a_large_partner_does_not_outvote_a_small_one(
    services: Services, unequal: Assessment
) -> None:
    """In the results, which screens draw, as in what the outcome tells."""
    picture = services.results.picture(unequal.id)
    section = picture.results.section("B")
    assert (section.score, section.band) == (Fraction(3), Band.BUILD)
    assert {picture.results.item(item_id).mean for item_id in ITEMS} == {Fraction(3)}
    stages = picture.told.data["partnership"]["stages"]
    assert [s["score"] for s in stages if s["code"] == "B"] == ["3.0"]
    (table,) = (
        block for part in picture.told.parts for block in part.blocks
        if part.key == "stages" and isinstance(block, Table)
    )  # fmt: skip
    assert [row[1:4] for row in table.rows if "Power" in row[0]] == [("3.0", "4.0", "2.0")]
    assert "3.3" not in repr(picture.told.parts)


def test_the_plan_on_paper_has_the_same_score(services: Services, unequal: Assessment) -> None:
    """Shape, theme and statement."""
    document = services.exports.plan_document(unequal.id, TODAY, with_notes=False)
    assert document.shape is not None
    assert [theme.shown for theme in document.shape.themes if theme.score] == ["3.0"]
    assert next(fact.value for t in document.themes if t.code == "B" for fact in t.facts) == (
        "3.0 of 5"
    )
    assert "3.3" not in repr(document)


def test_it_is_said_how_the_mean_came_about(services: Services, unequal: Assessment) -> None:
    """The counts of all people would give another one."""
    picture = services.results.picture(unequal.id)
    first = explain_item(picture.pack, picture.results.item("PHC-7"), 5)[0]
    assert first == (
        "Mean: 3.0, the mean of the organisations' means, so that a large partner cannot outvote "
        "a small one."
    )
    section = picture.pack.section("B")
    assert "= 3.0" in explain_section(picture.pack, section, picture.results)[0]


def test_without_organisations_to_show_all_people_count_alike(services: Services) -> None:
    """There is one score then too."""
    assessment = start(
        services,
        "health-check",
        minimum=5,
        parties=PARTIES,
        people=[NewPerson(f"P{n}", Respondent.PARTNER, int(n > 3)) for n in range(6)],
    )
    people = services.assessments.participants(assessment.id)
    say(services, assessment, *(
        Response(person.id, item_id, "2" if place > 3 else "5")
        for place, person in enumerate(people)
        for item_id in ITEMS
    ))  # fmt: skip
    close_all(services, assessment)
    results = services.results.picture(assessment.id).results
    assert results.section("B").score == Fraction(4)
    assert "2.0" not in repr(services.results.picture(assessment.id).told.data)


def test_a_file_of_answers_has_one_score_too(tmp_path, capsys) -> None:
    """In JSON and as text."""
    answers = tmp_path / "a.csv"
    rows = [
        f"{side}{n},partner,{item_id},{code},{side}"
        for side, code, number in (("X", 4, 10), ("Y", 2, 5))
        for n in range(number)
        for item_id in ITEMS
    ]
    answers.write_text("\n".join(["respondent,role,item,answer,organisation", *rows]))
    assert main(["score", str(answers), "--pack", "health-check", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {t["code"]: t["score"] for t in found["themes"]}["B"] == "3.0"
    assert {item["mean"] for item in found["items"]} == {"3.0", None}
    assert main(["score", str(answers), "--pack", "health-check"]) == 0
    text = capsys.readouterr().out
    assert "Power and fairness: 3.0, Build" in text
    assert "3.3" not in text
