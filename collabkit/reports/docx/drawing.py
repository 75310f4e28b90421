"""A picture in the making: smooth lines first, and then words on top, in dots of the print."""

import io
from collections.abc import Sequence
from math import dist

from PIL import Image, ImageDraw, ImageFont

from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _

_DPI = 220
_FINER = 3  # lines are drawn so many times as large and made smaller, which makes them smooth
_COLOURS = 64  # are plenty for one hue and its edges, and a third of the bytes

MM = _DPI / 25.4  # dots in a millimetre
PT = _DPI / 72  # dots in a point

Place = tuple[float, float]  # dots to the right and downwards


class Drawing:
    """A white sheet. All lengths are in dots, colours as Word writes them."""

    def __init__(self, width: float, height: float) -> None:
        self._fine = Image.new("RGB", (round(width) * _FINER, round(height) * _FINER), "white")
        self._lines = ImageDraw.Draw(self._fine)
        self._words: list[tuple[Place, str, str, ImageFont.FreeTypeFont, str]] = []

    def area(self, corners: Sequence[Place], colour: str) -> None:
        """Fill what lies between the corners."""
        self._lines.polygon([_finer(place) for place in corners], f"#{colour}")

    def line(self, places: Sequence[Place], colour: str, width: float) -> None:
        """Draw from place to place."""
        fine = [_finer(place) for place in places]
        self._lines.line(fine, f"#{colour}", round(width * _FINER), "curve")

    def dashes(
        self, start: Place, end: Place, colour: str, width: float, dash: float, gap: float
    ) -> None:
        """Draw a broken line that begins and ends with a dash."""
        length = dist(start, end)
        pieces = max(1, round((length + gap) / (dash + gap)))
        for piece in range(pieces):
            from_here = piece * (dash + gap) / (pieces * (dash + gap) - gap)
            to_here = from_here + dash / (pieces * (dash + gap) - gap)
            self.line([_on_the_way(start, end, s) for s in (from_here, to_here)], colour, width)

    def disc(self, middle: Place, radius: float, colour: str) -> None:
        """Fill a disc."""
        self._lines.circle(_finer(middle), radius * _FINER, f"#{colour}")

    def square(self, middle: Place, radius: float, colour: str) -> None:
        """Fill a square whose sides are ``radius`` away from its middle."""
        x, y = _finer(middle)
        reach = radius * _FINER
        self._lines.rectangle((x - reach, y - reach, x + reach, y + reach), f"#{colour}")

    def write(
        self, place: Place, text: str, font: ImageFont.FreeTypeFont, colour: str, anchor: str
    ) -> None:
        """Write a line; ``anchor`` is Pillow's word for the part of it that is at the place."""
        self._words.append((place, text, colour, font, anchor))

    def png(self) -> io.BytesIO:
        """Return the finished picture."""
        picture = self._fine.reduce(_FINER)
        words = ImageDraw.Draw(picture)
        for place, text, colour, font, anchor in self._words:
            words.text(place, text, f"#{colour}", font, anchor)
        file = io.BytesIO()
        picture.quantize(_COLOURS).save(file, "PNG", optimize=True, dpi=(_DPI, _DPI))
        file.seek(0)
        return file


def typeface(face: str, points: float) -> ImageFont.FreeTypeFont:
    """Return our typeface in a size; raises ``EnvironmentProblemError`` if it is not installed."""
    path = resource("fonts", f"AtkinsonHyperlegibleNext-{face}.ttf")
    try:  # the plain layout is there wherever Pillow is
        return ImageFont.truetype(path, points * PT, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise EnvironmentProblemError(
            _("The fonts are missing or damaged. Please install collabkit again.")
        ) from error


def fitting(text: str, face: str, points: float, room: float) -> ImageFont.FreeTypeFont:
    """Return a size in which the longest word of a text fits; a third of it at least."""
    font = typeface(face, points)
    widest = max((font.getlength(word) for word in text.split()), default=0)
    if widest <= room:
        return font
    # Letters are placed on whole dots, which takes a little more room in small type.
    return typeface(face, points * max(1 / 3, 0.92 * room / widest))


def broken(text: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """Break text between words into lines that fit; a word that is too long stays whole."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _finer(place: Place) -> Place:
    return place[0] * _FINER, place[1] * _FINER


def _on_the_way(start: Place, end: Place, share: float) -> Place:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
