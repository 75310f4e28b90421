"""Note what an outcome cannot work with, at the place where somebody can put it right."""

from collections.abc import Iterable

from collabkit.assessments.pack import AnswerForm, Item, Pack, Section
from collabkit.assessments.packs.faults import Faults, inside
from collabkit.assessments.packs.values import quoted
from collabkit.i18n import _


class Noting:
    """A pack under check, with words for its places that are those of the reader."""

    def __init__(self, pack: Pack, faults: Faults) -> None:
        self.pack = pack
        self.settings = pack.outcome.settings
        self._faults = faults

    @property
    def asked(self) -> tuple[Item, ...]:
        """The statements that everybody is asked for their own sake."""
        return tuple(item for item in self.pack.statements if not item.marks.get("private"))

    def further(self, codes: Iterable[str]) -> bool:
        """Tell whether a further question has all of these answers."""
        wanted = set(codes)
        return any(
            "about" in item.marks and wanted <= codes_of(self.pack.form_of(item))
            for item in self.pack.items
        )

    def setting(self, problem: str, key: str, *groups: str) -> None:
        """Note a fault of a setting; ``groups`` are the tables in which it stands."""
        self._faults.add(inside(_("the top of the file"), "outcome", *groups), problem, key)

    def called(self, place: str, key: str) -> str:
        """Return how ``key`` is called at ``place`` in this kind of file."""
        return self._faults.called(place, key)

    def entry(self, place: str, problem: str, key: str) -> None:
        """Note a fault of one entry of a list of settings; ``place`` is such as ``rule gates``."""
        self._faults.add(place, problem, key)

    def item(self, item: Item, problem: str, key: str, group: str = "") -> None:
        """Note a fault of a statement; ``{key}`` in ``problem`` is filled in."""
        place = _("item {name}").format(name=item.id)
        if group:
            place = inside(place, group)
        self._faults.add(place, problem.format(key=self._faults.called(place, key)), key)

    def form(self, form: AnswerForm, problem: str) -> None:
        """Note a fault of a form."""
        self._faults.add(_("form {name}").format(name=form.id), problem, "options")

    def section(self, section: Section, problem: str) -> None:
        """Note a fault of a section."""
        self._faults.add(_("section {name}").format(name=section.code), problem)

    def whole(self, problem: str) -> None:
        """Note a fault that stands at no one place."""
        self._faults.add(_("the whole file"), problem)

    def above_nought(self, *keys: str) -> None:
        """Note those of the settings that are limits and not above nought."""
        for key in keys:
            if self.settings[key] <= 0:
                self.setting(_('key "{key}" needs a number above nought.').format(key=key), key)

    def statements(
        self, key: str, named: Iterable[str], fitting: Iterable[Item], *groups: str
    ) -> None:
        """Note the names of statements with which a setting can do nothing."""
        ids = {item.id for item in fitting}
        for name in named:
            if name not in ids:
                place = inside(_("the top of the file"), "outcome", *groups)
                self.setting(not_fitting(self.called(place, key), name), key, *groups)


def not_fitting(called: str, name: str) -> str:
    """Return that a key, as faults call it, names a statement of the wrong kind."""
    return _(
        "{key} names the item {name}, which is private, about another one, or answered in a "
        "way that does not fit here."
    ).format(key=called, name=quoted(name))


def codes_of(form: AnswerForm) -> set[str]:
    """Return the codes of the answers that can be chosen, without the ways out."""
    return {option.code for option in form.options}


def forms_of(pack: Pack, items: Iterable[Item]) -> tuple[AnswerForm, ...]:
    """Return the forms that these statements use, each once."""
    return tuple({item.form: pack.form_of(item) for item in items}.values())


def code_list(codes: Iterable[str]) -> str:
    """Return codes as in “"a", "b"”, in the order of the alphabet."""
    return ", ".join(quoted(code) for code in sorted(codes))
