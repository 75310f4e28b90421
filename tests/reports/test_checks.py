"""A written PDF is opened again, and what did not arrive whole is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_reading import open_pdf

from collabkit.errors import EnvironmentProblemError
from collabkit.files import write_safely
from collabkit.reports.checks import check_pdf

Drawn = Callable[[str], bytes]


def written(folder: Path, data: bytes) -> Path:
    path = folder / "plan.pdf"
    path.write_bytes(data)
    return path


def test_the_number_of_pages_is_told(drawn: Drawn, example: str, tmp_path: Path) -> None:
    """A whole file passes, and its pages are counted as another reader counts them."""
    with open_pdf(drawn(example)) as pdf:
        assert check_pdf(written(tmp_path, drawn(example))) == len(pdf.pages)


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.7, 0.99])
def test_a_file_that_ends_early_is_refused(drawn: Drawn, share: float, tmp_path: Path) -> None:
    """Wherever the disk was full."""
    data = drawn("empty")
    with pytest.raises(EnvironmentProblemError, match="safe"):
        check_pdf(written(tmp_path, data[: int(len(data) * share)]))


@pytest.mark.parametrize("place", range(5, 100, 5))
def test_a_hole_in_the_file_is_refused(drawn: Drawn, place: int, tmp_path: Path) -> None:
    """A block of the disk that was never written reads as nought bytes."""
    data = bytearray(drawn("full_single"))
    start = len(data) * place // 100
    data[start : start + 4096] = bytes(4096)
    with pytest.raises(EnvironmentProblemError):
        check_pdf(written(tmp_path, bytes(data)))


@pytest.mark.parametrize(
    "entry",
    [b"/StructTreeRoot", b"/Lang", b"/MarkInfo", b"/FontFile2", b"/StructParents", b"/ParentTree"],
)
def test_a_file_without_tags_language_or_fonts_is_refused(
    drawn: Drawn, entry: bytes, tmp_path: Path
) -> None:
    """It would open, but it would not be what was promised."""
    data = drawn("empty").replace(entry + b" ", b"/" + b"X" * (len(entry) - 1) + b" ")
    with pytest.raises(EnvironmentProblemError):
        check_pdf(written(tmp_path, data))


def test_something_else_is_refused(tmp_path: Path) -> None:
    """A text file that ends as a PDF does."""
    with pytest.raises(EnvironmentProblemError):
        check_pdf(written(tmp_path, b"%PDF-1.7\nHello\nstartxref\n9\n%%EOF\n"))


def test_a_bad_file_never_replaces_a_good_one(drawn: Drawn, tmp_path: Path) -> None:
    """The check is made before the new file takes the name."""
    path = written(tmp_path, b"the older plan")
    with pytest.raises(EnvironmentProblemError):
        write_safely(path, drawn("empty")[:-2000], lambda new: check_pdf(new) and None)
    assert path.read_bytes() == b"the older plan"
