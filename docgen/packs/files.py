"""The pack's files and folders; that a file appears whole or not at all is ``docgen.files``."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from docgen.errors import PackError, why
from docgen.files import TEMPORARY, is_full, write_whole
from docgen.findings import Finding, Place

__all__ = [
    "EDITED",
    "TEMPORARY",
    "beside",
    "digest",
    "is_full",
    "make_folder",
    "sweep",
    "unwritable",
    "write_whole",
]

EDITED = "redigeret"
"""What the name of a file ends in that was set aside because somebody had written in it."""


def unwritable(pack: Path, error: OSError) -> PackError:
    """What to say of a pack that cannot be written into, or has no room left."""
    code = "E-166" if is_full(error) else "E-160"
    return PackError(Finding.of(code, Place(file=pack.name), reason=why(error)))


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex: how a file is recognised as ours."""
    return hashlib.sha256(data).hexdigest()


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
