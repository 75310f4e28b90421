"""What is asked before the first statement."""

from datetime import date

from collabkit.assessments.pack import OutcomeKind
from collabkit.services.first_questions import first_questions
from collabkit.services.packs import builtin_pack, builtin_packs

TODAY = date(2026, 6, 1)


def test_a_decision_asks_for_its_mode() -> None:
    """In the words of the pack, with nothing chosen beforehand."""
    pack = builtin_pack("bid-check")
    (pick,) = first_questions(pack, TODAY)
    assert (pick.key, pick.prompt) == ("mode", pack.outcome.settings["first_question"])
    assert [option.code for option in pick.options] == ["alone", "partners"]
    assert pick.chosen == ()


def test_a_handover_asks_for_the_side() -> None:
    """Both sides are usual."""
    (pick,) = first_questions(builtin_pack("handover"), TODAY)
    assert (pick.key, pick.chosen) == ("side", ("both",))


def test_other_packs_ask_nothing_first() -> None:
    """Their questions come when there are answers."""
    asking = {OutcomeKind.DECISION, OutcomeKind.OPEN_ACTIONS}
    others = [pack for pack in builtin_packs() if pack.outcome.kind not in asking]
    assert [first_questions(pack, TODAY) for pack in others] == [()] * len(others)
