"""Minutes as they go out to those who get them: what was written, and nothing else.

What fields show while they are empty is meant for the one who fills them in, and so are rows that nobody
needed, labels that nothing was written after, and the room to write in. And minutes carry numbers and names
in a custom property (``docgen.deltagere``), from the day they were built: whoever takes a name out of the
text does not see it there. Who wrote in the file is not said either (``metadata``). Nothing that people
wrote is changed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

from lxml import etree
from lxml.etree import _Element

from docgen.documents.package import read
from docgen.documents.parts import W, main_part, parsed
from docgen.findings import Place
from docgen.minutes.reading.controls import W15, controls, is_prompt, is_ticked
from docgen.minutes.reading.wordtext import cells, rows, text_of
from docgen.minutes.sending.metadata import forget, noted

_CUSTOM = "docProps/custom.xml"
_PROPERTY = "docgen.deltagere"
_PICTURES = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))
_VAL = f"{W}val"
_LEAST = 454
"""Twentieths of a point (8 mm): what is left of a row's room for a pen."""


def going_out(document: bytes, name: str) -> bytes:
    """The document as it goes out. Raises ``TemplateError`` for one that cannot be read."""
    members = read(document, name).members
    place = Place(file=name)
    changes: dict[str, Callable[[_Element], None]] = {main_part(members, place): _finish}
    if _PROPERTY.encode() in members.get(_CUSTOM, b""):
        changes[_CUSTOM] = _forget_names
    changes |= _forgotten(members, place)
    return _packed(document, {member: _changed(members, member, place, do) for member, do in changes.items()})


def without_authors(document: bytes, name: str) -> bytes:
    """A document that says nothing of those who wrote in it: the very same one, if it did not.

    Raises ``TemplateError`` for one that cannot be read.
    """
    members = read(document, name).members
    place = Place(file=name)
    changes = _forgotten(members, place)
    changed = {member: _changed(members, member, place, do) for member, do in changes.items()}
    return _packed(document, changed) if changed else document


def _forgotten(members: Mapping[str, bytes], place: Place) -> dict[str, Callable[[_Element], None]]:
    return {member: partial(forget, member=member) for member in noted(members, place)}


def _changed(
    members: Mapping[str, bytes], member: str, place: Place, change: Callable[[_Element], None]
) -> bytes:
    root = parsed(members[member], place)
    change(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(document: bytes, changed: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as archive, zipfile.ZipFile(packed, "w") as target:
        for member in archive.infolist():
            data = changed.get(member.filename)
            target.writestr(member, archive.read(member) if data is None else data, member.compress_type)
    return packed.getvalue()


def _finish(root: _Element) -> None:
    for section in root.iter(f"{W}sdt"):
        if section.find(f"{W}sdtPr/{W15}repeatingSection") is not None:
            _drop_blank_rows(section)
    for paragraph in [one for one in root.iter(f"{W}p") if _is_bare_label(one)]:
        _take_out(paragraph)
    for height in [one for one in root.iter(f"{W}trHeight") if int(one.get(_VAL, "0")) > _LEAST]:
        height.set(_VAL, str(_LEAST))
    for control in [one for one in root.iter(f"{W}sdt") if is_prompt(one)]:
        _empty(control)


def _drop_blank_rows(section: _Element) -> None:
    """All rows of a repeating section that nobody wrote in, but for the last one if there is no other."""
    items = section.findall(f"{W}sdtContent/{W}sdt")
    blank = [item for item in items if _is_blank(item)]
    for item in blank if len(blank) < len(items) else blank[1:]:
        _take_out(item)


def _is_blank(item: _Element) -> bool:
    """Whether the cells with fields say nothing, and show nothing; the others hold the form's own words."""
    if any(True for _ in item.iter(*_PICTURES)):
        return False
    fields = [cell for row in rows(item) for cell in cells(row) if any(controls(cell))]
    said = (text_of(cell, without=is_prompt) for cell in fields)
    return all(
        not is_ticked(cell, text) and text in ("", "☐") for cell, text in zip(fields, said, strict=True)
    )


def _empty(control: _Element) -> None:
    """Takes the prompt away, and leaves a run with its look: a field must hold something."""
    runs = [*control.iter(f"{W}r")]
    for text in [text for run in runs for text in run.iter(f"{W}t")]:
        text.text = ""
    for mark in control.findall(f"{W}sdtPr/{W}showingPlcHdr"):
        _take_out(mark)


def _is_bare_label(paragraph: _Element) -> bool:
    """Whether a line outside of tables is "Label: " and a prompt, and nobody wrote anything beside it."""
    home = paragraph.getparent()
    is_line = home is not None and home.tag == f"{W}body" and any(map(is_prompt, paragraph.iter(f"{W}sdt")))
    return is_line and text_of(paragraph, without=is_prompt).endswith(":")


def _take_out(element: _Element) -> None:
    home = element.getparent()
    if home is not None:
        home.remove(element)


def _forget_names(root: _Element) -> None:
    for one in root.findall("{*}property"):
        if one.get("name") == _PROPERTY:
            _take_out(one)
