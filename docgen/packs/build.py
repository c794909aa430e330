"""A plan carried out: folders of meetings, the overview, and the ledger that remembers them.

Files first, then the ledger that speaks of them: a build that is killed at any instant can be run again
to the same result. Meetings are built in batches, so that memory does not grow with the pack.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.documents.filling import Filler
from docgen.documents.logo import find_logo
from docgen.errors import PackError, TemplateError
from docgen.findings import Finding, Place, in_order
from docgen.i18n import ENGLISH, Language
from docgen.packs.contents import contents, fill_in_files, names
from docgen.packs.files import digest, make_folder, sweep, write_whole
from docgen.packs.ledger import Ledger, opened
from docgen.packs.meetingfolder import FolderWriter, Outcome, folder_of, remove_if_empty, rename_folder
from docgen.packs.overview import overview
from docgen.planning import Change, LeftOut, Plan, PlannedMeeting

OVERVIEW = "oversigt.html"
BATCH = 32

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. File names are relative to the pack, with ``/`` between folders.

    ``kept`` are files that a person has edited; ``left_out`` are the plan's meetings with errors and those
    whose templates could not be filled; ``findings`` are the build's own, after the plan's.
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
    is_new = not pack.exists()
    _require_folder(pack)
    try:
        with opened(pack) as ledger:
            sweep(pack)
            logo, findings = find_logo(plan.institution.logo, logo_folder)
            builder = _Builder(plan, pack, ledger, Filler(plan.institution, logo), options)
            builder.outcome.findings += findings
            builder.run(progress or _silent)
            result = builder.result(is_new)
            page = overview(plan, result.left_out, result.findings, options.language)
            write_whole(pack / OVERVIEW, page.encode())
    except OSError as error:
        raise _unwritable(pack, error) from error
    return result


def _silent(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


class _Builder:
    """Carries out one plan; ``outcome`` grows as it goes."""

    def __init__(self, plan: Plan, pack: Path, ledger: Ledger, filler: Filler, options: Options) -> None:
        self.plan = plan
        self.pack = pack
        self.ledger = ledger
        self.filler = filler
        self.options = options
        self.outcome = Outcome()
        self.left_out: list[LeftOut] = list(plan.left_out)

    def run(self, progress: Progress) -> None:
        wanted = [planned for planned in self.plan.meetings if planned.change is not Change.CANCELLED]
        done = 0
        progress(done, len(wanted))
        for batch in _batches(wanted, BATCH):
            self._build([planned for planned in batch if self._needs_writing(planned)])
            for planned in batch:
                folder = folder_of(self.pack, planned.nr, planned.folder)
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

    def _needs_writing(self, planned: PlannedMeeting) -> bool:
        """Whether there is anything to do: an unchanged meeting with all its files is left alone."""
        if self.options.rebuild:
            return True
        folder = folder_of(self.pack, planned.nr, planned.folder)
        return planned.change is not Change.UNCHANGED or not all(
            (folder / name).is_file() for name in names(planned)
        )

    def _build(self, batch: Sequence[PlannedMeeting]) -> None:
        filled = [(planned, files) for planned in batch if (files := self._filled(planned))]
        prints = {planned.nr: _prints(files) for planned, files in filled}
        self.ledger.intend(prints)
        self.ledger.record(
            [(planned, prints[planned.nr], self._write(planned, files)) for planned, files in filled]
        )

    def _filled(self, planned: PlannedMeeting) -> dict[str, bytes]:
        try:
            return contents(planned, self.filler, self.plan.institution)
        except TemplateError as error:
            self.left_out.append(LeftOut(planned.nr, error.findings))
            self.outcome.findings += error.findings
            return {}

    def _write(self, planned: PlannedMeeting, files: dict[str, bytes]) -> bool:
        """Writes a meeting's files, removes those it no longer has; whether all went well."""
        before = self.ledger.files(planned.nr)
        writer = FolderWriter(
            self.pack,
            folder_of(self.pack, planned.nr, planned.folder),
            self.ledger.ours(planned.nr),
            fill_in_files(planned),
            self.options.overwrite_edited,
        )
        outcome = writer.write(files)
        outcome.add(writer.remove(before.keys() - files.keys()))
        self.outcome.add(outcome)
        return outcome.complete

    def _clear(self, nr: str) -> None:
        """Takes away the files of a meeting that is called off or gone, and what the ledger holds of it."""
        folder = folder_of(self.pack, nr)
        overwrite = self.options.overwrite_edited
        writer = FolderWriter(self.pack, folder, self.ledger.ours(nr), overwrite=overwrite)
        self.outcome.add(writer.remove(self.ledger.files(nr).keys()))
        remove_if_empty(folder)
        self.ledger.forget(nr)


def _prints(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(data) for name, data in files.items()}


def _batches(meetings: Sequence[PlannedMeeting], size: int) -> Iterator[Sequence[PlannedMeeting]]:
    for start in range(0, len(meetings), size):
        yield meetings[start : start + size]


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
