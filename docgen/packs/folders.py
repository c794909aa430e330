"""Where the meetings' folders lie in a pack: known by their ``_<nr>`` ending, named after their dates."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from docgen.errors import why
from docgen.findings import Finding, Place

MEETINGS = "moeder"


def pack_of(workbook: Path) -> Path:
    """The pack that a workbook has unless told otherwise: ``<workbook name>-pakke`` beside it."""
    return workbook.with_name(f"{workbook.stem}-pakke").absolute()


class Folders:
    """The folders of a pack's meetings, looked for once."""

    def __init__(self, pack: Path) -> None:
        self._home = pack / MEETINGS
        self._known: dict[str, list[Path]] = defaultdict(list)
        for path in sorted(self._home.iterdir(), reverse=True) if self._home.is_dir() else []:
            if path.is_dir():
                self._known[path.name.rpartition("_")[2]].append(path)

    def of(self, nr: str, name: str = "", files: Collection[str] = ()) -> Path:
        """The meeting's folder, or where to make it: ``name`` is what its date asks for.

        Where several end in the meeting's number, it is the one that holds most of the meeting's ``files``.
        """
        found = self._known.get(nr) or [self._home / (name or f"_{nr}")]
        if len(found) == 1:
            return found[0]
        return max(found, key=lambda folder: (_count(folder, files), folder.name == name))

    def rename(self, nr: str, folder: Path, name: str) -> tuple[Path, tuple[Finding, ...]]:
        """Gives the folder its name; back come where it lies then, and a finding if that is where it lay."""
        wanted = folder.with_name(name)
        if wanted == folder or not folder.is_dir():
            return folder, ()
        try:
            folder.rename(wanted)
        except OSError as error:
            place = Place(file=f"{MEETINGS}/{folder.name}")
            return folder, (Finding.of("W-162", place, name=name, reason=why(error)),)
        self._known[nr] = [wanted, *(known for known in self._known[nr] if known not in (folder, wanted))]
        return wanted, ()


def remove_if_empty(folder: Path) -> None:
    """Removes the folder unless something is left in it."""
    with contextlib.suppress(OSError):
        folder.rmdir()


def _count(folder: Path, files: Collection[str]) -> int:
    return sum((folder / name).is_file() for name in files)
