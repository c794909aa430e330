"""The folder ``post/``: large files put in place, made again only when they would be others, and none lost.

A file is made of other files. A fingerprint of those, which the ledger keeps, tells whether it would be
another by now. As long as it would not, it is left as it is, also when a person has edited it: then that is
what is printed.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from docgen.errors import why
from docgen.files import TEMPORARY, into_place, synced
from docgen.findings import Finding, Place
from docgen.packs.files import EDITED, beside, is_full, make_folder
from docgen.packs.folders import remove_if_empty
from docgen.packs.meetingfolder import Outcome
from docgen.packs.post.names import POST, leader_of
from docgen.packs.records import Ledger
from docgen.packs.traces import set_aside

HOLDER = f"{POST}/"
MADE_OF, ABOUT = f"{POST}/made-of/", f"{POST}/about"
"""What the ledger keeps the files under, what they were made of, and which meetings each is about."""
_PIECE = 1 << 20


class PostFolder:
    """Puts files into a pack's ``post/``; what was done stands in ``outcome``, which ``finish`` completes.

    ``naming`` says that a file from before may name somebody whose consent is withdrawn since.
    """

    def __init__(self, pack: Path, ledger: Ledger, *, overwrite: bool, naming: bool = False) -> None:
        self.path = pack / POST
        self.outcome = Outcome()
        self._ledger = ledger
        self._overwrite = overwrite
        self._naming = naming
        self._ours = ledger.ours(HOLDER)
        self._before = ledger.files(HOLDER)
        self._made_of = ledger.files(MADE_OF)
        self._prints: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._left: dict[str, str] = {}
        self._about: dict[str, frozenset[str]] = {}

    def current(self, stem: str, made_of: str) -> tuple[str, ...]:
        """The files of this name that are there, made of the same; those then count as wanted.

        None where any of them is missing.
        """
        same = [name for name, one in self._made_of.items() if one == made_of and is_of(name, stem)]
        if not all((self.path / name).is_file() for name in same):
            return ()
        for name in same:
            self._prints[name], self._sources[name] = self._before.get(name, ""), made_of
        return tuple(sorted(same))

    def note(self, stem: str, meetings: Iterable[str]) -> None:
        """Notes which meetings the files of this name are about."""
        self._about[stem] = frozenset(meetings)

    def ready(self) -> Path:
        """The folder, made if it is not there."""
        make_folder(self.path)
        return self.path

    def place(self, name: str, temporary: Path, made_of: str) -> bool:
        """Puts a finished temporary file of this folder in its place; an edited one is set aside for it, and
        one that holds the same is left as it is.

        False where that could not be done, which is a finding. With a blank ``made_of`` the file is made
        again next time.
        """
        target = self.path / name
        try:
            print_ = digest_of(temporary)
            synced(temporary)
            if target.is_file() and digest_of(target) == print_:
                temporary.unlink()
            else:
                self._ledger.intend_files(HOLDER, {name: print_})
                self._set_aside(target)
                into_place(temporary, target)
                self.outcome.written.append(name)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            if is_full(error):
                raise
            self._say("E-161", name, reason=why(error))
            return False
        self._prints[name], self._sources[name] = print_, made_of
        return True

    def adopt(self, name: str, elsewhere: Path, made_of: str) -> bool:
        """The same with a finished file that lies in another folder, perhaps on another disk."""
        temporary = self.ready() / f".{name}{TEMPORARY}"
        shutil.copyfile(elsewhere, temporary)
        return self.place(name, temporary, made_of)

    def finish(self) -> None:
        """Removes what is no longer wanted, and has the ledger remember the rest."""
        gone = self._ours.keys() - self._prints.keys()
        if self._naming:
            gone |= set_aside(self.path, self._ours.keys() | self._prints.keys())
        for name in sorted(gone - self._left.keys()):
            self._remove(name)
        self.outcome = self.outcome.called(self._said)
        prints = self._prints | self._left
        noted = {HOLDER: prints, MADE_OF: self._sources, **as_held(self._ledger, self._about)}
        self._ledger.record_holders(noted, self._left.keys())
        remove_if_empty(self.path)

    def _set_aside(self, target: Path) -> None:
        if not target.is_file() or self._overwrite or not self.is_edited(target.name):
            return
        aside = beside(target, EDITED)
        target.rename(aside)
        self._say("W-161", target.name, kept=aside.name)
        if self._naming:
            self._keep(aside.name)
        else:
            self.outcome.kept.append(aside.name)

    def _remove(self, name: str) -> None:
        path = self.path / name
        try:
            if not path.is_file():
                return
            if self._overwrite or not self.is_edited(name):
                path.unlink()
                self.outcome.removed.append(name)
            else:
                self._keep(name)
        except OSError as error:
            self._left[name] = self._before.get(name, "")
            self._say("E-168", name, reason=why(error))

    def _keep(self, name: str) -> None:
        """Notes an edited file that is not wanted: it is told of at every build until it is gone."""
        self._left[name] = self._before.get(name, "")
        is_known = name in self._ledger.stale(HOLDER)
        self._say("W-167" if self._naming or (is_known and EDITED in name) else "W-163", name)
        self.outcome.kept.append(name)

    def is_edited(self, name: str) -> bool:
        """Whether a person has changed the file since it was put there."""
        known = self._ours.get(name, frozenset()) | {self._prints.get(name, "")}
        return digest_of(self.path / name) not in known

    def _said(self, name: str) -> str:
        """A file's name as it may be said: a bundle that is not of now may be anybody's."""
        leader = leader_of(name)
        return name if leader in {"", *map(leader_of, self._prints)} else name.replace(leader, "…", 1)

    def _say(self, code: str, name: str, **data: object) -> None:
        self.outcome.findings.append(Finding.of(code, Place(file=name), **data))


def about_in(ledger: Ledger) -> dict[str, frozenset[str]]:
    """The numbers of the meetings that print files are about, by their names without ending."""
    holders = ledger.holders(ABOUT)
    return {holder.removeprefix(f"{ABOUT}/"): frozenset(ledger.files(f"{holder}/")) for holder in holders}


def as_held(ledger: Ledger, about: Mapping[str, Collection[str]]) -> dict[str, dict[str, str]]:
    """The same as the ledger holds it, in place of all that it held."""
    gone: dict[str, dict[str, str]] = {f"{holder}/": {} for holder in ledger.holders(ABOUT)}
    return gone | {f"{ABOUT}/{stem}/": dict.fromkeys(meetings, "") for stem, meetings in about.items()}


def is_of(name: str, stem: str) -> bool:
    """Whether a file has this name, alone or numbered, of any kind: ``breve.docx``, ``breve_2.pdf``."""
    return re.fullmatch(rf"{re.escape(stem)}(_\d+)?\.[a-z]+", name) is not None


def digest_of(path: Path) -> str:
    """The SHA-256 of a file that may be large, in hex."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def made_of(paths: Iterable[Path], *wishes: object) -> str:
    """A fingerprint of what a file is made of: these files, in this order, and how."""
    found = hashlib.sha256(repr(wishes).encode())
    for path in paths:
        found.update(digest_of(path).encode())
    return found.hexdigest()
