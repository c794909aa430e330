"""What Word notes in a file about those who wrote in it: it does not go out with the file.

Who made and who last saved it (ECMA-376 part 2, 11.1), for which firm (part 1, 22.2), and everybody who ever
commented or tracked changes, with their account ([MS-DOCX], 2.2.5): that list stays when all of it has been
accepted and deleted.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element

from docgen.documents.parts import parsed
from docgen.findings import Place

NOTED: Mapping[str, str] = {
    "docProps/core.xml": "{*}creator|{*}lastModifiedBy",
    "docProps/app.xml": "{*}Manager|{*}Company",
    "word/people.xml": "{*}person",
}
"""The parts, and the elements right below their root that are about people."""


def noted(members: Mapping[str, bytes], place: Place) -> list[str]:
    """The parts of the file that say something of those who wrote in it."""
    return [name for name in NOTED if name in members and _found(parsed(members[name], place), name)]


def forget(root: _Element, member: str) -> None:
    """Takes out what the part says of them."""
    for one in _found(root, member):
        root.remove(one)


def _found(root: _Element, member: str) -> list[_Element]:
    return [one for kind in NOTED[member].split("|") for one in root.findall(kind)]
