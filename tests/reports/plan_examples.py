"""Plans to draw: short, full, of a group, empty, and with texts that people might really type."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from collabkit.assessments.assessment import Assessment, Participant, Response, Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.measure import measure
from collabkit.assessments.pack import ActionKind, Pack, Respondent
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.results import Results
from collabkit.assessments.tally import tally_answers
from collabkit.assets import resource
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.reports.contents.described import Described
from collabkit.reports.plan_document import PlanDocument, plan_document

TODAY = date(2026, 11, 22)
STARTED = date(2026, 6, 1)
FINISHED = date(2026, 6, 14)


@cache
def five_themes() -> Pack:
    return read_pack(resource("packs", "five-themes.toml"))


def assessment_of(
    asked: Sequence[str], selection: Selection = Selection.CORE, *, minimum: int = 1
) -> Assessment:
    pack = five_themes()
    return Assessment(
        id="a1",
        charity_id="c1",
        title="Away-day, June 2026",
        pack_id=pack.id,
        pack_version=pack.version,
        pack_digest=pack.digest,
        selection=selection,
        asked=tuple(asked),
        minimum=minimum,
        started=STARTED,
        finished=FINISHED,
    )


def results_of(assessment: Assessment, responses: Sequence[Response]) -> Results:
    pack = five_themes()
    codes: dict[str, list[str]] = {}
    for response in responses:
        if response.answer:
            codes.setdefault(response.item_id, []).append(response.answer)
    return measure(
        pack,
        {i: tally_answers(i, pack.form_of(pack.item(i)), c) for i, c in codes.items()},
        asked=assessment.asked,
        minimum=assessment.minimum,
        respondents=len({r.participant_id for r in responses if r.answer}),
        selection=assessment.selection,
    )


def document(
    assessment: Assessment,
    responses: Sequence[Response],
    actions: Sequence[PlanAction] = (),
    *,
    roles: Sequence[Respondent] = (Respondent.TRUSTEE,),
    charity: str = "Sample Charity",
    is_sample: bool = False,
    with_notes: bool = True,
) -> PlanDocument:
    described = Described(
        pack=five_themes(),
        results=results_of(assessment, responses),
        plan=Plan(assessment.id, tuple(actions)),
        charity=Charity("c1", charity, is_sample=is_sample),
        assessment=assessment,
        participants=[
            Participant(f"p{number}", assessment.id, f"Person {number}", role)
            for number, role in enumerate(roles)
        ],
        responses=responses,
        today=TODAY,
        with_notes=with_notes,
    )
    return plan_document(described)


def own_answers(
    ids: Sequence[str], pattern: Sequence[str], notes: Mapping[str, str] | None = None
) -> list[Response]:
    """One person's answers; ``pattern`` of codes is repeated over the statements."""
    return [
        Response("p0", item_id, pattern[number % len(pattern)], note=(notes or {}).get(item_id, ""))
        for number, item_id in enumerate(ids)
    ]


def some_actions() -> list[PlanAction]:
    pack = five_themes()
    first, second, third = (pack.item(i) for i in ("HON-1", "POW-1", "COM-1"))
    return [
        PlanAction(
            "1",
            first.actions[0].text,
            first.actions[0].kind,
            Slot.NOW,
            item_id=first.id,
            owner="The chair",
            first_step="Put it on the agenda of the next meeting.",
            due=date(2026, 12, 20),
            how_we_will_know="We have heard from all three and told them what we will change.",
        ),
        PlanAction(
            "2",
            second.actions[1].text,
            second.actions[1].kind,
            Slot.NOW,
            item_id=second.id,
            owner="The treasurer",
            status=Status.DONE,
        ),
        PlanAction("3", third.actions[0].text, third.actions[0].kind, Slot.NOW, item_id=third.id),
        PlanAction("4", second.actions[2].text, second.actions[2].kind, item_id=second.id),
        PlanAction(
            "5",
            "Ask the council to invite every partner to its review meetings.",
            ActionKind.INFLUENCE,
            why="We are heard only through the lead partner.",
            owner="The secretary",
            due=date(2027, 3, 1),
            status=Status.UNDER_WAY,
        ),
    ]


