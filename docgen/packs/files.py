"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from pathlib import Path

TEMPORARY = ".docgen-tmp"
EDITED = "redigeret"
"""What the name of a file ends in that was set aside because somebody had written in it."""
_READ_WRITE = 0o666
_OWNER = 0o600
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # Windows knows no quota
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # O_BINARY is Windows' own


def is_full(error: OSError) -> bool:
    """Whether there is no room left, on the disk or in the user's share of it."""
    return error.errno in _FULL


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex: how a file is recognised as ours."""
    return hashlib.sha256(data).hexdigest()


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in place in one step: whoever looks sees the old one or the new one, never a part.

    The temporary file lies in the same folder, is the owner's alone, and is gone or overtaken by the next
    run if this one is killed. The finished file may be read and written by those who may the folder.
    Raises ``OSError``; then nothing has changed.
    """
    temporary = path.with_name(f".{path.name}{TEMPORARY}")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, _FRESH, _OWNER)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # chmod on a file that somebody else owns fails on some network drives, and is no reason to stop.
        with contextlib.suppress(OSError):
            temporary.chmod(path.parent.stat().st_mode & _READ_WRITE)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def make_folder(folder: Path) -> None:
    """Makes a folder, and those above it, with the permissions of the one they stand in."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    with contextlib.suppress(OSError):
        folder.chmod(folder.parent.stat().st_mode & 0o7777)


def sweep(folder: Path) -> None:
    """Removes temporary files that a killed run left in a folder and the folders in it."""
    for leftover in (*folder.glob(f".*{TEMPORARY}"), *folder.glob(f"*/.*{TEMPORARY}")):
        with contextlib.suppress(OSError):
            leftover.unlink()


def beside(path: Path, mark: str) -> Path:
    """A free name beside ``path``: ``invitation_B001_redigeret.docx``, then ``…_redigeret2.docx``."""
    for number in range(1, 1000):
        candidate = path.with_name(f"{path.stem}_{mark}{number if number > 1 else ''}{path.suffix}")
        if not candidate.exists():
            return candidate
    raise FileExistsError(path)
