"""Carrying out a plan in an open pack: which meetings need writing, what becomes of their old files.

Meetings are built in batches, so that memory does not grow with the pack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from docgen.documents.filling import Filler
from docgen.documents.logo import Logo
from docgen.errors import TemplateError
from docgen.i18n import ENGLISH, Language
from docgen.packs.contents import contents, fill_in_files, names
from docgen.packs.files import digest
from docgen.packs.ledger import Ledger, Written
from docgen.packs.meetingfolder import (
    Folders,
    FolderWriter,
    Outcome,
    remove_if_empty,
    rename_folder,
)
from docgen.planning import Change, LeftOut, Plan, PlannedMeeting

BATCH = 32

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: ``rebuild`` writes unchanged meetings anew, ``overwrite_edited`` over people's edits."""

    rebuild: bool = False
    overwrite_edited: bool = False
    language: Language = ENGLISH


class Builder:
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
