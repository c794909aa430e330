"""Print files made from documents in memory, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import etree

from docgen.mailing.printfile import Letter, Printed, Source, write_print_files
from tests.documents.word import members
from tests.docx_text import W

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def sources(folder: Path, letters: Iterable[Sequence[bytes] | bytes]) -> list[Letter]:
    """The letters as files: ``0_0.docx`` is the first document of the first letter."""
    folder.mkdir(parents=True, exist_ok=True)
    found: list[Letter] = []
    for number, letter in enumerate(letters):
        documents = [letter] if isinstance(letter, bytes) else letter
        paths = [folder / f"{number}_{at}.docx" for at in range(len(documents))]
        for path, data in zip(paths, documents, strict=True):
            path.write_bytes(data)
        found.append([Source(path.name, path) for path in paths])
    return found


def print_out(
    folder: Path,
    *letters: Sequence[bytes] | bytes,
    duplex: bool = False,
    for_libreoffice: bool = False,
    at_most: int = 0,
) -> Printed:
    """What ``write_print_files`` makes of these documents, in ``folder``."""
    given = sources(folder / "fra", letters)
    return write_print_files(
        given,
        folder,
        "breve",
        title="Breve til udskrift",
        duplex=duplex,
        for_libreoffice=for_libreoffice,
        at_most=at_most,
    )


def joined(folder: Path, *letters: Sequence[bytes] | bytes, duplex: bool = False) -> bytes:
    """The one print file of these documents, from which nothing is left out."""
    done = print_out(folder, *letters, duplex=duplex)
    assert [found for found in done.findings if found.is_error] == []
    assert [file.name for file in done.files] == ["breve.docx"]
    return done.files[0].temporary.read_bytes()


def related(data: bytes, part: str = "word/document.xml") -> dict[str, tuple[str, str]]:
    """What a part points to: the kind and the target, by id."""
    folder, _, base = part.rpartition("/")
    rels = members(data).get(f"{folder}/_rels/{base}.rels")
    root = etree.fromstring(rels) if rels else ()
    return {
        one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], one.get("Target", "").lstrip("/"))
        for one in root
        if one.tag == _RELATIONSHIP
    }


def words_in(data: bytes) -> list[str]:
    """All words of the body, in order."""
    root = etree.fromstring(members(data)["word/document.xml"])
    return "\n".join(
        "".join(piece.text or " " for piece in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"))
        for paragraph in root.iter(f"{W}p")
    ).split()


def told(page: str, number: int, count: int) -> str:
    """A page's words, with the number of pages that its own document has."""
    return re.sub(r"(?<=[Ss]ide )\d+ af \d+", f"{number} af {count}", page)