def short_single() -> PlanDocument:
    """One trustee, the short version, three actions now."""
    ids = five_themes().core_ids
    notes = {"HON-1": "Nobody could remember that we ever asked.\nWe should."}
    answers = own_answers(ids, ("2", "4", "3", "dk", "5", "1", "4", "na"), notes)
    return document(assessment_of(ids), answers, some_actions(), is_sample=True)


def full_single() -> PlanDocument:
    """One trustee, all 45 statements."""
    ids = [item.id for item in five_themes().items]
    notes = {i: f"A note on {i}, written in passing." for i in ids[::3]}
    answers = own_answers(ids, ("3", "4", "2", "5", "3", "4", "1", "dk", "4", "3", "na"), notes)
    return document(assessment_of(ids, Selection.ALL), answers, some_actions())


def group_answers(ids: Sequence[str], people: int) -> list[Response]:
    """Answers of several people; every fifth statement is split, some are hardly answered."""
    split = ("1", "5", "2", "4", "1", "5", "5")
    usual = ("3", "4", "4", "3", "4", "2", "5", "3", "3", "4", "dk")
    answers = []
    for number, item_id in enumerate(ids):
        for person in range(people):
            code = usual[(number * 3 + person) % len(usual)]
            if number % 5 == 1:
                code = split[person % len(split)]
            if number % 7 == 3 and person > 2:
                code = "dk" if person % 2 else "na"
            note = f"Person of the {item_id} view" if person == 2 and number % 4 == 0 else ""
            answers.append(Response(f"p{person}", item_id, code, note=note))
    return answers


def group(people: int = 7) -> PlanDocument:
    """Seven people, the short version, at least five to be shown."""
    ids = five_themes().core_ids
    roles = [Respondent.TRUSTEE if n < 4 else Respondent.STAFF for n in range(people)]
    return document(
        assessment_of(ids, minimum=5), group_answers(ids, people), some_actions(), roles=roles
    )


def empty() -> PlanDocument:
    """Nothing answered, nothing planned."""
    return document(assessment_of(five_themes().core_ids), [], roles=())


def long_texts() -> PlanDocument:
    """Every text as long as the fields allow."""
    ids = five_themes().core_ids
    long = (
        "We have talked about this with many partners over the years, and it is never easy. " * 40
    )
    answers = own_answers(ids, ("2", "4"), {ids[0]: long, ids[3]: long})
    actions = [
        PlanAction(
            str(number),
            "Arrange a meeting with every partner we have ever worked with " * 4,
            kind,
            Slot.NOW if number < 3 else Slot.PARKED,
            why=long[:600],
            owner="The whole committee, starting with the chair and the treasurer",
            first_step=long[:400],
            due=TODAY,
            how_we_will_know=long[:300],
        )
        for number, kind in enumerate([*ActionKind, *ActionKind])
    ]
    name = "The Very Long Named Association for the Support of Everybody in the Whole Valley"
    return document(assessment_of(ids), answers, actions, charity=name)


def strange_names() -> PlanDocument:
    """Markup, Welsh, Polish, emoji, Arabic and Chinese in every field."""
    ids = five_themes().core_ids
    texts = [
        'Bread & <b>"Roses"</b> <img src="file:///etc/passwd"/>',
        "Tŷ Gŵyl Dŵr: ŵ ŷ â ê î ô û",
        "Zażółć gęślą jaźń — Łódź",
        "Thumbs up 👍🏽 and a family 👨‍👩‍👧 → ✓ ≥ ●",
        "السلام عليكم ورحمة الله",
        "我们一起工作，互相帮助。",
        "e\u0301 composed, q\u0303 not, \u202ereversed\u202c, soft\u00adhyphen",
    ]
    answers = own_answers(ids, ("2", "4"), dict(zip(ids, texts, strict=False)))
    actions = [
        PlanAction(
            str(n), text, ActionKind.QUICK_WIN, Slot.NOW if n < 3 else Slot.PARKED, owner=text
        )
        for n, text in enumerate(texts)
    ]
    return document(
        assessment_of(ids), answers, actions, charity='Bread & <b>"Roses"</b> Tŷ Łódź 🌹 مرحبا'
    )
