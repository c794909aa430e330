"""What was made of filled minutes, when a consent has been withdrawn: excerpts, and drafts of e-mails.

``docgen collect`` makes them, so the ledger does not know them. Their own seals tell which of them nobody has
changed. A draft may carry minutes that name the person, whoever it is to: so all drafts of the meeting go,
and collecting its minutes again makes those that are still due.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from docgen.findings import Finding, Place
from docgen.mailing.names import MAIL, drafts_of, meeting_of, unnamed
from docgen.mailing.seal import is_unbroken
from docgen.meetingtypes.authoring import seal
from docgen.packs.files import digest
from docgen.packs.folders import remove_if_empty
from docgen.packs.meetingfolder import FolderWriter, Outcome
from docgen.packs.records import Ledger

_HOLDER = f"{MAIL}/"
MADE = f"{MAIL}/made/"
"""What the ledger keeps the drafts under that have been made, whether they lie there still or not."""


def excerpts(folder: Path, known: Collection[str]) -> dict[str, set[str]]:
    """The documents in a meeting's folder that docgen has made, and the ledger does not know.

    To each the fingerprint under which it lies there untouched; none where a person has changed it.
    """
    found = (path for path in folder.glob("*.docx") if path.name not in known and seal.is_sealed(path))
    return {
        path.name: {digest(path.read_bytes())} if seal.is_unbroken(path) else set() for path in sorted(found)
    }


def clear_excerpts(folder: Path, known: Collection[str], *, overwrite: bool) -> Outcome:
    """Takes away what was made of the minutes in a meeting's folder; edited ones stay, and are named."""
    ours = excerpts(folder, known)
    return FolderWriter(folder, ours, overwrite=overwrite, naming=ours.keys()).remove(ours.keys())


def clear_drafts(pack: Path, numbers: Collection[str], ledger: Ledger, *, overwrite: bool) -> Outcome:
    """Takes away the drafts of these meetings; edited ones stay, and are named until they are gone."""
    folder = pack / MAIL
    names = frozenset(name for nr in numbers for name in drafts_of(folder, nr))
    files = {name: (folder / name).read_bytes() for name in sorted(names)}
    ours = {name: {digest(data)} for name, data in files.items() if is_unbroken(data)}
    outcome = FolderWriter(folder, ours, overwrite=overwrite, naming=names).remove(names)
    before = ledger.files(_HOLDER)
    still = {name for name in before.keys() - names if (folder / name).is_file()}
    outcome.findings += [Finding.of("W-167", Place(file=name)) for name in sorted(still)]
    if (left := dict.fromkeys(still | outcome.stale, "")) or before:
        ledger.record_files(_HOLDER, left, left.keys())
    made = ledger.files(MADE)
    if forgotten := {name for name in made if meeting_of(name) in {*numbers}}:
        ledger.record_files(MADE, {name: one for name, one in made.items() if name not in forgotten})
    remove_if_empty(folder)
    return outcome.called(unnamed).under(MAIL)
