"""What is said about networks and the files of groups. No Qt."""

from collections.abc import Iterable, Sequence

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.network.filters import ALL, Filter
from collabkit.services.networks import FileState, LookedAt, Network, NetworkLine
from collabkit.ui.charity.words import income_options
from collabkit.ui.network.state import Options, Reason, View

ANY = ""  # the code of no filter


def groups_number(number: int) -> str:
    """Return how many groups there are, for a heading or a list."""
    return ngettext("{number} group", "{number} groups", number).format(number=number)


def about_line(line: NetworkLine) -> str:
    """Return what a list says of a network."""
    return _("{groups} · made on {day} · nothing is shown of fewer than {minimum}").format(
        groups=groups_number(line.groups) if line.groups else _("no groups yet"),
        day=day(line.network.made),
        minimum=in_words(line.network.minimum),
    )


def lead(network: Network, number: int) -> str:
    """Return the sentence below the name of a network."""
    minimum = in_words(network.minimum)
    if not number:
        return _("No group is here yet. Nothing is shown of fewer than {minimum}.").format(
            minimum=minimum
        )
    return _("{groups}. Nothing is shown of fewer than {minimum}.").format(
        groups=groups_number(number), minimum=minimum
    )


def minimum_options(least: int, most: int) -> Options:
    """Return from how many groups on something can be shown, to choose from."""
    return tuple(
        (
            str(number),
            ngettext("{number} group", "{number} groups", number).format(
                number=capital(in_words(number))
            ),
        )
        for number in range(least, most + 1)
    )


def view_options() -> Options:
    """Return what there is to see."""
    return (
        (View.OVERVIEW, _("Overview")),
        (View.PACK, _("One questionnaire")),
        (View.BARRIERS, _("What holds groups back")),
        (View.MATCHES, _("Who could help whom")),
        (View.ITSELF, _("This network")),
    )


def size_options(run_by: RunBy | None, allowed: Sequence[Filter]) -> Options:
    """Return the sizes to choose from; those that cannot be shown alone say so."""
    kinds = dict(income_options())
    return (
        (ANY, _("Any size")),
        *((size, _marked(kinds[size], Filter(size, run_by), allowed)) for size in IncomeBand),
    )


def run_by_options(size: IncomeBand | None, allowed: Sequence[Filter]) -> Options:
    """Return who may run the groups; what cannot be shown alone says so."""
    kinds = {
        RunBy.VOLUNTEERS: _("Groups run by volunteers"),
        RunBy.STAFF: _("Groups run by staff"),
    }
    return (
        (ANY, _("All groups, whoever runs them")),
        *((run_by, _marked(kinds[run_by], Filter(size, run_by), allowed)) for run_by in RunBy),
    )


def reading_words(files: int) -> str:
    """Return what is said while files are being read."""
    return ngettext("Reading {number} file…", "Reading {number} files…", files).format(
        number=in_words(files)
    )


def counting_words(groups: int) -> str:
    """Return what is said while groups are being counted."""
    return ngettext("Counting {number} group…", "Counting {number} groups…", groups).format(
        number=in_words(groups)
    )


def take_words(number: int) -> str:
    """Return what stands on the button that takes ``number`` files in."""
    return ngettext("Take in {number} file", "Take in {number} files", number).format(
        number=in_words(number)
    )


def summary(files: Sequence[LookedAt]) -> str:
    """Return what files add up to, in a few short sentences."""
    new, replacing, same, refused = (
        sum(file.state is state for file in files)
        for state in (FileState.NEW, FileState.REPLACES, FileState.SAME, FileState.REFUSED)
    )
    if same and same == len(files):
        return _("Nothing new. Everything in these files is here already.")
    sentences = (
        (
            new,
            ngettext("{number} group is new.", "{number} groups are new.", new),
        ),
        (
            replacing,
            ngettext(
                "{number} file replaces what its group sent before.",
                "{number} files replace what their groups sent before.",
                replacing,
            ),
        ),
        (same, ngettext("{number} is here already.", "{number} are here already.", same)),
        (
            refused,
            ngettext(
                "{number} cannot be taken in; below is why.",
                "{number} cannot be taken in; below is why.",
                refused,
            ),
        ),
    )
    return " ".join(
        words.format(number=capital(in_words(number))) for number, words in sentences if number
    )


def taken_words(new: int, replaced: int) -> str:
    """Return what was taken in."""
    sentences = (
        (new, ngettext("{number} group was taken in.", "{number} groups were taken in.", new)),
        (
            replaced,
            ngettext(
                "{number} took the place of what the group sent before.",
                "{number} took the place of what the groups sent before.",
                replaced,
            ),
        ),
    )
    return " ".join(
        words.format(number=capital(in_words(number))) for number, words in sentences if number
    )


def reasons(files: Sequence[LookedAt]) -> tuple[Reason, ...]:
    """Return what is said of files, each sentence once, that of most files first."""
    return _reasons((file.told, file.name) for file in files)


def reasons_left(files: Sequence[LookedAt]) -> tuple[Reason, ...]:
    """Return why files were not taken in with the others, which has changed something."""
    unchanged = _("Nothing was changed.")
    return _reasons(
        (" ".join(file.told.replace(unchanged, "").split()), file.name) for file in files
    )


def _reasons(told_of: Iterable[tuple[str, str]]) -> tuple[Reason, ...]:
    names: dict[str, list[str]] = {}
    for sentence, name in told_of:
        names.setdefault(sentence, []).append(name)
    told = sorted(names.items(), key=lambda entry: -len(entry[1]))
    return tuple(Reason(sentence, tuple(found)) for sentence, found in told)


def let_go_words(name: str) -> tuple[str, str]:
    """Return that a group was let go of, and that it is back; without ``name`` it has none."""
    if not name:
        return (
            _("What this group has sent was let go of."),
            _("What this group has sent is back."),
        )
    return (
        _("What “{name}” has sent was let go of.").format(name=name),
        _("What “{name}” has sent is back.").format(name=name),
    )


def no_files_in(folder: str) -> str:
    """Return that a folder has no files of groups."""
    return _(
        "There are no files of groups in “{folder}”. Their names end in “.collabkit-group”. "
        "Nothing was changed."
    ).format(folder=folder)


def _marked(words: str, chosen: Filter, allowed: Sequence[Filter]) -> str:
    if chosen == ALL or chosen in allowed:
        return words
    # The same words whether these are too few or the rest would be: which of the two it is could
    # tell how many there are.
    return _("{kind} (cannot be shown alone)").format(kind=words)
