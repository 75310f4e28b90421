"""The program works from a wheel, far from its checkout, with its resources inside."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel and the libraries, not the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scheme = sysconfig.get_preferred_scheme("prefix")
    names = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", scheme, names))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    # Paths named in a .pth file are not searched for further .pth files, so the editable install
    # of the checkout stays out.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Path(sysconfig.get_path("scripts", scheme, names)) / "python"


def run(python: Path, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [str(python), *words],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        check=False,
    )


def test_the_wheel_holds_every_resource(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"collabkit/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert wanted
    assert wanted <= inside


def test_the_wheel_carries_licence_and_notices(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("LICENSE", "THIRD-PARTY.md", "OFL.txt"):
        assert any(".dist-info/licenses" in entry and entry.endswith(name) for entry in names)


def test_resources_are_found_in_the_package(python: Path, tmp_path: Path) -> None:
    done = run(
        python,
        "-c",
        "import collabkit.assets as a; print(a.resources())",
        folder=tmp_path,
    )
    assert Path(done.stdout.strip()).parts[-2:] == ("collabkit", "resources"), done.stderr
    assert ROOT not in Path(done.stdout.strip()).parents


def test_resources_are_found_in_the_checkout() -> None:
    from collabkit.assets import resources

    assert resources() == ROOT / "resources"


@pytest.mark.slow
def test_the_self_test_passes_from_the_wheel(python: Path, tmp_path: Path) -> None:
    done = run(python, "-m", "collabkit", "self-test", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 7
    assert all(line.startswith("ok") for line in lines)
