"""What is said of every questionnaire: whose answers these are, in which words, how counted."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.blocks import Block, Bullets, Paragraph, Part, Place, Tone
from collabkit.assessments.sentences import capital, how_tried, in_words
from collabkit.dates import month
from collabkit.i18n import _, ngettext
from collabkit.network.counting import Counted
from collabkit.network.filters import ALL
from collabkit.network.view import View
from collabkit.network.words import filter_name, groups_counted, percent_from


def heading(view: View) -> str:
    """Return the title of what is told of a questionnaire, with the groups it is about."""
    title = view.picture.pack.title
    if view.chosen == ALL:
        return title
    return _("{title}: {groups}").format(title=title, groups=filter_name(view.chosen))


def answered_by(view: View) -> Iterator[Block]:
    """Yield how many groups have answered, when, and in how many wordings."""
    wordings = view.picture.wordings
    first, last = min(w.first for w in wordings), max(w.last for w in wordings)
    number = view.all_of(view.picture.groups.everybody)
    when = (
        _("in {month}").format(month=month(first))
        if first == last
        else _("between {first} and {last}").format(first=month(first), last=month(last))
    )
    yield Paragraph(
        _("{groups} answered {when}.").format(groups=capital(groups_counted(number)), when=when),
        Tone.LEAD,
    )
    if len(wordings) > 1:
        versions = len(wordings)
        yield Paragraph(
            ngettext(
                "They had {number} wording of it before them.",
                "They had {number} wordings of it before them. What is asked in the very same "
                "words is counted together; the rest stands by itself at the end.",
                versions,
            ).format(number=in_words(versions))
        )


def how_it_was_counted(view: View, *said: str) -> Part:
    """Return the part about the method: what is ``said`` of this outcome, and what holds for all.

    ``said`` are sentences.
    """
    pack = view.picture.pack
    sentences = (
        *said,
        _("Nothing is shown of fewer than {minimum} groups.").format(
            minimum=in_words(view.minimum)
        ),
        percent_from(),
        how_tried(pack.status),
    )
    return Part(
        f"{pack.id}-method",
        _("{title}: how this was counted").format(title=pack.title),
        (Bullets(sentences),),
        Place.BEHIND,
    )


def in_other_words(counted: Counted) -> str:
    """Return the heading over what was asked in other words."""
    return _("{title}: in the words of version {version}").format(
        title=counted.pack.title, version=counted.pack.version
    )
