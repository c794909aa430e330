"""What a pack holds besides the meetings' folders: calendars of people, cancellations, sheets of courses.

Each kind lies in folders of its own, and is treated as everything else: written only when it is another, and
never over what a person has edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from docgen.calendars import cancel, cancelled_entry
from docgen.calendars.writing import PRODID
from docgen.documents.filling import Filler
from docgen.errors import TemplateError
from docgen.findings import Finding, Place
from docgen.packs.aftermath import clear_drafts
from docgen.packs.feeds import Feed, feeds, waits_for_its_letter
from docgen.packs.files import digest
from docgen.packs.folders import remove_if_empty
from docgen.packs.holding import hold, masked
from docgen.packs.meetingfolder import Outcome
from docgen.packs.records import Ledger
from docgen.packs.sending import is_recovered
from docgen.planning import Cancellation, Plan

CALENDARS, CANCELLATIONS, COURSES = "kalendere", "aflysninger", "forloeb"
_OURS = f"PRODID:{PRODID}".encode()


class Extras:
    """Writes them into an open pack; what was done stands in ``outcome``."""

    def __init__(self, plan: Plan, pack: Path, ledger: Ledger, filler: Filler, *, overwrite: bool) -> None:
        self.plan = plan
        self.pack = pack
        self.ledger = ledger
        self.filler = filler
        self.overwrite = overwrite
        self.outcome = Outcome()
        self.is_lost = any(map(is_recovered, plan.history.sent.values()))

    def write(self) -> None:
        """Everything, and what the ledger has to remember of it."""
        calendars = feeds(self.plan, self.ledger.versions())
        sheets = self._sheets()
        self._put(CALENDARS, {f"{one.person}.ics": one.file(self.plan.institution) for one in calendars})
        self._put(CANCELLATIONS, dict(self._cancellations()), _alone(self.plan.cancellations))
        for folder in sorted(self.ledger.holders(COURSES) | sheets.keys()):
            self._put(folder, sheets.get(folder, {}))
        self._remember(calendars)
        lost = {*self.plan.withdrawn, *self.plan.aftermath}
        self.outcome.add(clear_drafts(self.pack, lost, self.ledger, overwrite=self.overwrite))

    def _cancellations(self) -> Iterator[tuple[str, bytes]]:
        for one in self.plan.cancellations:
            yield f"{one.name}.ics", cancel(*cancelled_entry(one, self.plan.institution))
            if one.receivers and one.rule is None:
                self._say(Finding.of("W-173", Place(file=f"{CANCELLATIONS}/{one.nr}.ics"), nr=one.nr))
            try:
                yield from self.filler.cancellation(one)
            except TemplateError as error:
                self._say(*error.findings)

    def _sheets(self) -> dict[str, dict[str, bytes]]:
        """The documents of each course, by their folder."""
        files: dict[str, dict[str, bytes]] = {}
        for sheet in self.plan.courses:
            try:
                data = self.filler.course(sheet)
            except TemplateError as error:
                self._say(*error.findings)
            else:
                files.setdefault(f"{COURSES}/{sheet.course.nr}", {})[sheet.file] = data
        return files

    def _put(self, folder: str, files: Mapping[str, bytes], hidden: Set[str] = frozenset()) -> None:
        """Makes the folder hold these files, and no others of ours.

        The numbers in ``hidden`` names are not said; nor are those of files that go away, as they may be
        those of people who are no longer to be named.
        """
        ours = self.ledger.ours(f"{folder}/")
        if self.is_lost and not ours:
            ours = _left_behind(self.pack / folder)
        unsaid = hidden | (ours.keys() - files.keys())
        outcome = hold(self.pack, folder, files, self.ledger, ours, overwrite=self.overwrite)
        remove_if_empty((self.pack / folder).parent)
        self.outcome.add(outcome.called(lambda name: masked(name) if name in unsaid else name).under(folder))

    def _remember(self, calendars: tuple[Feed, ...]) -> None:
        """What stands in calendars alone, and the time stamps of what has been made out."""
        built = {planned.nr for planned in (*self.plan.meetings, *self.plan.standing)}
        on = {planned.nr for planned in self.plan.meetings if not planned.is_cancelled}
        self.ledger.record_cleared({*self.plan.gone, *self.plan.withdrawn} - on)
        elsewhere = (one for one in self.plan.calendar if one.nr not in built)
        self.ledger.record_calendar(one for one in elsewhere if not waits_for_its_letter(one))
        self.ledger.record_entries(
            [(one.nr, one.person, one.sequence, one.stamp) for one in self.plan.cancellations],
            {day.uid: day.entered for one in calendars for day in one.deadlines},
            self.plan.forgotten,
        )

    def _say(self, *findings: Finding) -> None:
        self.outcome.findings += findings


def _left_behind(folder: Path) -> dict[str, set[str]]:
    """What lies in a folder that no ledger tells of: calendar files of docgen's own are ours, and documents
    may have been edited by people.
    """
    files = {path.name: path.read_bytes() for path in folder.glob("*.*") if path.suffix in (".ics", ".docx")}
    return {
        name: {digest(data)} if name.endswith(".ics") and _OURS in data else set()
        for name, data in files.items()
    }


def _alone(cancellations: Iterable[Cancellation]) -> frozenset[str]:
    """The files of those who are told alone that the consent to involve them is withdrawn."""
    calendars, letters = set(), set()
    for one in cancellations:
        calendars |= {f"{one.name}.ics"} if one.by_consent else set()
        letters |= {file for file, who in one.letters if who.nr in one.unnamed}
    return frozenset(calendars | letters)
