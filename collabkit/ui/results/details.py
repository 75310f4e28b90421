"""The words of one theme and its statements."""

from collections.abc import Iterator

from collabkit.assessments.citations import reports_behind
from collabkit.assessments.explanations import explain_item, explain_section
from collabkit.assessments.gaps import gap_name
from collabkit.assessments.levels import Level, chosen_level, levels_of, next_level
from collabkit.assessments.names import any_of, confidence_name, effort_name, kind_name
from collabkit.assessments.pack import AnswerForm, Item, Section
from collabkit.assessments.remarks import remarks_on
from collabkit.assessments.results import Band, FindingKind, ItemResult
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import read_aloud
from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.services.results import Picture
from collabkit.services.room_votes import RoomVotes
from collabkit.ui.results.state import IdeaState, Remark, StatementState, ThemeState
from collabkit.ui.widgets.dot_strip import DotColumn


def theme_state(picture: Picture, plan: Plan, code: str, *, is_scored: bool = True) -> ThemeState:
    """Return one theme with the statements that were asked.

    Where there can be no score (``is_scored`` false), nothing is said of one.
    """
    pack, results = picture.pack, picture.results
    section, result = pack.section(code), results.section(code)
    return ThemeState(
        code=code,
        name=section.name,
        question=section.question,
        score=_score(picture, section) if is_scored else "",
        band=result.band,
        workings=explain_section(pack, section, results) if is_scored else (),
        statements=tuple(
            _statement(picture, plan, item) for item in section.items if results.item(item.id).asked
        ),
    )


def _score(picture: Picture, section: Section) -> str:
    pack, results = picture.pack, picture.results
    result = results.section(section.code)
    if result.score is None:
        return _("No score: {reason}").format(reason=gap_name(pack, section, results))
    if result.band is None:
        return str(shown(result.score))
    return _("{score} of 5").format(score=shown(result.score))


def _statement(picture: Picture, plan: Plan, item: Item) -> StatementState:
    form, result = picture.pack.form_of(item), picture.results.item(item.id)
    minimum = picture.results.minimum
    is_group = minimum > 1
    levels = levels_of(item, form)
    chosen = chosen_level(levels, result)
    shows_dots = is_group and result.counts is not None
    return StatementState(
        item_id=item.id,
        title=item.title,
        statement=item.statement,
        chosen=chosen,
        next_up=next_level(levels, result),
        columns=_columns(levels, result) if shows_dots else (),
        apart=_apart(form, result) if shows_dots else (),
        sentence="" if chosen else read_aloud(result, form, minimum),
        band=result.band if is_group else None,
        who_may_know=_who_may_know(picture, item),
        remarks=_remarks(picture, result),
        ideas=idea_states(picture, plan, item),
        ideas_wanted=result.band is Band.ACT_FIRST,
        stories_wanted=result.band in (Band.ACT_FIRST, Band.BUILD),
        workings=explain_item(picture.pack, result, minimum) if shows_dots else (),
        sources=(*item.sources, *reports_behind(item, picture.pack)),
        answer_label=_answer_label(picture, item),
    )


def _columns(levels: tuple[Level, ...], result: ItemResult) -> tuple[DotColumn, ...]:
    counts = result.counts or {}
    return tuple(DotColumn(level.name, counts[level.code], level.mark) for level in levels)


def _apart(form: AnswerForm, result: ItemResult) -> tuple[DotColumn, ...]:
    return tuple(
        DotColumn(option.name, count)
        for option in form.ways_out
        if (count := result.way_out(option.code)) is not None
    )


def _who_may_know(picture: Picture, item: Item) -> str:
    """Return whom to ask about what cannot be seen from here."""
    unseen = any(
        finding.kind is FindingKind.NOT_VISIBLE and finding.item_id == item.id
        for finding in picture.results.findings
    )
    own_roles = {person.role for person in picture.participants} if picture.own else set()
    others = [role for role in item.ask if role not in own_roles]
    if not unseen or not others:
        return ""
    return _("You could ask {people}: they may know.").format(people=any_of(others))


def _remarks(picture: Picture, result: ItemResult) -> tuple[Remark, ...]:
    remarks = remarks_on(result, picture.responses, picture.results.minimum)
    notes, evidence = (
        (_("Your note"), _("Your evidence")) if picture.own else (_("Note"), _("Evidence"))
    )
    shown_remarks = [Remark(notes, text) for text in remarks.notes]
    shown_remarks += [Remark(evidence, text) for text in remarks.evidence]
    own = picture.own.get(result.item_id)
    if own is not None and own.confidence is not None:
        shown_remarks.append(Remark(_("How sure you are"), confidence_name(own.confidence)))
    return (*shown_remarks, *_from_the_room(picture.votes, result.item_id))


def _from_the_room(votes: RoomVotes | None, item_id: str) -> Iterator[Remark]:
    if votes is None or item_id not in votes.tallies:
        return
    if item_id in votes.public:
        yield Remark(_("How it was voted on"), _("By raised hands: everybody could see them."))
    if note := votes.notes.get(item_id):
        yield Remark(_("Noted in the room"), note)


def idea_states(picture: Picture, plan: Plan, item: Item) -> tuple[IdeaState, ...]:
    """Return the suggestions for a statement that suit the charity; also shown with the plan."""
    return tuple(
        IdeaState(
            item_id=item.id,
            idea_id=idea.id,
            text=idea.text,
            weight=_("{kind} · {effort}").format(
                kind=kind_name(idea.kind), effort=effort_name(idea.effort)
            ),
            in_plan=plan.has_idea(idea.id),
        )
        for idea in picture.ideas(item.id)
    )


def _answer_label(picture: Picture, item: Item) -> str:
    if picture.results.minimum > 1:
        return ""
    own = picture.own.get(item.id)
    return _("Answer this") if own is None or own.answer is None else _("Change this answer")
