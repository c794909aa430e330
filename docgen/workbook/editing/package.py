"""The zip that a workbook is: some parts changed, everything else copied as the packed bytes it is.

Source: ECMA-376 part 2 (Open Packaging Conventions) and PKWARE's APPNOTE 6.3.
"""

from __future__ import annotations

import copy
import io
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import basename, dirname

from lxml import etree

from docgen.workbook.parts import member_at, parsed

CONTENT_TYPES = "[Content_Types].xml"

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LOCAL = struct.Struct("<26xHH")  # a local header's last two numbers: the lengths of the name and the extra
_SIZES_FOLLOW = 0x08  # APPNOTE 4.4.4, bit 3: sizes stand behind the data; in what we write they stand before


@dataclass(slots=True)
class Part:
    """One XML part as a tree; ``changed`` says whether it still is what the file held."""

    root: etree._Element
    before: bytes = b""

    @classmethod
    def of(cls, xml: bytes) -> Part:
        part = cls(parsed(xml))
        part.before = part.xml()
        return part

    @property
    def namespace(self) -> str:
        """The root's namespace, as ``{…}`` before a name: transitional and strict files differ in it."""
        return f"{{{etree.QName(self.root).namespace or ''}}}"

    @property
    def changed(self) -> bool:
        return self.xml() != self.before

    def xml(self) -> bytes:
        """The whole part, with what stands around its root."""
        tree = self.root.getroottree()
        return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


@dataclass(slots=True)
class Package:
    """A workbook's members. ``part`` gives one to change; ``written`` the bytes with what has changed."""

    data: bytes
    _zip: zipfile.ZipFile = field(init=False)
    _parts: dict[str, Part] = field(default_factory=dict)
    _new: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(self.data))

    @property
    def names(self) -> list[str]:
        return [*self._zip.namelist(), *self._new]

    def read(self, name: str) -> bytes:
        """The member as it is in the file; ``KeyError`` when it is not there."""
        return self._new[name] if name in self._new else self._zip.read(name)

    def part(self, name: str) -> Part:
        """The part to look at and to change; the same one each time."""
        if name not in self._parts:
            self._parts[name] = Part.of(self.read(name))
        return self._parts[name]

    def related(self, name: str, kind: str) -> list[str]:
        """The members that the part ``name`` points at as ``kind`` (``table``), those that are there."""
        if _links_of(name) not in self.names:
            return []
        links = [link for link in self.part(_links_of(name)).root if link.get("TargetMode") != "External"]
        found = [
            member_at(dirname(name), str(link.get("Target")))
            for link in links
            if str(link.get("Type")).endswith(f"/{kind}")
        ]
        return [member for member in found if member in self.names]

    def add(self, name: str, xml: bytes, content_type: str, *, owner: str, kind: str) -> str:
        """Adds a part that ``owner`` points at as ``kind``; the id of the relationship comes back.

        ``owner`` is the workbook, or has a sheet at least: the new relationship's type is of the same family
        (the strict form of the standard has names of its own).
        """
        self._new[name] = xml
        known = self.part(CONTENT_TYPES).root
        etree.SubElement(known, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
        links = self.part(_links_of(owner)).root
        types = {str(link.get("Type")) for link in links}
        family = next(each for each in sorted(types) if each.endswith("/worksheet")).rpartition("/")[0]
        taken = {link.get("Id") for link in links}
        label = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        target = name.removeprefix(f"{dirname(owner)}/")
        etree.SubElement(links, f"{{{_LINKS}}}Relationship", Id=label, Type=f"{family}/{kind}", Target=target)
        return label

    @property
    def changed(self) -> bool:
        return bool(self._new) or any(part.changed for part in self._parts.values())

    def written(self) -> bytes:
        """The workbook with its changed parts; the members that have not changed are the same packed bytes.

        Members keep their order, dates and attributes, and new ones stand last: no clock is asked.
        """
        changed = {name: part.xml() for name, part in self._parts.items() if part.changed}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            target.comment = self._zip.comment
            for info in self._zip.infolist():
                # Of two members with one name the last one counts, for us as for Excel.
                if info.filename in changed and info is self._zip.getinfo(info.filename):
                    target.writestr(_like(info, info.filename), changed[info.filename])
                else:
                    _copy(self.data, info, out, target)
            model = self._zip.getinfo(CONTENT_TYPES)
            for name, xml in self._new.items():
                target.writestr(_like(model, name), changed.get(name, xml))
        return out.getvalue()


def free_name(package: Package, pattern: str) -> str:
    """The first name that no member has: ``pattern`` holds ``{}`` for its number."""
    taken = {name.casefold() for name in package.names}  # part names differ by more than case: part 2, 6.2.2
    return next(name for name in _numbered(pattern) if name.casefold() not in taken)


def _numbered(pattern: str) -> Iterator[str]:
    number = 1
    while True:
        yield pattern.format(number)
        number += 1


def _links_of(name: str) -> str:
    return f"{dirname(name)}/_rels/{basename(name)}.rels"


def _like(info: zipfile.ZipInfo, name: str) -> zipfile.ZipInfo:
    """A member of this name with the date, packing and attributes of ``info``."""
    fresh = zipfile.ZipInfo(name, info.date_time)
    fresh.compress_type, fresh.external_attr = info.compress_type, info.external_attr
    fresh.create_system = info.create_system
    return fresh


def _copy(data: bytes, info: zipfile.ZipInfo, out: io.BytesIO, target: zipfile.ZipFile) -> None:
    """Puts the member behind those that ``target`` has written to ``out``, its packed bytes untouched."""
    start = info.header_offset + _LOCAL.size + sum(_LOCAL.unpack_from(data, info.header_offset))
    fresh = copy.copy(info)
    fresh.flag_bits &= ~_SIZES_FOLLOW
    fresh.header_offset = out.tell()
    out.write(fresh.FileHeader(zip64=False))
    out.write(data[start : start + info.compress_size])
    target.filelist.append(fresh)
    target.start_dir = out.tell()
