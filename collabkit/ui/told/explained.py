"""Terms explained in the sentences in which they occur."""

from collabkit.library.glossary import TermSpan, builtin_glossary


class Explained:
    """Remembers which terms a page has explained: each only where it occurs first."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def spans(self, text: str) -> tuple[TermSpan, ...]:
        """Return where ``text`` has terms that were not explained before, and remember them."""
        fresh = tuple(
            span for span in builtin_glossary().spans(text) if span.term.name not in self._names
        )
        self._names.update(span.term.name for span in fresh)
        return fresh
