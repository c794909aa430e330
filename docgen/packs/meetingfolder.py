"""One meeting's folder in a pack: found by its ``_<nr>`` ending, written, renamed, cleared."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from docgen.findings import Finding, Place
from docgen.packs.files import beside, digest, make_folder, write_whole

MEETINGS = "moeder"
EDITED = "redigeret"


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


def folder_of(pack: Path, nr: str, name: str = "") -> Path:
    """Where a meeting's files lie: the folder called ``name``, else one that ends in its number, else new."""
    wanted = pack / MEETINGS / (name or f"_{nr}")
    if wanted.is_dir():
        return wanted
    return min((path for path in (pack / MEETINGS).glob(f"*_{nr}") if path.is_dir()), default=wanted)


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
        """Puts the files in place. A file that cannot be written is an error, and the others are written."""
        outcome = Outcome()
        make_folder(self.folder)
        for name, data in files.items():
            try:
                self._place(self.folder / name, data, outcome)
            except PermissionError as error:
                outcome.findings.append(Finding.of("E-161", self._at(name), reason=_why(error)))
        return outcome

    def remove(self, names: Set[str], code: str = "W-163") -> Outcome:
        """Removes files that are no longer wanted, but none that a person has edited."""
        outcome = Outcome()
        for name in sorted(names):
            path = self.folder / name
            if not path.exists():
                continue
            if not self.overwrite and self._edited(path):
                outcome.findings.append(Finding.of(code, self._at(name)))
                outcome.kept.append(self._relative(path))
                continue
            try:
                path.unlink()
                outcome.removed.append(self._relative(path))
            except OSError as error:
                outcome.findings.append(Finding.of("E-161", self._at(name), reason=_why(error)))
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
