"""Pages in a real browser: axe-core finds nothing, nothing sticks out, nothing is lost on paper.

These need Chromium, and the file ``axe.min.js`` of the npm package axe-core, which is looked for
under ``AXE_CORE`` in the environment and where ``npm install --global axe-core`` and
``npm install --prefix build/axe axe-core`` put it. No Node is needed to run it.
"""

import base64
import io
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import plan_examples
import pypdf
import pytest
from chromium import Browser, chromium
from html_examples import every_block, group_with_everything, sample_documents, short

from collabkit.assessments.outcomes.blocks import Entries, Entry, Paragraph, Part
from collabkit.reports.html import render_parts_html, render_plan_html
from collabkit.services.packs import builtin_packs

pytestmark = pytest.mark.slow

PACKS = tuple(pack.id for pack in builtin_packs())
EXAMPLES = ("short_single", "everything", "strange_names", "short", "blocks")
LIGHT = {"prefers-color-scheme": "light", "prefers-contrast": "no-preference"}
DARK = {**LIGHT, "prefers-color-scheme": "dark"}
_PLACES = (
    "build/axe/node_modules",
    "/usr/local/lib/node_modules",
    "/usr/lib/node_modules",
    "/usr/share/nodejs",
)


def axe_core() -> Path | None:
    """Where axe-core is; ``None`` if it is not installed."""
    project = Path(__file__).parents[2]
    found = [
        *filter(None, [os.environ.get("AXE_CORE")]),
        *(str(project / place / "axe-core" / "axe.min.js") for place in _PLACES),
    ]
    return next((Path(each) for each in found if Path(each).is_file()), None)


@cache
def written(name: str) -> bytes:
    match name:
        case "everything":
            return render_plan_html(group_with_everything())
        case "short":
            return render_plan_html(short())
        case "blocks":
            return render_parts_html(every_block("Practice"))
        case _ if name in PACKS:
            return render_plan_html(sample_documents()[name])
        case _:
            return render_plan_html(getattr(plan_examples, name)())


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if chromium() is None:
        pytest.skip("Chromium is not installed on this machine")
    opened = Browser(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    path = axe_core()
    if path is None:
        pytest.skip("axe-core is not installed on this machine")
    return path.read_text("utf-8")


def violations(browser: Browser, axe: str, *, colours: bool = True) -> list[object]:
    """What axe-core has against the page that is open, by all the rules it runs by itself.

    ``colours`` are the rule that takes nearly all the time.
    """
    browser.run(axe)
    rules = "" if colours else "rules: {'color-contrast': {enabled: false}}, "
    found = browser.run(
        f"axe.run({{{rules}resultTypes: ['violations']}}).then(result => result.violations.map("
        "each => [each.id, each.nodes.map(node => node.html)]))"
    )
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_axe_finds_nothing(
    browser: Browser, axe: str, name: str, scheme: dict[str, str], tmp_path: Path
) -> None:
    """As far as a program can tell, contrast included; in a wide window."""
    path = tmp_path / "page.html"
    path.write_bytes(written(name))
    browser.look(path, features=scheme)
    assert violations(browser, axe) == []


@pytest.mark.parametrize("name", PACKS)
def test_axe_finds_nothing_in_the_plan_of_any_pack(
    browser: Browser, axe: str, name: str, tmp_path: Path
) -> None:
    """Each kind of outcome; their colours are those of the examples."""
    path = tmp_path / "page.html"
    path.write_bytes(written(name))
    browser.look(path, features=LIGHT)
    assert violations(browser, axe, colours=False) == []


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_with_more_contrast(
    browser: Browser, axe: str, scheme: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(written("blocks"))
    browser.look(path, features={**scheme, "prefers-contrast": "more"})
    assert violations(browser, axe) == []


def test_axe_would_find_something(browser: Browser, axe: str, tmp_path: Path) -> None:
    """The same page with a heading that skips a level and grey words on grey."""
    path = tmp_path / "page.html"
    spoilt = written("empty").replace(b"</main>", b"<h5 class='grey'>One</h5></main>")
    path.write_bytes(spoilt.replace(b"</style>", b".grey { color: #999; }</style>"))
    browser.look(path, features=LIGHT)
    found = [each[0] for each in violations(browser, axe) if isinstance(each, list)]
    assert {"heading-order", "color-contrast"} <= set(found)


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("name", ["everything", "blocks", "strange_names", "partners-view"])
def test_nothing_sticks_out(browser: Browser, name: str, width: int, tmp_path: Path) -> None:
    """On a small telephone, with 200 % on a laptop, and in a wide window."""
    path = tmp_path / "page.html"
    path.write_bytes(written(name))
    browser.look(path, features=LIGHT, width=width)
    assert browser.run("document.documentElement.scrollWidth") <= width


def test_a_word_of_four_thousand_letters_wraps(browser: Browser, tmp_path: Path) -> None:
    word = "W" * 4000
    blocks = (Paragraph(word), Entries((Entry(word, word, mark=word),), ticked=True))
    document = every_block()
    document = type(document)(
        title=word, subject=word, day=word, made_on=document.made_on, lead=word,
        facts=document.facts, parts=(Part("one", word, blocks), *document.parts), label="Practice",
    )  # fmt: skip
    path = tmp_path / "page.html"
    path.write_bytes(render_parts_html(document))
    for width in (320, 1280):
        browser.look(path, features=LIGHT, width=width)
        assert browser.run("document.documentElement.scrollWidth") <= width


def test_the_browser_shows_text_as_it_was_written(browser: Browser, tmp_path: Path) -> None:
    """A browser's own parser reads the same as the one of the standard library."""
    path = tmp_path / "page.html"
    text = "<b>&amp;</b> \u202eturned\u202c  two\tspaces\nand a line"
    document = every_block()
    parts = (Part("one", "One", (Paragraph(text),)),)
    path.write_bytes(render_parts_html(type(document)(
        title="One", subject="Sample Charity", day="", made_on=document.made_on, lead="",
        facts=(), parts=parts,
    )))  # fmt: skip
    browser.look(path, features=LIGHT)
    shown = browser.run("document.querySelector('main p').innerText")
    assert shown == text


def test_paper_is_white_in_the_dark_too(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(written("empty"))
    browser.look(path, features=DARK, media="print")
    ground = "getComputedStyle(document.querySelector('main')).backgroundColor"
    assert browser.run(ground) == "rgb(255, 255, 255)"


def test_paper_has_every_chapter_on_sheets_with_a_foot(browser: Browser, tmp_path: Path) -> None:
    """A4, the practice label at each head, whose it is and the page at each foot."""
    path = tmp_path / "page.html"
    path.write_bytes(written("everything"))
    browser.look(path, features=LIGHT)
    sheets = pypdf.PdfReader(io.BytesIO(base64.b64decode(browser.paper()))).pages
    texts = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in sheets} == {
        (595, 842)
    }
    assert all("Practice" in text for text in texts)
    for number, text in enumerate(texts[1:], start=2):
        assert f"Page {number} of {len(texts)}" in text
        assert "Sample Charity" in text
    document = group_with_everything()
    assert document.plan
    for title in (document.plan.now_title, document.method.title, "Trustees and staff"):
        assert sum(title in text for text in texts[1:]) >= 1
