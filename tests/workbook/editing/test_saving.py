"""The edited workbook in the place of the old one: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from docgen.errors import WorkbookError
from docgen.workbook.editing import save
from tests.packs.full_disk import refusing

NOW = dt.datetime(2026, 1, 19, 8, 30)  # noqa: DTZ001 - the local time of the person at the desk
OLD, NEW = b"som det var", b"som det bliver"

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Møder 2026.xlsx"
    path.write_bytes(OLD)
    return path


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def code(book: Path, before: bytes = OLD) -> str:
    with pytest.raises(WorkbookError) as caught:
        save(book, before, NEW, now=NOW)
    (finding,) = caught.value.findings
    assert finding.place.file == book.name
    return finding.code


def test_the_new_workbook_is_in_place_and_a_copy_of_the_old_one_beside_it(book: Path) -> None:
    copy = save(book, OLD, NEW, now=NOW)
    assert copy == book.with_name("Møder 2026-kopi-2026-01-19-0830.xlsx")
    assert held(book.parent) == {book.name: NEW, copy.name: OLD}


def test_a_copy_never_takes_the_place_of_another_one(book: Path) -> None:
    names = [save(book, OLD if number == 0 else NEW, NEW, now=NOW).name for number in range(3)]
    stem = "Møder 2026-kopi-2026-01-19-0830"
    assert names == [f"{stem}.xlsx", f"{stem}-2.xlsx", f"{stem}-3.xlsx"]


def test_a_workbook_with_macros_keeps_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "bog.v2.xlsm"
    path.write_bytes(OLD)
    assert save(path, OLD, NEW, now=NOW).name == "bog.v2-kopi-2026-01-19-0830.xlsm"


@pytest.mark.parametrize("lock", ["~$Møder 2026.xlsx", "~$der 2026.xlsx", ".~lock.Møder 2026.xlsx#"])
def test_nothing_is_written_while_another_program_has_it_open(book: Path, lock: str) -> None:
    book.with_name(lock).write_bytes(b"Inge Eksempel")
    assert code(book) == "E-016"
    assert held(book.parent) == {book.name: OLD, lock: b"Inge Eksempel"}


@posix
def test_a_lock_that_points_nowhere_counts_too(book: Path) -> None:
    book.with_name(f".~lock.{book.name}#").symlink_to("inge@kontoret.1234")
    assert code(book) == "E-016"


def test_the_lock_of_another_workbook_is_none(book: Path) -> None:
    book.with_name("~$Andre møder.xlsx").write_bytes(b"")
    assert save(book, OLD, NEW, now=NOW).exists()


def test_nothing_is_written_over_what_somebody_has_saved_in_the_meantime(book: Path) -> None:
    book.write_bytes(b"Inge har rettet")
    assert code(book) == "E-017"
    assert held(book.parent) == {book.name: b"Inge har rettet"}


def test_a_workbook_that_is_gone_is_not_brought_back(book: Path) -> None:
    book.unlink()
    assert code(book) == "E-001"
    assert held(book.parent) == {}


@pytest.mark.parametrize("written_before", [0, 1])
@pytest.mark.parametrize("step", ["open", "os.rename"])
def test_a_full_disk_leaves_everything_as_it_was(book: Path, step: str, written_before: int) -> None:
    with refusing(step, book.parent, after=written_before):
        assert code(book) == "E-015"
    assert held(book.parent) == {book.name: OLD}


class _Doing:
    """Does something at the moment when a file is about to be put in the place of another one."""

    def __init__(self) -> None:
        self.target, self.error = "", ""

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.target and event == "os.rename" and str(arguments[1]) == self.target:
            self.target = ""
            if self.error == "permission":
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            raise KeyboardInterrupt


_DOING = _Doing()
sys.addaudithook(_DOING)


def test_windows_says_by_a_refusal_that_the_workbook_is_open(book: Path) -> None:
    _DOING.target, _DOING.error = str(book), "permission"
    assert code(book) == "E-016"
    assert held(book.parent) == {book.name: OLD}


def test_a_saving_that_is_broken_off_leaves_no_copy_behind(book: Path) -> None:
    _DOING.target, _DOING.error = str(book), "break"
    with pytest.raises(KeyboardInterrupt):
        save(book, OLD, NEW, now=NOW)
    assert held(book.parent) == {book.name: OLD}


@posix
@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664])
def test_both_may_be_read_by_those_who_might_before(book: Path, mode: int) -> None:
    book.chmod(mode)
    copy = save(book, OLD, NEW, now=NOW)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (book, copy)] == [mode, mode]


def test_a_workbook_that_is_marked_read_only_stays_as_it_is(book: Path) -> None:
    book.chmod(0o444)
    assert code(book) == "E-015"
    assert held(book.parent) == {book.name: OLD}
    book.chmod(0o644)


@posix
def test_of_a_link_the_file_that_it_points_at_is_replaced(book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "skrivebord"
    folder.mkdir()
    link = folder / "genvej.xlsx"
    link.symlink_to(book)
    copy = save(link, OLD, NEW, now=NOW)
    assert (copy.parent, book.read_bytes(), link.is_symlink()) == (book.parent, NEW, True)
    book.with_name(f"~${book.name}").write_bytes(b"")
    assert code(link, NEW) == "E-016"
