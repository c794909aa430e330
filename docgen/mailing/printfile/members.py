"""The members of a finished document, each unpacked when somebody asks for it.

Most of what a letter is made of is what the letter before it was made of, packed in the same way: that need
not be unpacked to be known again. Source: PKWARE's APPNOTE 6.3, 4.3.7 (the header in front of each member).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from docgen.documents.package import LIMIT

_LENGTHS = struct.Struct("<HH")
_LENGTHS_AT, _HEADER = 26, 30
_ENCRYPTED = 0x1
_PLAIN_DEFLATE = -15


class DamagedError(Exception):
    """The zip, or a member of it, cannot be unpacked."""


class Members(Mapping[str, bytes]):
    """The members of a zip by name; of two with one name, the last. Raises ``DamagedError``, also late."""

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos = [info for info in archive.infolist() if not info.is_dir()]
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError, EOFError):
            raise DamagedError from None
        if sum(info.file_size for info in infos) > LIMIT * 1_000_000:
            raise DamagedError
        self._data = data
        self._infos = {info.filename: info for info in infos}
        self._unpacked: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._unpacked:
            self._unpacked[name] = self._unpack(self._infos[name])
        return self._unpacked[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def __len__(self) -> int:
        return len(self._infos)

    def packed(self, name: str) -> tuple[int, bytes]:
        """How a member is packed, and its packed bytes; blank for one that is not there.

        Two members of which this is the same are the same.
        """
        info = self._infos.get(name)
        return (0, b"") if info is None else (info.compress_type, self._body(info))

    def _body(self, info: zipfile.ZipInfo) -> bytes:
        try:
            lengths = _LENGTHS.unpack_from(self._data, info.header_offset + _LENGTHS_AT)
        except struct.error:
            raise DamagedError from None
        start = info.header_offset + _HEADER + sum(lengths)
        return self._data[start : start + info.compress_size]

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        body = self._body(info)
        if info.flag_bits & _ENCRYPTED or info.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            raise DamagedError
        if info.compress_type == zipfile.ZIP_DEFLATED:
            try:
                body = zlib.decompressobj(_PLAIN_DEFLATE).decompress(body, info.file_size + 1)
            except zlib.error:
                raise DamagedError from None
        if len(body) != info.file_size or zlib.crc32(body) != info.CRC:
            raise DamagedError
        return body
