"""Open actions told: what is open and what comes first, what is closed, and how to go on (HND)."""

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Place,
    Subheading,
    Tone,
)
from collabkit.assessments.outcomes.open_actions.rule import (
    SIDE,
    Action,
    OpenActions,
    is_two_sided,
)
from collabkit.assessments.packs.vocabulary import Side
from collabkit.assessments.sentences import capital, how_tried, in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext


def parts(answered: Answered, outcome: OpenActions) -> tuple[Part, ...]:
    """Return the outcome in parts, in talking order."""
    told = [Part("answer", _("What is open"), tuple(_opening(answered, outcome)))]
    if outcome.open:
        told.append(Part("open", _("Open, in this order"), tuple(_open(answered, outcome))))
    if outcome.closed:
        folds = tuple(
            Fold(
                _("{answer}: {number}").format(
                    answer=_answer_name(answered, actions[0]), number=in_words(len(actions))
                ),
                tuple(_entry(answered, action) for action in actions),
            )
            for actions in outcome.closed.values()
        )
        told.append(Part("closed", _("Not open any more"), folds))
    told.append(_method(answered))
    return tuple(told)


def _opening(answered: Answered, outcome: OpenActions) -> list[Block]:
    blocks: list[Block] = [Paragraph(_lead(outcome), Tone.LEAD)]
    blocks += [Paragraph(sentence) for sentence in _next_steps(answered, outcome)]
    if reminder := answered.pack.outcome.settings.get("reminder"):
        blocks.append(Paragraph(reminder, Tone.CARE))
    if is_two_sided(answered.pack):
        blocks.append(_side_pick(outcome))
    if outcome.not_shown:
        words = ngettext(
            "{number} statement for the other side only is not shown.",
            "{number} statements for the other side only are not shown.",
            outcome.not_shown,
        )
        number = capital(in_words(outcome.not_shown))
        blocks.append(Paragraph(words.format(number=number), Tone.QUIET))
    return blocks


def _lead(outcome: OpenActions) -> str:
    number = len(outcome.open)
    if not number:
        return _("Nothing is open.")
    protecting = sum(action.protects_people for action in outcome.open)
    lead = ngettext("{number} thing is open.", "{number} things are open.", number).format(
        number=capital(in_words(number))
    )
    if not protecting:
        return lead
    if protecting == number:
        return _("{lead} {more}").format(
            lead=lead, more=ngettext("It protects people.", "All of them protect people.", number)
        )
    more = ngettext(
        "{number} of them protects people and comes first.",
        "{number} of them protect people and come first.",
        protecting,
    ).format(number=capital(in_words(protecting)))
    return _("{lead} {more}").format(lead=lead, more=more)


def _next_steps(answered: Answered, outcome: OpenActions) -> list[str]:
    if not outcome.open:
        closing: str = answered.pack.outcome.settings.get("when_done", "")
        return [closing or _("Look at the list once more after a while: is it still so?")]
    first = answered.pack.item(outcome.open[0].item_id).statement
    steps = [_("Begin with this: {statement}").format(statement=first)]
    overdue = sum(action.is_overdue for action in outcome.open)
    undated = sum(action.due is None for action in outcome.open)
    if overdue:
        words = ngettext("{number} is overdue.", "{number} are overdue.", overdue)
        steps.append(words.format(number=capital(in_words(overdue))))
    if undated:
        words = ngettext(
            "{number} has no due date yet: set one.",
            "{number} have no due date yet: set one for each.",
            undated,
        )
        steps.append(words.format(number=capital(in_words(undated))))
    return steps


def _open(answered: Answered, outcome: OpenActions) -> list[Block]:
    groups = (
        (_("These protect people"), True),
        (_("The others"), False),
    )
    blocks: list[Block] = []
    for title, protects in groups:
        entries = tuple(
            _entry(answered, action)
            for action in outcome.open
            if action.protects_people is protects
        )
        if entries:
            is_alone = len(entries) == len(outcome.open)
            blocks += [] if is_alone else [Subheading(title)]
            blocks.append(Entries(entries, ticked=True))
    return blocks


def _entry(answered: Answered, action: Action) -> Entry:
    is_open = action.answer in answered.pack.outcome.settings["open"]
    item = answered.pack.item(action.item_id)
    form = answered.pack.form_of(item)
    answer = _answer_name(answered, action)
    sentences = [_("{answer}.").format(answer=answer)] if is_open else []
    if action.due is not None:
        sentences.append(_("Due {day}.").format(day=day(action.due)))
    if action.owner:
        sentences.append(_("Owner: {name}.").format(name=action.owner))
    remarks = [action.note] if action.note else []
    if action.said:
        said = [
            _("{name}: {answer}").format(name=name, answer=option.name if option else code)
            for name, code in action.said
            for option in [form.option(code)]
        ]
        remarks.append(_("The sheets differ ({answers}).").format(answers=", ".join(said)))
    mark = ""
    if is_open and action.is_overdue:
        mark = _("overdue")
    elif is_open and action.due is None:
        mark = _("set a date")
    return Entry(item.statement, " ".join(sentences), " ".join(remarks), mark, item.id)


def _answer_name(answered: Answered, action: Action) -> str:
    option = answered.pack.form_of(answered.pack.item(action.item_id)).option(action.answer)
    return option.name if option else action.answer


def _side_pick(outcome: OpenActions) -> Pick:
    return Pick(
        SIDE,
        _("For which side is this list?"),
        (
            PickOption(Side.OUTGOING.value, _("The side that hands over")),
            PickOption(Side.INCOMING.value, _("The side that takes over")),
            PickOption(Side.BOTH.value, _("Both sides")),
        ),
        (outcome.side.value,),
    )


def _method(answered: Answered) -> Part:
    names = {
        option.code: option.name
        for form in answered.pack.forms
        for option in (*form.options, *form.ways_out)
    }
    settings = answered.pack.outcome.settings
    blocks: list[Block] = [
        Paragraph(
            _(
                "There is no score. Open means: {answers}. What protects people comes first, then "
                "the rest. In both, what is overdue comes first, then what is due next, then what "
                "has no date."
            ).format(answers=_(" or ").join(f"“{names[code]}”" for code in settings["open"]))
        ),
        Paragraph(
            _("A statement that nobody has touched counts as “{answer}”.").format(
                answer=names[settings["start"]]
            )
        ),
    ]
    if len(answered.sheets) > 1:
        words = _("Where sheets differ, the answer that is furthest from done counts.")
        blocks.append(Paragraph(words))
    blocks.append(Paragraph(how_tried(answered.pack.status), Tone.QUIET))
    return Part("method", _("How this was worked out"), tuple(blocks), Place.BEHIND)
