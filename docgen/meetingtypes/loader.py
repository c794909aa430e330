"""The meeting types of a folder: one subfolder with a ``type.toml`` each, and ``faelles.toml`` for all.

Words are looked up in three places: the type's own ``type.toml``, the ``faelles.toml`` beside it, and the
one that comes with docgen. So an office writes down no more than what it says differently.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from docgen import resources
from docgen.errors import DefinitionError
from docgen.findings import Finding, Place, in_order
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.reader import parse, read_type
from docgen.meetingtypes.wording import Vocabulary, Words, read_words, vocabulary

DEFINITION = "type.toml"
COMMON = "faelles.toml"
_UNREADABLE = ("E-100", "E-119")


def load_types(folder: Path, *, templates_needed: bool = True) -> tuple[MeetingType, ...]:
    """The meeting types under ``folder``, by name.

    A subfolder without a ``type.toml`` is no meeting type and is left alone; ``faelles.toml`` may be
    missing. ``templates_needed=False`` is for those who are about to make the Word templates. Raises
    ``DefinitionError`` with everything that is wrong, in all the types at once.
    """
    findings: list[Finding] = []
    homes = sorted(path.parent for path in folder.glob(f"*/{DEFINITION}"))
    if not homes:
        findings.append(Finding.of("E-116", value=folder.name))
    known, sources = _shipped_vocabulary(), _common_files(folder)
    words: Words = {}
    for path in sources:
        words |= _common_words(path, known, findings)
    if any(finding.code in _UNREADABLE for finding in findings):  # then every word would seem unknown
        raise DefinitionError(*in_order(findings))
    types = tuple(_load(home, words, known, sources, findings) for home in homes)
    findings.extend(same_names(types))
    if templates_needed:
        _check_templates(types, folder, findings)
    if findings:
        raise DefinitionError(*in_order(findings))
    return types


@lru_cache(maxsize=1)
def shipped_words() -> Words:
    """The common words that come with docgen, for a meeting whose own type is gone. Not to be changed."""
    return _common_words(resources.templates() / COMMON, _shipped_vocabulary(), [])


def find_type(types: Sequence[MeetingType], name_or_title: str) -> MeetingType | None:
    """The type that people mean by its folder's name or its title; letter case and spaces do not matter."""
    return next((kind for kind in types if is_called(kind, name_or_title)), None)


def is_called(kind: MeetingType, name_or_title: str) -> bool:
    """Whether people mean this type by that name."""
    return _plain(name_or_title) in (_plain(kind.name), _plain(kind.title))


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


def _read(path: Path, place: Place, findings: list[Finding]) -> str:
    """The file's text; empty, with a finding, when it is not UTF-8 (an editor from Windows, say)."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        findings.append(Finding.of("E-119", place))
        return ""


def _common_files(folder: Path) -> list[Path]:
    """The files of common words that there are, the last one counting most."""
    paths = [resources.templates() / COMMON, folder / COMMON]
    return [path for path in dict.fromkeys(path.resolve() for path in paths) if path.is_file()]


def _shipped_vocabulary() -> Vocabulary:
    """The words that layouts know: those of the common file, and those that shipped types add."""
    folder = resources.templates()
    return vocabulary([folder / COMMON, *sorted(folder.glob(f"*/{DEFINITION}"))])


def _common_words(path: Path, known: Vocabulary, findings: list[Finding]) -> Words:
    place = Place(file=path.name)
    table = parse(_read(path, place, findings), place, findings)
    words = read_words(table, known)
    table.finish()
    return words


def _load(
    home: Path, common: Words, known: Vocabulary, sources: list[Path], findings: list[Finding]
) -> MeetingType:
    place = Place(file=f"{home.name}/{DEFINITION}")
    before = len(findings)
    text = _read(home / DEFINITION, place, findings)
    table = parse(text, place, findings)
    readable = len(findings) == before
    kind = read_type(table, home, known)
    if not readable:  # then every key is missing too, which nobody needs to be told
        del findings[before + 1 :]
    inside = sorted({home / rule.file for rule in kind.documents})
    fingerprint = _fingerprint([home / DEFINITION, *sources, *inside])
    return replace(kind, words=common | kind.words, fingerprint=fingerprint)


def _fingerprint(files: Sequence[Path]) -> str:
    """SHA-256 over the files that a type is made of, with their names and lengths."""
    digest = hashlib.sha256()
    for path in files:
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def same_names(types: Sequence[MeetingType]) -> list[Finding]:
    """Findings for types that would not be told apart: a title must say which of ``types`` is meant."""
    owners: dict[str, str] = {}
    findings = []
    for kind in types:
        for called in {_plain(kind.name), _plain(kind.title)} - {""}:
            first = owners.setdefault(called, kind.name)
            if first != kind.name:
                place = Place(file=f"{kind.name}/{DEFINITION}", key="titel")
                findings.append(Finding.of("E-114", place, value=kind.title, first=f"{first}/{DEFINITION}"))
    return findings


def _check_templates(types: Sequence[MeetingType], folder: Path, findings: list[Finding]) -> None:
    is_shipped = folder.resolve() == resources.templates().resolve()
    shown = f'"{folder}"' if " " in str(folder) else str(folder)
    where = "" if is_shipped else f" --templates {shown}"
    for kind in types:
        place = Place(file=f"{kind.name}/{DEFINITION}", key="dokument")
        command = f"docgen templates make {kind.name}{where}"
        findings.extend(
            Finding.of("E-115", place, value=rule.file, command=command)
            for rule in kind.documents
            if rule.file and not kind.path(rule).is_file()
        )
