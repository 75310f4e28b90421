"""The sentences of the console: what a press does, what to say, what is on the wall."""

from collabkit.assessments.pack import Item, Pack
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.room.channels import people_in
from collabkit.room.meeting import Decision, Meeting, Phase
from collabkit.room.ways import Way
from collabkit.ui.workshop.console.clock import ClockState, Timed

_MINUTE = 60


def short_name(item: Item, pack: Pack) -> str:
    """Return how people call a statement: its theme and its place in it, such as "Honesty 2"."""
    section = pack.section(item.section)
    number = [each.id for each in section.items].index(item.id) + 1
    return _("{section} {number}").format(section=section.name, number=number)


def heading(meeting: Meeting, pack: Pack) -> str:
    """Return where the room is, such as "Statement 3 of 12 · Honesty 2"."""
    item = pack.item(meeting.turn.item_id)
    return _("Statement {number} of {total} · {name}").format(
        number=meeting.place + 1, total=len(meeting.turns), name=short_name(item, pack)
    )


def answered_of(answered: int, present: int) -> str:
    """Return how many are in: "9 of 11 are in"."""
    return ngettext(
        "{answered} of {present} is in", "{answered} of {present} are in", present
    ).format(answered=answered, present=present)


def next_press(meeting: Meeting, pack: Pack) -> str:
    """Return what the big button, and the clicker's next, will do."""
    if meeting.is_paused:
        return _("End the break")
    match meeting.phase:
        case Phase.LOBBY:
            return _("Begin")
        case Phase.READ:
            return _("Open the vote")
        case Phase.VOTE:
            people = meeting.open_vote.people if meeting.open_vote else 0
            return _("Close the vote: {answered} of {present} in").format(
                answered=people, present=meeting.present
            )
        case Phase.CLOSED:
            return _("Show the answers")
        case Phase.REVEAL:
            times = meeting.preparation.times
            return _("Talk in pairs") if times.pairs else _("Talk about it")
        case Phase.TALK:
            return _("Decide")
        case Phase.DECIDE:
            return _after_statement(meeting, pack)
        case Phase.MAP:
            return _("Choose what to act on")
        case Phase.CHOOSE:
            return _("Agree on actions")
        case Phase.ADOPT:
            return _("End the session")
        case Phase.END:
            return _("The session is over")


def back_press(meeting: Meeting) -> str:
    """Return what Back does where it does something, otherwise nothing."""
    if meeting.is_paused:
        return ""
    match meeting.phase:
        case Phase.VOTE if meeting.open_vote is None or not meeting.open_vote.people:
            return _("Back")
        case Phase.READ | Phase.REVEAL:
            return _("Statement before") if meeting.place else ""
        case Phase.TALK:
            return _("Back") if meeting.turn.latest else ""
        case Phase.DECIDE if meeting.turn.latest:
            return _("Back")
        case Phase.DECIDE:
            return _("Statement before") if meeting.place else ""
        case Phase.MAP | Phase.CHOOSE | Phase.ADOPT | Phase.END:
            return _("Back")
        case _:
            return ""


def then(meeting: Meeting, pack: Pack) -> str:
    """Return which statement comes after this one, in a sentence."""
    if meeting.phase in (Phase.MAP, Phase.CHOOSE, Phase.ADOPT, Phase.END):
        return ""
    at = 0 if meeting.phase is Phase.LOBBY else meeting.place + 1
    if at >= len(meeting.turns):
        return _("After this statement comes the map of all statements.")
    item = pack.item(meeting.turns[at].item_id)
    return _("{name}: “{statement}”").format(name=short_name(item, pack), statement=item.statement)


def on_the_wall(meeting: Meeting) -> str:
    """Return what the room sees, in a sentence."""
    if meeting.is_paused:
        return _("The room sees that there is a break.")
    return {
        Phase.LOBBY: _("The room sees the name of the session and the promise."),
        Phase.READ: _("The room sees the statement alone."),
        Phase.VOTE: _("The room sees the answers to choose from, and how many are in."),
        Phase.CLOSED: _("Counted and kept. The room does not see the answers yet, nor do you."),
        Phase.REVEAL: _("The room sees how it has answered."),
        Phase.TALK: _("The room sees its answers while it talks."),
        Phase.DECIDE: _("The room sees its answers, and what becomes of them."),
        Phase.MAP: _("The room sees all statements, what is most worth a talk first."),
        Phase.CHOOSE: _("The room sees all statements and which are chosen."),
        Phase.ADOPT: _("The room sees the actions."),
        Phase.END: _("The room sees what was agreed."),
    }[meeting.phase]


