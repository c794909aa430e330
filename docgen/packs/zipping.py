"""A pack as one zip file, to be handed on.

The same pack gives the same bytes, as long as the same zlib packs it: order, times and attributes are fixed.
Names are such as every system can write, Windows' own unpacking among them: what docgen writes is, and copies
may be called what people like. Sources: PKWARE's APPNOTE, 4.4.4 (bit 11: names in UTF-8); Microsoft, "Naming
Files, Paths, and Namespaces".
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from docgen.errors import why
from docgen.files import TEMPORARY, into_place
from docgen.findings import Finding, Place
from docgen.packs.files import is_full
from docgen.packs.ledger import FOLDER

_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o100600  # fixed, so that it does not matter on what system the zip was made
_PACKED = (".docx", ".xlsx", ".pdf", ".png", ".jpg", ".jpeg", ".zip")
_PASSING = re.compile(r"~\$.*|\.~lock\..*#|.*\.tmp|thumbs\.db|desktop\.ini|\.ds_store", re.IGNORECASE)
_NO_NAME = re.compile(r'[<>:"|?*\\/\x00-\x1f\x7f\ud800-\udfff]')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_IN_MEMORY = 8_000_000


@dataclass(frozen=True, slots=True)
class Zipped:
    """What is in the zip file, by its names there in their order, and what is to be said.

    Without any names the zip file could not be written (E-419), and there is what there was before.
    """

    names: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def zip_pack(pack: Path, target: Path) -> Zipped:
    """Packs all of a pack into ``target``, under one folder of the pack's name; whole or not at all.

    Left out are the ledger's folder and passing files of programs. What cannot be read is named and left out
    (W-418), and so are links that lead out of the pack (W-419): the rest is packed.
    """
    try:
        with _whole(target) as file, zipfile.ZipFile(file, "w") as packed:
            packer = _Packer(Path(os.path.realpath(pack)), packed)
            for path in packer.files(packer.home):
                packer.add(path)
    except OSError as error:
        return Zipped(findings=(Finding.of("E-419", Place(file=target.name), reason=why(error)),))
    return Zipped(tuple(packer.names.values()), tuple(packer.findings))


def plain_name(name: str) -> str:
    """A file's name as every system can write it: composed letters (NFC), no signs that Windows keeps for
    itself, no dot or blank at the end, no name of a device.
    """
    said = _NO_NAME.sub("_", unicodedata.normalize("NFC", name))
    kept = said.rstrip(". ")
    said = kept if kept == said else f"{kept}_"
    return f"_{said}" if _DEVICE.fullmatch(said) else said


class _Packer:
    """Puts the files of the pack in ``home`` into an open zip file."""

    def __init__(self, home: Path, packed: zipfile.ZipFile) -> None:
        self.home = home
        self.packed = packed
        self.names: dict[str, str] = {}  # as they stand there, by what Windows takes for the same
        self.findings: list[Finding] = []

    def files(self, folder: Path) -> Iterator[Path]:
        """The files to be packed, each folder's sorted by their names in the zip."""
        try:
            entries = sorted(folder.iterdir(), key=lambda one: (plain_name(one.name), one.name))
        except OSError as error:
            self._say("W-418", folder, reason=why(error))
            return
        for entry in entries:
            real = Path(os.path.realpath(entry))
            if self._is_left_out(entry):
                continue
            if not real.is_relative_to(self.home) or real.is_relative_to(self.home / FOLDER):
                self._say("W-419", entry)
            elif not entry.is_dir():
                yield entry
            elif real == entry:  # what a linked folder holds is packed where it lies
                yield from self.files(entry)

    def add(self, path: Path) -> None:
        """Packs one file. It is read to its end first, as nothing can be taken out of a zip file again."""
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
            try:
                with path.open("rb") as source:
                    shutil.copyfileobj(source, copy)
            except OSError as error:
                if is_full(error):
                    raise
                self._say("W-418", path, reason=why(error))
                return
            member = zipfile.ZipInfo(self._free(path), _TIME)
            member.create_system, member.external_attr = _UNIX, _MODE << 16
            is_packed = path.suffix.lower() in _PACKED
            member.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            member.file_size = copy.tell()
            copy.seek(0)
            with self.packed.open(member, "w") as into:
                shutil.copyfileobj(copy, into)

    def _is_left_out(self, entry: Path) -> bool:
        """The ledger, what programs leave lying about, and what is no file (a pipe would be waited for)."""
        passing = entry.name.endswith(TEMPORARY) or _PASSING.fullmatch(entry.name)
        known = entry.is_file() or entry.is_dir() or entry.is_symlink()
        return bool(passing) or entry == self.home / FOLDER or not known

    def _free(self, path: Path) -> str:
        """The file's name in the zip, with a number where another one has it already."""
        folder, _, name = f"{plain_name(self.home.name)}/{self._name(path)}".rpartition("/")
        stem, dot, ending = name.rpartition(".") if "." in name[1:] else (name, "", "")
        candidate, number = f"{folder}/{name}", 1
        while candidate.casefold() in self.names:
            number += 1
            candidate = f"{folder}/{stem}_{number}{dot}{ending}"
        self.names[candidate.casefold()] = candidate
        return candidate

    def _name(self, path: Path) -> str:
        return "/".join(map(plain_name, path.relative_to(self.home).parts))

    def _say(self, code: str, path: Path, **data: object) -> None:
        self.findings.append(Finding.of(code, Place(file=self._name(path) or self.home.name), **data))


@contextlib.contextmanager
def _whole(target: Path) -> Iterator[IO[bytes]]:
    """A file beside ``target`` that takes its place when all has gone well, and is gone when not."""
    temporary = target.with_name(f".{target.name}{TEMPORARY}")
    try:
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        into_place(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
