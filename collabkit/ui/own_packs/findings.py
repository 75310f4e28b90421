"""What a check has found, as a list to work through."""

from collections.abc import Iterator, Sequence

from collabkit.i18n import _
from collabkit.ui.own_packs.state import Checked, Finding
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class Findings(Column):
    """Faults first, and apart from them what is worth a thought. Both can be copied."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(gap=1.5)
        lists = (
            (_("To be put right"), checked.faults),
            (_("Worth a thought"), checked.warnings),
        )
        self.fill(*(part for name, found in lists if found for part in _list(name, found)))


def _list(name: str, found: Sequence[Finding]) -> tuple[Text, WholeText]:
    heading = Text(name, "strong")
    heading.speak_as_heading()
    return heading, WholeText(name, list(_paragraphs(found)))


def _paragraphs(found: Sequence[Finding]) -> Iterator[Paragraph]:
    for number, finding in enumerate(found, start=1):
        if finding.place:
            yield Paragraph(f"{number}.  {finding.place}", "note", "muted", 1.5)
            yield Paragraph(_sentence(finding.reason), "body", "ink", 0.2)
        else:
            yield Paragraph(f"{number}.  {_sentence(finding.reason)}", "body", "ink", 1.5)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
