"""A statement of a questionnaire, as it is read outside of an assessment."""

from dataclasses import dataclass

from collabkit.assessments.citations import reports_behind
from collabkit.assessments.levels import Level, levels_of
from collabkit.assessments.names import any_of, effort_name, kind_name
from collabkit.assessments.outcomes.blocks import Entry
from collabkit.assessments.pack import ActionIdea, FormKind, Item, Pack
from collabkit.assessments.sentences import capital
from collabkit.i18n import _
from collabkit.services.packs import PackShelf
from collabkit.ui.learn.link import Link
from collabkit.ui.learn.pointers import stories_about


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences under a small heading."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class StatementState:
    """The whole page."""

    pack_id: str
    item_id: str
    title: str
    where: str  # the questionnaire and its part
    statement: str
    levels: tuple[Level, ...]
    passages: tuple[Passage, ...]
    actions: tuple[Entry, ...]
    stories: tuple[Link, ...]
    sources: tuple[str, ...]
    pack_title: str


def statement_state(packs: PackShelf, pack_id: str, item_id: str) -> StatementState:
    """Return what there is to read about one statement.

    Raises ``KeyError`` for an unknown statement and ``CollabkitError`` if its questionnaire cannot
    be read.
    """
    pack = packs.read(pack_id)
    item = pack.item(item_id)
    return StatementState(
        pack_id=pack.id,
        item_id=item.id,
        title=item.title or _("Statement"),
        where=_("{pack}: {section}").format(
            pack=pack.title, section=pack.section(item.section).name
        ),
        statement=item.statement,
        levels=_levels(pack, item),
        passages=tuple(passage for passage in _passages(item) if passage.text),
        actions=tuple(_action(idea) for idea in item.actions),
        stories=stories_about(item.id),
        sources=(*item.sources, *reports_behind(item, pack)),
        pack_title=pack.title,
    )


def _levels(pack: Pack, item: Item) -> tuple[Level, ...]:
    form = pack.form_of(item)
    return () if form.kind is FormKind.FROM_TO else levels_of(item, form)


def _passages(item: Item) -> tuple[Passage, ...]:
    ends = item.ends or ("", "")
    first, last = ("" if end in item.statement else end for end in ends)
    return (
        Passage(_("From"), first),
        Passage(_("To"), last),
        Passage(_("To help you answer"), item.help),
        Passage(_("Why this matters"), item.why),
        Passage(_("What would show it"), item.evidence),
        Passage(_("Who may know"), _who(item)),
        Passage(_("When it does not apply"), _as_sentence(item.not_applicable_when)),
    )


def _who(item: Item) -> str:
    return _("You could ask {people}.").format(people=any_of(item.ask)) if item.ask else ""


def _as_sentence(words: str) -> str:
    return words and f"{capital(words).removesuffix('.')}."


def _action(idea: ActionIdea) -> Entry:
    weight = _("{kind} · {effort}").format(
        kind=kind_name(idea.kind), effort=effort_name(idea.effort)
    )
    return Entry(idea.text, note=weight)
