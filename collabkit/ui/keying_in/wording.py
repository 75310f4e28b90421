"""What is said while a sheet of paper is keyed in. No Qt."""

from collections.abc import Sequence

from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.services.naming import in_one_line, shortened
from collabkit.ui.keying_in.draft import Draft
from collabkit.ui.keying_in.paper import Line, day_of
from collabkit.ui.keying_in.state import KeyedLine, KeyingInState

_LONGEST_SEEN = 60  # characters of somebody's words in a line


def keyed_line(line: Line, draft: Draft, *, is_current: bool) -> KeyedLine:
    """Return a statement with what was keyed in."""
    code, note = draft.answers.get(line.item_id), draft.notes.get(line.item_id, "")
    choice = next((c for c in line.choices if c.code == code), None)
    date = day_of(code)
    words = ""
    if choice is not None:
        words = choice.name
    elif date is not None:
        words = day(date)
    elif note.strip():
        words = shortened(in_one_line(note), _LONGEST_SEEN)
    elif line.item_id in draft.blank:
        words = _("Left blank")
    return KeyedLine(
        line=line,
        mark=choice.mark if choice else "",
        answer=words,
        note=note,
        day=date,
        is_keyed=draft.is_keyed(line),
        is_current=is_current,
    )


def line_words(line: Line) -> str:
    """Return a statement with its number, if it has one."""
    if not line.number:
        return line.statement
    return _("{number}. {statement}").format(number=line.number, statement=line.statement)


def spoken(keyed: KeyedLine) -> str:
    """Return what screen readers say of a line."""
    value = keyed.answer or _("not keyed in")
    if keyed.mark and keyed.mark != keyed.answer:
        value = _("{mark}, {answer}").format(mark=keyed.mark, answer=keyed.answer)
    return _("{statement}: {value}").format(statement=line_words(keyed.line), value=value)


def no_such_answer(key: str, line: Line) -> str:
    """Return what is said of a key that stands for nothing here."""
    if not line.choices:
        return _("Here words are keyed in, or Space if the field is blank.")
    marks = ", ".join(choice.mark for choice in line.choices)
    return _("“{key}” is no answer here. These are: {marks}, and Space if it is blank.").format(
        key=key, marks=marks
    )


def missing_at_the_top(state: KeyingInState, draft: Draft) -> dict[str, str]:
    """Return what has to be said at the top of the sheet still, by the question."""
    missing = {}
    if state.parties and draft.party is None:
        missing["party"] = _("Please choose the organisation for which the sheet speaks.")
    if state.abouts and draft.about is None:
        missing["about"] = _("Please choose the organisation about which the sheet is.")
    if state.roles and draft.role is None:
        missing["role"] = _("Please choose the role that is ticked on the sheet.")
    return missing


def standing(lines: Sequence[KeyedLine]) -> str:
    """Return how far the sheet is."""
    keyed = sum(line.is_keyed for line in lines)
    if not keyed:
        return ""
    return _("{keyed} of {all} statements keyed in").format(keyed=keyed, all=len(lines))


def read_words(lines: Sequence[KeyedLine]) -> str:
    """Return what to do while the sheet is read back, and how much of it is blank."""
    compare = _(
        "Compare each line with the paper. To correct one, go there and press the right key."
    )
    return f"{counted(lines)} {compare}"


def counted(lines: Sequence[KeyedLine]) -> str:
    """Return how many statements have an answer, are blank, or were never keyed in."""
    missed = sum(not line.is_keyed for line in lines)
    blank = _blank(lines) - missed
    answered = len(lines) - blank - missed
    if answered == len(lines):
        return ngettext(
            "The one statement is answered.", "All {number} statements are answered.", answered
        ).format(number=in_words(answered))
    parts = [
        ngettext("{number} statement is answered", "{number} statements are answered", answered)
        if answered
        else _("no statement is answered"),
        ngettext("{number} is left blank", "{number} are left blank", blank) if blank else "",
        ngettext("{number} was not keyed in", "{number} were not keyed in", missed)
        if missed
        else "",
    ]
    numbers = (answered, blank, missed)
    told = [
        words.format(number=in_words(number))
        for words, number in zip(parts, numbers, strict=True)
        if words
    ]
    sentence = _("{counts}.").format(counts=capital(listed(told)))
    if not missed:
        return sentence
    saved_as = ngettext(
        "What was not keyed in is saved as blank.",
        "Those that were not keyed in are saved as blank.",
        missed,
    )
    return f"{sentence} {saved_as}"


def save_words(lines: Sequence[KeyedLine]) -> str:
    """Return what stands on the button that saves a sheet: how many statements are blank, too."""
    blank = _blank(lines)
    if not blank:
        return _("All of it is right: save")
    return ngettext(
        "All is right, {number} blank: save",
        "All is right, {number} blank: save",
        blank,
    ).format(number=in_words(blank))


def _blank(lines: Sequence[KeyedLine]) -> int:
    return sum(not (line.mark or line.note.strip() or line.day) for line in lines)


def saved(name: str) -> str:
    """Return what became of a sheet."""
    return _(
        "The sheet is saved and closed, as “{name}”. Now put the paper where nobody reads it."
    ).format(name=name)


def replace_words(name: str) -> str:
    """Return what stands on the button that replaces the sheet of ``name``."""
    return _("Replace the sheet of “{name}”").format(name=name)


def saved_instead(name: str) -> str:
    """Return what is said once a sheet has taken the place of the one of ``name``."""
    return _("It took the place of what came before from “{name}”.").format(name=name)


def put_back(name: str, *, is_back: bool) -> str:
    """Return what is said once that was taken back; ``is_back`` if the paper is here again."""
    if is_back:
        return _(
            "What came before from “{name}” is back. The paper is here again, and not saved: "
            "please correct its code, or throw this sheet away."
        ).format(name=name)
    return _(
        "What came before from “{name}” is back. The paper that replaced it is not saved any "
        "more. To keep it, key it in again with its own code."
    ).format(name=name)


def still_here() -> str:
    """Return what is said on coming back to a sheet that is not saved."""
    return _("This sheet is still here, and not saved yet. Go on where you were.")


def unsaved_words(whose: Sequence[str]) -> str:
    """Return what closing the program costs; ``whose`` says of which assessments sheets are."""
    return ngettext(
        "A sheet of paper of {whose} is keyed in and not saved yet, so it is not on the disk. Save "
        "it, or close collabkit once more; then it has to be keyed in again.",
        "{sheets} sheets of paper are keyed in and not saved yet, so they are not on the disk: of "
        "{whose}. Save them, or close collabkit once more; then they have to be keyed in again.",
        len(whose),
    ).format(
        sheets=capital(in_words(len(whose))),
        whose=listed([_("“{name}”").format(name=name) for name in whose]),
    )
