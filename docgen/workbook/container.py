"""The file as bytes: is it a workbook at all, and if not, what is it?

Administrators hand over what they have: a file with a password, an old .xls, half a download, a Word
document with the wrong name. Each gets its own finding, because each is mended in its own way.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from docgen.errors import WorkbookError, why
from docgen.findings import Finding, Place

LARGEST = 300  # MB unpacked: a workbook of 10,000 meetings is about 20, a zip bomb is thousands

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: old Office files, and new ones with a password
_ZIP = b"PK\x03\x04"


def contents(path: Path) -> bytes:
    """The bytes of an .xlsx workbook that has no password.

    Raises ``WorkbookError`` for a file that is missing, may not be read, has a password, is of another
    kind, is truncated or is unreasonably large.
    """
    data = bytes_of(path)
    finding = _objection(data, path.name)
    if finding:
        raise WorkbookError(finding)
    return data


def damaged(name: str) -> WorkbookError:
    """The error for a workbook whose inside cannot be read."""
    return WorkbookError(_finding("E-005", name))


def bytes_of(path: Path) -> bytes:
    """Whatever the file holds. Raises ``WorkbookError`` for one that is missing or may not be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise WorkbookError(_finding("E-001", path.name)) from None
    except IsADirectoryError:
        raise WorkbookError(_finding("E-004", path.name)) from None
    except OSError as error:
        raise WorkbookError(_finding("E-006", path.name, reason=why(error))) from None


def _objection(data: bytes, name: str) -> Finding | None:
    if data.startswith(_OLE):
        return _objection_to_ole(data, name)
    if not data.startswith(_ZIP):
        return _finding("E-004", name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _objection_to_package(package, name)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError):
        return _finding("E-005", name)


def _objection_to_ole(data: bytes, name: str) -> Finding:
    """Stream names of the compound file tell an encrypted package from an old workbook."""
    if "EncryptedPackage".encode("utf-16-le") in data:  # [MS-OFFCRYPTO] 2.3.4.4
        return _finding("E-002", name)
    if any(stream.encode("utf-16-le") in data for stream in ("Workbook\0", "Book\0")):
        return _finding("E-003", name, format=".xls")
    return _finding("E-004", name)


def _objection_to_package(package: zipfile.ZipFile, name: str) -> Finding | None:
    names = set(package.namelist())
    if "xl/workbook.bin" in names:
        return _finding("E-003", name, format=".xlsb")
    if "mimetype" in names and b"spreadsheet" in package.read("mimetype"):
        return _finding("E-003", name, format=".ods")
    if not any(member.endswith("workbook.xml") for member in names):
        return _finding("E-004", name)
    size = sum(member.file_size for member in package.infolist()) // 1_000_000
    return _finding("E-007", name, size=size, limit=LARGEST) if size > LARGEST else None


def _finding(code: str, name: str, **data: object) -> Finding:
    return Finding.of(code, Place(file=name), file=name, **data)
