"""A written page is opened again, and what did not arrive whole is refused."""

from functools import cache
from pathlib import Path

import pytest
from html_examples import every_block, group_with_everything
from plan_examples import group

from collabkit.errors import EnvironmentProblemError
from collabkit.files import write_safely
from collabkit.reports.html import render_parts_html, render_plan_html
from collabkit.reports.html.checks import check_html


@cache
def drawn() -> bytes:
    return render_plan_html(group())


def written(folder: Path, data: bytes) -> Path:
    path = folder / "plan.html"
    path.write_bytes(data)
    return path


def refused(folder: Path, data: bytes) -> bool:
    try:
        check_html(written(folder, data))
    except EnvironmentProblemError:
        return True
    return False


def test_a_whole_page_passes(tmp_path: Path) -> None:
    for data in (
        drawn(),
        render_plan_html(group_with_everything()),
        render_parts_html(every_block()),
    ):
        check_html(written(tmp_path, data))


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.7, 0.99, 0.9999])
def test_a_page_that_ends_early_is_refused(share: float, tmp_path: Path) -> None:
    """Wherever the disk was full, the sentence says that the answers are safe."""
    with pytest.raises(EnvironmentProblemError, match="safe"):
        check_html(written(tmp_path, drawn()[: int(len(drawn()) * share)]))


@pytest.mark.parametrize("place", range(5, 95, 10))
def test_a_hole_in_the_page_is_refused(place: int, tmp_path: Path) -> None:
    """A block of the disk that was never written reads as nought bytes."""
    data = bytearray(drawn())
    start = len(data) * place // 100
    data[start : start + 512] = bytes(512)
    assert refused(tmp_path, bytes(data))


@pytest.mark.parametrize(
    "added",
    [
        "<script>alert(1)</script>",
        "<img src='data:image/png;base64,AAAA'>",
        "<p onclick='alert(1)'>One</p>",
        "<a href='https://example.org/'>One</a>",
        "<a href='mailto:somebody@example.org'>One</a>",
        "<link rel='stylesheet' href='#content'>",
        "<iframe srcdoc='One'></iframe>",
        "<svg><use href='#content'></use></svg>",
        "<p style='background: url(//example.org/a.png)'>One</p>",
        "<meta http-equiv='refresh' content='0'>",
        "<style>@import 'a.css';</style>",
    ],
)
def test_what_runs_fetches_or_leads_elsewhere_is_refused(added: str, tmp_path: Path) -> None:
    """Even where a page would look the same."""
    assert refused(tmp_path, drawn().replace(b"</main>", f"{added}</main>".encode()))


@pytest.mark.parametrize(
    "added",
    [
        "<p id='content'>One</p>",
        "<a href='#nowhere'>One</a>",
        "<p aria-labelledby='nowhere'>One</p>",
        "<h1>Another</h1>",
        "<main></main>",
        "<p>",
        "</p>",
        "<p id='a' id='b'>One</p>",
        "<![foo[One]]>",
    ],
)
def test_what_a_screen_reader_would_stumble_over_is_refused(added: str, tmp_path: Path) -> None:
    """Ids twice, references to nothing, elements that are never closed."""
    assert refused(tmp_path, drawn().replace(b"</main>", f"{added}</main>".encode()))


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b' lang="en-GB"', b""),
        (b"h1>", b"h2>"),
        (b"default-src 'none'", b"default-src *"),
        (b"<!DOCTYPE html>", b""),
        (b"nav", b"div"),
        (b"Charity", b"Charit\xff"),
        (b"border-collapse: collapse;", b"background: URL (//example.org/a.png);"),
    ],
)
def test_a_page_without_what_was_promised_is_refused(
    there: bytes, instead: bytes, tmp_path: Path
) -> None:
    assert there in drawn()
    assert refused(tmp_path, drawn().replace(there, instead))


def test_peoples_own_words_are_never_the_reason(tmp_path: Path) -> None:
    """They may write of scripts, addresses and style sheets as they like."""
    data = drawn().replace(
        b"Sample Charity</bdi></p>",
        b"&lt;script&gt; url(https://example.org) @import onclick=</bdi></p>",
    )
    assert data != drawn()
    check_html(written(tmp_path, data))


def test_a_bad_page_never_replaces_a_good_one(tmp_path: Path) -> None:
    """The check is made before the new file takes the name."""
    path = written(tmp_path, b"the older plan")
    with pytest.raises(EnvironmentProblemError):
        write_safely(path, drawn()[:-200], check_html)
    assert path.read_bytes() == b"the older plan"
