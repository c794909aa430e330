"""Print files, labels and bundles, put into ``post/``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.files import TEMPORARY
from docgen.mailing.labels import labels
from docgen.mailing.printfile import Printed, Source, write_print_files
from docgen.packs.files import digest
from docgen.packs.post.desk import Desk
from docgen.packs.post.folder import PostFolder, is_of, made_of
from docgen.packs.post.names import BY_HAND, LABELS, LETTERS, bundle_stem
from docgen.packs.post.ready import Bundle, Ready
from docgen.packs.post.wishes import MailingOptions
from docgen.planning.addressing import address_lines
from docgen.planning.labelsheets import SHEETS


@dataclass(frozen=True, slots=True)
class Due:
    """A PDF that is to be made: its ``name``, of which Word file, and a fingerprint of that."""

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
        self._made: list[str] = []
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
        """The files of which there is no PDF yet, or an older one.

        Unless the converter ``counts_as_word``, it is given files of its own, which lie in ``scratch``.
        """
        found = []
        for name in self._made:
            path = self._folder.path / name
            print_ = made_of([path], "pdf", self._wishes.how, self._wishes.duplex)
            if not self._folder.current(path.stem, print_):
                found.append(Due(f"{path.stem}.pdf", path, print_))
        return tuple(found) if counts_as_word else tuple(self._for_others(found, scratch))

    def _for_others(self, due: Sequence[Due], scratch: Path) -> Iterator[Due]:
        """The same, each print file made once more with page numbers that LibreOffice can work out."""
        stems = {stem for stem in self._letters for one in due if is_of(one.name, stem)}
        others: dict[str, Path] = {}
        for stem in stems:
            printed = self._written(stem, scratch, for_libreoffice=True)
            others |= {f"{Path(file.name).stem}.pdf": file.temporary for file in printed.files}
        yield from (replace(one, source=others.get(one.name, one.source)) for one in due)

    def _print(self, stem: str, pieces: Sequence[Ready], word: str) -> None:
        letters = [one.papers for one in pieces if one.papers]
        if not letters:
            return
        self._letters[stem] = letters, self._words[word]
        self._folder.note(stem, (one.piece.nr for one in pieces))
        papers = (path for one in letters for path in one)
        print_ = made_of(papers, stem, self._words[word], self._wishes.duplex, [len(one) for one in letters])
        if same := self._folder.current(stem, print_):
            self._made += same
            return
        printed = self._written(stem, self._folder.ready())
        self._folder.outcome.findings += printed.findings
        for file in printed.files:  # with something wrong it is made again, and said again, next time
            if self._folder.place(file.name, file.temporary, "" if printed.findings else print_):
                self._made.append(file.name)

    def _written(self, stem: str, home: Path, *, for_libreoffice: bool = False) -> Printed:
        letters, title = self._letters[stem]
        return write_print_files(
            ([Source(path.name, path) for path in one] for one in letters),
            home,
            stem,
            title=title,
            duplex=self._wishes.duplex,
            for_libreoffice=for_libreoffice,
        )

    def _labels(self, addresses: Sequence[Sequence[str]]) -> None:
        sheet, start, title = (
            SHEETS[self._house.label_sheet],
            self._wishes.label_start,
            self._words["post.etiketter"],
        )
        print_ = digest(repr((addresses, sheet, start, title)).encode())
        name = f"{LABELS}.docx"
        if not self._folder.current(LABELS, print_):
            temporary = self._folder.ready() / f".{name}{TEMPORARY}"
            temporary.write_bytes(labels(addresses, sheet, start=start, title=title))
            if not self._folder.place(name, temporary, print_):
                return
        self._made.append(name)
