"""Print files, labels and bundles, put into ``post/``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.files import TEMPORARY
from docgen.mailing.labels import labels
from docgen.mailing.printfile import Printed, Source, write_print_files
from docgen.packs.files import digest
from docgen.packs.post.desk import Desk
from docgen.packs.post.folder import PostFolder, made_of
from docgen.packs.post.names import BY_HAND, LABELS, LETTERS, bundle_stem
from docgen.packs.post.ready import Bundle, Ready
from docgen.packs.post.wishes import MailingOptions
from docgen.planning.addressing import address_lines
from docgen.planning.labelsheets import SHEETS

_AT_MOST = 250
"""So many letters LibreOffice lays out in half a minute; for 2,000 in one file it takes over eight."""


@dataclass(frozen=True, slots=True)
class Due:
    """A PDF that is to be made: its ``name``, of which Word file, and a fingerprint of what it is made of."""

    name: str
    source: Path
    made_of: str


class Press:
    """Prints into a pack's ``post/``, for a house and in its words."""

    def __init__(self, folder: PostFolder, desk: Desk, wishes: MailingOptions) -> None:
        self._folder = folder
        self._house = desk.house
        self._words = desk.words
        self._wishes = wishes
        self._made: dict[str, list[str]] = {}
        self._letters: dict[str, tuple[Sequence[Sequence[Path]], str]] = {}

    def letters(self, pieces: Sequence[Ready]) -> None:
        """All letters on paper with their enclosures, in postal order; and a label for each envelope."""
        self._print(LETTERS, pieces, "post.breve")
        receivers = {one.piece.receiver.nr: one.piece.receiver.who for one in pieces}
        addresses = [address_lines(who) for who in receivers.values()]
        if addresses:
            self._labels(addresses)
            self._folder.note(LABELS, (one.piece.nr for one in pieces))

    def by_hand(self, pieces: Sequence[Ready]) -> None:
        """All letters that are handed over, by unit."""
        self._print(BY_HAND, pieces, "post.personligt")

    def bundle(self, one: Bundle) -> None:
        """The papers of somebody who leads meetings."""
        self._print(bundle_stem(one.person), one.meetings, "post.moedeleder")

    def due_as_pdf(self, scratch: Path, *, counts_as_word: bool) -> tuple[Due, ...]:
        """What there is no PDF of yet, or an older one.

        Unless the converter ``counts_as_word``, it is given files of its own, which lie in ``scratch``: no
        more than ``_AT_MOST`` letters each. A print file that a person has edited is converted as it is.
        """
        due: list[Due] = []
        for stem, names in self._made.items():
            as_it_is = counts_as_word or stem == LABELS or any(map(self._folder.is_edited, names))
            due += self._as_they_are(names) if as_it_is else self._for_others(stem, scratch)
        return tuple(due)

    def _as_they_are(self, names: Iterable[str]) -> Iterator[Due]:
        for name in names:
            path = self._folder.path / name
            print_ = made_of([path], *self._how)
            if not self._folder.current(path.stem, print_):
                yield Due(f"{path.stem}.pdf", path, print_)

    def _for_others(self, stem: str, scratch: Path) -> Iterator[Due]:
        """The letters joined once more, with page numbers that LibreOffice can work out."""
        letters, title = self._letters[stem]
        print_ = made_of(_papers(letters), stem, title, *self._how)
        if not self._folder.current(stem, print_):
            for file in self._written(stem, scratch, for_libreoffice=True, at_most=_AT_MOST).files:
                yield Due(f"{Path(file.name).stem}.pdf", file.temporary, print_)

    @property
    def _how(self) -> tuple[object, ...]:
        return "pdf", self._wishes.how, self._wishes.duplex

    def _print(self, stem: str, pieces: Sequence[Ready], word: str) -> None:
        letters = [one.papers for one in pieces if one.papers]
        if not letters:
            return
        self._letters[stem] = letters, self._words[word]
        self._folder.note(stem, (one.piece.nr for one in pieces))
        lengths = [len(one) for one in letters]
        print_ = made_of(_papers(letters), stem, self._words[word], self._wishes.duplex, lengths)
        if same := self._folder.current(stem, print_):
            self._made[stem] = list(same)
            return
        printed = self._written(stem, self._folder.ready())
        self._folder.outcome.findings += printed.findings
        known = "" if printed.findings else print_  # what is wrong is said again, until it is mended
        placed = [file.name for file in printed.files if self._folder.place(file.name, file.temporary, known)]
        self._made[stem] = placed

    def _written(self, stem: str, home: Path, *, for_libreoffice: bool = False, at_most: int = 0) -> Printed:
        letters, title = self._letters[stem]
        return write_print_files(
            ([Source(f"{path.parent.name}/{path.name}", path) for path in one] for one in letters),
            home,
            stem,
            title=title,
            duplex=self._wishes.duplex,
            for_libreoffice=for_libreoffice,
            at_most=at_most,
        )

    def _labels(self, addresses: Sequence[Sequence[str]]) -> None:
        sheet, title = SHEETS[self._house.label_sheet], self._words["post.etiketter"]
        start = self._wishes.label_start
        print_ = digest(repr((addresses, sheet, start, title)).encode())
        name = f"{LABELS}.docx"
        if not self._folder.current(LABELS, print_):
            temporary = self._folder.ready() / f".{name}{TEMPORARY}"
            temporary.write_bytes(labels(addresses, sheet, start=start, title=title))
            if not self._folder.place(name, temporary, print_):
                return
        self._made[LABELS] = [name]


def _papers(letters: Iterable[Sequence[Path]]) -> Iterator[Path]:
    return (path for one in letters for path in one)
