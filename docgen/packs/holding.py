"""Folders of a pack that belong to no meeting: each is made to hold certain files, and no others of ours."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path

from docgen.packs.files import digest
from docgen.packs.folders import remove_if_empty
from docgen.packs.meetingfolder import FolderWriter, Outcome
from docgen.packs.records import Ledger


def hold(
    pack: Path,
    folder: str,
    files: Mapping[str, bytes],
    ledger: Ledger,
    ours: Mapping[str, Set[str]],
    *,
    overwrite: bool,
) -> Outcome:
    """Makes ``folder`` hold these files; what was done comes back, by file name.

    ``ours`` are the fingerprints under which files lie there untouched. Those of them that are no longer
    among the files go away, unless a person has edited them.
    """
    holder = f"{folder}/"
    before = ledger.files(holder)
    prints = {name: digest(data) for name, data in files.items()}
    due = {name: data for name, data in files.items() if not _holds(pack / folder / name, data)}
    gone = ours.keys() - files.keys()
    if not (due or gone) and before == prints:
        return Outcome()
    ledger.intend_files(holder, prints)
    writer = FolderWriter(pack / folder, ours, before, overwrite=overwrite)
    outcome = writer.write(due)
    outcome.add(writer.remove(gone))
    remove_if_empty(pack / folder)
    if outcome.complete:
        ledger.record_files(holder, prints)
    return outcome


def masked(name: str) -> str:
    """The file's name without the number of the person: ``M001_….docx``."""
    stem, _, ending = name.rpartition(".")
    head, line, _ = stem.rpartition("_")
    return f"{head}{line}….{ending}"


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
