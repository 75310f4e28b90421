"""Which questionnaires suit a charity, and why: by size, role, who runs it and contracts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.packs.faults import FaultyFileError
from collabkit.assessments.packs.table import Table
from collabkit.assessments.packs.values import quoted
from collabkit.assets import resource
from collabkit.i18n import _
from collabkit.library.reading import open_tables

_MOST = 100
_NOT_SAID = "not said"


class FirstPacksError(FaultyFileError):
    """A file cannot be used as the list of first questionnaires."""


@dataclass(frozen=True, slots=True)
class PackSuggestion:
    """One questionnaire with the reason in a sentence; ``short`` if its short version is meant."""

    pack_id: str
    reason: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Whom:
    """The charities that are meant; an empty tuple means any."""

    sizes: tuple[str, ...] = ()
    run_by: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()

    def is_met_by(self, charity: Charity) -> bool:
        """Tell whether ``charity`` is meant."""
        contracts = {True: "yes", False: "no", None: None}[charity.has_contracts]
        facts = (
            (self.sizes, charity.income_band),
            (self.run_by, charity.run_by),
            (self.roles, charity.usual_role),
            (self.contracts, contracts),
        )
        return all(not wanted or (fact or _NOT_SAID) in wanted for wanted, fact in facts)


@dataclass(frozen=True, slots=True)
class FirstPacks:
    """What is suggested to whom, in order, and what is left out for whom."""

    groups: tuple[tuple[Whom, tuple[PackSuggestion, ...]], ...]
    left_out: tuple[tuple[Whom, tuple[str, ...]], ...]

    @property
    def pack_ids(self) -> tuple[str, ...]:
        """Every questionnaire that is named, each once."""
        suggested = (suggestion.pack_id for _whom, those in self.groups for suggestion in those)
        left_out = (pack_id for _whom, ids in self.left_out for pack_id in ids)
        return tuple(dict.fromkeys((*suggested, *left_out)))

    def suggested(self, charity: Charity) -> tuple[PackSuggestion, ...]:
        """Return the questionnaires for ``charity``, each once, what to start with first."""
        not_for_it = {
            pack_id for whom, ids in self.left_out if whom.is_met_by(charity) for pack_id in ids
        }
        found: dict[str, PackSuggestion] = {}
        for whom, suggestions in self.groups:
            if whom.is_met_by(charity):
                for suggestion in suggestions:
                    if suggestion.pack_id not in not_for_it:
                        found.setdefault(suggestion.pack_id, suggestion)
        return tuple(found.values())


def suggested_packs(charity: Charity) -> tuple[PackSuggestion, ...]:
    """Return the questionnaires that suit ``charity``, what to start with first.

    The rules are data (``resources/guidance/first-packs.toml``) and this toolkit's judgement.
    """
    return builtin_first_packs().suggested(charity)


@cache
def builtin_first_packs() -> FirstPacks:
    """Return the suggestions that come with the program; raises as ``read_first_packs`` does."""
    return read_first_packs(resource("guidance", "first-packs.toml"))


def read_first_packs(path: Path) -> FirstPacks:
    """Return the suggestions in the file at ``path``.

    Raises ``FirstPacksError`` with every fault found, and ``EnvironmentProblemError`` if the file
    cannot be opened.
    """
    top = open_tables(path, FirstPacksError)
    first_packs = FirstPacks(groups=tuple(_groups(top)), left_out=tuple(_left_out(top)))
    top.refuse_unknown()
    top.faults.stop_if_any()
    return first_packs


def _groups(top: Table) -> Iterator[tuple[Whom, tuple[PackSuggestion, ...]]]:
    for table in top.tables("group", named_by="id", title=_("group {name}"), most=_MOST):
        yield _whom(table), tuple(_suggestions(table))
        table.refuse_unknown()


def _suggestions(group: Table) -> Iterator[PackSuggestion]:
    title = _("pack {name}")
    for table in group.tables("pack", named_by="id", title=title, most=_MOST, names_repeat=True):
        yield PackSuggestion(table.ident("id"), table.text("reason"), table.truth("short"))
        table.refuse_unknown()


def _left_out(top: Table) -> Iterator[tuple[Whom, tuple[str, ...]]]:
    title = _("what is left out, {name}")
    for table in top.tables("leave_out", named_by="id", title=title, most=_MOST, required=False):
        yield _whom(table), table.texts("packs", required=True)
        table.refuse_unknown()


def _whom(table: Table) -> Whom:
    return Whom(
        sizes=_words(table, "sizes", tuple(IncomeBand)),
        run_by=_words(table, "run_by", tuple(RunBy)),
        roles=_words(table, "roles", tuple(PartnershipRole)),
        contracts=_words(table, "contracts", ("yes", "no")),
    )


def _words(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    words = table.texts(key)
    for word in words:
        if word and word not in (*known, _NOT_SAID):
            choices = ", ".join(f'"{name}"' for name in (*known, _NOT_SAID))
            table.fault(
                _('key "{key}" is {word}; it needs one of {choices}.').format(
                    key=key, word=quoted(word), choices=choices
                ),
                key,
            )
    return words
