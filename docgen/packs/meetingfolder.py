"""One meeting's folder in a pack: files put in and taken out, and nothing lost that people wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.errors import why
from docgen.findings import Finding, Place
from docgen.packs.files import EDITED, beside, digest, is_full, make_folder, write_whole


@dataclass
class Outcome:
    """What has been done in a folder, by file name, and findings.

    ``stale`` are files that have been kept although they should be others by now, or none.
    """

    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    stale: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not any(finding.is_error for finding in self.findings)

    def add(self, other: Outcome) -> None:
        """Takes in what another outcome says."""
        self.written += other.written
        self.kept += other.kept
        self.removed += other.removed
        self.stale |= other.stale
        self.findings += other.findings

    def under(self, folder: str) -> Outcome:
        """The same with the folder's name before every file's."""

        def path(name: str) -> str:
            return f"{folder}/{name}" if name else folder

        return self.called(path)

    def called(self, name_of: Callable[[str], str]) -> Outcome:
        """The same with every file called by what ``name_of`` makes of its name."""
        return Outcome(
            [name_of(name) for name in self.written],
            [name_of(name) for name in self.kept],
            [name_of(name) for name in self.removed],
            {name_of(name) for name in self.stale},
            [replace(found, place=Place(file=name_of(found.place.file))) for found in self.findings],
        )


@dataclass(frozen=True)
class FolderWriter:
    """Writes into one meeting's folder without losing what a person has written there.

    ``ours`` gives the fingerprints under which a file may lie there untouched, ``current`` the one of what
    people began with who have edited it since; ``fill_in`` are the files that people write in; with
    ``overwrite`` edited files are overwritten. ``naming`` are those that may name somebody who has no longer
    the consent for it, if a person has edited them.
    """

    folder: Path
    ours: Mapping[str, Set[str]]
    current: Mapping[str, str] = field(default_factory=dict)
    fill_in: Set[str] = frozenset()
    overwrite: bool = False
    naming: Set[str] = frozenset()

    def write(self, files: Mapping[str, bytes]) -> Outcome:
        """Puts the files in place. A file that cannot be written is an error, and the others are written.

        Raises ``OSError`` when the disk is full: then the others would fare no better.
        """
        outcome = Outcome()
        if not files:
            return outcome
        try:
            make_folder(self.folder)
        except OSError as error:
            _report("E-161", error, "", outcome)
            return outcome
        for name, data in files.items():
            try:
                self._place(self.folder / name, data, outcome)
            except OSError as error:
                _report("E-161", error, name, outcome)
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
                    self._keep("W-163", name, outcome)
                else:
                    path.unlink()
                    outcome.removed.append(name)
            except OSError as error:
                _report("E-168", error, name, outcome)
        return outcome

    def _place(self, path: Path, data: bytes, outcome: Outcome) -> None:
        if path.exists():
            if path.read_bytes() == data:
                return
            if not self.overwrite and self._edited(path):
                if path.name in self.fill_in:
                    if digest(data) == self.current.get(path.name):
                        outcome.kept.append(path.name)  # filled in, and as right as before
                    else:
                        self._keep("W-160", path.name, outcome)
                    return
                aside = beside(path, EDITED)
                path.rename(aside)
                outcome.findings.append(Finding.of("W-161", Place(file=path.name), kept=aside.name))
                if path.name in self.naming and digest(data) != self.current.get(path.name):
                    _keep("W-167", aside.name, outcome)
                else:
                    outcome.kept.append(aside.name)
        write_whole(path, data)
        outcome.written.append(path.name)

    def _keep(self, code: str, name: str, outcome: Outcome) -> None:
        """Notes a file that stays for this reason, or for the graver one that it may name somebody."""
        _keep("W-167" if name in self.naming else code, name, outcome)

    def _edited(self, path: Path) -> bool:
        return digest(path.read_bytes()) not in self.ours.get(path.name, frozenset())


def _keep(code: str, name: str, outcome: Outcome) -> None:
    outcome.findings.append(Finding.of(code, Place(file=name)))
    outcome.kept.append(name)
    outcome.stale.add(name)


def _report(code: str, error: OSError, name: str, outcome: Outcome) -> None:
    if is_full(error):
        raise error
    outcome.findings.append(Finding.of(code, Place(file=name), reason=why(error)))
