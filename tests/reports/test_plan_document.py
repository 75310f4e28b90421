"""What a plan says, before anybody draws it."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction

import plan_examples as examples
import pytest

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import PlanAction, Slot, Status
from collabkit.reports.contents.parts import ActionEntry, Fact, StatementEntry
from collabkit.reports.plan_document import PlanDocument


def texts_of(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_of(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_of(getattr(part, field.name))


def everything(document: PlanDocument) -> str:
    return "\n".join(texts_of(document))


def facts(document: PlanDocument) -> dict[str, str]:
    return {fact.label: fact.value for fact in document.cover.facts}


def statement(document: PlanDocument, title: str) -> StatementEntry:
    return next(s for theme in document.themes for s in theme.statements if s.title == title)


def one_answer(code: str | None, **said: str) -> PlanDocument:
    assessment = examples.assessment_of(["POW-1"], Selection.OWN_CHOICE)
    return examples.document(assessment, [Response("p0", "POW-1", code, **said)])


def group_of(answers: str, minimum: int = 5, **said: str) -> PlanDocument:
    """A group that answers one statement, a letter a person: levels, ? and -."""
    ways = {"?": "dk", "-": "na"}
    responses = [
        Response(f"p{number}", "POW-1", ways.get(code, code), **said)
        for number, code in enumerate(answers)
    ]
    assessment = examples.assessment_of(["POW-1"], Selection.OWN_CHOICE, minimum=minimum)
    return examples.document(assessment, responses, roles=[])


def with_actions(*actions: PlanAction) -> PlanDocument:
    return examples.document(examples.assessment_of(["POW-1"]), [], actions)


class TestCover:
    def test_names_charity_dates_pack_and_statements(self) -> None:
        """All that somebody needs who finds it in a drawer."""
        cover = examples.short_single().cover
        assert cover.charity == "Sample Charity"
        assert {fact.label: fact.value for fact in cover.facts} == {
            "Assessment": "Away-day, June 2026",
            "Answered": "1 June 2026 to 14 June 2026",
            "Who took part": "One person: Trustee or committee member",
            "Questionnaire": "The five themes, version 1.0",
            "Statements": "Short version: 20 statements",
            "This copy": "Made on 22 November 2026",
        }

    def test_one_day_is_said_once_and_an_open_end_is_said(self) -> None:
        """Dates as people write them."""
        assessment = examples.assessment_of(["POW-1"])
        same = replace(assessment, finished=assessment.started)
        still = replace(assessment, finished=None)
        assert facts(examples.document(same, []))["Answered"] == "1 June 2026"
        assert facts(examples.document(still, []))["Answered"] == (
            "Started on 1 June 2026, not finished yet"
        )

    def test_numbers_are_in_the_right_plural(self) -> None:
        """One statement, not one statements."""
        document = one_answer("3")
        assert facts(document)["Statements"] == "Own choice: 1 statement"
        assert document.themes[0].facts[-1] == Fact("Answered", "1 of 1 statement")

    def test_a_sample_is_marked(self) -> None:
        """And nothing else is."""
        assert examples.short_single().cover.sample == "Sample: not a real charity"
        assert examples.full_single().cover.sample == ""


class TestShape:
    def test_has_every_theme_with_its_exact_and_its_shown_score(self) -> None:
        """The picture is drawn from the exact one, the table says the other."""
        shape = examples.short_single().shape
        assert [theme.name for theme in shape.themes] == [
            "Power", "Empathy", "Honesty", "Communication", "Impact",
        ]  # fmt: skip
        empathy = shape.themes[1]
        assert (empathy.score, empathy.shown) == (Fraction(10, 3), "3.3")
        assert (empathy.band, empathy.answered) == ("Build", "3 of 3")

    def test_a_theme_without_a_score_is_a_gap_with_a_name(self) -> None:
        """Never a zero, and said in the caption and in the words for the picture."""
        ids = examples.five_themes().core_ids
        answers = [r for r in examples.own_answers(ids, ("3",)) if not r.item_id.startswith("HON")]
        shape = examples.document(examples.assessment_of(ids), answers).shape
        honesty = shape.themes[2]
        assert (honesty.score, honesty.shown) == (None, "Not enough answers")
        assert shape.caption == "Honesty: not enough answers."
        assert "Honesty has no score" in shape.in_words

    def test_several_gaps_are_all_named(self) -> None:
        """Each with its reason."""
        ids = examples.five_themes().core_ids
        answers = [r for r in examples.own_answers(ids, ("3",)) if r.item_id[:3] in ("POW", "COM")]
        shape = examples.document(examples.assessment_of(ids), answers).shape
        assert shape.caption == (
            "Empathy: not enough answers. Honesty: not enough answers. Impact: not enough answers."
        )


class TestFindings:
    def test_come_in_talking_order_with_sentence_and_meaning(self) -> None:
        """Split first; a group's counts in words."""
        findings = examples.group().findings
        assert findings.groups[0].name == "People see this very differently"
        assert findings.groups[0].meaning
        first = findings.groups[0].entries[0]
        assert first.sentence == "Four of seven chose 4 or 5; three chose 1 or 2. Split."
        assert first.theme == "Power"

    def test_nothing_answered_is_said_kindly(self) -> None:
        """No empty heading."""
        findings = examples.empty().findings
        assert findings.groups == ()
        assert "not enough answers" in findings.lead

    def test_nothing_remarkable_is_said_too(self) -> None:
        """Answers that are neither low nor high give no finding."""
        ids = examples.five_themes().core_ids
        document = examples.document(
            examples.assessment_of(ids), examples.own_answers(ids, ("3", "4"))
        )
        assert document.findings.lead.startswith("Nothing stands out:")


