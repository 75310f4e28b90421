"""Data that cannot be opened, in the words of the way back. Pure."""

from datetime import date, datetime, timedelta

from collabkit.assessments.sentences import in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.paths import DataFolder
from collabkit.services.recovery import Findings, Offer, Recovered, Trouble
from collabkit.services.safety import Contents, Reason
from collabkit.services.safety_words import counted, why


def heading(findings: Findings) -> str:
    """Return the first thing that a frightened person wants to know."""
    if findings.trouble is Trouble.NEWER:
        return _("A newer collabkit is needed to open your data")
    if findings.best is None and findings.rest is not None:
        return _("Part of your data can still be read")
    if findings.best is None:
        return _("Your data cannot be opened")
    if findings.best.state.is_complete:
        return _("Your answers are safe")
    return _("Most of your answers are safe")


def what_happened(findings: Findings) -> str:
    """Return in a sentence or two what is the matter."""
    match findings.trouble:
        case Trouble.DAMAGED:
            told = _(
                "The file that holds your data is damaged. That can happen when a computer loses "
                "power, or when its disk begins to fail."
            )
        case Trouble.OLDER:
            told = _(
                "The file that holds your data is older than what you saved last. Somebody put an "
                "older file in its place, or the disk has lost something."
            )
        case Trouble.MISSING:
            told = _(
                "The file that holds your data is not in its folder any more. It was moved, "
                "renamed or deleted."
            )
        case Trouble.BEGINNING:
            told = _(
                "The file that holds your data is damaged at its beginning, so it cannot be "
                "opened. That can happen when a computer loses power, or when its disk begins to "
                "fail."
            )
        case Trouble.EMPTIED:
            told = _(
                "The file that should hold your data is empty. That can happen when a computer "
                "loses power, or when another program has written to it."
            )
        case Trouble.FOLDER:
            told = _(
                "Where the file with your data belongs, there is a folder of the same name. "
                "Somebody or another program has put it there."
            )
        case Trouble.FOREIGN:
            told = _(
                "What lies in the place of your data cannot be read. Either the file is badly "
                "damaged, or somebody put a file of another program there."
            )
        case Trouble.NEWER:
            return _(
                "It was last saved by a newer collabkit than this one, so this one leaves it "
                "exactly as it is. Install the newest collabkit on this computer; it opens "
                "everything as you left it."
            )
    if findings.best is None:
        return f"{told} {_('It was left exactly as it is.')}"
    return f"{told} {_('collabkit keeps everything you save twice, for days like this.')}"


def promise(findings: Findings, today: date) -> str:
    """Return how far back everything can be put, what that holds, and what is missing."""
    best = findings.best
    if best is None:
        return _of_rest(findings.rest) if findings.rest is not None else ""
    return " ".join(part for part in (_reach(best, today), _gap(best)) if part)


def act(findings: Findings) -> str:
    """Return what stands on the one button, or nothing if nothing can be put back."""
    if findings.best is None:
        return _("Take what can still be read") if findings.rest is not None else ""
    if findings.answers and findings.best.state.is_complete:
        return ngettext(
            "Put the missing answer back",
            "Put the {number} missing answers back",
            findings.answers,
        ).format(number=f"{findings.answers:,}")
    return _("Put everything back") if findings.best.state.is_complete else _("Put this back")


def afterwards(findings: Findings) -> str:
    """Return what becomes of the file that is there, before anything is done."""
    match findings.trouble:
        case Trouble.MISSING:
            return ""
        case Trouble.DAMAGED | Trouble.BEGINNING:
            return _("The damaged file is kept as well; nothing is thrown away.")
        case Trouble.FOLDER:
            return _("The folder that is there now is kept as well; nothing is thrown away.")
        case _other:
            return _("The file that is there now is kept as well; nothing is thrown away.")


def about_present(findings: Findings) -> str:
    """Return what going on with the older file means."""
    present = findings.present
    if present is None or present.contents is None:
        return ""
    told = _("It holds {contents}.").format(contents=counted(present.contents))
    kept = _(
        "What is newer than this file becomes a safety copy first, so you can still go back to it."
    )
    return f"{told} {kept}"


def nothing_left(findings: Findings, folder: DataFolder) -> tuple[str, ...]:
    """Return what can still be tried when there is nothing to put back."""
    told = _in_vain(findings)
    if findings.rest is not None:
        first = _(
            "It is best to copy the whole folder to a memory stick first, or to ask somebody who "
            "knows about computers, or whoever helps you with collabkit."
        )
        return told, first, _elsewhere(folder)
    if findings.trouble not in (Trouble.MISSING, Trouble.EMPTIED, Trouble.FOLDER):
        told += " " + _("What was saved may still be in the file, but collabkit cannot rely on it.")
    return (
        told,
        _(
            "Leave the folder as it is, and copy the whole of it to a memory stick now. Then ask "
            "somebody who knows about computers, or whoever helps you with collabkit."
        ),
        _elsewhere(folder),
    )


def put_back_words(recovered: Recovered, findings: Findings) -> str:
    """Return the calm sentence on the first page afterwards."""
    best = findings.best
    is_whole = best is not None and best.state.is_complete
    told = _("Everything was put back: {contents}.") if is_whole else _("Put back: {contents}.")
    told = told.format(contents=counted(recovered.contents))
    return f"{told} {_about_kept(recovered, findings)}".strip()


