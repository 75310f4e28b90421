"""Ranked barriers in words (BAR): what holds back most, what would help, and one first step."""

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Field,
    FieldKind,
    Idea,
    Ideas,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Place,
    Tone,
    codes_of,
)
from collabkit.assessments.outcomes.phrases import day_read, quoted
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.outcomes.ranking.rule import (
    BY_WHEN,
    CHOSEN,
    FIRST_STEP,
    NEEDS,
    WHO,
    Ranking,
)
from collabkit.assessments.outcomes.ranking.words import (
    all_answers,
    called,
    easiest_first,
    first_entries,
    how_it_was_worked_out,
    missing,
    statements,
)
from collabkit.assessments.outcomes.run_by import is_volunteer_run
from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def parts(answered: Answered, outcome: Ranking) -> tuple[Part, ...]:
    """Return the page from what holds back most to who does what by when, and how it came about."""
    told = [_what_holds_back(answered, outcome)]
    if outcome.chosen:
        told += [
            _what_would_help(answered, outcome),
            _steps(answered, outcome),
            _first_step(answered, outcome),
        ]
    told += all_answers(answered, outcome)
    if notes := answered.pack.outcome.settings.get("notes"):
        told.append(Part("notes", _("Good to know"), (Bullets(notes),), Place.BEHIND))
    told.append(how_it_was_worked_out(answered, outcome))
    return tuple(told)


def _what_holds_back(answered: Answered, outcome: Ranking) -> Part:
    blocks: list[Block] = [Paragraph(_lead(answered, outcome), Tone.LEAD)]
    if outcome.ranked:
        most: int = answered.pack.outcome.settings["most_chosen"]
        blocks += [Paragraph(_next(answered.pack, outcome, most)), first_entries(answered, outcome)]
        names = statements(answered.pack, [entry.item_id for entry in outcome.ranked])
        options = tuple(
            PickOption(entry.item_id, name)
            for entry, name in zip(outcome.ranked, names, strict=True)
        )
        prompt = ngettext(
            "What will you work on first? Choose {number}.",
            "What will you work on first? Choose at most {number}.",
            most,
        ).format(number=in_words(most))
        blocks.append(Pick(CHOSEN, prompt, options, outcome.chosen, most))
    return Part("first", _("What holds you back most"), (*blocks, *missing(answered, outcome)))


def _lead(answered: Answered, outcome: Ranking) -> str:
    one, many = called(answered.pack)
    if not outcome.ranked:
        if outcome.none_held and not outcome.open:
            return _("None of these {many} holds you back.").format(many=many)
        if outcome.none_held:
            return _("None of the {many} with an answer holds you back.").format(many=many)
        if answered.minimum == OWN_ASSESSMENT:
            return _(
                "No {one} has a rating yet. Rate them first; then you see what holds you back."
            ).format(one=one)
        return _("There are not enough answers yet to say what holds you back.")
    places: dict[int, list[str]] = {}
    for item_id in outcome.first:
        places.setdefault(outcome.entry(item_id).place, []).append(item_id)
    top, *others = places.values()
    lead = ngettext(
        "What holds you back most is {names}.",
        "What holds you back most are {names}, level with each other.",
        len(top),
    )
    sentences = [lead.format(names=quoted(statements(answered.pack, top)))]
    if others:
        rest = [item_id for level in others for item_id in level]
        words = (
            _("Then come {names}, level with each other.")
            if len(others) == 1 and len(rest) > 1
            else ngettext("Then comes {names}.", "Then come {names}.", len(rest))
        )
        sentences.append(words.format(names=quoted(statements(answered.pack, rest))))
    return " ".join(sentences)


def _next(pack: Pack, outcome: Ranking, most: int) -> str:
    if len(outcome.first) > most:
        places = [outcome.entry(item_id).place for item_id in outcome.first]
        names = easiest_first(pack)
        proposal = (
            _("what is most often marked “{answer}” comes first").format(answer=names[0])
            if names
            else _("what is asked first comes first")
        )
        return _(
            "{level} are level on place {place}, so you choose. The ticks are only a proposal: "
            "{proposal}. Then tick what would help, and settle one first step."
        ).format(
            level=capital(in_words(places.count(places[-1]))),
            place=places[-1],
            proposal=proposal,
        )
    return _(
        "The ticks are only a proposal; change them if others matter more. Then tick what would "
        "help, and settle one first step."
    )


