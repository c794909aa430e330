"""The command as a process of its own: what it imports, writes to a pipe, and draws on a terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commandline import ROOT

HEAVY = ("docxtpl", "docx", "openpyxl", "icalendar", "babel", "python_calamine", "lxml", "jinja2", "rich")
COLOURS = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


def python(code: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"], ["bulid"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    result = python(
        f"import sys; from docgen.cli.main import main; main({arguments!r}); "
        f"print('loaded:', *sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    assert result.stdout.decode().splitlines()[-1] == "loaded:"


def test_checking_off_a_terminal_does_not_import_rich(sample: Path) -> None:
    result = python(
        f"import sys; from docgen.cli.main import main; main(['check', {str(sample)!r}]); "
        "sys.exit('rich' in sys.modules)"
    )
    assert result.returncode == 0


def test_the_module_is_the_command() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "docgen.cli", "--lang", "da", "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert result.stdout.decode("utf-8").startswith("Brug: docgen")


def test_letters_that_a_stream_cannot_show_stop_nothing(faulty: Path) -> None:
    code = f"import sys; from docgen.cli.main import main; sys.exit(main(['check', {str(faulty)!r}]))"
    result = python(code, PYTHONIOENCODING="ascii", LANGUAGE="da")
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr


def test_json_is_utf8_whatever_the_machine_writes(faulty: Path) -> None:
    arguments = ["check", str(faulty), "--json", "--lang", "da"]
    code = f"import sys; from docgen.cli.main import main; sys.exit(main({arguments!r}))"
    assert "Møder" in python(code, PYTHONIOENCODING="latin-1").stdout.decode("utf-8")


def test_the_shell_can_complete_meeting_types() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "docgen.cli"],
        cwd=ROOT,
        env={
            **os.environ,
            "_DOCGEN_COMPLETE": "bash_complete",
            "COMP_WORDS": "docgen plan a.xlsx --type opfoelgningsm",
            "COMP_CWORD": "4",
        },
        capture_output=True,
        check=False,
    )
    assert result.stdout.decode().split(",")[-1].strip() == "opfoelgningsmoede"


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("code", ["da", "en"])
def test_tables_fit_the_terminal(sample: Path, width: int, code: str) -> None:
    arguments = ["build", str(sample), "--today", "2026-01-19", "--dry-run", "-v", "--lang", code]
    shown = on_terminal(arguments, width)
    assert shown
    assert max(len(line) for line in shown) <= width
    text = "\n".join(shown)
    assert ("Hvornår" if code == "da" else "When") in text
    assert "W-081" in text


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_word_of_a_plan_is_broken(sample: Path, width: int) -> None:
    arguments = ["plan", str(sample), "--today", "2026-01-19", "--lang", "da"]
    text = "\n".join(on_terminal(arguments, width))
    for word in ("Opfølgningsmøde", "Kløvermark", "Nørreskov", "03-02-2026", "aflyst"):
        assert word in text


def on_terminal(arguments: list[str], width: int) -> list[str]:
    """The lines that the command draws on a pseudo-terminal of this width, without their colours."""
    import pty

    watched, ours = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "docgen.cli", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(width), "LINES": "60", "TERM": "xterm"},
        stdout=ours,
        stderr=ours,
    )
    os.close(ours)
    drawn = b""
    try:
        while piece := os.read(watched, 65536):
            drawn += piece
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(watched)
    process.wait()
    return [line.rstrip() for line in COLOURS.sub(b"", drawn).decode("utf-8").splitlines()]
