"""Files of the library are checked like packs: every fault is a sentence with its place."""

import pytest

from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError
from collabkit.library.cases import CasesError, read_cases
from collabkit.library.facts import FactsError, read_facts
from collabkit.library.first_packs import FirstPacksError, read_first_packs
from collabkit.library.guidance import GuidanceError, read_pages
from collabkit.library.sources import SourcesError, read_sources

FACT = '[[fact]]\nkey = "a"\ntitle = "A"\ntext = "B."\nsource = "C"\nreport = "D"\n'
PAGE = '[[page]]\nkey = "a"\ngroup = "size"\ntitle = "A"\nlead = "B."\n'
SECTION = '[[page.section]]\nkey = "s"\ntitle = "S"\n'
TEXT = 'blocks = [{ text = "T." }]\n'
TABLE = 'blocks = [{ caption = "C", head = ["A", "B"], rows = [{ cells = ["1"] }] }]\n'
GROUP = '[[group]]\nsizes = ["micro"]\n[[group.pack]]\nid = "a"\nreason = "B."\n'


def faults_of(tmp_path, read, error, text: str) -> str:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error) as caught:
        read(path)
    return "\n".join(caught.value.faults)


def changed(name: str, old: str, new: str) -> str:
    text = resource(name).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'themes = ["POW", "COM", "HON"]',
            'themes = ["PAW"]',
            'story R1: key "themes" names "PAW"',
        ),
        ('kinds = ["joint-bid",', 'kinds = ["bid",', 'story R1: key "kinds" names "bid"'),
        ('id = "R2"', 'id = "R1"', "story R1: the same name is used twice."),
        ('stories = ["R3", "R4"', 'stories = ["R33"', 'situation small-and-asked: key "stories"'),
        ('report = "RtR 2021"', 'report = "RtR"', 'story R1: key "report" names "RtR"'),
        ("\nlesson_note =", "\nlesson_remark =", 'case B3: key "lesson_remark" is not known here.'),
        ('section = "Case studies"', 'section = ""', 'case R1: key "section" is an empty text.'),
        ("year = 2021", 'year = "2021"', "report RtR 2021"),
    ],
)
def test_faults_of_cases(tmp_path, old, new, expected):
    """A slip in the file of cases is named."""
    found = faults_of(tmp_path, read_cases, CasesError, changed("cases.toml", old, new))
    assert expected in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FACT * 2, "fact a: the same name is used twice."),
        (FACT.replace("source", "origin"), 'fact a: key "source" is missing.'),
        ("", "the file is empty."),
    ],
)
def test_faults_of_facts(tmp_path, text, expected):
    """A fact without a source is none."""
    assert expected in faults_of(tmp_path, read_facts, FactsError, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PAGE + SECTION + TEXT + SECTION + TEXT, "section s of page a: the same name is used"),
        ((PAGE + SECTION + TEXT) * 2, "page a: the same name is used twice."),
        (PAGE + SECTION + TABLE, "there are 1 cells under 2 headings."),
        (PAGE + SECTION + 'blocks = [{ contrast = "none" }]\n', 'key "contrast" is "none"'),
        (PAGE + SECTION + 'blocks = [{ txt = "T." }]\n', 'key "text" is missing.'),
        (PAGE.replace("size", "colour") + SECTION + TEXT, 'key "group" is "colour"'),
        (PAGE, 'page a: key "section" is missing.'),
    ],
)
def test_faults_of_guidance(tmp_path, text, expected):
    """A slip in a page is named, with its section."""
    assert expected in faults_of(tmp_path, read_pages, GuidanceError, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GROUP.replace("micro", "tiny"), 'key "sizes" is "tiny"; it needs one of "micro"'),
        (GROUP.replace('reason = "B."', ""), 'key "reason" is missing.'),
        (GROUP + "[[leave_out]]\n", 'key "packs" is missing.'),
    ],
)
def test_faults_of_first_packs(tmp_path, text, expected):
    """A rule about charities that do not exist is a fault."""
    assert expected in faults_of(tmp_path, read_first_packs, FirstPacksError, text)


def test_faults_of_sources(tmp_path):
    """A report without anything taken from it need not be named."""
    text = changed("sources.toml", "\ntaken =", "\ntook =")
    assert 'report RtR 2021: key "taken" is missing.' in faults_of(
        tmp_path, read_sources, SourcesError, text
    )


@pytest.mark.parametrize(
    "read", [read_cases, read_facts, read_pages, read_first_packs, read_sources]
)
def test_missing_file_is_told_in_a_sentence(tmp_path, read):
    """A missing file is a problem of the machine."""
    with pytest.raises(EnvironmentProblemError, match="could not be opened"):
        read(tmp_path / "none.toml")
