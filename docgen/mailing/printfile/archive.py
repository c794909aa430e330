"""The zip that a print file is, written as it comes.

A zip takes one member at a time, and the body of the document grows while headers and pictures come and go.
So the body lies in a file without a name beside it, which is gone with the process, and is packed last. All
members bear the zip format's first day: the same input gives the same bytes. Sources: ECMA-376 part 2,
clause 10 (content types); PKWARE's APPNOTE 6.3, 4.5.3 (ZIP64), which ``zipfile`` uses where it is needed.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast
from xml.sax.saxutils import quoteattr

from docgen.files import TEMPORARY
from docgen.mailing.printfile.wordml import DECLARATION

_OWNER = 0o600
_READ_WRITE = 0o666
_FRESH = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # O_BINARY is Windows' own
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_FASTEST = 1
_CHUNK = 1 << 16


class Spool:
    """Bytes that are written now and packed later. All but the first few lie in the folder."""

    def __init__(self, folder: Path) -> None:
        # The file has no name where the system allows it; else it bears the mark that leftovers are known by.
        self._file = tempfile.SpooledTemporaryFile(_CHUNK, dir=str(folder), prefix=".", suffix=TEMPORARY)  # noqa: SIM115 - closed with the archive

    def write(self, data: bytes) -> None:
        self._file.write(data)

    def size(self) -> int:
        return int(self._file.tell())

    def pieces(self) -> Iterator[bytes]:
        """What was written, up to each line feed in it."""
        self._file.seek(0)
        yield from self._file

    def close(self) -> None:
        # What could not be written to a full disk is tried once more when a file is closed.
        with contextlib.suppress(OSError):
            self._file.close()


class Archive:
    """A print file under its temporary name. As a context, it removes the file when something goes wrong.

    ``OSError`` of a disk that is full comes through.
    """

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self.path = path
        self._sink = _Sink(os.fdopen(os.open(path, _FRESH, _OWNER), "w+b"))
        self._zip = zipfile.ZipFile(
            cast("IO[bytes]", self._sink), "w", zipfile.ZIP_DEFLATED, compresslevel=_FASTEST
        )
        self._defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
        self._overrides: list[str] = []
        self._spools: list[Spool] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self.discard()

    def spool(self) -> Spool:
        """A place for bytes that are to become a member of the file later."""
        spool = Spool(self.path.parent)
        self._spools.append(spool)
        return spool

    def add(self, name: str, data: bytes, content_type: str = "") -> None:
        """Writes a member; ``content_type`` is blank for relationships."""
        self._typed(name, content_type)
        self._zip.writestr(_info(name), data)

    def pour(
        self, name: str, content_type: str, front: bytes, middle: Iterable[bytes], back: bytes, size: int
    ) -> None:
        """Writes a member that comes in pieces. ``size`` is the most bytes that the middle can come to."""
        self._typed(name, content_type)
        info = _info(name)
        info.file_size = len(front) + size + len(back)  # by which zipfile sees whether it needs ZIP64
        with self._zip.open(info, "w") as member:
            for piece in itertools.chain((front,), middle, (back,)):
                member.write(piece)

    def close(self) -> Path:
        """Writes the directory, and sees to it that the disk has all of it; gives the file's path."""
        self._zip.writestr(_info("[Content_Types].xml"), self._content_types())
        self._zip.close()
        self._sink.sync()
        self._close_spools()
        with contextlib.suppress(OSError):  # a file that somebody else owns, on some network drives
            self.path.chmod(self.path.parent.stat().st_mode & _READ_WRITE)
        return self.path

    def discard(self) -> None:
        """Removes the file, also one that is whole."""
        self._sink.abandon()
        with contextlib.suppress(OSError, ValueError):
            self._zip.close()
        self._close_spools()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _close_spools(self) -> None:
        for spool in self._spools:
            spool.close()

    def _typed(self, name: str, content_type: str) -> None:
        """By its ending where the file has no other of that ending, else by its name."""
        ending = name.rpartition(".")[2].lower()
        if ending != "xml" and self._defaults.setdefault(ending, content_type or "") == content_type:
            return
        if content_type:
            self._overrides.append(
                f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(content_type)}/>"
            )

    def _content_types(self) -> bytes:
        defaults = [
            f"<Default Extension={quoteattr(ending)} ContentType={quoteattr(kind)}/>"
            for ending, kind in sorted({**self._defaults, "xml": "application/xml"}.items())
        ]
        inner = "".join((*defaults, *self._overrides))
        return DECLARATION + f'<Types xmlns="{_TYPES}">{inner}</Types>'.encode()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIRST_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # whatever system this is
    return info


class _Sink:
    """A file that can be told that nobody wants it: ``zipfile`` writes a directory whatever has happened."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at = 0
        self._is_wanted = True

    def write(self, data: bytes, /) -> int:
        if self._is_wanted:
            self._file.write(data)
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, /) -> int:
        if self._is_wanted:
            self._file.seek(offset)
        self._at = offset
        return offset

    def flush(self) -> None:
        if self._is_wanted:
            self._file.flush()

    def seekable(self) -> bool:
        return True

    def sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Closes the file; what is written from now on is nobody's."""
        self._is_wanted = False
        with contextlib.suppress(OSError):
            self._file.close()
