"""Collects the messages of the program and keeps the Danish catalogue complete.

    python tools/messages.py            brings docgen.po up to date with the code and compiles docgen.mo
    python tools/messages.py --check    fails when either is not what the code and the translations give

Messages are what stands in ``N_("…")``, ``NN_("…", "…")``, ``words.text("…")``, ``words.plural("…", "…", n)``
and, in the pages of the pack, ``t("…")``. A translation belongs to its exact English words: when those
change it must be written anew. Both files are committed: who installs docgen has no compiler.
"""

from __future__ import annotations

import argparse
import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "docgen"
PO = PACKAGE / "locale" / "da" / "LC_MESSAGES" / "docgen.po"
MO = PO.with_suffix(".mo")

MARKS = {"N_": None, "NN_": (1, 2)}
SPOKEN = {"text": None, "plural": (1, 2)}  # methods of Language; elsewhere "text" is many other things
Words = str | tuple[str, ...]


class Danish(Catalog):
    """A catalogue whose header never changes by itself: no dates, no versions, nobody's name."""

    def __init__(self) -> None:
        super().__init__(
            locale="da", header_comment="# The Danish words of docgen, for tools/messages.py.", fuzzy=False
        )

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "docgen"),
            ("Language", "da"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=2; plural=(n != 1);\n"),
        ]


def collected() -> dict[Words, set[str]]:
    """Every message of the program, with the files in which it stands."""
    messages: dict[Words, set[str]] = {}
    for pattern, method, keywords in (
        ("**/*.py", "python", MARKS),
        ("cli/**/*.py", "python", SPOKEN),
        ("packs/**/*.py", "python", SPOKEN),
        ("packs/**/*.jinja", "jinja2", {"t": None}),
    ):
        for path in sorted(PACKAGE.glob(pattern)):
            with path.open("rb") as file:
                found = list(extract(method, file, keywords=keywords, options={"encoding": "utf-8"}))
            for _, message, _, _ in found:
                messages.setdefault(message, set()).add(path.relative_to(ROOT).as_posix())
    return messages


def translated() -> dict[Words, Message]:
    """The messages of docgen.po by their English words."""
    if not PO.exists():
        return {}
    with PO.open("rb") as file:
        return {_key(message.id): message for message in read_po(file, locale="da") if message.id}


def catalogue(messages: dict[Words, set[str]], known: dict[Words, Message]) -> Danish:
    """The program's messages with the translations that are known, in the order of their files."""
    danish = Danish()
    for words in sorted(
        messages, key=lambda words: (sorted(messages[words]), words if isinstance(words, str) else words[0])
    ):
        old = known.get(words)
        danish.add(
            words,
            string=old.string if old else None,
            flags=old.flags & {"fuzzy"} if old else (),
            locations=[(file, None) for file in sorted(messages[words])],  # type: ignore[misc]
        )
    return danish


def as_po(danish: Danish) -> bytes:
    """The text of docgen.po."""
    file = io.BytesIO()
    write_po(file, danish, width=100, include_lineno=False)
    return file.getvalue()


def as_mo(danish: Danish) -> bytes:
    """The bytes of docgen.mo."""
    file = io.BytesIO()
    write_mo(file, danish)
    return file.getvalue()


def faults(danish: Danish) -> Iterator[str]:
    """What is wrong with translations: missing, unsure, or with other places than the original."""
    for message in danish:
        if not message.id:
            continue
        ids, strings = _forms(message.id), _forms(message.string)
        if not all(strings) or len(strings) != len(ids):
            yield f"not translated: {ids[0]!r}"
        elif message.fuzzy:
            yield f"fuzzy: {ids[0]!r}"
        else:
            yield from _differences(ids, strings)


def _differences(ids: tuple[str, ...], strings: tuple[str, ...]) -> Iterator[str]:
    for one, other in zip(ids, strings, strict=True):
        if _places(one) != _places(other):
            yield f"other places: {one!r} / {other!r}"
        if (one[:1].isspace(), one[-1:].isspace()) != (other[:1].isspace(), other[-1:].isspace()):
            yield f"other space around: {one!r} / {other!r}"


def _key(words: Words | list[str]) -> Words:
    return words if isinstance(words, str) else tuple(words)


def _forms(words: Words | list[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ("",))


def _places(text: str) -> set[str]:
    """The names in braces: ``{count}`` and ``{name!r}`` give ``count`` and ``name``."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def main() -> int:
    """Writes both files, or with ``--check`` says what is wrong; 1 when something is."""
    parser = argparse.ArgumentParser(description="Keep the Danish catalogue complete.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is amiss")
    check = parser.parse_args().check
    messages, known = collected(), translated()
    danish = catalogue(messages, known)
    problems = list(faults(danish))
    if check:
        problems += [
            f"no longer in the code: {_forms(words)[0]!r}" for words in known.keys() - messages.keys()
        ]
        problems += [
            f"{path.name} is not up to date: run python tools/messages.py"
            for path, data in ((PO, as_po(danish)), (MO, as_mo(danish)))
            if not path.exists() or path.read_bytes() != data
        ]
    else:
        PO.parent.mkdir(parents=True, exist_ok=True)
        PO.write_bytes(as_po(danish))
        MO.write_bytes(as_mo(danish))
    for problem in problems:
        print(problem)
    print(f"{len(messages)} messages, {len(problems)} problems")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
