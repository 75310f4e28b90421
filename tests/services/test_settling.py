"""What is settled about a whole assessment, and what follows from a decision's mode."""

import pytest
from beginnings import ONE, answers_on, say, start

from collabkit.assessments.assessment import Response
from collabkit.assessments.outcomes.blocks import Pick
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.services import Services
from collabkit.services.assessments import NewPerson
from collabkit.services.packs import builtin_pack

TWO = [ONE, NewPerson("Two", Respondent.STAFF)]
NOT_ALONE = {"BID-5", "BID-17", "BID-18", "BID-19", "BID-20"}


def test_what_is_settled_is_kept_clean(services: Services) -> None:
    """Lines stay, control characters go, and nothing but spaces takes it back."""
    assessment = start(services, "bid-check")
    services.assessments.settle(assessment.id, "reason", "too\x00 soon\r\nfor us")
    assert services.assessments.settled(assessment.id) == {"reason": "too soon\nfor us"}
    services.assessments.settle(assessment.id, "reason", " \n")
    assert services.assessments.settled(assessment.id) == {}


def test_a_long_text_and_an_unknown_mode_are_refused(services: Services) -> None:
    """With sentences, and nothing changes; so do topics that are no words."""
    assessment = start(services, "bid-check")
    services.assessments.settle(assessment.id, "reason", "x" * 4_000)
    with pytest.raises(InvalidInputError, match="below 4000"):
        services.assessments.settle(assessment.id, "reason", "x" * 4_001)
    with pytest.raises(InvalidInputError, match="offered"):
        services.assessments.settle(assessment.id, "mode", "sideways")
    for topic in (" ", "x" * 101, "wording"):
        with pytest.raises(ValueError, match="topic"):
            services.assessments.settle(assessment.id, topic, "value")
    assert services.assessments.settled(assessment.id) == {"reason": "x" * 4_000}


def test_an_unknown_assessment_is_a_key_error(services: Services) -> None:
    """As everywhere."""
    with pytest.raises(KeyError):
        services.assessments.settle("nobody", "reason", "value")


def test_bidding_alone_leaves_out_the_partnership_on_every_sheet(services: Services) -> None:
    """And what cannot apply; what was said there stays and does not count."""
    assessment = start(services, "bid-check", people=TWO)
    one, two = services.assessments.participants(assessment.id)
    say(services, assessment, Response(two.id, "BID-5", "partly"))
    for _again in range(2):
        services.assessments.settle(assessment.id, "mode", "alone")
        assert answers_on(services, assessment, 0) == {}
        assert answers_on(services, assessment, 1) == {"BID-5": "partly"}
    sitting = services.assessments.sitting(assessment.id, one.id)
    assert set(assessment.asked) - set(sitting.assessment.asked) == NOT_ALONE
    states = services.assessments.sheets(assessment.id)
    assert [(sheet.answered, sheet.of) for sheet in states] == [(0, 15), (0, 15)]
    (summary,) = services.assessments.summaries()
    assert (summary.answered, summary.asked, summary.total) == (0, 15, 30)


def test_with_partners_after_all_everything_is_asked_again(services: Services) -> None:
    """And what people had said to it counts again."""
    assessment = start(services, "bid-check", people=TWO)
    one, two = services.assessments.participants(assessment.id)
    say(services, assessment, Response(two.id, "BID-5", "na", "We would name nobody"))
    for mode in ("alone", "partners"):
        services.assessments.settle(assessment.id, "mode", mode)
    states = services.assessments.sheets(assessment.id)
    assert [(sheet.answered, sheet.of) for sheet in states] == [(0, 20), (1, 20)]
    assert services.assessments.sitting(assessment.id, one.id).assessment.asked == assessment.asked


def test_a_late_sheet_is_asked_as_the_others_are(services: Services) -> None:
    """By the mode that is settled already."""
    assessment = start(services, "bid-check", settled={"mode": "alone"})
    late = services.assessments.add_person(assessment.id, "Late", Respondent.STAFF)
    asked = services.assessments.sitting(assessment.id, late.id).assessment.asked
    assert not set(asked) & NOT_ALONE


def test_a_topic_called_mode_is_a_word_like_others_elsewhere(services: Services) -> None:
    """Only a decision has modes."""
    assessment = start(services)
    services.assessments.settle(assessment.id, "mode", "sideways")
    assert services.assessments.settled(assessment.id) == {"mode": "sideways"}
    assert answers_on(services, assessment) == {}
    assert len(services.assessments.sitting(assessment.id).assessment.asked) == 45
    assert builtin_pack("five-themes").outcome.settings.get("mode") is None


@pytest.mark.parametrize(
    ("pack_id", "topic", "possible", "nonsense"),
    [
        ("bid-check", "decision", "go", "nonsense"),
        ("handover", "side", "outgoing", "nowhere"),
        ("barriers", "chosen", "BAR-a BAR-b", "BAR-a BAR-z"),
        ("barriers", "needs", "NEED-1", "NEED-99"),
        ("barriers", "who", "funder", "nobody"),
        ("power-inventory", "moves:p", "INV-1-M2", "INV-1-M99"),
        ("first-conversation", "joint:FIT-1", "fit", "perhaps"),
        ("first-conversation", "reopened", "FIT-1 FIT-2", "FIT-99"),
        ("health-check", "identifiable", "no", "perhaps"),
    ],
)
def test_only_what_is_offered_can_be_chosen(
    services: Services, pack_id: str, topic: str, possible: str, nonsense: str
) -> None:
    """At the start and later; what was chosen before stays."""
    with pytest.raises(InvalidInputError, match="offered"):
        start(services, pack_id, settled={topic: nonsense})
    assessment = start(services, pack_id)
    services.assessments.settle(assessment.id, topic, possible)
    with pytest.raises(InvalidInputError, match="offered"):
        services.assessments.settle(assessment.id, topic, nonsense)
    assert services.assessments.settled(assessment.id)[topic] == possible


def test_the_agreed_version_is_one_of_the_sheets(services: Services) -> None:
    """Of a decision; elsewhere the word means nothing."""
    assessment = start(services, "bid-check", people=TWO)
    one, _two = services.assessments.participants(assessment.id)
    services.assessments.settle(assessment.id, "agreed", one.id)
    with pytest.raises(InvalidInputError, match="offered"):
        services.assessments.settle(assessment.id, "agreed", "nobody")
    assert services.assessments.settled(assessment.id) == {"agreed": one.id}


def test_whom_a_group_may_choose_is_what_the_page_offers(services: Services) -> None:
    """The codes that are checked and those of the page are the same."""
    assessment = start(services, "barriers")
    (person,) = services.assessments.participants(assessment.id)
    say(services, assessment, Response(person.id, "BAR-a", "3"))
    parts = services.results.picture(assessment.id).told.parts
    (pick,) = (
        b for part in parts for b in part.blocks if isinstance(b, Pick) and b.key == "who"
    )  # fmt: skip
    for option in pick.options:
        services.assessments.settle(assessment.id, "who", option.code)


def test_what_the_program_keeps_for_itself_cannot_be_settled(services: Services) -> None:
    """Who is in the picture that was shown."""
    assessment = start(services)
    with pytest.raises(ValueError, match="topic"):
        services.assessments.settle(assessment.id, "shown", "somebody")
