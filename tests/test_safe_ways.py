"""Ways that programs are got at, and that this one does not have. Each test is one rule."""

import ast
import re
from functools import cache
from pathlib import Path

import collabkit

PACKAGE = Path(collabkit.__file__).parent


Call = tuple[str, str, ast.Call]


@cache
def facts() -> tuple[tuple[Call, ...], tuple[tuple[str, str], ...]]:
    """Every call and every import in the program; each file is read once for all rules."""
    made: list[Call] = []
    imported: list[tuple[str, str]] = []
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call():
                    made.append((name, dotted(node.func), node))
                case ast.Import():
                    imported += [(name, alias.name) for alias in node.names]
                case ast.ImportFrom():
                    imported.append((name, node.module or ""))
    return tuple(made), tuple(imported)


def calls() -> tuple[Call, ...]:
    """Every call: file, what is called, such as ``os.system``, and the call."""
    return facts()[0]


def dotted(node: ast.expr) -> str:
    """Return names with dots between; what comes of a call or an index is left out."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute():
            return f"{dotted(node.value)}.{node.attr}"
        case _:
            return ""


def users_of(*modules: str) -> set[str]:
    return {
        name
        for name, module in facts()[1]
        if any(module == one or module.startswith(f"{one}.") for one in modules)
    }


def test_nothing_that_is_read_can_become_code() -> None:
    """Files are data: no eval, no exec, no pickle and its kin, no module found by a name in one."""
    called = {what for _name, what, _call in calls()}
    assert called & {"eval", "exec", "compile", "__import__", "os.system", "os.popen"} == set()
    assert users_of("pickle", "marshal", "shelve", "dill", "yaml", "runpy", "code") == set()


def test_only_the_reader_of_filled_forms_starts_a_process() -> None:
    """And it starts a script of ours, without a shell; the stranger's file is its input alone."""
    assert users_of("subprocess", "multiprocessing") == {"exchange/answers/filled_process.py"}
    for _name, _what, call in calls():
        assert not any(
            word.arg == "shell"
            and not (isinstance(word.value, ast.Constant) and not word.value.value)
            for word in call.keywords
        )
    qt = {name for name, what, _call in calls() if what.startswith("QProcess")}
    assert qt == set()


def test_only_folders_are_opened_outside_the_window() -> None:
    """Nothing from a file can open an address or start the program of a file."""
    opened = [call for _name, what, call in calls() if what == "QDesktopServices.openUrl"]
    assert opened
    for call in opened:
        (what,) = call.args
        assert isinstance(what, ast.Call)
        assert ast.unparse(what.func) == "QUrl.fromLocalFile", ast.unparse(call)
        assert "folder" in ast.unparse(what), ast.unparse(call)


def test_every_text_on_screen_is_plain() -> None:
    """A label is a Text, which takes nothing for markup; for hints there is set_hint."""
    labels = {name for name, what, _call in calls() if what in ("QLabel", "QMessageBox")}
    assert labels == set()
    formats = {
        ast.unparse(call.args[0]) for _name, what, call in calls() if what.endswith("setTextFormat")
    }
    assert formats == {"Qt.TextFormat.PlainText"}
    markup = {name for name, what, _call in calls() if what.rpartition(".")[2] == "insertHtml"}
    assert markup == set()
    # Onto the clipboard goes a table in which every text is escaped.
    html = {name for name, what, _call in calls() if what.rpartition(".")[2] == "setHtml"}
    assert html == {"ui/plan/on_clipboard.py"}


def test_no_place_in_a_layout_is_taken_hold_of() -> None:
    """Qt deletes it with its widget, and PySide does not notice: see ui/widgets/tab_order.py."""
    asked = {name for name, what, _call in calls() if what.rpartition(".")[2] == "itemAt"}
    assert asked == set()


def test_xml_of_strangers_is_read_in_one_place() -> None:
    """That place refuses every document type, and with it every entity."""
    assert users_of("xml.etree", "xml.dom", "xml.sax", "lxml") <= {"reports/pdf/metadata.py"}
    assert users_of("xml.parsers") == {"exchange/packs/container.py"}


def test_web_pages_are_escaped_by_themselves() -> None:
    """No template and no code marks a text as safe."""
    (made,) = [call for _name, what, call in calls() if what == "Environment"]
    words = {word.arg: ast.unparse(word.value) for word in made.keywords}
    assert words["autoescape"] == "True"
    assert not any(what.endswith("Markup") for _name, what, _call in calls())
    templates = (PACKAGE.parent / "resources" / "report_templates").rglob("*.html")
    pages = [path.read_text(encoding="utf-8") for path in templates]
    assert pages
    assert not any("|safe" in page.replace(" ", "") or "autoescape" in page for page in pages)


def test_no_archive_is_unpacked_as_a_whole() -> None:
    """Members are read by name and counted; none ever becomes a path."""
    assert not any(
        what.rpartition(".")[2] in ("extractall", "extract", "unpack_archive")
        for _name, what, _call in calls()
        if "StackSummary" not in what
    )


def test_nothing_is_kept_by_qt() -> None:
    """Settings of Qt go into a registry or a home folder, where erasing does not reach."""
    users = {name for name, what, _call in calls() if "QSettings" in what.split(".")}
    assert users == {"ui/desktop.py"}  # which takes away what dialogs wrote there
    assert not any("addToRecentDocs" in what for _name, what, _call in calls())


def test_temporary_files_are_private_and_never_named_beforehand() -> None:
    """Only folders that Python makes for this user alone, and only for samples and self-tests."""
    used = {what for _name, what, _call in calls() if "tempfile" in what or "Temporary" in what}
    # The socket's name is known beforehand, and who owns it is looked at before it is used.
    asked = {"tempfile.gettempdir"}
    assert used <= {"tempfile.TemporaryDirectory", "TemporaryDirectory"} | asked
    allowed = {"cli/demo.py", "cli/self_test.py", "cli/bring_in.py", "pictures/screens.py"}
    assert users_of("tempfile") <= allowed | {"ui/first_window/meeting_point.py"}


def test_every_exception_from_a_security_rule_has_its_reason_beside_it() -> None:
    """Behind the name of the rule stands why."""
    exception = re.compile(r"# noqa: [A-Z0-9, ]*\bS\d+[A-Z0-9, ]*(.*)")
    found = [
        (path.name, match[1].strip(" -"))
        for folder in (PACKAGE, PACKAGE.parent / "scripts", PACKAGE.parent / "benchmarks")
        for path in folder.rglob("*.py")
        for match in exception.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found
    assert [name for name, reason in found if not reason] == []
