"""A pack as a whole, for tests that look for something in every byte of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tests.docx_text import parts


def contents(pack: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a pack, the ledger too: its name and its bytes, and what is inside documents and ledger.

    Calendars fold their long lines; here they are unfolded.
    """
    for path in sorted(path for path in pack.rglob("*") if path.is_file()):
        name, data = path.relative_to(pack).as_posix(), path.read_bytes()
        yield name, data.replace(b"\r\n ", b"") if path.suffix == ".ics" else data
        if path.suffix == ".docx":
            yield from ((f"{name}/{member}", inside) for member, inside in parts(data).items())
        if path.suffix == ".sqlite":
            with sqlite3.connect(path) as ledger:
                yield f"{name} dumped", "\n".join(ledger.iterdump()).encode()
