"""The ledger of a pack."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.errors import PackError
from docgen.packs import ledger
from docgen.packs.ledger import history_of, opened
from docgen.packs.records import Written
from docgen.packs.schema import FORMAT
from docgen.packs.sending import dispatch
from docgen.planning import Change
from tests import making

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")
REMEMBERED = making.built(making.plan(making.book()))
FILE = f"{ledger.FOLDER}/{ledger.FILE}"


@pytest.fixture
def kept(pack: Path) -> Path:
    """A pack in whose ledger M001 stands as built."""
    pack.mkdir()
    planned = making.planned()
    with opened(pack) as book:
        book.intend([(planned, {"dagsorden.docx": "1"})])
        book.record([Written(planned, {"dagsorden.docx": "1"}, frozenset({"dagsorden.docx"}), complete=True)])
    return pack


def _code(error: pytest.ExceptionInfo[PackError]) -> str:
    (finding,) = error.value.findings
    return finding.code


def test_it_remembers_what_was_built(kept: Path) -> None:
    assert history_of(kept).built == REMEMBERED
    with opened(kept) as book:
        assert book.history().built == REMEMBERED
        assert book.files("M001") == {"dagsorden.docx": "1"}
        assert book.ours("M001") == {"dagsorden.docx": {"1"}}
        assert (sorted(book.stale("M001")), sorted(book.stale("M002"))) == (["dagsorden.docx"], [])


def test_what_was_intended_and_never_recorded_is_known_for_ours_and_the_meeting_is_in_doubt(
    kept: Path,
) -> None:
    changed = making.planned(
        making.book(making.meeting(theme="Nyt")), built=history_of(kept).built, now=making.LATER
    )
    with opened(kept) as book:
        book.intend([(changed, {"dagsorden.docx": "2"})])
    assert history_of(kept).built["M001"].content == ""
    assert history_of(kept).built["M001"].stamp == making.NOW
    with opened(kept) as book:
        assert book.ours("M001") == {"dagsorden.docx": {"1", "2"}}
        assert book.files("M001") == {"dagsorden.docx": "1"}


def test_a_meeting_that_was_never_finished_is_known_so_that_it_can_be_cleared(pack: Path) -> None:
    pack.mkdir()
    with opened(pack) as book:
        book.intend([(making.planned(), {"dagsorden.docx": "1"})])
    assert making.plan(making.book(making.meeting(nr="M009")), built=history_of(pack).built).gone == ("M001",)


def test_and_is_in_doubt_so_that_it_is_neither_unchanged_nor_ready_to_be_sent(pack: Path) -> None:
    pack.mkdir()
    with opened(pack) as book:
        book.intend([(making.planned(), {"dagsorden.docx": "1"})])
    known = history_of(pack)
    assert known.built["M001"].content == ""
    assert making.planned(history=known).change is Change.CHANGED
    sent = dispatch(known, making.NOW.date())
    assert (sent.invited, sent.unfinished) == ((), ("M001",))


def test_what_went_wrong_is_not_recorded(kept: Path) -> None:
    changed = making.planned(making.book(making.meeting(theme="Nyt")), built=history_of(kept).built)
    with opened(kept) as book:
        book.intend([(changed, {"dagsorden.docx": "2"})])
        book.record([Written(changed, {"dagsorden.docx": "2"}, frozenset(), complete=False)])
        assert book.ours("M001") == {"dagsorden.docx": {"1", "2"}}
    assert history_of(kept).built["M001"].content == ""


def test_what_is_forgotten_is_nowhere(kept: Path) -> None:
    with opened(kept) as book:
        book.forget("M001")
        assert (book.files("M001"), book.ours("M001")) == ({}, {})
    assert history_of(kept).built == {}


def test_no_pack_and_no_ledger_mean_that_nothing_was_built(tmp_path: Path) -> None:
    assert history_of(tmp_path / "nowhere").built == {}
    assert history_of(tmp_path).built == {}
    assert list(tmp_path.iterdir()) == []


def test_a_relative_path_will_do(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kept.parent)
    assert list(history_of(Path(kept.name)).built) == ["M001"]


@pytest.mark.parametrize("name", ["år 2026 – æøå", "50% # og ? mere", "a'b"])
def test_the_packs_name_may_be_any(tmp_path: Path, name: str) -> None:
    pack = tmp_path / name
    pack.mkdir()
    with opened(pack) as book:
        book.record([Written(making.planned(), {}, frozenset(), complete=True)])
    assert list(history_of(pack).built) == ["M001"]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_looking_changes_nothing(kept: Path) -> None:
    before = {path.name: path.read_bytes() for path in (kept / ledger.FOLDER).iterdir()}
    history_of(kept)
    assert {path.name: path.read_bytes() for path in (kept / ledger.FOLDER).iterdir()} == before


def test_a_second_build_is_locked_out_and_so_is_looking(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "_WAIT_SECONDS", 0.05)
    with opened(kept):
        with pytest.raises(PackError) as second, opened(kept):
            pass
        assert _code(second) == "E-162"
        with pytest.raises(PackError) as look:
            history_of(kept)
        assert _code(look) == "E-162"
    assert list(history_of(kept).built) == ["M001"]


def test_the_lock_lasts_from_one_transaction_to_the_next(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "_WAIT_SECONDS", 0.05)
    with opened(kept) as book:
        book.record([Written(making.planned(), {}, frozenset(), complete=True)])
        with pytest.raises(PackError), opened(kept):
            pass


def test_a_ledger_of_a_newer_docgen_is_refused_and_left_as_it_is(kept: Path) -> None:
    connection = sqlite3.connect(kept / FILE)
    connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()
    before = (kept / FILE).read_bytes()
    for use in (lambda: history_of(kept), lambda: opened(kept).__enter__()):
        with pytest.raises(PackError) as error:
            use()
        assert _code(error) == "E-164"
    assert (kept / FILE).read_bytes() == before


@pytest.mark.parametrize(
    "data", [b"this is no database, but long enough to be one" * 100, b"SQLite format 3\0" + bytes(200)]
)
def test_what_is_no_ledger_is_refused_and_left_as_it_is(pack: Path, data: bytes) -> None:
    (pack / ledger.FOLDER).mkdir(parents=True)
    (pack / FILE).write_bytes(data)
    for use in (lambda: history_of(pack), lambda: opened(pack).__enter__()):
        with pytest.raises(PackError) as error:
            use()
        assert _code(error) == "E-163"
        assert str(error.value.findings[0].place) == f"{pack.name}/{FILE}"
    assert (pack / FILE).read_bytes() == data


@posix
def test_it_is_its_owners_alone_also_on_a_shared_drive(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    pack = tmp_path / "pakke"
    pack.mkdir()
    pack.chmod(0o777)
    with opened(pack) as book:
        book.record([Written(making.planned(), {"a": "1"}, frozenset(), complete=True)])
    assert stat.S_IMODE((pack / ledger.FOLDER).stat().st_mode) == 0o700
    assert stat.S_IMODE((pack / FILE).stat().st_mode) == 0o600


# Fills the cache so that pages reach the file before the commit, then dies.
HALF_WRITTEN = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN EXCLUSIVE")
connection.execute("DELETE FROM meeting")
for number in range(2000):
    connection.execute("INSERT INTO intent VALUES (?, ?, ?)", (f"M{number}", "x" * 200, "y" * 200))
os.kill(os.getpid(), signal.SIGKILL)
"""


@posix
def test_what_a_killed_build_had_half_written_is_undone(kept: Path) -> None:
    size = (kept / FILE).stat().st_size
    killed = subprocess.run([sys.executable, "-c", HALF_WRITTEN, str(kept / FILE)], check=False)
    assert killed.returncode < 0
    assert (kept / FILE).stat().st_size > size
    assert (kept / f"{FILE}-journal").is_file()
    assert history_of(kept).built == REMEMBERED