class TestPlan:
    def test_actions_stand_under_now_and_parked_by_kind(self) -> None:
        """Quick wins first, then longer term, then influence."""
        kinds = (ActionKind.INFLUENCE, ActionKind.LONGER_TERM, ActionKind.QUICK_WIN)
        plan = with_actions(
            *(PlanAction(f"n{k}", f"Now {k}", k, Slot.NOW) for k in kinds),
            *(PlanAction(f"p{k}", f"Parked {k}", k) for k in kinds),
        ).plan
        assert [action.kind for action in plan.now] == ["Quick win", "Longer term", "Influence"]
        assert [group.name for group in plan.parked] == ["Quick win", "Longer term", "Influence"]

    def test_an_action_has_all_that_people_need_to_carry_it_out(self) -> None:
        """Why, the statement it came from, who, when, first step, how we will know, status."""
        action = PlanAction(
            "1", "Meet", ActionKind.QUICK_WIN, Slot.NOW, item_id="POW-1", why="We never did.",
            owner="The chair", first_step="Ring them", due=date(2026, 11, 22),
            status=Status.DONE, how_we_will_know="We met",
        )  # fmt: skip
        assert with_actions(action).plan.now[0] == ActionEntry(
            text="Meet",
            kind="Quick win",
            is_done=True,
            reasons=(
                Fact("Why", "We never did."),
                Fact(
                    "From the statement",
                    "We talk with partners about the advantages that each side holds.",
                ),
            ),
            owner=Fact("Who", "The chair"),
            due=Fact("By when", "22 November 2026"),
            first_step=Fact("First step", "Ring them"),
            sign=Fact("How we will know", "We met"),
            status=Fact("Status", "Done"),
        )

    def test_an_empty_plan_is_three_frames_to_fill_in(self) -> None:
        """With a kind word, and nothing printed where people will write."""
        plan = examples.empty().plan
        assert "that is all right" in plan.now_lead
        assert len(plan.now) == 3
        assert {fact.value for a in plan.now for fact in (a.owner, a.due, a.status)} == {""}
        assert plan.parked == ()

    def test_parked_actions_alone_leave_frames_for_now(self) -> None:
        """People are told to take some from there."""
        plan = with_actions(PlanAction("1", "Later", ActionKind.QUICK_WIN)).plan
        assert "parked actions" in plan.now_lead
        assert [action.text for action in plan.now] == ["", "", ""]


class TestOnePerson:
    def test_the_chosen_level_is_said_in_full_with_the_next_one_up(self) -> None:
        """Number, name and description; no spread is claimed and no counts are shown."""
        entry = statement(one_answer("2"), "Naming our advantages")
        assert entry.chosen is not None
        assert (entry.chosen.code, entry.chosen.name) == ("2", "Starting")
        assert entry.chosen.description == "Some of us have thought about it among ourselves."
        assert entry.next_level is not None
        assert entry.next_level.code == "3"
        assert (entry.columns, entry.apart, entry.band, entry.sentence) == ((), (), "", "")

    def test_above_the_highest_level_there_is_no_next(self) -> None:
        """Level 5 stands by itself."""
        assert statement(one_answer("5"), "Naming our advantages").next_level is None

    @pytest.mark.parametrize(
        ("code", "sign", "sentence"),
        [
            ("dk", "?", "You answered “don't know”."),
            ("na", "–", "You answered “does not apply”."),
            (None, "", "Not answered."),
        ],
    )
    def test_other_answers_are_answers_and_no_low_levels(
        self, code: str | None, sign: str, sentence: str
    ) -> None:
        """Don't know, does not apply, and not answered yet."""
        entry = statement(one_answer(code), "Naming our advantages")
        assert (entry.chosen, entry.sign, entry.sentence) == (None, sign, sentence)
        assert entry.next_level is None

    def test_notes_and_evidence_are_there_if_wanted(self) -> None:
        """Only with the option, and only where something was written."""
        document = one_answer("2", note=" A note ", evidence="Minutes")
        assert statement(document, "Naming our advantages").remarks == (
            Fact("Note", "A note"),
            Fact("Evidence", "Minutes"),
        )
        assessment = examples.assessment_of(["POW-1"])
        answers = [Response("p0", "POW-1", "2", note="A note")]
        bare = examples.document(assessment, answers, with_notes=False)
        assert "A note" not in everything(bare)


