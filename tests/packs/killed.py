"""Kills a build between any two steps it takes, builds again, and says what lies in the pack then.

    python killed.py FOLDER SCENARIO [all]

A step is whatever Python reports to its auditors before it does it (a file opened, renamed, removed, its
permissions set, a folder made) and each statement of SQL. Steps are of the same kind when they do the same to
the same kind of file, or are the same statement with other values. A build does the same for meeting after
meeting, so it is killed once between every two kinds of steps that ever follow each other, at one of the
places where they do (which one is drawn, the same in every run); with "all", at each step there is.

Every build is a process of its own, forked from this one; killing is SIGKILL, so nothing is tidied up.
Writes FOLDER/report.json: the steps' kinds in order, what a build that nobody killed leaves behind, and for
each step before which one was killed what is different after the second build.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import traceback
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from docgen.documents.template import Template
from docgen.meetingtypes.definition import MeetingType
from docgen.model import MeetingStatus, Workbook
from docgen.packs.ledger import FILE, FOLDER, history_of
from docgen.packs.sending import mark_sent
from tests import making
from tests.packs.building import MOVED, built, letter, meeting_type, tree, two
from tests.packs.posting import course_type

STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.rmdir")
INVITED = making.resident(consents=("P004",))
_VALUE = re.compile(r"'(?:[^']|'')*'|[xX]'[0-9A-F]*'|\b\d+\b|\bNULL\b")
"""A value that stands in a statement of SQL."""
SENT = ("sent", "on again", "sending")
"""Scenarios of a pack with a course that has been sent, or is being sent."""


def of_course(*, changed: bool, theme: str = "Et tema") -> Workbook:
    """M001, M002 and a course, all with a relative; or all of them changed since.

    Then M001 has moved, M002 is called off, two meetings of the course are gone, and so is the consent.
    """
    course = making.course(time=dt.time(12), end=dt.date(2026, 3, 5), theme=theme)
    if not changed:
        agreed = replace(INVITED, case_coordinator="P001")
        rows = (replace(row, theme=theme) for row in two())
        return making.book(*rows, courses=(course,), residents=(agreed,))
    first, second = two(date=MOVED, place="Et andet sted")
    called_off = replace(second, status=MeetingStatus.CANCELLED)
    ended = replace(course, end=dt.date(2026, 2, 10))
    withdrawn = making.resident(case_coordinator="P001")
    return making.book(first, called_off, courses=(ended,), residents=(withdrawn,))


def before(pack: Path, kind: MeetingType, scenario: str) -> None:
    """What lies in the pack when the build that is killed begins."""
    if scenario in ("fresh", "overtaken"):
        return
    if scenario in SENT:
        built(of_course(changed=False), [kind], pack)
        if scenario != "sending":
            mark_sent(pack, making.NOW.date())
        return
    built(making.book(*two(extra=("P004",)), residents=(INVITED,)), [kind], pack)
    if scenario == "edited":
        folder = next((pack / "moeder").glob("*_M001"))
        for name in ("invitation_B001.docx", "referat.docx"):
            (folder / name).write_bytes(letter("Skrevet af et menneske"))


def wanted(scenario: str) -> tuple[Workbook, Workbook]:
    """The workbooks of the build that is killed, and of the next one.

    Before a pack that is ``overtaken`` is built again, M001 has moved, lost its relative and a contact
    person, and M002 is gone; before one that is ``on again``, all that was called off is back, with another
    theme. Otherwise both are the same.
    """
    moved: dict[str, Any] = {"date": MOVED, "place": "Et andet sted"}
    if scenario == "overtaken":
        first = making.book(*two(extra=("P004",)), residents=(INVITED,))
        return first, making.book(making.meeting(absent=("P002",), **moved))
    if scenario in SENT:
        changed = of_course(changed=True)
        back = of_course(changed=False, theme="Et andet tema")
        return changed, back if scenario == "on again" else changed
    only = making.book(making.meeting() if scenario == "fresh" else making.meeting(**moved))
    return only, only


def once(work: Callable[[], object]) -> int:
    """Does the work in a process of its own; gives back the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        sys.exit("the build failed")
    return os.WTERMSIG(status)


def watched(pack: Path, work: Callable[[], object], step: Callable[[str], None]) -> None:
    """Does the work, and calls ``step`` with the kind of each step in the pack, before it is taken."""

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event in STEPS and str(arguments[0]).startswith(str(pack)):
            step(f"{event} {_kind_of_file(Path(str(arguments[0])).relative_to(pack))}")

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connected(*arguments, **options)
        connection.set_trace_callback(lambda statement: step(_VALUE.sub("?", statement)))
        return connection

    connected = sqlite3.connect
    vars(sqlite3)["connect"] = connect
    sys.addaudithook(audit)
    work()


