"""The papers that are mailed: where they lie in the pack, and what keeps one from going out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from docgen.documents.markup import has_markup
from docgen.errors import TemplateError
from docgen.findings import Finding, Place
from docgen.packs.extras import CANCELLATIONS, COURSES
from docgen.packs.files import digest
from docgen.packs.folders import MEETINGS, Folders
from docgen.packs.records import Ledger
from docgen.planning import Cancellation, Home, Mailpiece, Paper


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers in an open pack."""

    pack: Path
    folders: Folders
    ledger: Ledger
    _known: dict[Path, tuple[Finding, ...]] = field(default_factory=dict)

    def path(self, piece: Mailpiece, paper: Paper) -> Path:
        """Where one of a piece's papers lies, whether it is there or not."""
        if isinstance(piece.about, Cancellation) or paper.home is Home.CANCELLATION:
            return self.pack / CANCELLATIONS / paper.file
        if paper.home is Home.COURSE:
            return self.pack / COURSES / piece.about.meeting.course / paper.file
        folder = self.folders.of(piece.nr, piece.about.folder, self.ledger.files(piece.nr))
        return folder / paper.file

    def faults(self, path: Path) -> tuple[Finding, ...]:
        """A finding for a paper that cannot be read, or that holds tracked changes or comments (E-424).

        Nothing is the matter with one that nobody has touched since it was written.
        """
        if path not in self._known:
            self._known[path] = () if self._is_ours(path) else tuple(_faults(path))
        return self._known[path]

    def _is_ours(self, path: Path) -> bool:
        home = path.parent.relative_to(self.pack).as_posix()
        holder = home.rpartition("_")[2] if home.startswith(f"{MEETINGS}/") else f"{home}/"
        return self.ledger.files(holder).get(path.name) == digest(path.read_bytes())


def _faults(path: Path) -> list[Finding]:
    place = f"{path.parent.name}/{path.name}"
    try:
        marked = has_markup(path.read_bytes(), place)
    except TemplateError as error:
        return [*error.findings]
    return [Finding.of("E-424", Place(file=place))] if marked else []
