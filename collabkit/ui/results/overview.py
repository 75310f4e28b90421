"""The words of the upper part: whose results, how complete, the shape, what stands out."""

from itertools import groupby

from collabkit.assessments.pack import Pack
from collabkit.assessments.results import FindingKind, Results, SectionResult
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import band_name, in_words, read_aloud
from collabkit.i18n import _, ngettext
from collabkit.services.results import Picture
from collabkit.ui.results.state import (
    FindingEntry,
    FindingGroup,
    ShapeState,
    ThemeTab,
)

_CORNERS = 3  # fewer make no shape
_NO_SCORE = "–"


def progress(picture: Picture) -> str:
    """Return how much is answered; nothing if one person has answered everything."""
    if picture.results.minimum > 1:
        return _people(picture.results.respondents, len(picture.participants))
    asked = picture.assessment.asked
    missing = open_items(picture)
    if not missing:
        return ""
    return ngettext(
        "{done} of {number} statement answered.", "{done} of {number} statements answered.",
        len(asked),
    ).format(done=len(asked) - len(missing), number=len(asked))  # fmt: skip


def open_items(picture: Picture) -> tuple[str, ...]:
    """Return the statements that one person has not answered yet, in pack order."""
    own = picture.own
    return tuple(
        item_id
        for item_id in picture.assessment.asked
        if item_id not in own or own[item_id].answer is None
    )


def shape_state(pack: Pack, results: Results) -> ShapeState:
    """Return the themes beside each other, in pack order."""
    scored = [section for section in results.sections if section.score is not None]
    # A theme has a band only if it is on the scale from 1 to 5, which is what the rings show.
    numbered = all(section.band is not None for section in scored)
    return ShapeState(
        names=tuple(pack.section(section.code).name for section in results.sections),
        scores=tuple(section.score for section in results.sections),
        is_drawn=numbered and bool(scored) and len(results.sections) >= _CORNERS,
        rows=tuple(_row(pack, results, section) for section in results.sections),
        caption=_caption(pack, results),
    )


def finding_groups(pack: Pack, results: Results) -> tuple[FindingGroup, ...]:
    """Return what stands out in talking order, that of one kind together."""
    return tuple(
        FindingGroup(
            kind,
            _heading(kind),
            _advice(kind, is_group=results.minimum > 1),
            tuple(_entry(pack, results, finding.item_id) for finding in findings),
        )
        for kind, findings in groupby(results.findings, key=lambda finding: finding.kind)
    )


def findings_lead(results: Results) -> str:
    """Return the sentence over the findings."""
    if results.findings:
        return _("Start talking here. What helps most to talk about comes first.")
    if any(item.mean is not None for item in results.items):
        return _("Nothing stands out: no answer is very low, very high or far from the others.")
    return _("There is nothing to talk about yet: there are not enough answers.")


def theme_tabs(pack: Pack, results: Results) -> tuple[ThemeTab, ...]:
    """Return the themes of which anything was asked."""
    return tuple(
        ThemeTab(section.code, section.name, _note(results.section(section.code)))
        for section in pack.sections
        if any(results.item(item.id).asked for item in section.items)
    )


def _people(answered: int, invited: int) -> str:
    if answered < invited:
        return ngettext(
            "{answered} of {number} person has answered.",
            "{answered} of {number} people have answered.",
            invited,
        ).format(answered=_capital(in_words(answered)), number=in_words(invited))
    return ngettext("{number} person answered.", "{number} people answered.", answered).format(
        number=_capital(in_words(answered))
    )


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _row(pack: Pack, results: Results, section: SectionResult) -> tuple[str, str, str, str]:
    answered = _("{answered} of {applicable}").format(
        answered=section.answered, applicable=section.applicable
    )
    name = pack.section(section.code).name
    if section.score is None:
        return (name, _NO_SCORE, _("No score"), answered)
    band = band_name(section.band) if section.band is not None else ""
    return (name, str(shown(section.score)), band, answered)


def _caption(pack: Pack, results: Results) -> str:
    """Name the gaps: a theme without a score is never drawn as a zero."""
    gaps = [section for section in results.sections if section.score is None]
    if len(gaps) == len(results.sections):
        return _("No theme has enough answers for a score yet.")
    return " ".join(
        _("{theme}: {reason}.").format(
            theme=pack.section(section.code).name, reason=gap(pack, results, section)
        )
        for section in gaps
    )


def gap(pack: Pack, results: Results, section: SectionResult) -> str:
    """Return why there is no score; ``explain_section`` says it at length."""
    if section.answered * 2 < section.applicable:
        return _("not enough answers")
    if section.applicable:
        return _("too few statements")
    if any(results.item(item.id).asked for item in pack.section(section.code).items):
        return _("does not apply")
    return _("not asked")


def _note(section: SectionResult) -> str:
    if section.score is None:
        return _("No score")
    return str(shown(section.score))


def _heading(kind: FindingKind) -> str:
    return {
        FindingKind.SPLIT: _("People see this very differently"),
        FindingKind.LOW: _("Act first"),
        FindingKind.NOT_VISIBLE: _("Not visible to us"),
        FindingKind.STRENGTH: _("Strengths: worth sharing"),
    }[kind]


def _advice(kind: FindingKind, *, is_group: bool) -> str:
    match kind:
        case FindingKind.SPLIT:
            return _("Hear both sides before anything else.")
        case FindingKind.LOW:
            return _("Little of this happens so far. Choose one or two of these, not all.")
        case FindingKind.NOT_VISIBLE if is_group:
            return _("A third or more said “don't know”. Find out who knows.")
        case FindingKind.NOT_VISIBLE:
            return _("You said “don't know”. Find out who knows.")
        case FindingKind.STRENGTH:
            return _("Others could learn from this. Tell a partner how you do it.")


def _entry(pack: Pack, results: Results, item_id: str) -> FindingEntry:
    item = pack.item(item_id)
    return FindingEntry(
        item_id=item_id,
        theme=pack.section(item.section).name,
        title=item.title or item.statement,
        statement=item.statement,
        sentence=read_aloud(results.item(item_id), pack.form_of(item), results.minimum),
    )
