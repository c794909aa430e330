"""One meeting's folder in a pack: found by its ``_<nr>`` ending, written, renamed, cleared."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from docgen.findings import Finding, Place
from docgen.packs.files import beside, digest, make_folder, write_whole

MEETINGS = "moeder"
EDITED = "redigeret"
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@dataclass
class Outcome:
    """What has been done in a folder: names relative to the pack, and findings."""

    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not any(finding.is_error for finding in self.findings)

    def add(self, other: Outcome) -> None:
        """Takes in what another folder's outcome says."""
        self.written += other.written
        self.kept += other.kept
        self.removed += other.removed
        self.findings += other.findings


class Folders:
    """Where the meetings' folders lie in a pack: looked for once, and known by their ``_<nr>`` ending."""

    def __init__(self, pack: Path) -> None:
        self._home = pack / MEETINGS
        found = sorted(self._home.iterdir(), reverse=True) if self._home.is_dir() else []
        self._known = {path.name.rpartition("_")[2]: path for path in found if path.is_dir()}

    def of(self, nr: str, name: str = "") -> Path:
        """The folder called ``name``, else one that ends in the meeting's number, else where to make it."""
        wanted = self._home / (name or f"_{nr}")
        return wanted if wanted.is_dir() else self._known.get(nr, wanted)


@dataclass(frozen=True)
class FolderWriter:
    """Writes into one meeting's folder without losing what a person has written there.

    ``ours`` gives the fingerprints under which a file may lie there untouched; ``fill_in`` are the files
    that people write in; with ``overwrite`` edited files are overwritten.
    """

    pack: Path
    folder: Path
    ours: Mapping[str, Set[str]]
    fill_in: Set[str] = frozenset()
    overwrite: bool = False

    def write(self, files: Mapping[str, bytes]) -> Outcome:
        """Puts the files in place. A file that cannot be written is an error, and the others are written.

        Raises ``OSError`` when the disk is full: then the others would fare no better.
        """
        outcome = Outcome()
        for name, data in files.items():
            try:
                make_folder(self.folder)
                self._place(self.folder / name, data, outcome)
            except OSError as error:
                self._report(error, name, outcome)
        return outcome

    def remove(self, names: Set[str]) -> Outcome:
        """Removes files that are no longer wanted, but none that a person has edited."""
        outcome = Outcome()
        for name in sorted(names):
            path = self.folder / name
            try:
                if not path.exists():
                    continue
                if not self.overwrite and self._edited(path):
                    outcome.findings.append(Finding.of("W-163", self._at(name)))
                    outcome.kept.append(self._relative(path))
                else:
                    path.unlink()
                    outcome.removed.append(self._relative(path))
            except OSError as error:
                self._report(error, name, outcome)
        return outcome

    def _place(self, path: Path, data: bytes, outcome: Outcome) -> None:
        if path.exists():
            if path.read_bytes() == data:
                return
            if not self.overwrite and self._edited(path):
                if path.name in self.fill_in:
                    outcome.findings.append(Finding.of("W-160", self._at(path.name)))
                    outcome.kept.append(self._relative(path))
                    return
                aside = beside(path, EDITED)
                path.rename(aside)
                outcome.findings.append(Finding.of("W-161", self._at(path.name), kept=aside.name))
                outcome.kept.append(self._relative(aside))
        write_whole(path, data)
        outcome.written.append(self._relative(path))

    def _edited(self, path: Path) -> bool:
        return digest(path.read_bytes()) not in self.ours.get(path.name, frozenset())

    def _report(self, error: OSError, name: str, outcome: Outcome) -> None:
        if error.errno in _FULL:
            raise error
        outcome.findings.append(Finding.of("E-161", self._at(name), reason=_why(error)))

    def _at(self, name: str) -> Place:
        return Place(file=self._relative(self.folder / name))

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.pack).as_posix()


def rename_folder(pack: Path, folder: Path, name: str) -> tuple[Finding, ...]:
    """Gives the folder the name that its date asks for; a finding when it is in use."""
    wanted = folder.with_name(name)
    if wanted == folder or not folder.is_dir():
        return ()
    try:
        folder.rename(wanted)
    except OSError as error:
        place = Place(file=folder.relative_to(pack).as_posix())
        return (Finding.of("W-162", place, name=name, reason=_why(error)),)
    return ()


def remove_if_empty(folder: Path) -> None:
    """Removes the folder unless something is left in it."""
    with contextlib.suppress(OSError):
        folder.rmdir()


def _why(error: OSError) -> str:
    return error.strerror or str(error)