class TestGroup:
    def test_counts_sentence_band_and_next_level_are_shown(self) -> None:
        """From the minimum on, with the mean never alone."""
        entry = statement(group_of("2344455"), "Naming our advantages")
        assert [(c.mark, c.count) for c in entry.columns] == [
            ("1", 0), ("2", 1), ("3", 1), ("4", 3), ("5", 2),
        ]  # fmt: skip
        assert [(c.name, c.count) for c in entry.apart] == [
            ("Don't know", 0),
            ("Does not apply to us", 0),
        ]
        assert entry.sentence.startswith("Five of seven chose 4 or 5;")
        assert entry.band == "Keep going, mean 3.9"
        assert entry.next_level is not None
        assert entry.next_level.code == "4"
        assert entry.chosen is None

    def test_a_split_group_is_asked_to_talk_and_has_no_mean(self) -> None:
        """Two views hide in a mean, so neither it nor a next level is shown."""
        entry = statement(group_of("1125555"), "Naming our advantages")
        assert entry.band == "Talk first"
        assert entry.next_level is None

    def test_below_the_minimum_nothing_is_shown(self) -> None:
        """Neither dots nor a level: two groups that differ only there have equal plans."""
        entry = statement(group_of("1115???"), "Naming our advantages")
        assert (entry.columns, entry.band, entry.next_level) == ((), "", None)
        assert entry.sentence.startswith("Not enough answers to show (fewer than five).")
        assert group_of("1115???") == group_of("5432???")

    def test_fewer_people_than_the_minimum_leave_no_trace_at_all(self) -> None:
        """Not even how many did not know."""
        assert statement(group_of("1?-"), "Naming our advantages").apart == ()

    def test_notes_need_five_answers_whatever_the_minimum(self) -> None:
        """Three people in open mode see counts, but comments would name their writer."""
        assert statement(group_of("2344", 3, note="Mine"), "Naming our advantages").remarks == ()
        assert statement(group_of("23445", 3, note="Mine"), "Naming our advantages").remarks

    def test_notes_stand_in_an_order_that_says_nothing(self) -> None:
        """The same whoever wrote which, and different from statement to statement."""
        notes = [f"Note {number}" for number in range(6)]
        ids = examples.five_themes().core_ids[:8]
        assessment = examples.assessment_of(ids, minimum=5)

        def orders(people: list[int]) -> list[list[str]]:
            responses = [
                Response(f"p{person}", item_id, "3", note=note)
                for item_id in ids
                for person, note in zip(people, notes, strict=True)
            ]
            document = examples.document(assessment, responses, roles=[])
            return [[r.value for r in s.remarks] for t in document.themes for s in t.statements]

        assert orders([0, 1, 2, 3, 4, 5]) == orders([5, 3, 1, 0, 2, 4])
        assert len({tuple(order) for order in orders([0, 1, 2, 3, 4, 5])}) > 1

    def test_no_pseudonym_and_no_percentage_is_anywhere(self) -> None:
        """Not in a single text of the plan."""
        text = everything(examples.group())
        assert "Person 2" not in text
        assert "%" not in text


class TestMethod:
    def test_tells_how_far_to_trust_it_first(self) -> None:
        """The content is untested, and that is said before any rule."""
        method = examples.short_single().method
        assert method.sections[0].title == "How far to trust this"
        assert "have not tested it" in method.sections[0].sentences[0]

    def test_gives_the_figures_of_the_bands(self) -> None:
        """As the pack sets them."""
        section = next(
            s for s in examples.empty().method.sections if s.title == "What a score suggests"
        )
        assert tuple(re.match(r"(.*?)\. [A-Z]", point)[1] for point in section.points) == (
            "Act first: below 2.5",
            "Build: from 2.5 to below 3.5",
            "Keep going: from 3.5 to below 4.5",
            "Share it: 4.5 and above",
        )

    def test_speaks_of_groups_only_to_groups(self) -> None:
        """One person needs neither spread nor small groups."""
        own = [section.title for section in examples.short_single().method.sections]
        group = [section.title for section in examples.group().method.sections]
        assert "Small groups" not in own
        assert {"How far apart people are", "Small groups", "Agreement as a number"} <= set(group)

    def test_gives_the_agreement_index_only_from_seven_answers(self) -> None:
        """Six answers are too few for it."""
        assert "rwg" in everything(group_of("3333333"))
        assert "rwg" not in everything(group_of("333333"))

    def test_names_every_source(self) -> None:
        """Key, title, authors, publisher and year."""
        assert (
            "RtR 2021: Rebalancing the Relationship: Final Report. Rebecca Young and Catherine "
            "Goodall, NCVO, ACEVO and Lloyds Bank Foundation for England and Wales, 2021."
        ) in examples.empty().method.sections[-1].points


def test_only_what_was_asked_has_a_place() -> None:
    """Of the short version four statements a theme; of one chosen statement one theme."""
    assert [len(theme.statements) for theme in examples.short_single().themes] == [4] * 5
    assert [theme.name for theme in one_answer("3").themes] == ["Power"]
