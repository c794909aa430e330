"""docgen: one workbook of residents and meetings in, everything that the meetings need out.

    from datetime import datetime
    from pathlib import Path
    from zoneinfo import ZoneInfo
    import docgen

    now = datetime.now(ZoneInfo("Europe/Copenhagen"))
    types = docgen.meeting_types()
    workbook, pack = docgen.load(Path("parkvaenget.xlsx")), Path("parkvaenget-pakke")
    plan = docgen.plan(workbook, types, now=now, pack=pack)
    result = docgen.build(plan, pack)
    docgen.sent(pack, day=now.date())
    docgen.collect([pack], Path("parkvaenget.xlsx"), types, now=now)

What an office starts from (a fresh workbook, the sample, templates of one's own) is in ``docgen.shelf``.

What is wrong with single rows is no exception but a finding in the result (``docgen.findings``); what
cannot be done at all raises a ``docgen.errors.DocgenError``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.i18n import ENGLISH, Language

if TYPE_CHECKING:
    from docgen.findings import Finding
    from docgen.keyfigures.report import Report
    from docgen.meetingtypes.definition import MeetingType
    from docgen.minutes.collecting.collection import Collection
    from docgen.model import Workbook
    from docgen.packs.build import BuildResult
    from docgen.packs.post.wishes import MailingOptions
    from docgen.packs.sending import Dispatch
    from docgen.planning import Plan, Window
    from docgen.workbook.archiving import Archiving
    from docgen.workbook.writeback import WriteResult

__version__ = "0.5.0"
__all__ = [
    "__version__",
    "archive",
    "build",
    "check",
    "collect",
    "load",
    "meeting_types",
    "plan",
    "report",
    "sent",
    "write",
]

# Each function imports what it needs when it is called: ``docgen --help`` should not wait for Word.


def load(path: Path) -> Workbook:
    """The workbook at ``path``, with what is wrong in single cells in its ``findings``.

    Raises ``WorkbookError`` when there is no readable Excel workbook (``.xlsx``, ``.xlsm``) there.
    """
    from docgen.workbook.reader import read

    return read(path)


def meeting_types(folder: Path | None = None, *, templates_needed: bool = True) -> tuple[MeetingType, ...]:
    """The shipped meeting types and those in ``folder``, which win over shipped ones of the same name.

    ``templates_needed=False`` is for those who are about to make the Word templates. Raises
    ``DefinitionError`` with everything that is wrong in any ``type.toml``, and for two types of one title.
    """
    from docgen import resources
    from docgen.errors import DefinitionError
    from docgen.meetingtypes.loader import load_types, same_names

    types = {kind.name: kind for kind in load_types(resources.templates(), templates_needed=templates_needed)}
    if folder is not None:
        own = {kind.name: kind for kind in load_types(folder, templates_needed=templates_needed)}
        shipped = [kind for name, kind in types.items() if name not in own]
        if findings := same_names([*shipped, *own.values()]):
            raise DefinitionError(*findings)
        types |= own
    return tuple(types[name] for name in sorted(types))


def check(
    workbook: Workbook, types: Sequence[MeetingType], *, now: dt.datetime, logo_folder: Path | None = None
) -> tuple[Finding, ...]:
    """Every finding of a workbook, in reading order: cells, references, the rules of the types, the logo.

    The institution's logo is looked for in ``logo_folder`` (the workbook's).
    """
    return plan(workbook, types, now=now, logo_folder=logo_folder).findings


def plan(
    workbook: Workbook,
    types: Sequence[MeetingType],
    *,
    now: dt.datetime,
    window: Window | None = None,
    pack: Path | None = None,
    logo_folder: Path | None = None,
) -> Plan:
    """What building would do, as a value; ``now`` carries its zone.

    ``window`` chooses the meetings (all of them by default). ``pack`` is where they were built before, if
    anywhere; without it every meeting is new. The institution's logo is looked for in ``logo_folder`` (the
    workbook's). Raises ``PackError`` for a pack that cannot be read.
    """
    from docgen.documents.logo import find_logo
    from docgen.packs.recovery import history_in
    from docgen.planning import NOTHING, Window, make_plan
    from docgen.workbook.checks import check as check_references

    logo, about_logo = find_logo(workbook.institution.logo, logo_folder)
    findings = (*workbook.findings, *check_references(workbook), *about_logo)
    history, about_history = history_in(pack) if pack is not None else (NOTHING, ())
    found = (*findings, *about_history)
    return make_plan(workbook, types, found, now=now, window=window or Window(), history=history, logo=logo)


def build(
    plan: Plan,
    pack: Path,
    *,
    rebuild: bool = False,
    overwrite_edited: bool = False,
    mailing: MailingOptions | None = None,
    zipped: bool = False,
    language: Language = ENGLISH,
    progress: Callable[[int, int], None] | None = None,
) -> BuildResult:
    """Carries a plan out in the folder ``pack`` and says what was done.

    With ``rebuild`` unchanged meetings are written anew too; with ``overwrite_edited`` also over what people
    have edited. ``mailing`` says how print files, e-mails and messages are made up: as Word alone, and of
    what has not been sent yet, unless told otherwise. ``zipped`` puts the pack into a zip file beside it. The
    overview is in ``language``. ``progress`` is called with meetings done and meetings in all. Raises
    ``PackError`` when the pack cannot be written, and ``UsageError`` for a label that its sheet does not
    have.
    """
    from dataclasses import replace

    from docgen.findings import in_order
    from docgen.mailing.pdf import PdfOptions, find_files_converter
    from docgen.packs.build import Options, build_pack
    from docgen.packs.post.wishes import USUAL
    from docgen.packs.zipping import zip_pack

    wishes = mailing or USUAL
    convert = find_files_converter(PdfOptions(wishes.archival, keep_blank_pages=wishes.duplex))
    options = Options(rebuild, overwrite_edited, language, wishes)
    result = build_pack(plan, pack, options, convert=convert, progress=progress)
    if not zipped:
        return result
    target = result.pack.with_name(f"{result.pack.name}.zip")
    packed = zip_pack(result.pack, target)
    found = in_order((*result.findings, *packed.findings))
    return replace(result, zipped=target if packed.names else None, findings=found)


def sent(pack: Path, *, day: dt.date, numbers: Sequence[str] = ()) -> Dispatch:
    """Says that what was built in ``pack`` went out on ``day``; what counts as sent since then comes back.

    ``numbers`` chooses meetings; without any it is everything. From now on changes to what was sent are
    updates, and what is called off is cancelled. Raises ``PackError`` for a folder in which nothing has been
    built, ``UsageError`` for a number that has not been.
    """
    from docgen.packs.sending import mark_sent

    return mark_sent(pack, day, numbers)


def write(plan: Plan, path: Path) -> WriteResult:
    """Puts the chosen meetings of courses on the sheet Møder of the plan's own workbook, at ``path``.

    A copy of the workbook is saved first; nothing is when there is nothing to write. Raises ``WorkbookError``
    when the workbook is open elsewhere, has changed since it was read, or could not be kept as it is.
    """
    from docgen.i18n import language
    from docgen.planning.writeback import row_changes
    from docgen.workbook.writeback import put_rows

    changes = row_changes(plan, language("da"))
    return put_rows(path, [(one.nr, one.row, one.values) for one in changes], plan.source, now=plan.now)


def collect(
    sources: Sequence[Path],
    into: Path,
    types: Sequence[MeetingType],
    *,
    now: dt.datetime,
    pack: Path | None = None,
    dry_run: bool = False,
) -> Collection:
    """Reads filled minutes back into the workbook at ``into``; what was read and written comes back.

    ``sources`` are Word files, and folders (packs) in which all minutes are looked for. Decisions go to the
    sheet Beslutninger, the meeting's status and the agreed next meeting to Møder, after a copy of the
    workbook has been saved; what has been collected before, and what people have changed since, is left
    alone. What is to be sent on is made ready in ``pack``, or else in the first pack among ``sources``:
    drafts of e-mails to those who get the minutes, as PDF where LibreOffice is there to make it, and what
    the GP gets. With ``dry_run`` nothing is written. A file that cannot be collected is a finding.

    Raises ``WorkbookError`` as ``write`` does, and ``PackError`` for a ``pack`` in which nothing has been
    built, or whose ledger cannot be used.
    """
    from docgen.homecoming import collect
    from docgen.mailing.pdf import find_converter

    return collect(sources, into, types, now=now, convert=find_converter(), pack=pack, dry_run=dry_run)


def archive(path: Path, *, before: dt.date, now: dt.datetime) -> Archiving:
    """Moves the rows of meetings before a day that are over from the workbook at ``path`` to its archive.

    The archive is "<workbook name>-arkiv.xlsx" beside it. The numbers stay reserved on the sheet Arkiv.
    Raises ``WorkbookError`` as ``write`` does.
    """
    from docgen.workbook.archiving import archive_rows

    return archive_rows(path, before, now)


def report(
    workbook: Workbook,
    types: Sequence[MeetingType],
    folder: Path | None = None,
    *,
    month: dt.date,
    now: dt.datetime,
    weeks: int = 8,
    internal: bool = False,
    words_folder: Path | None = None,
    logo_folder: Path | None = None,
) -> Report:
    """The key figures of the month in which the day ``month`` lies, and of the month before.

    With a ``folder`` they are written there as a Word file and a workbook. ``weeks`` is how long without a
    meeting is worth telling. Small numbers are taken out unless it is ``internal``: then the files say that
    they are the house's own. ``words_folder`` may hold a ``noegletal.toml`` with words of an office's own;
    the institution's logo is looked for in ``logo_folder`` (the workbook's).

    Raises ``UsageError`` for a month that has not begun, ``DefinitionError`` for words that are not
    understood, and ``PackError`` when the files cannot be written.
    """
    from dataclasses import replace

    from docgen.documents.logo import find_logo
    from docgen.keyfigures.report import make_report, write_report
    from docgen.keyfigures.words import report_words
    from docgen.workbook.checks import check as check_references

    words = report_words(words_folder)
    logo, about_logo = find_logo(workbook.institution.logo, logo_folder)
    findings = (*workbook.findings, *check_references(workbook), *about_logo)
    made = make_report(workbook, types, findings, words, month=month, now=now, weeks=weeks, internal=internal)
    files = write_report(made, folder, words, day=now.date(), logo=logo) if folder else ()
    return replace(made, files=files)
