"""The seal of a made template: how one tells that nobody has changed it since.

It is a digest of what the file says (its members under ``word/``), kept among the document's custom
properties. Word and LibreOffice keep the property when they save, and write those members anew: then the
seal is broken.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path
from typing import BinaryIO

from lxml import etree

PROPERTY = "docgen.aftryk"
_CUSTOM = "docProps/custom.xml"


def seal(template: bytes) -> str:
    """The digest of a template's contents, hexadecimal; the same before and after it is sealed."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        return _digest(archive)


def resealed(document: bytes) -> bytes:
    """A document that was filled from a sealed template, sealed anew with what it says now.

    Without the property it comes back as it is: then nobody can say whether it has been changed since.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as archive, zipfile.ZipFile(packed, "w") as target:
        custom = archive.read(_CUSTOM) if _CUSTOM in archive.namelist() else b""
        if not (old := _sealed(custom) if custom else ""):
            return document
        new = custom.replace(old.encode(), _digest(archive).encode())
        for member in archive.infolist():
            data = new if member.filename == _CUSTOM else archive.read(member)
            target.writestr(member, data, member.compress_type)
    return packed.getvalue()


def is_unbroken(file: Path | BinaryIO) -> bool:
    """Whether the file is as it was made: sealed, and with the contents that the seal tells of."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _sealed(archive.read(_CUSTOM)) == _digest(archive)
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return False


def is_sealed(file: Path) -> bool:
    """Whether the file comes from a template of docgen's own, by a seal that may be broken by now."""
    try:
        with zipfile.ZipFile(file) as archive:
            return bool(_sealed(archive.read(_CUSTOM)))
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return False


def _digest(archive: zipfile.ZipFile) -> str:
    digest = hashlib.sha256()
    for name in sorted(name for name in archive.namelist() if name.startswith("word/")):
        member = archive.read(name)
        digest.update(f"{name}\0{len(member)}\0".encode() + member)
    return digest.hexdigest()


def _sealed(custom: bytes) -> str:
    """What the seal says; ``""`` where there is none."""
    properties = etree.fromstring(custom)
    values = (one.findtext("*") for one in properties if one.get("name") == PROPERTY)
    return next(values, None) or ""
