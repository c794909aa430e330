"""Files that appear whole or not at all."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from docgen.packs.files import TEMPORARY, beside, make_folder, sweep, write_whole
from tests.packs.full_disk import refusing

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_written_and_overwritten_and_nothing_else_is_left(tmp_path: Path) -> None:
    for data in (b"old", b"new"):
        write_whole(tmp_path / "a.docx", data)
        assert (tmp_path / "a.docx").read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("step", ["os.rename", "open"])
def test_a_writing_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, step: str) -> None:
    target = tmp_path / "a.docx"
    write_whole(target, b"old")
    with refusing(step, target.parent), pytest.raises(OSError, match="No space left"):
        write_whole(target, b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.docx": b"old"}


@posix
@pytest.mark.parametrize(
    ("folder", "file"), [(0o755, 0o644), (0o700, 0o600), (0o770, 0o660), (0o2775, 0o664)]
)
def test_a_file_may_be_read_by_those_who_may_its_folder(tmp_path: Path, folder: int, file: int) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(folder)
    write_whole(home / "a.docx", b"x")
    assert _mode(home / "a.docx") == file


@posix
def test_a_temporary_file_is_its_owners_alone_from_the_first_moment(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    (tmp_path / f".a.docx{TEMPORARY}").write_bytes(b"left behind, and open to all")
    (tmp_path / f".a.docx{TEMPORARY}").chmod(0o666)
    seen: list[int] = []

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "os.chmod" and TEMPORARY in str(arguments[0]):
            seen.append(_mode(Path(str(arguments[0]))))

    watching = True
    sys.addaudithook(look)
    write_whole(tmp_path / "a.docx", b"x")
    watching = False
    assert seen == [0o600]


@posix
def test_folders_take_the_permissions_of_the_one_they_stand_in(tmp_path: Path) -> None:
    tmp_path.chmod(0o2770)
    make_folder(tmp_path / "pakke" / "moeder")
    assert _mode(tmp_path / "pakke") == _mode(tmp_path / "pakke" / "moeder") == 0o2770


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "pakke").write_bytes(b"")
    with pytest.raises(OSError, match="exists"):
        make_folder(tmp_path / "pakke")


def test_what_a_killed_run_left_behind_is_swept_up_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "sub" / "sub").mkdir(parents=True)
    keep = [tmp_path / ".skjult", tmp_path / f"a{TEMPORARY}", tmp_path / "sub" / "a.docx"]
    go = [tmp_path / f".a{TEMPORARY}", tmp_path / "sub" / f".b{TEMPORARY}"]
    for path in (*keep, *go):
        path.write_bytes(b"")
    sweep(tmp_path)
    assert [path.exists() for path in keep] == [True] * 3
    assert [path.exists() for path in go] == [False] * 2


def test_a_name_beside_another_is_free(tmp_path: Path) -> None:
    path = tmp_path / "invitation_B001.docx"
    names = []
    for _ in range(3):
        free = beside(path, "redigeret")
        free.write_bytes(b"")
        names.append(free.name)
    assert names == [f"invitation_B001_redigeret{number}.docx" for number in ("", "2", "3")]