def to_say(meeting: Meeting) -> tuple[str, ...]:
    """Return what the facilitator can say now, a sentence or two each."""
    if meeting.is_paused:
        return ()
    match meeting.phase:
        case Phase.READ:
            return (_("Please read this on your own. Nobody says anything yet."),)
        case Phase.VOTE:
            return tuple(_say_vote(meeting))
        case Phase.CLOSED:
            return (_("The vote is closed. Before we look: what do you expect?"),)
        case Phase.DECIDE:
            return (_("What do we make of this: move on, park it, or do something about it?"),)
        case Phase.MAP:
            return (_("This is how we answered. What strikes you?"),)
        case Phase.CHOOSE:
            return (_("Which three to five do we want to act on?"),)
        case Phase.ADOPT:
            return (
                _(
                    "Show a fist of five for this action: five fingers mean “I will help”, three "
                    "“I can live with it”, fewer “please change something”."
                ),
            )
        case Phase.END:
            return (_("Thank you. Everybody gets what we agreed before leaving."),)
        case _:
            return ()


def came_by(meeting: Meeting) -> tuple[str, ...]:
    """Return how many are in by each way, a line each."""
    vote = meeting.open_vote
    if vote is None:
        return ()
    names = {Way.HANDS: _("Raised hands"), Way.SLIPS: _("Slips"), Way.SHEETS: _("Sheets")}
    return tuple(
        _("{way}: {count}").format(way=names[way], count=count) for way, count in vote.came.items()
    )


def closed_words(meeting: Meeting) -> str:
    """Return how many have answered in the vote that was just closed; otherwise nothing."""
    if meeting.phase is not Phase.CLOSED or meeting.is_paused:
        return ""
    answered = sum(meeting.turn.votes[-1].came.values())
    return ngettext(
        "{answered} of {present} has answered", "{answered} of {present} have answered", answered
    ).format(answered=answered, present=meeting.present)


def sheets_in(count: int) -> str:
    """Return how many sheets are in."""
    if not count:
        return _("No sheets are keyed in.")
    return ngettext("{count} sheet is in.", "{count} sheets are in.", count).format(count=count)


def missing_people(count: int) -> str:
    """Return the question whether to close although some have not answered."""
    return capital(
        ngettext(
            "{people} person has not answered.", "{people} people have not answered.", count
        ).format(people=in_words(count))
    )


def unsaved_vote(answered: int) -> str:
    """Return what closing the program costs while a vote is open."""
    return ngettext(
        "A vote is open with {answered} answer in. It is not on the disk yet: close the vote "
        "first, or close collabkit once more, and the room votes on this statement again.",
        "A vote is open with {answered} answers in. They are not on the disk yet: close the vote "
        "first, or close collabkit once more, and the room votes on this statement again.",
        answered,
    ).format(answered=in_words(answered))


def unsaved_steps() -> str:
    """Return what closing the program costs while something could not be saved."""
    return _(
        "What happened last in the session could not be saved yet. collabkit keeps trying by "
        "itself; if you close it once more, that is lost."
    )


def too_many() -> str:
    """Return what is said to all about more answers than people."""
    return _(
        "That would be more answers than there are people in the room. Nothing was counted; please "
        "count again, or change how many people are in the room."
    )


def cannot_close() -> str:
    """Return what is said to all about a vote that cannot be closed yet."""
    return _(
        "This vote cannot be closed yet: too few have answered in the same way. Wait for more "
        "answers, or call this vote off."
    )


def standing_of(decision: Decision | None, spread: str, *, has_votes: bool) -> str:
    """Return how far a statement is, for the list of all."""
    parts = [spread] if spread else [_("Voted") if has_votes else _("Not yet")]
    if decision is Decision.PARK:
        parts.append(_("Parked"))
    elif decision is Decision.ACTION:
        parts.append(_("An action"))
    return " · ".join(parts)


def clock_words(state: ClockState) -> str:
    """Return what the timer says: what it is for and how long it goes on, "In pairs: 2:30"."""
    if state.timed is None:
        return ""
    name = {
        Timed.READING: _("Silence to read"),
        Timed.PAIRS: _("In pairs"),
        Timed.ROOM: _("All together"),
        Timed.BREAK: _("Break"),
    }[state.timed]
    if not state.left:
        return _("{name}: time is up").format(name=name)
    minutes, seconds = divmod(state.left, _MINUTE)
    return _("{name}: {minutes}:{seconds:02}").format(name=name, minutes=minutes, seconds=seconds)


def _after_statement(meeting: Meeting, pack: Pack) -> str:
    if meeting.place + 1 == len(meeting.turns):
        return _("Go to the map")
    item = pack.item(meeting.turns[meeting.place + 1].item_id)
    return _("Next statement: {name}").format(name=short_name(item, pack))


def _say_vote(meeting: Meeting) -> list[str]:
    ways = meeting.preparation.ways
    if meeting.turn.votes:
        lines = [_("We vote once more. You may change your mind; you need not.")]
    else:
        lines = [_("Answer as it is today, not as it should be. Everybody answers alone.")]
    if Way.SLIPS in ways:
        lines.append(
            _("Write the number of your answer on your slip, fold it and put it into the box.")
        )
    if Way.HANDS in ways:
        lines.append(_("I read out each answer. Please raise your hand for one of them."))
    if meeting.open_vote and people_in(meeting.open_vote.sheets):
        lines.append(_("Whoever has handed in a sheet has answered already."))
    return lines
