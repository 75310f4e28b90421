"""What the documents claim is true: links, commands, make targets, figures."""

import ast
import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from collabkit.assessments.bands import BandLimits
from collabkit.assessments.beside.comparison import (
    STATEMENT_FROM,
    THEME_FROM,
    THEME_MAY_BE_FROM,
)
from collabkit.assessments.limits import LARGEST_GROUP, SMALLEST_GROUP, USUAL_GROUP
from collabkit.assessments.outcomes.columns.counts import PERCENT_FROM
from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import in_words
from collabkit.cli import main
from collabkit.cli.commands import build_parser, without_files
from collabkit.exchange.answers import answer_file, invitation
from collabkit.exchange.answers_csv import COLUMNS, FURTHER_COLUMNS
from collabkit.exchange.bundles import bundle_file
from collabkit.exchange.network import group_file, group_text
from collabkit.library.cases import builtin_cases
from collabkit.passphrases import FEWEST_CHARACTERS
from collabkit.reports.tables.csv_file import heads
from collabkit.services.asking import is_private
from collabkit.services.export_formats import Content, Format, contents_of
from collabkit.services.packs import builtin_pack, builtin_packs

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
USER_GUIDE = ROOT / "docs" / "user-guide.md"
FACILITATOR_GUIDE = ROOT / "docs" / "facilitator-guide.md"
NETWORKS = ROOT / "docs" / "networks.md"
FILES = ROOT / "docs" / "files.md"
GUIDES = [USER_GUIDE, FACILITATOR_GUIDE, NETWORKS]
DOCUMENTS = [
    README, ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")),
]  # fmt: skip
_LINK = re.compile(r"\]\(([^)]+)\)")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def running_text(path: Path) -> str:
    """The words of a document without its line breaks."""
    return " ".join(text_of(path).split())


