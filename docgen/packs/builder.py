"""Carrying out a plan in an open pack: which meetings need writing, what becomes of their old files.

Meetings are built in batches, so that memory does not grow with the pack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from docgen.documents.filling import Filler
from docgen.errors import TemplateError
from docgen.findings import Finding, Place
from docgen.i18n import ENGLISH, Language
from docgen.packs.aftermath import clear_excerpts
from docgen.packs.contents import contents, fill_in_files, names
from docgen.packs.extras import Extras
from docgen.packs.files import digest
from docgen.packs.folders import MEETINGS, Folders, remove_if_empty
from docgen.packs.meetingfolder import FolderWriter, Outcome
from docgen.packs.post.wishes import USUAL, MailingOptions
from docgen.packs.records import Ledger, Written
from docgen.packs.traces import Traces
from docgen.planning import Change, LeftOut, Plan, PlannedMeeting

BATCH = 32

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: ``rebuild`` writes unchanged meetings anew, ``overwrite_edited`` over people's edits;
    ``mailing`` is how to make up what is mailed.
    """

    rebuild: bool = False
    overwrite_edited: bool = False
    language: Language = ENGLISH
    mailing: MailingOptions = USUAL


class Builder:
    """Carries out one plan; ``outcome`` grows as it goes.

    ``outdated`` are the numbers of meetings whose files in the pack are not what they should be by now.
    """

    def __init__(self, plan: Plan, pack: Path, ledger: Ledger, options: Options) -> None:
        self.plan = plan
        self.pack = pack
        self.ledger = ledger
        self.filler = Filler(plan.institution, plan.logo)
        self.options = options
        self.traces = Traces(plan, ledger)
        self.folders = Folders(pack)
        self.outcome = Outcome()
        self.left_out: list[LeftOut] = list(plan.left_out)
        self.outdated = {planned.nr for planned in plan.standing if planned.change is Change.CHANGED}

    def run(self, progress: Progress) -> None:
        wanted = [planned for planned in self.plan.meetings if planned.change is not Change.CANCELLED]
        done: set[str] = set()
        progress(0, len(wanted))
        for count, batch in _batches(wanted, BATCH):
            done |= self._build(batch)
            progress(count, len(wanted))
        for nr in dict.fromkeys((*self.plan.gone, *self.plan.withdrawn)):
            if nr not in done:
                self._clear(nr)
                done.add(nr)
        for planned in self.plan.standing:
            self._remind(planned.nr, planned)
            done.add(planned.nr)
        for nr in self.ledger.with_naming() - done:
            self._remind(nr)
        for nr in dict.fromkeys(left.nr for left in self.left_out):
            self._warn_of_old_letters(nr)
        self._write_extras()
        for nr, people in self.plan.aftermath.items():  # last: until drafts are gone, it must be remembered
            self._clear_aftermath(nr, people)

    def _clear_aftermath(self, nr: str, people: frozenset[str]) -> None:
        """Takes away what was made of a held meeting's minutes while these people had the consent for it.

        It is forgotten that anything rested on it, unless people have edited what they now must see to.
        """
        folder = self.folder(nr)
        outcome = clear_excerpts(folder, self.ledger.files(nr), overwrite=self.options.overwrite_edited)
        if not outcome.stale:
            self.ledger.forget_consents(nr, people)
        self.outcome.add(outcome.under(f"{MEETINGS}/{folder.name}"))

    def _write_extras(self) -> None:
        """Calendars, cancellations and the sheets of courses: of the whole plan, whatever was chosen."""
        overwrite = self.options.overwrite_edited
        extras = Extras(self.plan, self.pack, self.ledger, self.filler, overwrite=overwrite)
        extras.write()
        self.outcome.add(extras.outcome)

    def folder(self, nr: str, name: str = "") -> Path:
        """Where the meeting's files lie; ``name`` is what its date asks for."""
        return self.folders.of(nr, name, self.ledger.files(nr))

    def _due(self, planned: PlannedMeeting) -> frozenset[str]:
        """The names of the files to see to: of an unchanged meeting those that are missing or stale."""
        files = frozenset(names(planned))
        if self.options.rebuild or planned.change is not Change.UNCHANGED:
            return files
        folder = self.folder(planned.nr, planned.folder)
        missing = frozenset(name for name in files if not (folder / name).is_file())
        return missing | self.ledger.stale(planned.nr)

    def _build(self, batch: Sequence[PlannedMeeting]) -> Set[str]:
        """Builds what is due of these meetings; gives back the numbers of those that could be filled."""
        due = {planned.nr: self._due(planned) for planned in batch}
        filled = {planned.nr: self._filled(planned, due[planned.nr]) for planned in batch}
        work = [(p, files) for p in batch if due[p.nr] and (files := filled[p.nr]) is not None]
        self.ledger.intend((planned, _prints(files)) for planned, files in work)
        written = {planned.nr: self._write(planned, files) for planned, files in work}
        self.ledger.record(record for record, _ in written.values())
        for planned in batch:
            if filled[planned.nr] is not None:
                self._settle(planned, written[planned.nr][1] if planned.nr in written else Outcome())
        return {nr for nr, files in filled.items() if files is not None}

    def _filled(self, planned: PlannedMeeting, due: Set[str]) -> dict[str, bytes] | None:
        """Those of the meeting's files that are due; ``None`` when its templates cannot be filled."""
        if due.isdisjoint(names(planned)):
            return {}
        try:
            files = contents(planned, self.filler, self.plan.institution)
        except TemplateError as error:
            self.left_out.append(LeftOut(planned.nr, error.findings))
            self.outcome.findings += error.findings
            return None
        return {name: data for name, data in files.items() if name in due}

    def _write(self, planned: PlannedMeeting, files: Mapping[str, bytes]) -> tuple[Written, Outcome]:
        """Writes a meeting's files, and removes those it no longer has."""
        nr, folder = planned.nr, self.folder(planned.nr, planned.folder)
        before, ours, stale = self.ledger.files(nr), self.traces.ours(nr, folder), self.ledger.stale(nr)
        naming = self.traces.naming(nr, folder, ours.keys())
        writer = FolderWriter(
            folder,
            ours,
            {name: sha for name, sha in before.items() if name not in stale},
            fill_in_files(planned),
            self.options.overwrite_edited,
            naming,
        )
        wanted = frozenset(names(planned))
        outcome = writer.write(files)
        outcome.add(writer.remove((ours.keys() | naming) - wanted))
        kept = {name: before.get(name, "") for name in outcome.stale}
        prints = kept | {name: sha for name, sha in before.items() if name in wanted} | _prints(files)
        still_naming = outcome.stale if nr in self.plan.withdrawn else outcome.stale & naming
        written = Written(
            planned, prints, frozenset(outcome.stale), outcome.complete, frozenset(still_naming)
        )
        return written, outcome.called(self.traces.veil(nr, planned))

    def _settle(self, planned: PlannedMeeting, outcome: Outcome) -> None:
        """Gives the folder its date's name when all in it is of that date, and notes what was done there."""
        folder = self.folder(planned.nr, planned.folder)
        if outcome.complete:
            folder, findings = self.folders.rename(planned.nr, folder, planned.folder)
            self.outcome.findings += findings
        else:
            self.outdated.add(planned.nr)
        self._note(folder, outcome)

    def _clear(self, nr: str) -> None:
        """Takes away the files of a meeting, and what the ledger holds of it unless people's files stay."""
        folder = self.folder(nr)
        ours = self.traces.ours(nr, folder)
        naming = self.traces.naming(nr, folder, ours.keys())
        writer = FolderWriter(folder, ours, overwrite=self.options.overwrite_edited, naming=naming)
        outcome = writer.remove(ours.keys() | naming)
        self._note(folder, outcome.called(self.traces.veil(nr)))
        remove_if_empty(folder)
        if outcome.complete and not outcome.kept:
            self.ledger.forget(nr)

    def _remind(self, nr: str, planned: PlannedMeeting | None = None) -> None:
        """Names the stale files of a meeting that is not built this time.

        Of one that the plan does not tell of, those alone that may name somebody without consent.
        """
        folder = self.folder(nr, planned.folder if planned else "")
        naming, wanted = self.ledger.naming(nr), names(planned) if planned else ()
        for name in sorted(self.ledger.stale(nr) if planned else naming):
            if (folder / name).is_file():
                code = "W-160" if name in wanted else "W-163"
                found = Finding.of("W-167" if name in naming else code, Place(file=name))
                self._note(folder, Outcome(findings=[found]).called(self.traces.veil(nr, planned)))

    def _warn_of_old_letters(self, nr: str) -> None:
        folder = self.folder(nr)
        if any((folder / name).is_file() for name in self.ledger.files(nr)):
            self._note(folder, Outcome(findings=[Finding.of("W-166")]))

    def _note(self, folder: Path, outcome: Outcome) -> None:
        self.outcome.add(outcome.under(f"{MEETINGS}/{folder.name}"))


def _prints(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(data) for name, data in files.items()}


def _batches(meetings: Sequence[PlannedMeeting], size: int) -> Iterator[tuple[int, Sequence[PlannedMeeting]]]:
    """So many meetings at a time, with how many that makes in all."""
    for start in range(0, len(meetings), size):
        batch = meetings[start : start + size]
        yield start + len(batch), batch
