"""Bad input and bad luck: words and an exit status, never a traceback unless it is asked for."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import docgen
from tests.commandline import ROOT, Run

LANGUAGES = ("en", "da")
NOT_A_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)


def missing(folder: Path) -> list[object]:
    return ["check", folder / "ingen.xlsx"]


def folder_instead(folder: Path) -> list[object]:
    (folder / "mappe.xlsx").mkdir()
    return ["plan", folder / "mappe.xlsx"]


def old_excel(folder: Path) -> list[object]:
    (folder / "gammel.xls").write_bytes(NOT_A_WORKBOOK)
    return ["build", folder / "gammel.xls"]


def empty_file(folder: Path) -> list[object]:
    (folder / "tom.xlsx").write_bytes(b"")
    return ["check", folder / "tom.xlsx"]


def no_such_option(folder: Path) -> list[object]:
    return ["check", folder / "a.xlsx", "--form"]


def no_such_command(_: Path) -> list[object]:
    return ["bulid"]


def no_workbook(_: Path) -> list[object]:
    return ["build"]


def a_word_too_many(folder: Path) -> list[object]:
    return ["check", folder / "a.xlsx", "b.xlsx"]


def no_value(folder: Path) -> list[object]:
    return ["plan", folder / "a.xlsx", "--from"]


def no_date(folder: Path) -> list[object]:
    return ["plan", folder / "a.xlsx", "--from", "31-02-2026"]


def no_types_there(folder: Path) -> list[object]:
    return ["templates", "list", "--templates", folder / "ingen"]


def no_such_type(_: Path) -> list[object]:
    return ["templates", "check", "opfolgning"]


BAD_CALLS = (
    missing, folder_instead, old_excel, empty_file, no_such_option, no_such_command, no_workbook,
    a_word_too_many, no_value, no_date, no_types_there, no_such_type,
)  # fmt: skip


@pytest.mark.parametrize("bad_call", BAD_CALLS)
def test_a_bad_call_ends_with_2_and_words_in_either_language(
    run: Run, tmp_path: Path, bad_call: Callable[[Path], list[object]]
) -> None:
    arguments = bad_call(tmp_path)
    english, danish = (run(*arguments, "--lang", code) for code in LANGUAGES)
    assert english.status == danish.status == 2
    assert "Error: " in english.err
    assert "Fejl: " in danish.err
    assert english.out == danish.out == ""
    assert "Traceback" not in english.err + danish.err


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("--type", "nope"), "--type: There is no meeting type called “nope”."),
        (("--type", "opfolgningsmøde"), "Did you mean opfoelgningsmoede?"),
        (("--meeting", "m0001"), "Did you mean M001?"),
        (("--to", "1/1 2026"), "Give both --from and --to."),
        (("--from", "2026-03-01", "--to", "2026-02-01"), "2026-02-01 comes before 2026-03-01."),
    ],
)
def test_a_name_that_is_not_there_gets_the_nearest_that_is(
    run: Run, sample: Path, arguments: tuple[str, ...], answer: str
) -> None:
    outcome = run("plan", sample, "--today", "2026-01-19", *arguments)
    assert outcome.status == 2
    assert answer in outcome.err


def test_of_a_file_that_may_not_be_read_the_reader_speaks(
    run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # what Click asks
    monkeypatch.setattr(Path, "read_bytes", refuse)
    outcome = run("build", sample, "--lang", "da")
    assert outcome.status == 2
    assert outcome.err.startswith("Fejl: E-006 ")


class TestAFaultInDocgen:
    @pytest.fixture(autouse=True)
    def _break(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(docgen, "load", fail)

    def test_it_is_an_apology_with_the_way_to_the_details(self, run: Run) -> None:
        outcome = run("check", "a.xlsx", "--lang", "da")
        assert outcome.status == 2
        assert outcome.err.startswith("Undskyld, ")
        assert "--debug" in outcome.err
        assert "Traceback" not in outcome.said

    def test_and_the_details_with_debug(self, run: Run) -> None:
        outcome = run("check", "a.xlsx", "--debug")
        assert outcome.status == 2
        assert "Traceback (most recent call last)" in outcome.err
        assert "Sorry, " in outcome.err


@pytest.mark.parametrize(
    ("failure", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "Afbrudt."),
        (PermissionError(errno.EACCES, "denied", "a.xlsx"), 2, "a.xlsx: Der er ikke adgang."),
        (OSError(errno.ENOSPC, "full"), 2, "Fejl: Der er ikke mere plads på drevet."),
        (OSError(errno.ELOOP, "Too many levels"), 2, "Fejl: Too many levels"),
    ],
)
def test_bad_luck_is_put_into_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, failure: BaseException, status: int, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(docgen, "load", fail)
    outcome = run("check", "a.xlsx", "--lang", "da")
    assert outcome.status == status
    assert words in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="pipes end differently on Windows")
def test_a_reader_that_goes_away_is_no_failure_to_speak_of(faulty: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "docgen.cli", "check", faulty],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_failure_either(faulty: Path, closed: str) -> None:
    result = subprocess.run(
        ["sh", "-c", f'"$0" -m docgen.cli check "$1" {closed}', sys.executable, faulty],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr == b""
