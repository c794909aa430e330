"""Results as plain values for ``--json``: keys in English, words in the language of the run.

A key is always there, empty where there is nothing to say, so that programs need not ask first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.findings import Finding, errors_in
from docgen.i18n import Language
from docgen.meetingtypes.definition import MeetingType
from docgen.planning import LeftOut

if TYPE_CHECKING:
    from docgen.documents.check import Inspection
    from docgen.packs.sending import Dispatch
    from docgen.workbook.archiving import Archiving
    from docgen.workbook.writeback import WriteResult

Json = dict[str, Any]


def finding(found: Finding, words: Language) -> Json:
    """Code, severity, the parts of the place that are known, and the words."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "place": {part: value for part, value in asdict(found.place).items() if value},
        "message": found.message(words),
        "expected": found.expected(words),
        "remedy": found.remedy(words),
    }


def findings(found: Sequence[Finding], words: Language) -> Json:
    """All findings and how many they are; part of every document."""
    errors = len(errors_in(found))
    return {
        "errors": errors,
        "warnings": len(found) - errors,
        "findings": [finding(one, words) for one in found],
    }


def left_out(left: LeftOut) -> Json:
    """A meeting that is not built, and the codes of the errors that stop it."""
    return {"nr": left.nr, "codes": sorted({found.code for found in left.findings})}


def dispatch(done: Dispatch) -> Json:
    """What counts as sent now."""
    return {
        "invited": list(done.invited),
        "updated": list(done.updated),
        "called_off": list(done.called_off),
        "taken_out": [nr for nr, _ in done.taken_out],  # of whom, is nobody's business here
        "unfinished": list(done.unfinished),
        "put_away": {"folder": done.home, "files": done.put_away},
    }


def archived(done: Archiving) -> Json:
    """Which meetings left the workbook, and where they are now."""
    return {
        "moved": list(done.numbers),
        "archive": str(done.archive),
        "copy": str(done.copy) if done.copy else "",
    }


def written(done: WriteResult) -> Json:
    """What was put on Møder."""
    return {
        "added": list(done.added),
        "changed": list(done.changed),
        "copy": str(done.copy) if done.copy else "",
    }


def types(kinds: Iterable[MeetingType]) -> Json:
    """The meeting types with their documents."""
    return {
        "types": [
            {
                "name": kind.name,
                "title": kind.title,
                "source": kind.source,
                "minutes": kind.length.usual,
                "about_resident": kind.about_resident,
                "folder": str(kind.folder),
                "documents": [{"file": rule.file, "for": rule.audience.value} for rule in kind.documents],
            }
            for kind in kinds
        ]
    }


def inspection(inspected: Inspection, words: Language) -> Json:
    """What was found in templates, and the LIX of each letter or sheet for residents, with one decimal."""
    return {
        "readability": [
            {
                "file": one.file,
                "lix": round(one.lix, 1),
                "limit": one.limit,
                "heaviest": one.heaviest,
                "heaviest_lix": round(one.heaviest_lix, 1),
            }
            for one in inspected.readability
        ],
        **findings(inspected.findings, words),
    }


def paths(name: str, written: Sequence[Path]) -> Json:
    """Files that were made."""
    return {name: [str(path) for path in written]}
