"""A meeting type's definition made into its Word templates.

A *layout* is a function that gets the type and one of its ``[[dokument]]`` and gives a document; the
registry below names them all. Words come from the type, never from a layout.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docx.document import Document

from docgen.errors import DefinitionError
from docgen.findings import Finding, Place
from docgen.meetingtypes.authoring.agenda import agenda
from docgen.meetingtypes.authoring.cancellation import cancellation
from docgen.meetingtypes.authoring.cards import cards
from docgen.meetingtypes.authoring.courseplan import course_plan
from docgen.meetingtypes.authoring.easy_read import easy_read
from docgen.meetingtypes.authoring.excerpt import excerpt
from docgen.meetingtypes.authoring.gpletter import gp_letter
from docgen.meetingtypes.authoring.guide import guide
from docgen.meetingtypes.authoring.letter import private, resident, staff
from docgen.meetingtypes.authoring.minutes import minutes
from docgen.meetingtypes.authoring.notes import notes
from docgen.meetingtypes.authoring.page import custom_properties, save
from docgen.meetingtypes.authoring.programme import programme
from docgen.meetingtypes.authoring.seal import PROPERTY, is_unbroken, seal
from docgen.meetingtypes.authoring.sheet import easy_sheet, sheet
from docgen.meetingtypes.definition import DocumentRule, MeetingType, Scope
from docgen.meetingtypes.table import closest

Layout = Callable[[MeetingType, DocumentRule], Document]

LAYOUTS: dict[str, Layout] = {
    "brev": resident,
    "brev_letlaest": easy_read,
    "brev_medarbejder": staff,
    "brev_paaroerende": private,
    "brev_laege": gp_letter,
    "ark": sheet,
    "ark_letlaest": easy_sheet,
    "dagsorden": agenda,
    "program": programme,
    "guide": guide,
    "kort": cards,
    "noteark": notes,
    "referat": minutes,
    "uddrag": excerpt,
    "moedeplan": course_plan,
    "aflysning": cancellation,
}
"""What ``layout`` of a ``[[dokument]]`` can name."""


def make(kind: MeetingType) -> dict[str, bytes]:
    """The Word templates of a type by file name; the same definition gives the same bytes.

    Raises ``DefinitionError`` for a layout that does not exist and for words that nobody has written.
    """
    return {rule.file: make_one(kind, rule) for rule in kind.documents}


def make_one(kind: MeetingType, rule: DocumentRule) -> bytes:
    """One of the type's templates; raises as ``make`` does."""
    layout = _layout(kind, rule)
    try:
        document = layout(kind, rule)
    except KeyError as missing:
        name = str(missing.args[0])
        if "." not in name or name in kind.words:  # not a word that was looked up
            raise
        place = Place(file=f"{kind.name}/type.toml")
        table = name.split(".")[0]
        finding = Finding.of("E-117", place, layout=rule.layout, name=name, table=table)
        raise DefinitionError(finding) from None
    custom_properties(document, _identity(kind, rule) | {PROPERTY: seal(save(document))})
    return save(document)


def _identity(kind: MeetingType, rule: DocumentRule) -> dict[str, str]:
    """What a document says to machines of itself, by the names of its custom properties.

    Minutes also say when the meeting was to be held and who each participant's fields are about: a file that
    LibreOffice has saved names people there, and not their numbers.
    """
    about = ("forloeb", "{{ forloeb.nr }}") if rule.scope is Scope.COURSE else ("moede", "{{ moede.nr }}")
    told = {
        f"docgen.{about[0]}": about[1],
        "docgen.kalender-id": "{{ institution.kalender_id }}",
        "docgen.type": kind.name,
        "docgen.dokument": rule.stem,
    }
    if rule.layout == "referat":
        told["docgen.tid"] = "{{ moede.tidsrum }}"
        told["docgen.deltagere"] = "{% for d in deltagere %}{{ d.nr }} {{ d.betegnelse }}|{% endfor %}"
    return told


def _layout(kind: MeetingType, rule: DocumentRule) -> Layout:
    if rule.layout in LAYOUTS:
        return LAYOUTS[rule.layout]
    at = kind.documents.index(rule) + 1
    place = Place(file=f"{kind.name}/type.toml", key=f"dokument {at}: layout")
    allowed, near = ", ".join(LAYOUTS), closest(rule.layout, LAYOUTS)
    if near:
        finding = Finding.of("E-110", place, value=rule.layout, allowed=allowed, suggestion=near)
    else:
        finding = Finding.of("E-109", place, value=rule.layout, allowed=allowed)
    raise DefinitionError(finding)


def write(kind: MeetingType, *, overwrite: bool = False) -> list[Path]:
    """Write the Word templates into the type's folder; the paths of those that were written.

    A file that holds the very bytes ``make`` gives is left alone, and one that nobody has changed since then
    is made anew. Without ``overwrite`` any other file that is there raises ``DefinitionError``, and nothing
    is written: people may have edited it.
    """
    fresh = {kind.folder / name: blob for name, blob in make(kind).items()}
    changed = {path: blob for path, blob in fresh.items() if not _holds(path, blob)}
    in_the_way = [path for path in changed if path.exists() and not is_unbroken(path)]
    if in_the_way and not overwrite:
        place = Place(file=kind.name)
        raise DefinitionError(*(Finding.of("E-118", place, value=path.name) for path in in_the_way))
    for path, blob in changed.items():
        _write_whole(path, blob)
    return list(changed)


def _holds(path: Path, blob: bytes) -> bool:
    return path.is_file() and path.read_bytes() == blob


def _write_whole(path: Path, blob: bytes) -> None:
    """The file appears with all its bytes or not at all."""
    draft = path.with_name(f".{path.name}.ny")
    try:
        draft.write_bytes(blob)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
