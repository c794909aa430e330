"""The house as a whole: its public names, what travels in the wheel, what is imported when."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import docgen

ROOT = Path(__file__).parent.parent
HEAVY = ("docxtpl", "docx", "openpyxl", "icalendar", "babel", "lxml", "jinja2", "rich", "python_calamine")


def test_the_public_names_are_exactly_those_meant() -> None:
    assert docgen.__all__ == [
        "__version__",
        "archive",
        "build",
        "check",
        "collect",
        "load",
        "meeting_types",
        "plan",
        "report",
        "sent",
        "write",
    ]
    assert all(hasattr(docgen, name) for name in docgen.__all__)


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]])
def test_help_waits_for_no_heavy_library(arguments: list[str]) -> None:
    script = (
        "import sys; from docgen.cli.main import main; status = main(sys.argv[1:]);"
        f"print('loaded:', *sorted(set({HEAVY!r}) & set(sys.modules))); sys.exit(status)"
    )
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "loaded:"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_templates_and_samples(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = [*(ROOT / "templates").rglob("*.toml"), *(ROOT / "templates").rglob("*.docx")]
    shipped += (ROOT / "sample_data").glob("*.xlsx")
    assert {f"docgen/data/{path.relative_to(ROOT).as_posix()}" for path in shipped} <= names
    assert "docgen/locale/da/LC_MESSAGES/docgen.mo" in names
    assert "docgen/packs/overview.html.jinja" in names
    assert [name for name in names if not name.startswith(("docgen/", "docgen-"))] == []


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    script = "import docgen, sys; print(docgen.__file__); from docgen.cli.main import main; sys.exit(main())"
    command = [sys.executable, "-c", script, "--lang", "en", "demo", "-o", str(tmp_path / "demo")]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert str(installed) in done.stdout
    assert (tmp_path / "demo" / "parkvaenget-pakke" / "oversigt.html").is_file()
