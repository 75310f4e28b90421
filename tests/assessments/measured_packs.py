"""Small packs and tallies for the tests of measurement."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from collabkit.assessments.assessment import Selection
from collabkit.assessments.measure import measure
from collabkit.assessments.pack import (
    ActionIdea,
    AnswerForm,
    FormKind,
    Item,
    Option,
    Outcome,
    OutcomeKind,
    Pack,
    Section,
)
from collabkit.assessments.results import Results
from collabkit.assessments.tally import Tally, tally_answers

WAYS_OUT = (Option("dk", "Don't know"), Option("na", "Does not apply"))
LEVELS = ("Not yet", "Starting", "Patchy", "Regular practice", "How we work")


def numbered(
    *names: str, form_id: str = "levels", kind: FormKind = FormKind.DESCRIBED
) -> AnswerForm:
    """Return a form whose options are numbered from 1."""
    options = tuple(
        Option(str(number), name, Fraction(number)) for number, name in enumerate(names, start=1)
    )
    return AnswerForm(form_id, kind, "Which?", options, WAYS_OUT)


FIVE = numbered(*LEVELS)
HOLD_BACK = numbered("Not at all", "A little", "Quite a lot", "It stops us", form_id="hold-back")
THREE = AnswerForm(
    "yes-no",
    FormKind.CHOICE,
    "Is it so?",
    (
        Option("yes", "Yes", Fraction(2)),
        Option("partly", "Partly", Fraction(1)),
        Option("no", "No", Fraction(0)),
    ),
    WAYS_OUT,
)
COLUMNS = AnswerForm(
    "columns",
    FormKind.CHOICE,
    "Which column?",
    (
        Option("soon", "Quick win"),
        Option("later", "Long-term aim"),
        Option("never", "Not suitable"),
    ),
    WAYS_OUT,
)
NOTES = AnswerForm("notes", FormKind.NOTES, "What do you think?", ())
FORMS = (FIVE, HOLD_BACK, THREE, COLUMNS, NOTES)


def item(item_id: str, form: AnswerForm = FIVE, actions: tuple[ActionIdea, ...] = ()) -> Item:
    """Return a statement; its section is what stands before the hyphen."""
    return Item(
        id=item_id,
        section=item_id.split("-")[0],
        statement=f"We do {item_id}.",
        form=form.id,
        core=item_id.endswith("1"),
        actions=actions,
    )


def pack(*items: Item, settings: Mapping[str, Any] | None = None) -> Pack:
    """Return a pack of ``items``, in sections by what stands before the hyphen in their ids."""
    codes = dict.fromkeys(item.section for item in items)
    return Pack(
        id="small",
        version="1.0",
        title="A small pack",
        question="How are we doing?",
        purpose="To test.",
        answered_by="Everybody",
        period="The past 12 months",
        status="For tests only.",
        minutes_full=1,
        minutes_short=None,
        outcome=Outcome(OutcomeKind.PROFILE, MappingProxyType(dict(settings or {}))),
        forms=FORMS,
        sources=(),
        sections=tuple(
            Section(code, f"Section {code}", items=tuple(i for i in items if i.section == code))
            for code in codes
        ),
        digest="0" * 64,
    )


def tally(answers: Iterable[str] | str, form: AnswerForm = FIVE, item_id: str = "A-1") -> Tally:
    """Return a tally of answer codes; a text is split at its spaces."""
    codes = answers.split() if isinstance(answers, str) else answers
    return tally_answers(item_id, form, codes)


def results(
    of: Pack,
    answers: Mapping[str, Iterable[str] | str],
    *,
    minimum: int = 5,
    asked: Iterable[str] | None = None,
    selection: Selection = Selection.ALL,
    respondents: int = 9,
) -> Results:
    """Measure ``answers``, by statement id."""
    tallies = {
        item_id: tally(codes, of.form_of(of.item(item_id)), item_id)
        for item_id, codes in answers.items()
    }
    return measure(
        of,
        tallies,
        asked=[i.id for i in of.items] if asked is None else list(asked),
        minimum=minimum,
        respondents=respondents,
        selection=selection,
    )


answer_lists = st.lists(st.sampled_from(["1", "2", "3", "4", "5", "dk", "na"]), max_size=14)
level_lists = st.lists(st.sampled_from("12345"), max_size=30)
minimums = st.sampled_from([1, *range(3, 11)])