def not_waiting_for_the_disk() -> None:
    """What was written outlives a process that is killed, and nobody here pulls the plug."""
    connected = sqlite3.connect

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connected(*arguments, **options)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    vars(sqlite3)["connect"] = connect
    vars(os)["fsync"] = abs


def _kind_of_file(file: Path) -> str:
    """The folder of the pack in which it lies, at what depth, and its ending: ``moeder/*/*.docx``."""
    below = "".join("/*" for _ in file.parts[1:])
    return f"{file.parts[0]}{below}{file.suffix}" if below else str(file)


def dying_before(number: int, pack: Path, work: Callable[[], object]) -> None:
    """Does the work, and dies before the step with that number in the pack."""
    taken = itertools.count(1)

    def step(_: str) -> None:
        if next(taken) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    watched(pack, work, step)


def noting(record: Path, pack: Path, work: Callable[[], object]) -> None:
    """Does the work, and writes down the kinds of its steps."""
    kinds: list[str] = []
    watched(pack, work, kinds.append)
    record.write_text(json.dumps(kinds), "utf-8")


def chosen(kinds: Sequence[str]) -> list[int]:
    """The numbers of the steps before which to kill: one for each two kinds that follow each other."""
    places = defaultdict(list)
    for number, pair in enumerate(itertools.pairwise(["", *kinds]), start=1):
        places[pair].append(number)
    draw = random.Random(1)  # noqa: S311 - nothing is kept secret with it
    return sorted(draw.choice(numbers) for numbers in places.values())


def state(pack: Path) -> dict[str, str]:
    """What lies in the pack, hidden files too, and what its ledger remembers."""
    files = {name: hashlib.sha256(data).hexdigest() for name, data in tree(pack).items()}
    # A journal without a header says nothing; SQLite takes it away when it writes the next time.
    files |= {f".docgen/{path.name}": "" for path in (pack / FOLDER).iterdir() if not _is_void(path)}
    return files | remembered(pack)


def remembered(pack: Path) -> dict[str, str]:
    """What the ledger holds, but for what it calls ours: that may be more after a build that was killed."""
    known = history_of(pack)
    with closing(sqlite3.connect(pack / FOLDER / FILE)) as connection:
        rows = connection.execute("SELECT nr, name, sha256, stale FROM file").fetchall()
    tables: dict[str, Mapping[Any, object]] = {
        "built": known.built,
        "sent": known.sent,
        "cancellation": known.cancellations,
        "deadline": known.deadlines,
        "file": {(nr, name): found for nr, name, *found in rows},
    }
    return {f"ledger: {table} {key}": str(one) for table, held in tables.items() for key, one in held.items()}


def _is_void(path: Path) -> bool:
    return path.name.endswith("-journal") and not any(path.read_bytes()[:28])


def main(home: Path, scenario: str, *, every: bool = False) -> None:
    kind = (course_type if scenario in SENT else meeting_type)(home / "typer")
    start, pack = home / "start", home / "pakke"
    start.mkdir()
    before(start, kind, scenario)

    first, second = wanted(scenario)

    def build(workbook: Workbook = second) -> list[str]:
        now = making.NOW if workbook is not second else making.LATER
        return [str(finding) for finding in built(workbook, [kind], pack, now=now).findings]

    def send(_: Workbook = second) -> list[str]:
        mark_sent(pack, making.NOW.date())
        return []

    def afresh() -> None:
        shutil.rmtree(pack, ignore_errors=True)
        shutil.copytree(start, pack)

    work = send if scenario == "sending" else build
    afresh()
    straight = work()
    aim = state(pack)
    afresh()
    once(partial(noting, home / "steps.json", pack, partial(work, first)))
    kinds = json.loads((home / "steps.json").read_text("utf-8"))
    differences: dict[int, list[str]] = {}
    for number in range(1, len(kinds) + 1) if every else chosen(kinds):
        afresh()
        assert once(partial(dying_before, number, pack, partial(work, first))) == signal.SIGKILL
        findings = work()
        after = state(pack)
        wrong = [name for name in sorted(aim.keys() | after.keys()) if aim.get(name) != after.get(name)]
        differences[number] = [*wrong, *(found for found in findings if found not in straight)]
    report = {"steps": kinds, "aim": aim, "findings": straight, "differences": differences}
    (home / "report.json").write_text(json.dumps(report), "utf-8")


if __name__ == "__main__":
    # Templates are no part of this: each is compiled once here, and every build that is forked has them.
    setattr(Template, "compile", cache(Template.compile))  # noqa: B010 - a method cannot be assigned to
    not_waiting_for_the_disk()
    main(Path(sys.argv[1]), sys.argv[2], every="all" in sys.argv[3:])
