"""The words of the upper part: whose results, how complete, the shape, what stands out."""

from itertools import groupby

from collabkit.assessments.gaps import gap_names, of_asked_sections
from collabkit.assessments.meanings import finding_meaning
from collabkit.assessments.names import band_name, finding_name
from collabkit.assessments.pack import Pack, Section
from collabkit.assessments.results import Results, SectionResult
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import answered_of, capital, in_words, read_aloud
from collabkit.assessments.shape import has_shape
from collabkit.i18n import _, ngettext
from collabkit.services.asking import optional_among
from collabkit.services.results import Picture
from collabkit.services.return_words import answers_wait
from collabkit.services.room_votes import RoomVotes, how_public
from collabkit.ui.results.state import FindingEntry, FindingGroup, ShapeState, ThemeTab

_NO_SCORE = "–"


def progress(picture: Picture) -> str:
    """Return how much is answered; nothing if one person has answered everything."""
    if picture.votes is not None:
        return _voted(picture.votes)
    if picture.who_is_left:
        return _left(picture)
    if picture.waiting:
        return _waiting(picture)
    if picture.results.minimum > 1:
        return _people(picture.results.respondents, len(picture.participants))
    if len(picture.participants) > 1:
        return _sheets(picture.results.respondents, len(picture.participants))
    asked = needed_items(picture)
    missing = open_items(picture)
    if not missing:
        return ""
    return ngettext(
        "{done} of {number} statement answered.", "{done} of {number} statements answered.",
        len(asked),
    ).format(done=len(asked) - len(missing), number=len(asked))  # fmt: skip


def needed_items(picture: Picture) -> tuple[str, ...]:
    """Return the statements that are to be answered on one sheet, in pack order."""
    asked = frozenset(picture.assessment.asked)
    spare = optional_among(picture.pack, asked)
    for person in picture.participants[:1]:
        spare |= picture.left_out.get(person.id, frozenset())
    return tuple(i for i in picture.assessment.asked if i not in spare)


def open_items(picture: Picture) -> tuple[str, ...]:
    """Return the statements that one person has not answered yet, in pack order."""
    own = picture.own
    return tuple(
        item_id
        for item_id in needed_items(picture)
        if item_id not in own or own[item_id].answer is None
    )


def shape_state(pack: Pack, results: Results) -> ShapeState:
    """Return the themes beside each other, in pack order."""
    asked = of_asked_sections(pack, results)
    return ShapeState(
        names=tuple(pack.section(section.code).name for section in asked.sections),
        scores=tuple(section.score for section in asked.sections),
        is_drawn=has_shape(asked),
        rows=tuple(_row(pack, section) for section in asked.sections),
        caption=gap_names(pack, results),
    )


def finding_groups(pack: Pack, results: Results) -> tuple[FindingGroup, ...]:
    """Return what stands out in talking order, that of one kind together."""
    return tuple(
        FindingGroup(
            finding_name(kind),
            finding_meaning(kind, results.minimum),
            tuple(_entry(pack, results, finding.item_id) for finding in findings),
        )
        for kind, findings in groupby(results.findings, key=lambda finding: finding.kind)
    )


def theme_tabs(pack: Pack, results: Results, *, is_scored: bool = True) -> tuple[ThemeTab, ...]:
    """Return the themes of which anything was asked, each with its score.

    Where there can be none (``is_scored`` false), with how many statements it has.
    """
    return tuple(
        ThemeTab(
            section.code,
            section.name,
            _note(results.section(section.code)) if is_scored else _asked_of(section, results),
        )
        for section in pack.sections
        if any(results.item(item.id).asked for item in section.items)
    )


def _voted(votes: RoomVotes) -> str:
    people = ngettext(
        "Up to {number} person voted in the room, on {voted} of {statements} statements.",
        "Up to {number} people voted in the room, on {voted} of {statements} statements.",
        votes.people,
    ).format(number=in_words(votes.people), voted=votes.voted, statements=votes.statements)
    return " ".join(filter(None, (people, how_public(votes))))


def _sheets(begun: int, number: int) -> str:
    return ngettext(
        "{begun} of {number} sheet has answers.", "{begun} of {number} sheets have answers.", number
    ).format(begun=capital(in_words(begun)), number=in_words(number))


def _people(answered: int, invited: int) -> str:
    if answered < invited:
        return ngettext(
            "{answered} of {number} person has answered.",
            "{answered} of {number} people have answered.",
            invited,
        ).format(answered=capital(in_words(answered)), number=in_words(invited))
    return ngettext("{number} person answered.", "{number} people answered.", answered).format(
        number=capital(in_words(answered))
    )


def _left(picture: Picture) -> str:
    waiting = answers_wait(picture.pack, picture.waiting, picture.results.minimum)
    return " ".join(filter(None, (picture.who_is_left, waiting)))


def _shown_people(picture: Picture) -> str:
    return ngettext(
        "{number} person is in this picture.",
        "{number} people are in this picture.",
        picture.results.respondents,
    ).format(number=capital(in_words(picture.results.respondents)))


def _waiting(picture: Picture) -> str:
    waiting = answers_wait(picture.pack, picture.waiting, picture.results.minimum)
    return f"{_shown_people(picture)} {waiting}"


def _row(pack: Pack, section: SectionResult) -> tuple[str, str, str, str]:
    name, answered = pack.section(section.code).name, answered_of(section)
    if section.score is None:
        return (name, _NO_SCORE, _("No score"), answered)
    band = band_name(section.band) if section.band is not None else ""
    return (name, str(shown(section.score)), band, answered)


def _note(section: SectionResult) -> str:
    if section.score is None:
        return _("No score")
    return str(shown(section.score))


def _asked_of(section: Section, results: Results) -> str:
    number = sum(results.item(item.id).asked for item in section.items)
    return ngettext("{number} statement", "{number} statements", number).format(number=number)


def _entry(pack: Pack, results: Results, item_id: str) -> FindingEntry:
    item = pack.item(item_id)
    return FindingEntry(
        item_id=item_id,
        theme=pack.section(item.section).name,
        title=item.title or item.statement,
        statement=item.statement,
        sentence=read_aloud(results.item(item_id), pack.form_of(item), results.minimum),
    )
