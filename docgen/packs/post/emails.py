"""Drafts that invite, tell of a change or call off: into ``mail/``, made when they would be others.

A draft that carries PDF is costly to make. So it is first thought of with the Word files themselves: the
fingerprint of that, which the ledger keeps, tells whether it would be another by now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from docgen.findings import Finding, Place
from docgen.mailing.draft import Draft, as_eml
from docgen.mailing.keeping import Kept, keep
from docgen.mailing.names import MAIL, invitation_file, invitations_in, unnamed
from docgen.packs.files import digest
from docgen.packs.folders import remove_if_empty
from docgen.packs.meetingfolder import Outcome
from docgen.packs.post.desk import Desk
from docgen.packs.post.ready import Ready
from docgen.packs.records import Ledger

MADE_OF = f"{MAIL}/made-of/"
"""What the ledger keeps the fingerprints under."""


class Emails:
    """The drafts of these pieces. ``how`` says whether and how PDF is to be made; blank for not at all."""

    def __init__(self, pack: Path, ledger: Ledger, desk: Desk, pieces: Iterable[Ready], how: str) -> None:
        self._folder = pack / MAIL
        self._ledger = ledger
        self._desk = desk
        self._how = how
        known = ledger.files(MADE_OF)
        self._keys: dict[str, str] = {}
        self._due: dict[str, Ready] = {}
        self._named: set[str] = set()
        for one in pieces:
            if draft := desk.draft(one):
                name = invitation_file(one.piece.nr, one.piece.receiver.nr)
                self._named |= set() if one.piece.is_alone else {name}
                self._keys[name] = _print(draft, how)
                if known.get(name) != self._keys[name] or not (self._folder / name).is_file():
                    self._due[name] = one

    def papers(self) -> list[Path]:
        """The Word files that are wanted as PDF."""
        return list(dict.fromkeys(path for one in self._due.values() for path in self._wanted(one)))

    def put(self, pdfs: Mapping[Path, Path]) -> Outcome:
        """Puts them in place, with the PDFs that there are; drafts of ours that are no longer due go away.

        One that a person has edited stays as it is, with a finding at every build until it says what it
        should. What could not be turned into PDF is attached as Word, and tried again next time. Names of
        files that may be about people who are not to be named come back without their number. Raises
        ``OSError`` when the disk is full.
        """
        done, settled = Outcome(), self._keys.keys() - self._due.keys()
        for name, one in self._due.items():
            if draft := self._desk.draft(one, pdfs):
                kept = keep(self._folder, {name: as_eml(draft)})
                _note(kept, done)
                if kept.there and not kept.kept and pdfs.keys() >= {*self._wanted(one)}:
                    settled |= {name}
        _note(keep(self._folder, {}, invitations_in(self._folder) - self._keys.keys()), done)
        missing = (path.name for path in self.papers() if path not in pdfs)
        done.findings += [Finding.of("W-286", Place(file=name)) for name in missing]
        remove_if_empty(self._folder)
        self._ledger.record_files(MADE_OF, {name: self._keys[name] for name in settled})
        return done.called(self._said)

    def _wanted(self, one: Ready) -> tuple[Path, ...]:
        return one.papers if self._how and self._desk.carries_papers(one) else ()

    def _said(self, name: str) -> str:
        """A draft's name as it may be said: others than those that go out may be anybody's."""
        return unnamed(name) if name.endswith(".eml") and name not in self._named else name


def _print(draft: Draft, how: str) -> str:
    """A fingerprint of what a draft says and carries."""
    files = [(one.name, one.media_type, digest(one.data)) for one in draft.attachments]
    said = (replace(draft, attachments=()), files, how)
    return digest(repr(said).encode("utf-8", "backslashreplace"))


def _note(kept: Kept, done: Outcome) -> None:
    if kept.full:
        raise kept.full
    done.written += kept.written
    done.removed += kept.removed
    done.kept += kept.kept
    done.findings += [
        replace(one, place=Place(file=one.place.file.rpartition("/")[2])) for one in kept.findings
    ]
