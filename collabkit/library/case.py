"""How others worked together: what a case is, and how cases are found."""

from dataclasses import dataclass

from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose stories by: a theme, a kind of joint work, a role or a size."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Situation:
    """*This is us*: the stories to read first, in order, and pages of guidance."""

    key: str
    name: str
    stories: tuple[str, ...]  # ids of cases and examples
    note: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One story, told in our own words, as things stood in ``year``.

    ``kind``, ``role`` and ``size`` are words to show, ``kinds``, ``roles`` and ``sizes`` the keys
    by which the story is found. ``lesson_note`` belongs beside the lesson wherever that is shown.
    ``items`` are statements of packs, and entries of their lists, that the story illustrates.
    """

    id: str
    title: str
    report: str
    year: int
    section: str
    situation: str
    challenge: str
    helped: str
    lesson: str
    lesson_note: str
    notes: tuple[str, ...]
    themes: tuple[str, ...]
    kind: str
    kinds: tuple[str, ...]
    role: str
    roles: tuple[str, ...]
    size: str
    sizes: tuple[str, ...]
    items: tuple[str, ...]

    @property
    def source(self) -> str:
        """Where the story is told: "RtR 2021, Case studies"."""
        return f"{self.report}, {self.section}"

    @property
    def as_described(self) -> str:
        """The remark that facts may have changed since, as a sentence."""
        return _("As described in the {year} report.").format(year=self.year)


@dataclass(frozen=True, slots=True)
class Example:
    """A story of a sentence or two, shown as a tip beside the statements in ``items``."""

    id: str
    title: str
    text: str
    note: str
    report: str
    year: int
    sections: tuple[str, ...]
    themes: tuple[str, ...]
    items: tuple[str, ...]
    packs: tuple[str, ...]

    @property
    def source(self) -> str:
        """Where it is mentioned: "RtR 2021, Beyond contract delivery"."""
        return f"{self.report}, {'; '.join(self.sections)}"

    @property
    def as_described(self) -> str:
        """The remark that facts may have changed since, as a sentence."""
        return _("As described in the {year} report.").format(year=self.year)


@dataclass(frozen=True, slots=True)
class CaseBook:
    """All stories in the order of the file, with everything they can be chosen by."""

    introduction: str
    about_examples: str
    themes: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    sizes: tuple[Choice, ...]
    situations: tuple[Situation, ...]
    cases: tuple[Case, ...]
    examples: tuple[Example, ...]

    def case(self, case_id: str) -> Case:
        """Return one case; raises ``KeyError`` for an unknown id."""
        for case in self.cases:
            if case.id == case_id:
                return case
        raise KeyError(case_id)

    def example(self, example_id: str) -> Example:
        """Return one short example; raises ``KeyError`` for an unknown id."""
        for example in self.examples:
            if example.id == example_id:
                return example
        raise KeyError(example_id)

    def situation(self, key: str) -> Situation:
        """Return one situation; raises ``KeyError`` for an unknown key."""
        for situation in self.situations:
            if situation.key == key:
                return situation
        raise KeyError(key)

    def cases_for(self, item_id: str) -> tuple[Case, ...]:
        """Return the cases that illustrate a statement, or an entry of a pack's list (NEED-8)."""
        return tuple(case for case in self.cases if item_id in case.items)

    def examples_for(self, item_id: str) -> tuple[Example, ...]:
        """Return the short examples that illustrate a statement, or an entry of a pack's list."""
        return tuple(example for example in self.examples if item_id in example.items)

    def cases_with(
        self,
        *,
        theme: str | None = None,
        kind: str | None = None,
        role: str | None = None,
        size: str | None = None,
        situation: str | None = None,
    ) -> tuple[Case, ...]:
        """Return the cases that meet every wish; ``None`` leaves a wish open.

        With a situation they come in its order, otherwise in that of the file. Raises ``KeyError``
        for an unknown situation; any other unknown key finds nothing.
        """
        cases = self.cases
        if situation is not None:
            stories = self.situation(situation).stories
            cases = tuple(
                sorted(
                    (case for case in cases if case.id in stories),
                    key=lambda case: stories.index(case.id),
                )
            )
        return tuple(
            case
            for case in cases
            if (theme is None or theme in case.themes)
            and (kind is None or kind in case.kinds)
            and (role is None or role in case.roles)
            and (size is None or size in case.sizes)
        )

    def examples_with(
        self, *, theme: str | None = None, situation: str | None = None
    ) -> tuple[Example, ...]:
        """Return the short examples that meet both wishes; ``None`` leaves a wish open.

        Raises ``KeyError`` for an unknown situation.
        """
        stories = None if situation is None else self.situation(situation).stories
        return tuple(
            example
            for example in self.examples
            if (stories is None or example.id in stories)
            and (theme is None or theme in example.themes)
        )
