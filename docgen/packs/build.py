"""A plan carried out: folders of meetings, the overview, and the ledger that remembers them.

Files first, then the ledger that speaks of them: a build that is killed at any instant can be run again
to the same result. Meetings are built in batches, so that memory does not grow with the pack.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from docgen.documents.filling import Filler
from docgen.documents.logo import Logo, find_logo
from docgen.errors import PackError, TemplateError
from docgen.findings import Finding, Place, in_order
from docgen.i18n import ENGLISH, Language
from docgen.packs.contents import contents, fill_in_files, names
from docgen.packs.files import digest, make_folder, sweep, write_whole
from docgen.packs.ledger import Ledger, Written, has_ledger, opened
from docgen.packs.meetingfolder import (
    MEETINGS,
    Folders,
    FolderWriter,
    Outcome,
    remove_if_empty,
    rename_folder,
)
from docgen.packs.overview import overview
from docgen.planning import Change, LeftOut, Plan, PlannedMeeting

OVERVIEW = "oversigt.html"
BATCH = 32

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. File names are relative to the pack, with ``/`` between folders.

    ``kept`` are files that a person has edited; ``left_out`` are the plan's meetings with errors and those
    whose templates could not be filled; ``findings`` are the build's own, after the plan's. ``is_new`` says
    that nothing had been built into this pack before.
    """

    pack: Path
    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: ``rebuild`` writes unchanged meetings anew, ``overwrite_edited`` over people's edits."""

    rebuild: bool = False
    overwrite_edited: bool = False
    language: Language = ENGLISH


def build_pack(
    plan: Plan,
    pack: Path,
    options: Options,
    *,
    logo_folder: Path | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Writes the plan's meetings into ``pack`` and gives back what was done.

    A meeting whose template cannot be filled is left out and named; the others are built. Raises
    ``PackError`` when the folder cannot be written at all or another build is at work in it.
    """
    pack = pack.absolute()
    _require_folder(pack)
    try:
        is_new = not has_ledger(pack)
        with opened(pack) as ledger:
            sweep(pack)
            sweep(pack / MEETINGS)
            logo, findings = find_logo(plan.institution.logo, logo_folder)
            builder = _Builder(plan, pack, ledger, logo, options)
            builder.outcome.findings += findings
            builder.run(progress or _silent)
            result = builder.result(is_new)
            page = overview(plan, result.left_out, result.findings, options.language).encode()
            _write_changed(pack / OVERVIEW, page)
    except OSError as error:
        raise _unwritable(pack, error) from error
    return result


def _silent(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


class _Builder:
    """Carries out one plan; ``outcome`` grows as it goes."""

    def __init__(self, plan: Plan, pack: Path, ledger: Ledger, logo: Logo | None, options: Options) -> None:
        self.plan = plan
        self.pack = pack
        self.ledger = ledger
        self.logo = digest(logo.data) if logo else ""
        self.filler = Filler(plan.institution, logo)
        self.options = options
        self.folders = Folders(pack)
        self.outcome = Outcome()
        self.left_out: list[LeftOut] = list(plan.left_out)

    def run(self, progress: Progress) -> None:
        wanted = [planned for planned in self.plan.meetings if planned.change is not Change.CANCELLED]
        done = 0
        progress(done, len(wanted))
        for batch in _batches(wanted, BATCH):
            failed = self._build(batch)
            for planned in batch:
                if planned.nr not in failed:
                    folder = self.folders.of(planned.nr, planned.folder)
                    self.outcome.findings += rename_folder(self.pack, folder, planned.folder)
            done += len(batch)
            progress(done, len(wanted))
        for nr in self.plan.gone:
            self._clear(nr)

    def result(self, is_new: bool) -> BuildResult:
        return BuildResult(
            pack=self.pack,
            written=tuple(self.outcome.written),
            kept=tuple(self.outcome.kept),
            removed=tuple(self.outcome.removed),
            left_out=tuple(self.left_out),
            findings=in_order(self.outcome.findings),
            is_new=is_new,
        )

    def _due(self, planned: PlannedMeeting) -> frozenset[str]:
        """The names of the files to write: all of a meeting that has changed, of another what is missing."""
        files = frozenset(names(planned))
        same = planned.change is Change.UNCHANGED and self.ledger.logo(planned.nr) == self.logo
        if self.options.rebuild or not same:
            return files
        folder = self.folders.of(planned.nr, planned.folder)
        return frozenset(name for name in files if not (folder / name).is_file())

    def _build(self, batch: Sequence[PlannedMeeting]) -> Set[str]:
        """Builds what is due of these meetings; gives back the numbers of those that could not be filled."""
        due = [(planned, names) for planned in batch if (names := self._due(planned))]
        filled = [(planned, files) for planned, names in due if (files := self._filled(planned, names))]
        self.ledger.intend((planned, _prints(files)) for planned, files in filled)
        self.ledger.record([self._write(planned, files) for planned, files in filled])
        return {planned.nr for planned, _ in due} - {planned.nr for planned, _ in filled}

    def _filled(self, planned: PlannedMeeting, due: Set[str]) -> dict[str, bytes]:
        try:
            files = contents(planned, self.filler, self.plan.institution)
        except TemplateError as error:
            self.left_out.append(LeftOut(planned.nr, error.findings))
            self.outcome.findings += error.findings
            return {}
        return {name: data for name, data in files.items() if name in due}

    def _write(self, planned: PlannedMeeting, files: Mapping[str, bytes]) -> Written:
        """Writes a meeting's files, and removes those it no longer has."""
        before = self.ledger.files(planned.nr)
        ours = self.ledger.ours(planned.nr)
        writer = FolderWriter(
            self.pack,
            self.folders.of(planned.nr, planned.folder),
            ours,
            fill_in_files(planned),
            self.options.overwrite_edited,
        )
        outcome = writer.write(files)
        wanted = frozenset(names(planned))
        outcome.add(writer.remove(ours.keys() - wanted))
        self.outcome.add(outcome)
        prints = {name: sha for name, sha in before.items() if name in wanted} | _prints(files)
        return Written(planned, prints, self.logo, outcome.complete)

    def _clear(self, nr: str) -> None:
        """Takes away the files of a meeting that is called off or gone, and what the ledger holds of it."""
        folder = self.folders.of(nr)
        ours = self.ledger.ours(nr)
        writer = FolderWriter(self.pack, folder, ours, overwrite=self.options.overwrite_edited)
        outcome = writer.remove(ours.keys())
        self.outcome.add(outcome)
        remove_if_empty(folder)
        if outcome.complete:
            self.ledger.forget(nr)


def _prints(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(data) for name, data in files.items()}


def _batches(meetings: Sequence[PlannedMeeting], size: int) -> Iterator[Sequence[PlannedMeeting]]:
    for start in range(0, len(meetings), size):
        yield meetings[start : start + size]


def _write_changed(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)


def _require_folder(pack: Path) -> None:
    if pack.exists() and not pack.is_dir():
        raise PackError(Finding.of("E-165", Place(file=pack.name)))
    try:
        make_folder(pack)
    except OSError as error:
        raise _unwritable(pack, error) from error


def _unwritable(pack: Path, error: OSError) -> PackError:
    reason = error.strerror or str(error)
    code = "E-166" if error.errno == errno.ENOSPC else "E-160"
    return PackError(Finding.of(code, Place(file=pack.name), reason=reason))
