"""What is said while a session is prepared."""

from dataclasses import replace

from collabkit.assessments.limits import LARGEST_GROUP, SMALLEST_GROUP, USUAL_GROUP
from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.room.agenda import Agenda, agenda_of
from collabkit.room.choices import can_be_voted_on
from collabkit.room.preparation import USUAL_STATEMENTS, Audience, Preparation
from collabkit.room.way_words import words_of
from collabkit.room.ways import Way
from collabkit.ui.workshop.prepare.state import PrepareState, Topic


def topic_name(topic: Topic) -> str:
    """Return what a part of the page is called."""
    return {
        Topic.OCCASION: _("Occasion"),
        Topic.STATEMENTS: _("Statements"),
        Topic.VOTING: _("Voting"),
        Topic.AGENDA: _("Agenda"),
        Topic.PROMISE: _("Promise"),
        Topic.DAY: _("For the day"),
    }[topic]


def lead(state: PrepareState) -> str:
    """Return which session it is, and what the part of the page is for."""
    title = state.shown.title.strip() or _("Session without a name")
    return f"{title}\n{topic_lead(state.topic)}"


def topic_lead(topic: Topic) -> str:
    """Return what a part of the page is for, in a sentence."""
    fewest, most = USUAL_STATEMENTS
    return {
        Topic.OCCASION: _("What the day is called, and who comes."),
        Topic.STATEMENTS: _(
            "{fewest} to {most} are enough for an away-day. We have suggested some."
        ).format(fewest=fewest, most=most),
        Topic.VOTING: _("How people answer, and who sees what comes out."),
        Topic.AGENDA: _("How long everything takes, worked out from your choices."),
        Topic.PROMISE: _("Read this aloud before anybody answers."),
        Topic.DAY: _("Print, rehearse, and begin."),
    }[topic]


def duration(minutes: int) -> str:
    """Return a length of time in words: "2 hours 50 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("{hours} hour", "{hours} hours", hours).format(hours=hours))
    if rest or not hours:
        parts.append(ngettext("{rest} minute", "{rest} minutes", rest).format(rest=rest))
    return " ".join(parts)


def clock(minutes: int, begins: int | None) -> str:
    """Return when something starts: a time of day, or hours since the beginning."""
    hours, rest = divmod(minutes + (begins or 0), 60)
    return f"{hours % 24:02}:{rest:02}" if begins is not None else f"{hours}:{rest:02}"


def count_of(statements: int) -> str:
    """Return how many statements there are."""
    return ngettext("{number} statement", "{number} statements", statements).format(
        number=statements
    )


def fitting(preparation: Preparation, pack: Pack) -> int:
    """Return how many of the statements, from the first on, there is time for."""
    statements = preparation.statements
    return next(
        (
            count
            for count in range(len(statements), 0, -1)
            if not agenda_of(replace(preparation, statements=statements[:count]), pack).over
        ),
        0,
    )


def time_sentence(preparation: Preparation, agenda: Agenda) -> str:
    """Return how long the session takes, and how long it may."""
    return _("{statements}: {time} in all. You have {available}.").format(
        statements=count_of(len(preparation.statements)),
        time=duration(agenda.total),
        available=duration(preparation.times.available),
    )


def over_sentence(preparation: Preparation, agenda: Agenda, pack: Pack) -> str:
    """Return what to do if the session is too long; nothing if it fits."""
    if not agenda.over:
        return ""
    fits = fitting(preparation, pack)
    if not fits:
        words = _("That is {over} too long. Please take more time, or talk for less.")
        return words.format(over=duration(agenda.over))
    less = len(preparation.statements) - fits
    return ngettext(
        "That is {over} too long. Leave out {less} statement, and it fits.",
        "That is {over} too long. Leave out {less} statements, and it fits.",
        less,
    ).format(over=duration(agenda.over), less=in_words(less))


def spread_sentence(preparation: Preparation, pack: Pack) -> str:
    """Return how the statements are spread over the sections: "Power 3 · Empathy 2"."""
    sections = [pack.item(item_id).section for item_id in preparation.statements]
    offered = {item.section for item in pack.items if can_be_voted_on(pack, item)}
    return " · ".join(
        f"{section.name} {sections.count(section.code)}"
        for section in pack.sections
        if section.code in offered
    )


def ways_explained() -> dict[Way, tuple[str, str]]:
    """Return the ways of voting: the name of each, and what it means."""
    return {way: ((words := words_of(way)).offer, words.hint) for way in Way}


def audiences() -> tuple[tuple[str, str], ...]:
    """Return who may see what comes out."""
    return (
        (Audience.ROOM, _("Only the people in the room")),
        (Audience.BOARD, _("The whole board, also those who are away")),
        (Audience.ORGANISATION, _("Board, staff and volunteers")),
        (Audience.PARTNERS, _("Partners too")),
    )


def group_sizes() -> tuple[tuple[str, str], ...]:
    """Return from how many people on answers may be shown."""
    return tuple((str(n), str(n)) for n in range(SMALLEST_GROUP, LARGEST_GROUP + 1))


def group_hint() -> str:
    """Return what the smallest group is for."""
    return _(
        "Nothing is shown about fewer people than this, so that nobody can be found out. {usual} "
        "is usual. It can never be lowered later."
    ).format(usual=in_words(USUAL_GROUP).capitalize())


def needs_agreement() -> str:
    """Return why a small group is not kept yet."""
    return _(
        "Fewer than five is possible only if everybody has agreed to it beforehand. Please ask "
        "them first, or choose five or more."
    )


def facts(state: PrepareState) -> tuple[tuple[str, str], ...]:
    """Return how the session was prepared, as names and values, for reading only."""
    shown = state.shown
    ways = [name for way, (name, _about) in ways_explained().items() if way in shown.ways]
    return (
        (_("Charity"), state.charity),
        (_("Questionnaire"), state.pack.title),
        (_("People expected"), str(shown.people)),
        (_("Smallest group whose answers are shown"), str(shown.minimum)),
        (_("How people answer"), ", ".join(ways)),
        (_("Who sees what comes out"), dict(audiences())[shown.audience]),
        (_("Time"), time_sentence(shown, state.agenda)),
    )


def console_is_behind() -> str:
    """Return why nothing is changed while steps on the console are not on the disk."""
    return _(
        "What happened last on the console could not be saved yet, so this change waits. collabkit "
        "keeps trying by itself; what you typed is still here."
    )
