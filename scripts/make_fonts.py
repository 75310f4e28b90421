"""Make the four typefaces in ``resources/fonts`` from the published web fonts.

Input: the folder ``files`` of the npm package ``@fontsource/atkinson-hyperlegible-next``
(SIL Open Font License 1.1, no reserved font name), whose WOFF2 files hold TrueType outlines split
into *latin* and *latin-ext*. Output: one TrueType file a weight, as Qt and ReportLab both need.
Needs ``fonttools`` and ``brotli``; run by hand when the typeface has a new release.

    python scripts/make_fonts.py FOLDER
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
FACES = {
    "Regular": ("400", "normal"),
    "Italic": ("400", "italic"),
    "SemiBold": ("600", "normal"),
    "Bold": ("700", "normal"),
}
# OpenType name identifiers: family, subfamily, unique id, full name, PostScript name,
# typographic family, typographic subfamily.
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT, _TYPO_FAMILY, _TYPO_STYLE = 1, 2, 3, 4, 6, 16, 17
_WEIGHTS = {"Regular": 400, "Italic": 400, "SemiBold": 600, "Bold": 700}


def make_face(source: Path, style: str, target: Path) -> None:
    """Join the two halves of one face and name it so that every system finds it."""
    weight, slant = FACES[style]
    with tempfile.TemporaryDirectory() as folder:
        halves = []
        for script in ("latin", "latin-ext"):
            half = TTFont(source / f"atkinson-hyperlegible-next-{script}-{weight}-{slant}.woff2")
            half.flavor = None
            path = Path(folder) / f"{script}.ttf"
            half.save(path)
            halves.append(str(path))
        font = Merger().merge(halves)
    names = font["name"]
    # SemiBold needs a family of its own in the four-style naming that Windows and Qt go by.
    family = FAMILY if style != "SemiBold" else f"{FAMILY} SemiBold"
    plain = style if style != "SemiBold" else "Regular"
    for name_id, text in {
        _FAMILY: family,
        _STYLE: plain,
        _UNIQUE: f"{FAMILY} {style}",
        _FULL: f"{FAMILY} {style}",
        _POSTSCRIPT: f"AtkinsonHyperlegibleNext-{style}",
        _TYPO_FAMILY: FAMILY,
        _TYPO_STYLE: style,
    }.items():
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = _WEIGHTS[style]
    font.save(target)


def main() -> None:
    """Make all faces."""
    source = Path(sys.argv[1])
    target = Path(__file__).resolve().parent.parent / "resources" / "fonts"
    target.mkdir(parents=True, exist_ok=True)
    for style in FACES:
        make_face(source, style, target / f"AtkinsonHyperlegibleNext-{style}.ttf")


if __name__ == "__main__":
    main()
