"""The zip that a .docx is: reading it whole, and writing it again with some parts changed.

Source: ECMA-376 part 2 (Open Packaging Conventions) and PKWARE's APPNOTE 6.3.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from docgen.errors import TemplateError
from docgen.findings import Finding, Place

LIMIT = 256  # MB unpacked: far above any letter, far below what harms the machine
CONTENT_TYPES = "[Content_Types].xml"

_OLE = b"\xd0\xcf\x11\xe0"  # an encrypted .docx is wrapped in the old format's container
_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")
_DEFLATED, _STORED = zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED
_VERSION = 20
_DATE = 0x21  # 1980-01-01, the zip format's first day, at 00:00: the same input gives the same bytes
_UTF8 = 0x800

# zlib's level, window (as a power of two) and use of memory.
_SMALLEST = (9, 15, 9)
_FASTEST = (1, 14, 7)


@dataclass(frozen=True)
class Package:
    """All members of the file, unpacked, in its own order, with what was mended on the way."""

    members: dict[str, bytes]
    notes: tuple[Finding, ...]


def read(data: bytes, name: str) -> Package:
    """The package in ``data``; ``name`` is the file's name for findings.

    A member that occurs twice (LibreOffice and python-docx have both made such files) is taken once, the
    last one, and noted. Raises ``TemplateError`` for what is no zip, encrypted, damaged or huge.
    """
    place = Place(file=name)
    if data.startswith(_OLE):
        raise TemplateError(Finding.of("E-121", place))
    if not data.startswith(b"PK"):
        raise TemplateError(Finding.of("E-120", place))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
        raise TemplateError(Finding.of("E-122", place)) from None
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        size = sum(info.file_size for info in infos) // 1_000_000
        if size > LIMIT:
            raise TemplateError(Finding.of("E-126", place, size=size, limit=LIMIT))
        members: dict[str, bytes] = {}
        notes = []
        for info in infos:
            if info.filename in members:
                notes.append(Finding.of("W-120", place, member=info.filename))
            members[info.filename] = _unpacked(archive, info, place)
    if CONTENT_TYPES not in members:
        raise TemplateError(Finding.of("E-120", place))
    return Package(members, tuple(notes))


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place) -> bytes:
    if info.flag_bits & 0x1:
        raise TemplateError(Finding.of("E-121", place))
    try:
        return archive.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, struct.error):
        raise TemplateError(Finding.of("E-122", replace(place, part=info.filename))) from None


class Archive:
    """Writes a .docx again and again: what never changes is packed once, in front.

    ``unchanging`` members are packed at level 9, here. ``written`` adds the others at level 1 with a window
    of 16 KB: for parts as small as a letter's, zlib's usual 32 KB cost more to set up than to use. A member
    that is what it was the last time (an institution's header and footer, a title) is not packed again.
    """

    def __init__(self, unchanging: Mapping[str, bytes]) -> None:
        members = [_packed(name, data, _SMALLEST) for name, data in unchanging.items()]
        self._front, self._directory = _joined(members, offset=0)
        self._count = len(members)
        self._last: dict[str, _Member] = {}

    def written(self, changed: Mapping[str, bytes]) -> bytes:
        """The whole file, with ``changed`` behind the members that never change."""
        members = [self._again(name, data) for name, data in changed.items()]
        back, directory = _joined(members, offset=len(self._front))
        count = self._count + len(members)
        size = len(self._directory) + len(directory)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, size, len(self._front) + len(back), 0)
        return b"".join((self._front, back, self._directory, directory, end))

    def _again(self, name: str, data: bytes) -> _Member:
        last = self._last.get(name)
        if last is None or last.data != data:
            last = self._last[name] = _packed(name, data, _FASTEST)
        return last


@dataclass(frozen=True, slots=True)
class _Member:
    """A packed member: ``body`` is its local header and data, ``facts`` what the directory repeats."""

    label: bytes
    data: bytes
    body: bytes
    facts: tuple[int, ...]


def _packed(name: str, data: bytes, effort: tuple[int, int, int]) -> _Member:
    label = name.encode()
    method, packed = _deflated(data, *effort)
    flags = 0 if name.isascii() else _UTF8
    facts = (flags, method, 0, _DATE, zlib.crc32(data), len(packed), len(data), len(label), 0)
    return _Member(label, data, _LOCAL.pack(b"PK\3\4", _VERSION, *facts) + label + packed, facts)


def _joined(members: Iterable[_Member], offset: int) -> tuple[bytes, bytes]:
    """The members one behind the other, and their entries of the central directory."""
    bodies: list[bytes] = []
    entries: list[bytes] = []
    for member in members:
        where = (0, 0, 0, 0, offset)
        entries += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *member.facts, *where), member.label)
        bodies.append(member.body)
        offset += len(member.body)
    return b"".join(bodies), b"".join(entries)


def _deflated(data: bytes, level: int, window: int, memory: int) -> tuple[int, bytes]:
    packer = zlib.compressobj(level, zlib.DEFLATED, -window, memory)
    packed = packer.compress(data) + packer.flush()
    return (_DEFLATED, packed) if len(packed) < len(data) else (_STORED, data)
