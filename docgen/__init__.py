"""docgen: one workbook of residents and meetings in, everything that the meetings need out.

    from datetime import datetime
    from pathlib import Path
    from zoneinfo import ZoneInfo
    import docgen

    now = datetime.now(ZoneInfo("Europe/Copenhagen"))
    types = docgen.meeting_types()
    workbook = docgen.load(Path("parkvaenget.xlsx"))
    plan = docgen.plan(workbook, types, now=now)
    result = docgen.build(plan, Path("parkvaenget-pakke"))

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
    from docgen.meetingtypes.definition import MeetingType
    from docgen.model import Workbook
    from docgen.packs.build import BuildResult
    from docgen.planning import Plan, Window

__version__ = "0.2.0"
__all__ = ["__version__", "build", "check", "load", "meeting_types", "plan"]

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
    language: Language = ENGLISH,
    progress: Callable[[int, int], None] | None = None,
) -> BuildResult:
    """Carries a plan out in the folder ``pack`` and says what was done.

    With ``rebuild`` unchanged meetings are written anew too; with ``overwrite_edited`` also over what people
    have edited. The overview is in ``language``. ``progress`` is called with meetings done and meetings in
    all. Raises ``PackError`` when the pack cannot be written.
    """
    from docgen.packs.build import Options, build_pack

    options = Options(rebuild=rebuild, overwrite_edited=overwrite_edited, language=language)
    return build_pack(plan, pack, options, progress=progress)