def anchors_in(path: Path) -> set[str]:
    """What can be linked to: the headings, in small letters and with hyphens for spaces."""
    headings = re.findall(r"^#+ +(.+)$", text_of(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands_in(path: Path) -> list[str]:
    """Every command line of the program: what it is, in the README before the explanation."""
    blocks = re.findall(r"^```\n(.*?)^```", text_of(path), re.MULTILINE | re.DOTALL)
    lines = re.findall(r"^collabkit (\S.*)$", "".join(blocks), re.MULTILINE)
    lines += re.findall(r"`collabkit ((?:[a-z-]+ )+[^`]*)`", running_text(path))
    return [re.split(r" {2,}| > ", line)[0] for line in lines]


def is_known(line: str) -> bool:
    """Whether the program takes a command line, or has the command that is named by itself."""
    words = list(without_files(re.sub(r"[\[\]<>]", "", line).split())[0])
    if not words:
        return True  # a file that the window opens
    if re.fullmatch("[a-z -]+", line) and "--" not in line:
        words.append("--help")
    if words[0].startswith("--"):
        words.append("list")
    try:
        build_parser().parse_args(words)
    except SystemExit as ended:
        return ended.code == 0  # its help was shown
    return True


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_is_there(document: Path) -> None:
    """A link to a heading leads to one."""
    missing = []
    for link in _LINK.findall(text_of(document)):
        name, _hash, anchor = link.partition("#")
        target = document.parent / name if name else document
        if "://" in link:
            continue
        if not target.exists() or (anchor and anchor not in anchors_in(target)):
            missing.append(link)
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_picture_says_what_it_shows(document: Path) -> None:
    assert "![](" not in text_of(document)


def test_every_picture_that_is_kept_is_shown_somewhere() -> None:
    shown = {Path(link).name for document in DOCUMENTS for link in _LINK.findall(text_of(document))}
    kept = {path.name for path in (ROOT / "docs" / "pictures").iterdir()}
    assert kept - shown == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_exists(document: Path) -> None:
    """Each is read by the program's own parser, with words in place of capitals."""
    unknown = [line for line in commands_in(document) if not is_known(line)]
    assert unknown == []


def test_the_readme_names_every_command() -> None:
    """Those of the program and those for questionnaires."""
    named = {tuple(line.split()[:2]) for line in commands_in(README)}
    for command in ("demo", "list", "export", "import", "network", "score", "self-test"):
        assert any(words[0] == command for words in named), command
    for verb in ("list", "check", "add", "remove", "export", "template", "schema"):
        assert ("packs", verb) in named


def test_the_readme_leads_to_every_guide() -> None:
    links = set(_LINK.findall(text_of(README)))
    guides = {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    assert guides - links == set()


def test_every_make_target_that_is_named_exists() -> None:
    made = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = {
        name
        for document in DOCUMENTS
        for name in re.findall(r"(?:^|`)make ([a-z-]+)", text_of(document), re.MULTILINE)
    }
    assert {"run", "test"} <= named <= made


def test_the_guide_tells_the_limits_that_the_program_uses() -> None:
    limits = BandLimits()
    guide = text_of(USER_GUIDE)
    low, middle, high = (
        f"{float(x):.1f}" for x in (limits.build, limits.keep_going, limits.share_it)
    )
    assert f"| below {low} | act first |" in guide
    assert f"| {low} to below {middle} | build |" in guide
    assert f"| {middle} to below {high} | keep going |" in guide
    assert f"| {high} and above | share it |" in guide


def test_statements_and_minutes_are_those_of_the_pack() -> None:
    pack = builtin_pack("five-themes")
    guide = running_text(USER_GUIDE)
    assert f"The short version has {len(pack.core_ids)} and takes about nine minutes" in guide
    assert pack.minutes_short == 9
    full = sum(1 for _item in pack.items)
    assert f"The full version has {full} and takes about {pack.minutes_full}" in guide


@pytest.mark.parametrize("pack", builtin_packs(), ids=lambda pack: pack.id)
def test_the_guide_has_a_paragraph_on_every_questionnaire(pack: Pack) -> None:
    """With as many statements and minutes as the program says where one is chosen."""
    number = sum("about" not in item.marks and not is_private(item) for item in pack.items)
    minutes = in_words(pack.minutes_full)
    assert f"**{pack.title}** ({number} statements, about {minutes} minutes)." in running_text(
        USER_GUIDE
    )


def test_the_guide_counts_the_stories_right() -> None:
    book = builtin_cases()
    stories = (
        f"{len(book.cases)} true stories of working together and {in_words(len(book.examples))}"
    )
    assert f"{stories} short examples" in running_text(USER_GUIDE)
    assert stories.partition(" ")[0] in running_text(ROOT / "CHANGELOG.md")


def test_the_guides_tell_the_smallest_group_that_the_program_allows() -> None:
    usual, least, most = map(in_words, (USUAL_GROUP, SMALLEST_GROUP, LARGEST_GROUP))
    assert f"{usual} as a rule, from {least} to {most}" in running_text(USER_GUIDE)
    said = f"{usual.capitalize()} is usual, {least} the least, {most} the most"
    assert said in running_text(FACILITATOR_GUIDE)


def test_the_facilitator_reads_out_the_ground_rules_of_the_agenda(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = ROOT / "tests" / "fixtures" / "answers" / "board-check.csv"
    assert main(["score", "--pack", "board-check", str(answers)]) == 0
    told = capsys.readouterr().out.partition("Ground rules\n\n")[2].partition("\n\n")[0]
    rules = told.splitlines()
    assert len(rules) == 3
    assert [rule for rule in rules if rule not in text_of(FACILITATOR_GUIDE)] == []


def test_the_facilitator_knows_how_long_the_agenda_is() -> None:
    settings = builtin_pack("board-check").outcome.settings["agenda"]
    guide = running_text(FACILITATOR_GUIDE)
    talks = settings["most_low"] + settings["most_divided"]
    assert f"at most {in_words(talks)}" in guide
    assert f"{in_words(settings['each'])} for each statement" in guide


def test_the_layer_rules_are_told_as_they_are_proved() -> None:
    page = text_of(ROOT / "docs" / "architecture.md")
    rooms = {p.name for p in (ROOT / "collabkit").iterdir() if (p / "__init__.py").exists()}
    assert [room for room in sorted(rooms) if f"  {room}/" not in page] == []


@pytest.mark.parametrize("document", ["architecture.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_for_developers_is_there(document: str) -> None:
    """Paths from the top, from the package, or from one of its rooms."""
    path = next(path for path in DOCUMENTS if path.name == document)
    roots = [ROOT, ROOT / "collabkit", ROOT / "collabkit" / "assessments", ROOT / "tests"]
    names = re.findall(r"`([a-z_./-]+/[a-z_./-]+)`", text_of(path))
    to_come = set(re.findall(r"`([a-z_./-]+)`", _to_come(text_of(path))))
    missing = [
        name
        for name in names
        if name not in to_come and not any((root / name).exists() for root in roots)
    ]
    assert missing == []


def test_no_document_names_a_path_of_one_machine() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"(?<![\w.~])/(root|home|tmp|work)/", text_of(document))


def test_the_license_and_version_of_the_readme_are_those_of_the_package() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    assert f"{project['license']} licence" in text_of(README)
    least = project["requires-python"].removeprefix(">=")
    assert f"Python {least} or newer" in text_of(README)


def test_no_lock_file_holds_an_address() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in text_of(lock)
        assert "--hash=sha256:" in text_of(lock)


def section(path: Path, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or a higher one."""
    level, below = re.search(
        rf"^(#+) {re.escape(heading)}$(.*)", text_of(path), re.M | re.S
    ).groups()
    return re.split(rf"^#{{1,{len(level)}}} ", below, flags=re.MULTILINE)[0]


def names_in_rows(text: str) -> list[str]:
    """What stands as code in the first column of tables, in their order."""
    firsts = re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE)
    return [name for first in firsts for name in re.findall(r"`([^`]+)`", first)]


def test_the_kinds_of_file_are_those_of_the_program() -> None:
    """Every kind that an assessment can go out in has a row, with how much can go into it."""
    words = {
        tuple(Content): "everything, one page, or the plan",
        (Content.FULL,): "always everything",
        (Content.PLAN,): "the days of the plan",
    }
    told = section(FILES, "Reports, plans and tables").partition("\n###")[0]
    rows = re.findall(r"^\| `\.([a-z]+)` \| [^|]* \| ([^|]*) \|", told, re.MULTILINE)
    assert rows == [(kind.value, words[contents_of(kind)]) for kind in Format]


def test_the_readme_names_every_kind_of_file_that_goes_out() -> None:
    ours = {f".{kind}" for kind in Format} | {bundle_file.ENDING, group_file.ENDING}
    told = re.search(r"`export` writes (.*?)\. ", running_text(README))
    assert told is not None
    assert set(re.findall(r"\.[a-z-]+", told[1])) == ours


def test_every_ending_has_a_row() -> None:
    """Those of documents, of what goes from one collabkit to another, and of questionnaires."""
    modules = (invitation, answer_file, bundle_file, group_file)
    ours = {f".{kind}" for kind in Format} | {module.ENDING for module in modules} | {".toml"}
    assert set(names_in_rows(section(FILES, "All files"))) == ours


def test_the_keys_of_the_answer_file_are_those_of_its_schema() -> None:
    told = names_in_rows(section(FILES, "The answer file"))
    assert told == list(_schema("answer-file")["required"])


def test_the_answer_file_that_is_shown_can_be_read() -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", section(FILES, "The answer file"), re.DOTALL)
    assert answer_file.read_answer_file(shown.encode()).answers == {"BRD-1": "2", "BRD-2": "dk"}


def test_the_keys_of_the_exported_results_are_those_of_their_schema() -> None:
    told = names_in_rows(section(FILES, "JSON, results as data"))
    assert told == list(_schema("export")["properties"])


@pytest.mark.parametrize(
    ("heading", "module"),
    [("The file of a group", group_text), ("Sheets that go out", invitation)],
    ids=["group file", "invitation"],
)
def test_the_keys_of_our_own_files_are_those_that_are_written(
    heading: str, module: ModuleType
) -> None:
    """In the order in which the module that writes them has them; what is in a key is beside it."""
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    told = names_in_rows(section(FILES, heading))
    written = re.findall(r'^ {8}"([a-z_]+)":', source, re.MULTILINE)
    assert told == written


def test_the_columns_of_tables_are_told() -> None:
    assert names_in_rows(section(FILES, "CSV, answers from another program")) == [
        *COLUMNS, *FURTHER_COLUMNS,
    ]  # fmt: skip
    assert names_in_rows(section(FILES, "CSV, a table that goes out")) == list(heads())


def test_the_guides_tell_how_long_a_passphrase_is() -> None:
    for path in (USER_GUIDE, FILES):
        assert f"at least {FEWEST_CHARACTERS} characters" in running_text(path)


def test_the_guide_tells_what_is_called_a_change() -> None:
    guide = text_of(USER_GUIDE)
    assert f"| {THEME_FROM} or more apart | {THEME_MAY_BE_FROM} or more apart |" in guide
    assert f"| the mean of one statement | {STATEMENT_FROM} or more apart | |" in guide
    told = f"a theme needs {THEME_FROM} and a statement {STATEMENT_FROM}"
    assert told in running_text(FACILITATOR_GUIDE)


def test_networks_know_from_how_many_groups_on_something_is_shown() -> None:
    usual, least, most = map(in_words, (USUAL_GROUP, SMALLEST_GROUP, LARGEST_GROUP))
    guide = running_text(NETWORKS)
    assert f"{usual.capitalize()} is usual, {least} the least, {most} the most" in guide
    assert f"only where there are {PERCENT_FROM} groups or more" in guide


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_bold_is_what_stands_on_a_screen(guide: Path) -> None:
    """Buttons and headings word for word, questionnaires by their titles; or a paragraph begins."""
    unknown = [name for name in bold_in(guide) if not _is_on_a_screen(name.casefold())]
    assert unknown == []


def bold_in(path: Path) -> list[str]:
    """What is bold in a document, but for what begins a paragraph and ends like a sentence."""
    found = re.findall(r"\*\*(.+?)\*\*", running_text(path))
    return [name.removesuffix(",") for name in found if not name.endswith((".", ":", "?"))]


def _is_on_a_screen(name: str) -> bool:
    """Whether somebody can read ``name``: all of a text, or its beginning up to a mark."""
    return any(
        text == name or (text.startswith(name) and text[len(name)] in "…:, (") for text in _said()
    )


@cache
def _said() -> frozenset[str]:
    """Everything that the program can say in one piece, in small letters."""
    texts = {pack.title for pack in builtin_packs()} | {"Theme by theme"}
    for path in (ROOT / "collabkit").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_", "ngettext"):
                texts |= {a.value for a in call.args if isinstance(a, ast.Constant)}
    return frozenset(str(text).casefold() for text in texts)


def _schema(name: str) -> Mapping[str, Any]:
    path = ROOT / "resources" / "schemas" / f"{name}.schema.json"
    found: Mapping[str, Any] = json.loads(text_of(path))
    return found


def _to_come(page: str) -> str:
    """What a page says about what is not there yet."""
    paragraphs = re.split(r"\n\s*\n", page)
    return "\n".join(p for p in paragraphs if "not there yet" in p.lower() or "still to\n" in p)
