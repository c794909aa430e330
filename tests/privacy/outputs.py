"""Everything that a command leaves behind, taken apart to the last text in it."""

from __future__ import annotations

import io
import shutil
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.policy import default
from pathlib import Path

Said = tuple[str, str]
"""Where it was found, and the text."""


def texts(folder: Path, *, without: Sequence[Path] = ()) -> Iterator[Said]:
    """The name of each file, and all that stands in it; ``without`` some files."""
    for path in sorted(path for path in folder.rglob("*") if path not in without):
        name = path.relative_to(folder).as_posix()
        yield f"the name of {name}", name
        if path.is_file():
            yield from _inside(name, path.read_bytes())


def _inside(name: str, data: bytes) -> Iterator[Said]:
    yield name, data.decode("utf-8", "replace")
    match Path(name).suffix:
        case ".docx" | ".xlsx":
            yield from _archive(name, data)
        case ".eml":
            yield from _message(name, data)
        case ".ics":
            yield f"{name} unfolded", data.replace(b"\r\n ", b"").decode()
        case ".sqlite":
            yield f"{name} dumped", _dumped(data)
        case ".pdf":
            yield from _pdf(name, data)


def _archive(name: str, data: bytes) -> Iterator[Said]:
    """Each member; and of XML also its text alone, as a name may be spread over several runs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield f"{name} comment", archive.comment.decode("utf-8", "replace")
        for member in archive.namelist():
            yield f"the name of {name}/{member}", member
            inside = archive.read(member)
            yield from _inside(f"{name}/{member}", inside)
            if member.endswith((".xml", ".rels")):
                yield f"{name}/{member} read", _read(inside)


def _read(xml: bytes) -> str:
    from lxml import etree

    root = etree.fromstring(xml)
    attributes = (str(value) for one in root.iter(etree.Element) for value in one.attrib.values())
    return "".join(map(str, root.itertext())) + "\n" + "\n".join(attributes)


def _message(name: str, data: bytes) -> Iterator[Said]:
    """Each header decoded, and each part."""
    for part in message_from_bytes(data, policy=default).walk():
        yield from ((f"{name} {header}", str(value)) for header, value in part.items())
        if not part.is_multipart():
            content = part.get_content()
            file = part.get_filename() or part.get_content_type().replace("/", ".")
            inside = content.encode() if isinstance(content, str) else content
            yield from _inside(f"{name}/{file}", inside)


def _dumped(data: bytes) -> str:
    with sqlite3.connect(":memory:") as ledger:
        ledger.deserialize(data)
        return "\n".join(ledger.iterdump())


def _pdf(name: str, data: bytes) -> Iterator[Said]:
    """What readers of PDF show, and what it says of itself; nothing where no such program is."""
    for program in ("pdftotext", "pdfinfo"):
        if shutil.which(program):
            command = [program, "-", "-"] if program == "pdftotext" else [program, "-"]
            done = subprocess.run(command, input=data, capture_output=True, check=True)
            yield f"{name} {program}", done.stdout.decode("utf-8", "replace")
