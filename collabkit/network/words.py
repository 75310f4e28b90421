"""The words in which groups are counted."""

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.columns.counts import PERCENT_FROM, percent
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.network.filters import Filter


def groups_counted(number: int) -> str:
    """Return how many groups there are, as in the middle of a sentence: “seven groups”."""
    return ngettext("{number} group", "{number} groups", number).format(number=in_words(number))


def share(part: int, n: int) -> str:
    """Return how many of ``n`` groups; with the share from 20 groups on."""
    percentage = percent(part, n)
    if percentage is None:
        return str(part)
    return _("{part} ({share}%)").format(part=part, share=percentage)


def share_of(part: int, n: int) -> str:
    """Return how many of how many groups; with the share from 20 groups on."""
    percentage = percent(part, n)
    if percentage is None:
        return _("{part} of {n}").format(part=part, n=n)
    return _("{part} of {n} ({share}%)").format(part=part, n=n, share=percentage)


def share_marked(part: int, n: int) -> str:
    """Return the same as ``share_of`` for a mark, which stands between brackets itself."""
    percentage = percent(part, n)
    if percentage is None:
        return _("{part} of {n}").format(part=part, n=n)
    return _("{part} of {n}, {share}%").format(part=part, n=n, share=percentage)


def size_name(size: IncomeBand) -> str:
    """Return a band of income for the middle of a sentence."""
    return {
        IncomeBand.MICRO: _("micro"),
        IncomeBand.SMALL: _("small"),
        IncomeBand.MEDIUM: _("medium"),
        IncomeBand.LARGE: _("large"),
        IncomeBand.MAJOR: _("major"),
        IncomeBand.SUPER_MAJOR: _("super-major"),
    }[size]


def filter_name(chosen: Filter) -> str:
    """Return which groups a filter shows, as in the middle of a sentence."""
    size = size_name(chosen.size) if chosen.size else ""
    match chosen.run_by:
        case RunBy.VOLUNTEERS:
            by = _("groups run by volunteers")
        case RunBy.STAFF:
            by = _("groups run by staff")
        case _other:
            by = _("groups") if size else _("all groups")
    return _("{size} {groups}").format(size=size, groups=by) if size else by


def sizes_explained() -> str:
    """Return what the sizes mean (NCVO UK Civil Society Almanac)."""
    return _(
        "The size is the yearly income: micro is below 10,000 pounds, small below 100,000, medium "
        "below 1 million, large below 10 million, major below 100 million."
    )


def not_enough_groups(minimum: int) -> str:
    """Return the sentence that stands where too few groups have answered."""
    return _(
        "Not enough groups to show: nothing is shown of fewer than {number}, nor where the others "
        "would be fewer."
    ).format(number=in_words(minimum))


def percent_from() -> str:
    """Return from where on shares are shown."""
    return _("Percentages stand only where there are {number} groups or more.").format(
        number=PERCENT_FROM
    )


def a_number_or_few(number: int | None, minimum: int) -> str:
    """Return a number of groups, or that it is hidden."""
    if number is None:
        return _("fewer than {number}").format(number=in_words(minimum))
    return str(number)
