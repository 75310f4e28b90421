"""Answers to other words are told apart: only what meant the same is taken."""

import re

import pytest
from elsewhere_desk import BOARD, DAY, board, file, look, look_at_one, said, sheet, take

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assets import resource
from collabkit.services import Services
from collabkit.services.packs import builtin_pack
from collabkit.services.return_preview import Verdict
from collabkit.services.returns import File


def other_version(services: Services, *, keep: bool = True) -> Pack:
    """Another version of the questionnaire, with other words for one statement."""
    data = resource("packs", "board-check.toml").read_bytes()
    statement = parse_pack(data, "board-check.toml").item("BRD-2").statement
    changed = data.replace(statement.encode(), b"We wrote this statement anew.", 1)
    changed = re.sub(rb'\nversion = "[^"]*"', b'\nversion = "0.9"', changed, count=1)
    pack = parse_pack(changed, "board-check.toml")
    if keep:
        services.store.packs.keep(
            changed, digest=pack.digest, pack_id=pack.id, version=pack.version, title=pack.title
        )
    return pack


def answered_with(pack: Pack, assessment: Assessment, **answers: str) -> File:
    codes = {name.replace("_", "-"): code for name, code in answers.items()}
    return file(sheet(assessment, wording=pack.digest, pack_version=pack.version, answers=codes))  # type: ignore[return-value]


def test_statements_in_the_same_words_are_taken(services: Services) -> None:
    """The others are listed and left out."""
    assessment = board(services)
    old = other_version(services)
    back = answered_with(old, assessment, BRD_1="4", BRD_2="4", BRD_3="dk")
    only = look_at_one(services, assessment, back)
    assert (only.verdict, only.reworded, only.faults) == (Verdict.NEW, ("BRD-2",), ())
    assert only.answered == 2
    take(services, assessment, back)
    assert said(services, assessment) == {"Person 1": {"BRD-1": "4", "BRD-3": "dk"}}
    assert look_at_one(services, assessment, back).verdict is Verdict.SAME


def test_if_every_statement_was_reworded_nothing_is_taken(services: Services) -> None:
    """And it is said why."""
    assessment = board(services)
    back = answered_with(other_version(services), assessment, BRD_2="4")
    only = look_at_one(services, assessment, back)
    assert (only.verdict, only.reworded) == (Verdict.OTHER_WORDING, ("BRD-2",))
    assert "in other words here" in only.reason


def test_words_that_nobody_here_knows_cannot_be_compared(services: Services) -> None:
    """So nothing is taken, although most of it may mean the same."""
    assessment = board(services)
    back = answered_with(other_version(services, keep=False), assessment, BRD_1="4")
    preview = look(services, assessment, back)
    assert [each.verdict for each in preview.sheets] == [Verdict.OTHER_WORDING]
    assert "(version 0.9)" in preview.sheets[0].reason
    assert preview.still_needed == 5


def test_an_answer_that_does_not_exist_any_more_is_no_fault_of_the_person(
    services: Services,
) -> None:
    """Where the words differ nothing is asked of it; where they do not it has to fit."""
    assessment = board(services)
    old = other_version(services)
    only = look_at_one(services, assessment, answered_with(old, assessment, BRD_1="4", BRD_2="9"))
    assert (only.verdict, only.faults) == (Verdict.NEW, ())
    only = look_at_one(services, assessment, answered_with(old, assessment, BRD_1="9"))
    assert only.verdict is Verdict.DOES_NOT_FIT


def test_the_questionnaire_of_today_is_known_too(services: Services) -> None:
    """Somebody whose collabkit is newer may have answered what the assessment asks in old words."""
    old, today = other_version(services), builtin_pack("board-check")
    assessment = Assessment(
        id="an assessment",
        charity_id=services.charities.add("Sample Charity").id,
        title="June",
        pack_id=old.id,
        pack_version=old.version,
        pack_digest=old.digest,
        selection=Selection.OWN_CHOICE,
        asked=BOARD,
        minimum=5,
        started=DAY,
    )
    services.store.assessments.add(assessment)
    only = look_at_one(services, assessment, answered_with(today, assessment, BRD_1="4", BRD_2="4"))
    assert (only.verdict, only.reworded) == (Verdict.NEW, ("BRD-2",))


@pytest.mark.parametrize("digest", ["f" * 64, "0" * 64])
def test_a_digest_that_is_made_up_opens_nothing(services: Services, digest: str) -> None:
    """It is only a word that is unknown."""
    assessment = board(services)
    only = look_at_one(services, assessment, file(sheet(assessment, wording=digest)))
    assert only.verdict is Verdict.OTHER_WORDING
