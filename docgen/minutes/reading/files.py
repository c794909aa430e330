"""The files to collect from: single ones, or all the minutes in a folder, such as a pack."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import why
from docgen.files import locks
from docgen.findings import Finding, Place
from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.reading.identity import MINUTES
from docgen.minutes.reading.reader import Reading, read_minutes
from docgen.minutes.values import label

_SIGN_OF_A_LOCK = ("~$", ".~lock.", ".")


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and whether it was named itself: then it is a fault if it holds no minutes."""

    file: Path
    is_named: bool


def files_in(sources: Iterable[Path]) -> tuple[Found, ...]:
    """The Word files among ``sources`` and in the folders among them, each once, in a stable order."""
    found: dict[str, Found] = {}
    for source in sources:
        if source.is_dir():
            for file in sorted(source.rglob("*.docx")):
                found.setdefault(_itself(file), Found(file, is_named=False))
        else:
            found[_itself(source)] = Found(source, is_named=True)
    return tuple(one for one in found.values() if not one.file.name.startswith(_SIGN_OF_A_LOCK))


def _itself(path: Path) -> str:
    """What two paths to one file have in common; links that lead nowhere are paths like others."""
    return os.path.realpath(path)


def read_all(sources: Iterable[Path], types: Sequence[MeetingType]) -> Iterator[Reading]:
    """What each file says. One that is open elsewhere, or cannot be read, is a finding and stops no other.

    Of a folder's other documents, letters and agendas and what people keep there, nothing is said.
    """
    for one in files_in(sources):
        reading = _read(one.file, types)
        if one.is_named or reading.minutes or _is_minutes_by_name(one.file) or not _is_other(reading):
            yield reading


def _read(file: Path, types: Sequence[MeetingType]) -> Reading:
    if any(map(os.path.lexists, locks(file))):
        return Reading(None, (Finding.of("E-305", Place(file=label(file))),))
    try:
        data = file.read_bytes()
    except OSError as error:
        return Reading(None, (Finding.of("E-306", Place(file=label(file)), reason=why(error)),))
    return read_minutes(data, file, types)


def _is_other(reading: Reading) -> bool:
    """Whether it was read, and is simply something else."""
    return {found.code for found in reading.findings} == {"E-300"}


def _is_minutes_by_name(file: Path) -> bool:
    return MINUTES in file.stem.casefold()
