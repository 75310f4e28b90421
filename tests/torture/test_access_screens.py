"""Every place of the program in every look: named, whole, and to be read."""

import pytest
from every_place import House, clipped, furnish, goes_everywhere, nameless, pale
from person import person_at
from pytestqt.qtbot import QtBot
from test_theme_roles import GRAPHICS, GRAPHICS_PAIRS, TEXT, TEXT_PAIRS, contrast
from tiers import TIER

from collabkit.ui.theme.roles import THEME_NAMES, roles

_SOME = TIER.count(
    share=9, change=1
)  # in the ordinary tests every ninth place; others see the rest
LOOKS = [
    (1024, 768, 100, "light"),
    (1366, 768, 200, "contrast"),
    (1024, 768, 150, "dark"),
    (1024, 768, 200, "light"),
    (1366, 768, 200, "dark"),
    (1920, 1080, 100, "contrast"),
    (1024, 768, 125, "contrast"),
    (1366, 768, 175, "light"),
][: TIER.count(share=2, change=4, nightly=8)]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return furnish(tmp_path_factory.mktemp("house"))


@pytest.mark.parametrize(("width", "height", "size", "theme"), LOOKS)
def test_every_place_is_named_whole_and_legible(
    house: House, qtbot: QtBot, tally, width: int, height: int, size: int, theme: str
) -> None:
    """What a screen reader has no name for, what is cut off and what is too pale, by place."""
    unnamed, cut, faint = [], [], []
    with person_at(house.root, qtbot, text_size=size, theme=theme) as me:
        me.window.resize(width, height)
        with (
            tally("accessible names") as names,
            tally("100-200 % scaling") as scaling,
            tally("contrast") as legible,
        ):
            for place in goes_everywhere(me, house, _SOME):
                for look, count, troubles in (
                    (nameless, names, unnamed), (clipped, scaling, cut), (pale, legible, faint),
                ):  # fmt: skip
                    seen, found = look(me)
                    count.tried(max(seen, len(found)))
                    count.survived(max(seen, len(found)) - len(found))
                    troubles += [f"{place}: {each}" for each in found]
                scaling.note("places in a size")
            print("\n".join([*unnamed, *cut, *faint]))
            assert unnamed == []
            assert cut == []
            assert faint == []


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_pair_of_colours_can_be_told_apart(name: str, tally) -> None:
    """Text 4.5 : 1 and marks 3 : 1, of every theme, in every pair in which they are used."""
    theme = roles(name)
    with tally("contrast") as count:
        for pairs, least in ((TEXT_PAIRS, TEXT), (GRAPHICS_PAIRS, GRAPHICS)):
            for first, second in pairs:
                count.tried()
                found = contrast(getattr(theme, first), getattr(theme, second))
                assert found >= least, (first, second, found)
                count.survived()
                count.note("pairs of colours")