def rest_words(recovered: Recovered, findings: Findings) -> str:
    """Return the sentence after somebody took what could still be read."""
    told = _(
        "This could still be read: {contents}. Some may be missing, and names or titles may not be "
        "as you left them, so please look through it."
    ).format(contents=counted(recovered.contents))
    return f"{told} {_about_kept(recovered, findings)}".strip()


def went_on_words(recovered: Recovered, _findings: Findings) -> str:
    """Return the sentence after somebody went on with the older file.

    That it was put aside as well, before it came back, helps nobody.
    """
    told = _("You go on with the older file: {contents}.").format(
        contents=counted(recovered.contents)
    )
    return f"{told} {_given_up()}"


def went_back_words(recovered: Recovered, findings: Findings) -> str:
    """Return the sentence after somebody went back to an older copy."""
    told = _("The copy was put back: {contents}.").format(contents=counted(recovered.contents))
    if findings.best is not None:
        told += f" {_given_up()}"
    return f"{told} {_about_kept(recovered, findings)}".strip()


def begun_words(recovered: Recovered, findings: Findings) -> str:
    """Return the sentence after somebody started afresh."""
    told = _("You start afresh.")
    if findings.copies and findings.best is not None:
        told += " " + _("The safety copies are still there, under Settings.")
    elif findings.copies:
        told += " " + _(
            "Nothing of what was there before was thrown away: the damaged safety copies are in "
            "the folder “{folder}” beside your data, and under Settings."
        ).format(folder=findings.copies[0].path.parent.name)
    return f"{told} {_about_kept(recovered, findings)}".strip()


def until(moment: datetime, today: date, *, with_seconds: bool = False) -> str:
    """Return until when, such as “21:14 today” or “09:05 on 3 May 2026”."""
    time = f"{moment:%H:%M:%S}" if with_seconds else f"{moment:%H:%M}"
    match today - moment.date():
        case timedelta(days=0):
            return _("{time} today").format(time=time)
        case timedelta(days=1):
            return _("{time} yesterday").format(time=time)
        case _other:
            return _("{time} on {day}").format(time=time, day=day(moment.date()))


def _reach(best: Offer, today: date) -> str:
    contents = counted(best.contents) if best.contents is not None else ""
    moment, latest = "", best.state.latest
    if latest is not None:
        # To the second where more was saved after it, often within the same minute.
        moment = until(latest, today, with_seconds=not best.state.is_complete)
    if moment and contents:
        told = _("Everything that was saved up to {moment} can be put back: {contents}.")
    elif moment:
        told = _("Everything that was saved up to {moment} can be put back.")
    elif contents:
        told = _("This can be put back: {contents}.")
    else:
        told = _("Everything that was saved can be put back.")
    return told.format(moment=moment, contents=contents)


def _of_rest(rest: Contents) -> str:
    return _(
        "As the last way, collabkit has looked for what can still be read in the damaged file "
        "itself: {contents}. Some of what you saved may be missing. Where that is so, results of "
        "groups are not shown any more, as one missing answer would tell what one person said. The "
        "damaged file is kept as well."
    ).format(contents=counted(rest))


def _elsewhere(folder: DataFolder) -> str:
    return _(
        "If you once saved a copy on a stick, choose “Look at a copy on a stick”. If this "
        "computer is backed up, bring “{name}” back from there, and choose “Try again”."
    ).format(name=folder.database.name)


def _in_vain(findings: Findings) -> str:
    """Return what is in the folder beside the file, and why it does not help."""
    number = len(findings.copies)
    if number:
        told = ngettext(
            "There is one safety copy in the folder, but it is damaged as well.",
            "There are {number} safety copies in the folder, but they are damaged as well.",
            number,
        ).format(number=in_words(number))
    else:
        told = _("There is no safety copy in the folder.")
    if findings.has_log:
        log = _("The log of changes is there, but it cannot bring everything back by itself.")
    else:
        log = _("There is no log of changes either.")
    return f"{told} {log}"


def _gap(best: Offer) -> str:
    missing = best.state.missing
    if missing is None:
        return _("What was saved after that, if anything was, is missing.")
    if not missing:
        return _("Nothing is missing.")
    return ngettext(
        "One change that was saved after that is missing.",
        "{number} changes that were saved after that are missing; a new answer often counts as "
        "two of them.",
        missing,
    ).format(number=f"{missing:,}")


def _given_up() -> str:
    return _("What you gave up lies among the safety copies under Settings: “{why}”.").format(
        why=why(Reason.BEFORE_RESTORE)
    )


def _about_kept(recovered: Recovered, findings: Findings) -> str:
    if recovered.kept is None:
        return ""
    if findings.trouble in (Trouble.DAMAGED, Trouble.BEGINNING):
        told = _("The damaged file is kept in the folder “{folder}” beside your data.")
    elif findings.trouble is Trouble.FOLDER:  # somebody else's, who may want it
        told = _("The folder that was in its place is kept in “{folder}” beside your data.")
        return told.format(folder=recovered.kept.parent.name)
    else:
        told = _("The file that was there is kept in the folder “{folder}” beside your data.")
    told = told.format(folder=recovered.kept.parent.name)
    is_all_back = findings.best is not None and findings.best.state.is_complete
    if is_all_back or findings.trouble is Trouble.EMPTIED:
        return f"{told} {_('You can remove it when all is well.')}"
    return f"{told} {_('Do not remove it: what is missing may be nowhere else.')}"
