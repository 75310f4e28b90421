"""How everything was worked out, in plain words, with the figures of the rules."""

from collabkit.assessments.assessment import Selection
from collabkit.assessments.explanations import explain_section
from collabkit.assessments.limits import SCORE_FROM
from collabkit.assessments.meanings import band_meanings, spread_meaning
from collabkit.assessments.names import band_name, spread_name
from collabkit.assessments.pack import OutcomeKind, Pack, Source
from collabkit.assessments.remarks import REMARKS_FROM
from collabkit.assessments.results import ItemResult, Results, Spread
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import in_words
from collabkit.assessments.spread import RWG_FROM, rwg
from collabkit.assessments.tally import Tally
from collabkit.i18n import _
from collabkit.reports.contents.parts import MethodPart, MethodSection
from collabkit.reports.contents.room import room_groups_section, votes_section


def method_part(
    pack: Pack, results: Results, selection: Selection, *, in_the_room: bool = False
) -> MethodPart:
    """Return the method; what is said of groups, or of a room, only if this is one."""
    is_group = results.minimum > 1
    is_profile = pack.outcome.kind is OutcomeKind.PROFILE
    sections = [
        MethodSection(_("How far to trust this"), (pack.status,)),
        *([_answers(pack, results), _scores(pack, selection), _bands(pack)] if is_profile else []),
        *([spread_section()] if is_group and is_profile else []),
        *([votes_section(), room_groups_section(results.minimum)] if in_the_room else []),
        *([_small_groups(results.minimum)] if is_group and not in_the_room else []),
        *([_themes(pack, results)] if is_profile else []),
        *(_agreement(pack, results) if is_group and is_profile else []),
        sources_section(pack),
    ]
    if not is_profile:  # the outcome itself says how it was worked out
        return MethodPart(_("Where this comes from"), "", tuple(sections))
    return MethodPart(
        title=_("How this was worked out"),
        lead=_("Everything in these pages follows from the answers by the rules below."),
        sections=tuple(sections),
    )


def _answers(pack: Pack, results: Results) -> MethodSection:
    sentences = [
        _(
            "“Don't know” and “does not apply” are answers too: they are counted apart and are "
            "never low."
        )
    ]
    is_described = {bool(pack.item(item.item_id).levels) for item in results.items if item.asked}
    if is_described == {True}:
        described = _("Each answer is the highest level whose description is fully true.")
        sentences.insert(0, described)
    elif True in is_described:
        described = _(
            "Where the levels are described, the answer is the highest one whose description is "
            "fully true."
        )
        sentences.insert(0, described)
    return MethodSection(_("The answers"), (" ".join(sentences),))


def _scores(pack: Pack, selection: Selection) -> MethodSection:
    part = pack.parts_called[0]
    sentences = [
        _(
            "The score of a {part} is the mean of its statements. It is worked out exactly and "
            "rounded once, at the end, to one decimal. It is shown if at least half of the "
            "statements that apply were answered."
        ).format(part=part)
    ]
    if selection is Selection.OWN_CHOICE:
        sentences.append(
            _(
                "As the statements were chosen, a {part} needs {number} or more of them for a "
                "score."
            ).format(part=part, number=in_words(SCORE_FROM))
        )
    return MethodSection(_("The scores"), tuple(sentences))


def _bands(pack: Pack) -> MethodSection:
    return MethodSection(
        _("What a score suggests"),
        (_("These limits are a rule of thumb. They have not been tested."),),
        tuple(
            _("{band}: {reach}. {meaning}").format(
                band=band_name(each.band), reach=each.reach, meaning=each.meaning
            )
            for each in band_meanings(pack)
        ),
    )


def spread_section() -> MethodSection:
    """Return the rules of spread, with their figures."""
    return MethodSection(
        _("How far apart people are"),
        (_("One dot is one person. The first of these that applies is used:"),),
        tuple(
            _("{spread}. {meaning}").format(
                spread=spread_name(spread), meaning=spread_meaning(spread)
            )
            for spread in (Spread.SPLIT, Spread.TOGETHER, Spread.MOSTLY_TOGETHER, Spread.SPREAD)
        ),
    )


def _small_groups(minimum: int) -> MethodSection:
    return MethodSection(
        _("Small groups"),
        (
            _(
                "Answers to a statement are shown only from {number} people on. Notes are shown "
                "only from {comments} people on, in mixed order and without names or roles."
            ).format(number=in_words(minimum), comments=in_words(max(minimum, REMARKS_FROM))),
        ),
    )


def _themes(pack: Pack, results: Results) -> MethodSection:
    return MethodSection(
        _("How each score came about"),
        (),
        tuple(
            _("{theme}. {sentence}").format(
                theme=section.name, sentence=explain_section(pack, section, results)[0]
            )
            for section in pack.sections
        ),
    )


def _agreement(pack: Pack, results: Results) -> list[MethodSection]:
    """Return the agreement index for whoever wants it; only for larger groups."""
    points = tuple(
        _("{index}: {statement}").format(index=index, statement=pack.item(item.item_id).statement)
        for item in results.items
        if (index := _index(pack, item, results.minimum))
    )
    if not points:
        return []
    return [
        MethodSection(
            _("Agreement as a number"),
            (
                _(
                    "For whoever wants to compare with research: rwg is 1 if all agree and 0 if "
                    "people might as well have answered by chance. It needs {number} answers."
                ).format(number=in_words(RWG_FROM)),
            ),
            points,
        )
    ]


def _index(pack: Pack, item: ItemResult, minimum: int) -> str:
    if item.counts is None:
        return ""
    tally = Tally(item.item_id, item.counts)
    index = rwg(tally, pack.form_of(pack.item(item.item_id)), minimum)
    return "" if index is None else str(shown(index))


def sources_section(pack: Pack) -> MethodSection:
    """Return the sources of a pack."""
    return MethodSection(
        _("Where the statements come from"), (), tuple(_source(s) for s in pack.sources)
    )


def _source(source: Source) -> str:
    """Return a source as in a list of books."""
    year = str(source.year) if source.year else ""
    parts = [source.authors, source.publisher, year]
    return f"{source.key}: {source.title}. {', '.join(filter(None, parts))}."
