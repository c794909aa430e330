"""A pack as one zip file: what whoever unpacks it finds, on whatever system."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.packs.files import TEMPORARY
from docgen.packs.zipping import plain_name, zip_pack
from tests.packs.full_disk import refusing
from tests.tools import require_tool

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
LETTER = "moeder/2026-02-03_M001/invitation_B001.docx"
FILES = {
    "oversigt.html": b"<p>" + b"oversigt " * 200,
    LETTER: b"PK letter" * 100,
    "kalendere/P001.ics": b"BEGIN:VCALENDAR\r\n" * 50,
    ".docgen/ledger.sqlite": b"SQLite",
}


def pack_of(folder: Path, files: dict[str, bytes] | None = None) -> Path:
    pack = folder / "parkvaenget-pakke"
    for name, data in (FILES if files is None else files).items():
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_bytes(data)
    return pack


def zipped(pack: Path) -> Path:
    """The zip file of a pack about which there is nothing to say."""
    target = pack.with_name(f"{pack.name}.zip")
    done = zip_pack(pack, target)
    assert done.findings == ()
    assert list(done.names) == zipfile.ZipFile(target).namelist()
    return target


def inside(target: Path) -> dict[str, bytes]:
    """What is in a zip file, by name; each file is checked against its sum."""
    with zipfile.ZipFile(target) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_all_of_the_pack_but_the_ledger_is_there_in_order_under_one_folder(tmp_path: Path) -> None:
    found = inside(zipped(pack_of(tmp_path)))
    assert list(found) == [
        "parkvaenget-pakke/kalendere/P001.ics",
        f"parkvaenget-pakke/{LETTER}",
        "parkvaenget-pakke/oversigt.html",
    ]
    assert found == {
        f"parkvaenget-pakke/{name}": data for name, data in FILES.items() if not name.startswith(".docgen")
    }


def test_the_same_pack_gives_the_same_bytes_on_another_day_and_elsewhere(tmp_path: Path) -> None:
    pack = pack_of(tmp_path)
    first = zipped(pack).read_bytes()
    (tmp_path / "other").mkdir()
    moved = tmp_path / "other" / pack.name
    shutil.copytree(pack, moved)
    for path in moved.rglob("*"):
        os.utime(path, (1_900_000_000, 1_900_000_000))
    if sys.platform != "win32":
        (moved / "oversigt.html").chmod(0o444)
    assert zipped(moved).read_bytes() == first
    members = zipfile.ZipFile(zipped(pack)).infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {stat.S_IMODE(member.external_attr >> 16) for member in members} == {0o600}


def test_what_is_packed_already_is_only_stored(tmp_path: Path) -> None:
    names = {member.filename: member for member in zipfile.ZipFile(zipped(pack_of(tmp_path))).infolist()}
    assert names[f"parkvaenget-pakke/{LETTER}"].compress_type == zipfile.ZIP_STORED
    page = names["parkvaenget-pakke/oversigt.html"]
    assert page.compress_type == zipfile.ZIP_DEFLATED
    assert page.compress_size < page.file_size


def test_what_programs_leave_lying_about_is_left_out(tmp_path: Path) -> None:
    passing = ("~$vitation.docx", ".~lock.a.docx#", f".a.docx{TEMPORARY}", "~WRL0001.tmp", "Thumbs.db")
    pack = pack_of(tmp_path, {f"moeder/{name}": b"x" for name in (*passing, "a.docx", "tmp.docx")})
    assert list(inside(zipped(pack))) == [f"{pack.name}/moeder/a.docx", f"{pack.name}/moeder/tmp.docx"]


def test_danish_and_other_letters_are_marked_as_utf_8_and_composed(tmp_path: Path) -> None:
    spelt = unicodedata.normalize("NFD", "Åses øl på tærte 🦢.docx")
    pack = pack_of(tmp_path, {spelt: b"a", "plain.docx": b"b"})
    members = {member.filename: member for member in zipfile.ZipFile(zipped(pack)).infolist()}
    composed = members[f"{pack.name}/Åses øl på tærte 🦢.docx"]
    assert composed.flag_bits & 0x800
    assert not members[f"{pack.name}/plain.docx"].flag_bits & 0x800


def test_unzip_writes_the_same_files(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, FILES | {"Åses brev.docx": b"x"})
    command = [require_tool("unzip"), "-q", str(zipped(pack)), "-d", str(tmp_path / "out")]
    subprocess.run(command, check=True, capture_output=True)
    unpacked = {
        path.relative_to(tmp_path / "out" / pack.name).as_posix(): path.read_bytes()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert unpacked == {name: data for name, data in FILES.items() if name[0] != "."} | {
        "Åses brev.docx": b"x"
    }


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("a.docx", "a.docx"),
        ("kopi: a?.docx", "kopi_ a_.docx"),
        ("brev.", "brev_"),
        ("brev . ", "brev_"),
        ("...", "_"),
        ("CON", "_CON"),
        ("nul.docx", "_nul.docx"),
        ("com1 .txt", "_com1 .txt"),
        ("console.txt", "console.txt"),
        ("a\\b.docx", "a_b.docx"),
        ("linje\nskift.docx", "linje_skift.docx"),
        ("\udcff.docx", "_.docx"),
    ],
)
def test_names_are_such_as_windows_can_write(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@given(st.text(min_size=1, max_size=30))
def test_a_name_that_is_plain_stays_so_and_is_none_that_leads_elsewhere(name: str) -> None:
    plain = plain_name(name)
    assert plain_name(plain) == plain
    assert plain not in ("", ".", "..")
    assert not set(plain) & set('<>:"|?*\\/\0\r\n')
    assert plain[-1] not in ". "
    assert plain.encode()


@posix
@settings(max_examples=40)
@given(st.sets(st.text("abAB:?. æ\u0301\\", min_size=1, max_size=4), min_size=1, max_size=8))
def test_no_two_files_have_names_that_windows_takes_for_the_same(
    tmp_path_factory: pytest.TempPathFactory, names: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("pack")
    pack = pack_of(folder, {name: name.encode() for name in names - {".", ".."}} | {"x.docx": b"x"})
    found = inside(zipped(pack))
    assert len({name.casefold() for name in found}) == len(found) == len(os.listdir(pack))  # noqa: PTH208
    assert sorted(found.values()) == sorted({name.encode() for name in names - {".", ".."}} | {b"x"})
    shutil.rmtree(folder)


@posix
def test_links_that_lead_out_of_the_pack_are_named_and_not_followed(tmp_path: Path) -> None:
    pack = pack_of(tmp_path)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.docx").write_bytes(b"secret")
    (pack / "kalendere" / "a.docx").symlink_to(tmp_path / "outside" / "secret.docx")
    (pack / "kalendere" / "b").symlink_to(tmp_path / "outside")
    (pack / "kalendere" / "c.sqlite").symlink_to(pack / ".docgen" / "ledger.sqlite")
    (pack / "kalendere" / "d.docx").symlink_to(pack / LETTER)
    (pack / "kalendere" / "e").symlink_to(pack)
    (pack / "kalendere" / "f").symlink_to("f")
    done = zip_pack(pack, tmp_path / "a.zip")
    assert [(one.code, one.place.file) for one in done.findings] == [
        ("W-419", "kalendere/a.docx"),
        ("W-419", "kalendere/b"),
        ("W-419", "kalendere/c.sqlite"),
        ("W-418", "kalendere/f"),
    ]
    assert inside(tmp_path / "a.zip")[f"{pack.name}/kalendere/d.docx"] == FILES[LETTER]
    assert len(done.names) == 4


@posix
def test_a_pack_that_is_reached_by_a_link_is_packed_as_what_it_is(tmp_path: Path) -> None:
    pack = pack_of(tmp_path)
    (tmp_path / "link").symlink_to(pack)
    zip_pack(tmp_path / "link", tmp_path / "a.zip")
    assert inside(tmp_path / "a.zip") == inside(zipped(pack))


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pack = pack_of(tmp_path)
    os.mkfifo(pack / "pipe")
    assert len(inside(zipped(pack))) == 3


def locked(monkeypatch: pytest.MonkeyPatch, name: str, reason: int) -> None:
    """Makes a file one that cannot be read: even by root, who may read all."""
    opened = Path.open

    def refuse(self: Path, *arguments: object, **named: object) -> object:
        if self.name == name:
            raise OSError(reason, os.strerror(reason))
        return opened(self, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_of(tmp_path)
    locked(monkeypatch, "P001.ics", errno.EACCES)
    done = zip_pack(pack, tmp_path / "a.zip")
    monkeypatch.undo()
    assert [(one.code, one.place.file) for one in done.findings] == [("W-418", "kalendere/P001.ics")]
    assert os.strerror(errno.EACCES) in done.findings[0].text()
    assert list(inside(tmp_path / "a.zip")) == [f"{pack.name}/{LETTER}", f"{pack.name}/oversigt.html"]


@pytest.mark.parametrize("step", ["open", "os.rename"])
def test_a_full_disk_leaves_the_old_zip_and_nothing_else(tmp_path: Path, step: str) -> None:
    pack = pack_of(tmp_path)
    (tmp_path / "a.zip").write_bytes(b"old")
    with refusing(step, tmp_path):
        done = zip_pack(pack, tmp_path / "a.zip")
    assert [(one.code, one.place.file) for one in done.findings] == [("E-419", "a.zip")]
    assert done.names == ()
    assert (tmp_path / "a.zip").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {pack.name, "a.zip"}


@posix
def test_a_disk_that_is_full_half_way_leaves_nothing_half_written(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, {"a.docx": os.urandom(30_000), "b.docx": os.urandom(30_000)})
    script = (
        "import resource, sys; from pathlib import Path; from docgen.packs.zipping import zip_pack;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000));"
        "print(zip_pack(Path(sys.argv[1]), Path(sys.argv[2])).findings[0].code)"
    )
    command = [sys.executable, "-W", "error", "-c", script, str(pack), str(tmp_path / "a.zip")]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    assert (said.stdout, said.stderr) == ("E-419\n", "")
    assert [path.name for path in tmp_path.iterdir()] == [pack.name]


def test_what_a_killed_run_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    pack = pack_of(tmp_path)
    (tmp_path / f".{pack.name}.zip{TEMPORARY}").write_bytes(b"half")
    assert len(inside(zipped(pack))) == 3
    assert {path.name for path in tmp_path.iterdir()} == {pack.name, f"{pack.name}.zip"}
