"""What happens with answers from elsewhere, and the text to send along with a sheet. No Qt.

It has to be true for whoever reads it without knowing collabkit, as on the sheets themselves.
"""

from collections.abc import Iterator
from math import ceil

from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.services.company import Company
from collabkit.ui.handing_out.state import Kind, Letter
from collabkit.ui.sheets.sides import Sides


def promise(sides: Sides) -> tuple[str, ...]:
    """Return what happens with answers, a paragraph each."""
    return tuple(_promise(sides))


def letter(kind: Kind, sides: Sides, how_long: str, whose: str = "") -> Letter:
    """Return what to write to somebody who gets a file of ``kind``; ``how_long`` is a sentence.

    ``whose`` says for, and about, which organisation they answer, if for one.
    """
    is_file = kind is Kind.FILE
    paragraphs = [
        _("Hello,"),
        _("{charity} asks you to fill in a questionnaire: “{questionnaire}” ({title}). {how_long}")
        .format(
            charity=sides.charity,
            questionnaire=sides.pack.title,
            title=sides.title,
            how_long=how_long,
        )
        .rstrip(),
        *([_("In it you speak for {organisation}.").format(organisation=whose)] if whose else []),
        *(_how_with_collabkit() if is_file else _how_with_pdf()),
        _about_copies(kind),
        _("What happens with your answers:"),
        *promise(sides),
        _("Thank you."),
    ]
    headings = {
        Kind.FILE: _("To those with an answer file"),
        Kind.SHARED: _("To everybody who gets the same PDF"),
    }
    return Letter(headings.get(kind, _("To those with a PDF")), "\n\n".join(paragraphs))


def how_long(pack: Pack, asked: int, *, is_short: bool) -> str:
    """Return how many statements are asked and how long they take, in a sentence."""
    minutes = ceil(pack.minutes_full * asked / max(1, len(pack.statements)))
    if is_short and pack.minutes_short is not None:
        minutes = pack.minutes_short
    statements = ngettext("{number} statement", "{number} statements", asked)
    return ngettext(
        "It has {statements} and takes about {minutes} minute.",
        "It has {statements} and takes about {minutes} minutes.",
        minutes,
    ).format(statements=statements.format(number=in_words(asked)), minutes=in_words(minutes))


def _about_copies(kind: Kind) -> str:
    if kind is Kind.SHARED:
        return _(
            "Everybody gets the same file, and you are welcome to pass it on. Please give your "
            "answers back only once: they cannot be changed afterwards."
        )
    return _(
        "The file has a code of its own, so that nobody is counted twice. So please do not "
        "pass it on; whoever would like to answer as well can ask me for another one."
    )


def _how_with_collabkit() -> tuple[str, ...]:
    return (
        _(
            "You need the program collabkit for it. Save the attached file, open it in collabkit "
            "with “Open a file somebody sent you”, and answer at your own pace: every answer is "
            "saved at once on your computer and sent nowhere."
        ),
        _(
            "At the end choose “Give the answers back”. That makes another file: please send me "
            "that one."
        ),
    )


def _how_with_pdf() -> tuple[str, ...]:
    return (
        _(
            "Save the attached file and open it with a program for PDFs. Click on the boxes and "
            "into the frames, save the file, and send me the saved file. Please do not print it "
            "to a new PDF, because answers cannot be read out of one."
        ),
        _("If you would rather use a pen, print it and hand me the filled-in sheets."),
    )


def _promise(sides: Sides) -> Iterator[str]:
    if not sides.company.has_secrets:
        yield _(
            "This is not anonymous. Whoever works with the results sees what each sheet says, and "
            "for whom."
        )
        return
    if sides.is_open:
        yield _(
            "So few people answer that others can often guess who said what. Everybody has agreed "
            "to that beforehand. Anonymity is not possible."
        )
    yield _shown_from(sides)
    yield _(
        "No name is needed. Whoever brings the answers together could open a file or look at a "
        "sheet before it is taken in, and read it."
    )
    yield _(
        "What is written in people's own words may be shown to others as it stands, without a "
        "name. So nobody should be named in it."
    )


def _shown_from(sides: Sides) -> str:
    words = {
        Company.PARTNERS: _(
            "Results are shown once {minimum} people have answered, and those of an organisation "
            "once {minimum} of its people have. Nothing is shown about one person."
        ),
        Company.MEMBERS: _(
            "Results are shown once {minimum} organisations have answered, and about all of them "
            "together."
        ),
    }.get(
        sides.company,
        _(
            "Results are shown once {minimum} people have answered, and about all of them "
            "together, never about one person."
        ),
    )
    return words.format(minimum=in_words(sides.minimum))
