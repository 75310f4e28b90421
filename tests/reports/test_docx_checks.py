"""A written document is opened again, and what did not arrive whole is refused."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx_reading import blocks_docx, plan_docx

from collabkit.errors import EnvironmentProblemError
from collabkit.files import write_safely
from collabkit.reports.docx.checks import check_docx


def check(folder: Path, data: bytes) -> None:
    path = folder / "plan.docx"
    path.write_bytes(data)
    check_docx(path)


@pytest.mark.parametrize("name", ["short_single", "empty", "strange_names"])
def test_a_whole_plan_passes(name: str, tmp_path: Path) -> None:
    """Nothing is raised."""
    check(tmp_path, plan_docx(name))
    check(tmp_path, blocks_docx())


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.7, 0.99, 0.9999])
def test_a_document_that_ends_early_is_refused(share: float, tmp_path: Path) -> None:
    """Wherever the disk was full."""
    data = plan_docx("empty")
    with pytest.raises(EnvironmentProblemError, match="safe"):
        check(tmp_path, data[: int(len(data) * share)])


@pytest.mark.parametrize("place", range(0, 100, 5))
def test_a_hole_in_the_document_is_refused(place: int, tmp_path: Path) -> None:
    """A block of the disk that was never written reads as nought bytes."""
    data = bytearray(plan_docx("empty"))
    start = len(data) * place // 100
    data[start : start + 512] = bytes(len(data[start : start + 512]))
    with pytest.raises(EnvironmentProblemError):
        check(tmp_path, bytes(data))


def test_something_after_the_end_is_refused(tmp_path: Path) -> None:
    """An older, longer file of that name would show through."""
    with pytest.raises(EnvironmentProblemError):
        check(tmp_path, plan_docx("empty") + bytes(100))


@pytest.mark.parametrize("data", [b"", b"Hello", b"PK\x03\x04", b"%PDF-1.7\n%%EOF\n"])
def test_something_else_is_refused(data: bytes, tmp_path: Path) -> None:
    """Whatever it is."""
    with pytest.raises(EnvironmentProblemError):
        check(tmp_path, data)


def changed(change: Callable[[str, bytes], bytes | None]) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plan_docx("short_single"))) as package,
        zipfile.ZipFile(file, "w") as other,
    ):
        for name in package.namelist():
            member = change(name, package.read(name))
            if member is not None:
                other.writestr(name, member)
    return file.getvalue()


@pytest.mark.parametrize(
    "name",
    ["[Content_Types].xml", "word/document.xml", "word/styles.xml", "docProps/core.xml",
     "word/media/image1.png", "word/footer1.xml", "word/numbering.xml"],
)  # fmt: skip
def test_a_document_with_a_part_missing_is_refused(name: str, tmp_path: Path) -> None:
    """Though it is a sound zip file."""
    with pytest.raises(EnvironmentProblemError):
        check(tmp_path, changed(lambda n, data: None if n == name else data))


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("word/styles.xml", b'w:styleId="Heading1"', b'w:styleId="Heading9"'),
        ("word/document.xml", b'w:anchor="shape"', b'w:anchor="nowhere"'),
        ("docProps/core.xml", b"en-GB", b"en-US"),
        ("docProps/core.xml", b"<dc:language>", b"<dc:creator>Me</dc:creator><dc:language>"),
        ("word/document.xml", b"</w:body>", b""),
    ],
)
def test_a_document_that_is_not_as_promised_is_refused(
    name: str, before: bytes, after: bytes, tmp_path: Path
) -> None:
    """A style or a bookmark is missing, another language, somebody's name, broken XML."""

    def change(member: str, data: bytes) -> bytes:
        assert member != name or before in data
        return data.replace(before, after) if member == name else data

    with pytest.raises(EnvironmentProblemError):
        check(tmp_path, changed(change))


def test_a_bad_document_never_replaces_a_good_one(tmp_path: Path) -> None:
    """The check is made before the new file takes the name."""
    path = tmp_path / "plan.docx"
    path.write_bytes(b"the older plan")
    with pytest.raises(EnvironmentProblemError):
        write_safely(path, plan_docx("empty")[:-2000], check_docx)
    assert path.read_bytes() == b"the older plan"
