"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

TEMPORARY = ".docgen-tmp"
_READ_WRITE = 0o666
_OWNER = 0o600
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # Windows knows no quota
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # O_BINARY is Windows' own


def is_full(error: OSError) -> bool:
    """Whether there is no room left, on the disk or in the user's share of it."""
    return error.errno in _FULL


def write_whole(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Puts a file in place in one step: whoever looks sees the old one or the new one, never a part.

    The temporary file lies in the same folder, is the owner's alone, and is gone or overtaken by the next
    run if this one is killed. The finished file has the permission bits ``mode``; without it, it may be
    read and written by those who may the folder. Raises ``OSError``; then nothing has changed.
    """
    temporary = path.with_name(f".{path.name}{TEMPORARY}")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, _FRESH, _OWNER)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        into_place(temporary, path, mode=mode)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def synced(path: Path) -> None:
    """Has what was written into a file reach the disk. Raises ``OSError`` where it does not."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def into_place(temporary: Path, path: Path, *, mode: int | None = None) -> None:
    """Gives a finished temporary file beside ``path`` its name and permissions, as ``write_whole`` does."""
    # chmod on a file that somebody else owns fails on some network drives, and is no reason to stop.
    with contextlib.suppress(OSError):
        temporary.chmod(path.parent.stat().st_mode & _READ_WRITE if mode is None else mode)
    temporary.replace(path)


def locks(path: Path) -> Iterator[Path]:
    """The files by which Microsoft Office and LibreOffice show that they have this one open."""
    yield path.with_name(f"~${path.name}")
    yield path.with_name(f"~${path.name[2:]}")  # Office puts ~$ in the place of two letters of a longer name
    yield path.with_name(f".~lock.{path.name}#")
