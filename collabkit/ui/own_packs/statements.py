"""All statements of a questionnaire, to be read."""

from collections.abc import Iterator

from collabkit.assessments.pack import FormKind, Item, Pack, Section
from collabkit.i18n import _
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class Statements(Column):
    """A card for each part with its statements, and their answers if wanted."""

    def __init__(self) -> None:
        super().__init__(gap=2)
        self._shown: tuple[str, bool] | None = None
        self.fill()

    def show_pack(self, pack: Pack | None, *, with_answers: bool) -> None:
        """Show the statements of ``pack``; without one, nothing."""
        wanted = None if pack is None else (pack.digest, with_answers)
        if wanted == self._shown:
            return
        self._shown = wanted
        if pack is None:
            self.fill()
            return
        self.fill(*_cards(pack, with_answers))


def _cards(pack: Pack, with_answers: bool) -> Iterator[Card]:
    number = 0
    for section in pack.sections:
        card = Card(section.name)
        if section.question:
            card.add(Text(section.question, "body", "muted"))
        paragraphs = list(_paragraphs(pack, section, number, with_answers))
        number += sum(1 for item in section.items if "about" not in item.marks)
        card.add(WholeText(_("Statements: {name}").format(name=section.name), paragraphs))
        yield card


def _paragraphs(
    pack: Pack, section: Section, number: int, with_answers: bool
) -> Iterator[Paragraph]:
    for item in section.items:
        if "about" in item.marks:
            words = _("Asked with it: {statement}").format(statement=item.statement)
            yield Paragraph(words, "note", "muted", 0.5)
        else:
            number += 1
            yield Paragraph(f"{number}.  {item.statement}", "body", "ink", 2)
        if with_answers:
            yield from (Paragraph(line, "note", "muted", 0.5) for line in _answers(pack, item))


def _answers(pack: Pack, item: Item) -> Iterator[str]:
    form = pack.form_of(item)
    names = [option.name for option in form.options]
    if item.levels:
        for name, level in zip(names, item.levels, strict=False):
            yield _("{name}: {description}").format(name=name, description=level)
    elif item.ends is not None:
        yield _("From “{low}” to “{high}”").format(low=item.ends[0], high=item.ends[1])
    elif form.kind is FormKind.DATE:
        yield _("Answered with a day")
    elif names:
        yield " · ".join(names)
    else:
        yield _("Answered in one’s own words")
