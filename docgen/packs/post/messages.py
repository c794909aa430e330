"""Messages of Digital Post: into ``digitalpost/``, made when they would be others. Nothing is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from pathlib import Path

from docgen.findings import Place
from docgen.mailing.memo import FOLDER, is_available, memo_file, memo_files
from docgen.packs.files import EDITED, digest
from docgen.packs.folders import remove_if_empty
from docgen.packs.meetingfolder import FolderWriter, Outcome
from docgen.packs.post.desk import Desk
from docgen.packs.post.ready import Ready
from docgen.packs.records import Ledger

HOLDER, MADE_OF = f"{FOLDER}/", f"{FOLDER}/made-of/"
"""What the ledger keeps the files under, and the fingerprints of what they are made of."""
_NAME = re.compile(rf"([^_]+)_([^_]+)((?:_{EDITED}\d*)?\.xml)")


class Messages:
    """The messages of these pieces. ``how`` says how their PDF is to be made.

    ``made`` are the names of those that are there in the end, as they should be.
    """

    def __init__(self, pack: Path, ledger: Ledger, desk: Desk, pieces: Iterable[Ready], how: str) -> None:
        self._folder = pack / FOLDER
        self._ledger = ledger
        self._desk = desk
        known = ledger.files(MADE_OF)
        self.made: frozenset[str] = frozenset()
        self._keys: dict[str, str] = {}
        self._due: dict[str, Ready] = {}
        self._named: set[str] = set()
        for one in pieces:
            name = memo_file(one.piece.nr, one.piece.receiver.nr)
            self._named |= set() if one.piece.is_alone else {name}
            self._keys[name] = digest(repr((desk.letter(one), how)).encode("utf-8", "backslashreplace"))
            if known.get(name) != self._keys[name] or not (self._folder / name).is_file():
                self._due[name] = one

    def papers(self) -> list[Path]:
        """The Word files that are wanted as PDF: a letter in Digital Post is one."""
        if not is_available():
            return []
        return list(dict.fromkeys(path for one in self._due.values() for path in one.papers))

    def put(self, pdfs: Mapping[Path, Path], *, overwrite: bool) -> Outcome:
        """Puts them in place; messages of ours that are no longer due go away.

        One that a person has edited is set aside for a fresh one. What could not be made is a finding, and is
        tried again next time. Names of files that may be about people who are not to be named come back
        without their number.
        """
        letters = {name: self._desk.letter(one, pdfs) for name, one in self._due.items()}
        files, findings = memo_files(letters)
        ours, before = self._ledger.ours(HOLDER), self._ledger.files(HOLDER)
        prints = {name: digest(data) for name, data in files.items()}
        if prints:
            self._ledger.intend_files(HOLDER, prints)
        writer = FolderWriter(self._folder, ours, before, overwrite=overwrite)
        done = writer.write(files)
        same = self._keys.keys() - self._due.keys()
        done.add(writer.remove(ours.keys() - files.keys() - same))
        remove_if_empty(self._folder)
        failed = {found.place.file for found in done.findings if found.is_error}
        there = {name: before.get(name, "") for name in same} | _without(prints, failed)
        still = there | {name: before[name] for name in failed & before.keys()}
        made_of = {name: self._keys[name] for name in there}
        self._ledger.record_holders({HOLDER: still, MADE_OF: made_of})
        done.findings += [
            replace(one, place=Place(file=one.place.file.removeprefix(FOLDER).removeprefix("/")))
            for one in findings
        ]
        self.made = frozenset(there)
        return done.called(self._said)

    def _said(self, name: str) -> str:
        """A file's name as it may be said: others than those that go out may be anybody's."""
        match = _NAME.fullmatch(name)
        if match is None or memo_file(match[1], match[2]) in self._named:
            return name
        return f"{match[1]}_…{match[3]}"


def _without(prints: Mapping[str, str], names: Set[str]) -> dict[str, str]:
    return {name: one for name, one in prints.items() if name not in names}