def _what_would_help(answered: Answered, outcome: Ranking) -> Part:
    needs = {need["id"]: need for need in answered.pack.outcome.settings["need"]}
    own_words = is_volunteer_run(answered)
    options = []
    for offered in outcome.needs:
        need = needs[offered.need_id]
        text = need.get("volunteer_run", need["text"]) if own_words else need["text"]
        options.append(
            PickOption(
                offered.need_id,
                need["name"],
                _("{group}: {text}. Helps with {names}.").format(
                    group=need["group"],
                    text=text.removesuffix("."),
                    names=quoted(statements(answered.pack, offered.helps_with)),
                ),
            )
        )
    if not options:
        nothing = _("None of the needs in this pack helps with what you have chosen.")
        return Part("needs", _("What would help"), (Paragraph(nothing),))
    known: str = answered.pack.outcome.settings.get("needs_lead", "")
    lead = _(
        "{lead} What helps with more of your {many} comes first. Tick only what would really help "
        "you."
    ).format(lead=known or _("These could help."), many=called(answered.pack)[1])
    pick = Pick(NEEDS, _("What would really help?"), tuple(options), outcome.ticked, most=0)
    return Part("needs", _("What would help"), (Paragraph(lead), pick))


def _steps(answered: Answered, outcome: Ranking) -> Part:
    title = _("Steps to choose from")
    if not outcome.ticked:
        nothing = _("Steps appear here once you have ticked something that would help.")
        return Part("steps", title, (Paragraph(nothing, Tone.QUIET),))
    if not outcome.steps:
        nothing = _("This pack knows no step for what you have ticked. Find one of your own.")
        return Part("steps", title, (Paragraph(nothing),))
    lead = _("Quick wins come first. One or two are enough to begin with.")
    return Part("steps", title, (Paragraph(lead), Ideas(_ideas(outcome))))


def _ideas(outcome: Ranking) -> tuple[Idea, ...]:
    helps = {need.need_id: need.helps_with for need in outcome.needs}
    ideas = []
    for step in outcome.steps:
        need = next(need for need in outcome.ticked if need in step["for_needs"])
        text = step["text"] if outcome.unit is Unit.CHARITY else step.get("alone", step["text"])
        ideas.append(Idea(step["id"], helps[need][0], text, step["kind"]))
    return tuple(ideas)


def _first_step(answered: Answered, outcome: Ranking) -> Part:
    settled = answered.settled
    who = (
        PickOption("us", _("Us"), _("With what we have")),
        PickOption("others", _("Us with others"), _("Together with another group")),
        PickOption("funder", _("A funder"), _("Somebody who pays has to change something")),
    )
    chosen = tuple(o.code for o in who if o.code in codes_of(settled.get(WHO, ""))[:1])
    due = settled.get(BY_WHEN, "")
    hint = _("One thing that somebody will really do")
    return Part(
        "first_step",
        _("Your first step"),
        (
            Paragraph(
                _("You have chosen to work on {names}.").format(
                    names=quoted(statements(answered.pack, outcome.chosen))
                )
            ),
            *_would_help(answered, outcome),
            Pick(WHO, _("Who could do something about it?"), who, chosen),
            Field(FIRST_STEP, _("First step"), settled.get(FIRST_STEP, ""), hint=hint),
            Field(BY_WHEN, _("By when"), due, day_read(due), FieldKind.DATE),
        ),
    )


def _would_help(answered: Answered, outcome: Ranking) -> tuple[Paragraph, ...]:
    names = {need["id"]: need["name"] for need in answered.pack.outcome.settings["need"]}
    if not outcome.ticked:
        return ()
    helping = quoted([names[need_id] for need_id in outcome.ticked])
    return (Paragraph(_("What would help: {needs}.").format(needs=helping)),)
