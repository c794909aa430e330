"""A plan carried out: folders of meetings, the overview, and the ledger that remembers them.

Files first, then the ledger that speaks of them: a build that is killed at any instant can be run again
to the same result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.errors import PackError, UsageError, why
from docgen.findings import Finding, Place, in_order
from docgen.mailing.conversion import FilesConverter
from docgen.mailing.memo import FOLDER as DIGITAL
from docgen.mailing.names import MAIL
from docgen.model import Channel
from docgen.packs.builder import Builder, Options, Progress
from docgen.packs.extras import CALENDARS, CANCELLATIONS, COURSES
from docgen.packs.files import is_full, make_folder, sweep, unwritable, write_whole
from docgen.packs.folders import MEETINGS
from docgen.packs.ledger import FOLDER, has_ledger, opened
from docgen.packs.overview import Whereabouts, overview
from docgen.packs.post.mailroom import MadeUp, Mailroom
from docgen.packs.post.names import POST
from docgen.packs.post.papers import Papers
from docgen.planning import LeftOut, Plan
from docgen.planning.labelsheets import SHEETS

__all__ = ["BuildResult", "Options", "build_pack"]

OVERVIEW = "oversigt.html"
HOMES = (MEETINGS, CALENDARS, CANCELLATIONS, COURSES, POST, MAIL, DIGITAL)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. File names are relative to the pack, with ``/`` between folders.

    ``kept`` are files that a person has edited; ``left_out`` are the plan's meetings with errors and those
    whose templates could not be filled; ``findings`` are the build's own, after the plan's. ``is_new`` says
    that nothing had been built into this pack before. A file name shows nobody's number who has no longer
    the resident's consent: ``invitation_….docx``. ``mailed`` counts what goes out now, by Kanal; ``zipped``
    is the zip file with all of it, if one was made.
    """

    pack: Path
    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    is_new: bool
    mailed: Mapping[Channel, int] = field(default_factory=dict, hash=False)
    zipped: Path | None = None


def build_pack(
    plan: Plan,
    pack: Path,
    options: Options,
    *,
    convert: FilesConverter | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Writes the plan's meetings into ``pack`` and gives back what was done.

    A meeting whose template cannot be filled is left out and named; the others are built. ``convert`` makes
    PDF where it is wanted; without it there is none, which is a finding. Raises ``PackError`` when the folder
    cannot be written at all or another build is at work in it, and ``UsageError`` for a label that its sheet
    does not have.
    """
    pack = pack.absolute()
    _require_label(plan, options)
    try:
        _require_folders(pack)
        is_new = not has_ledger(pack)
        with opened(pack) as ledger:
            for home in (pack, *(pack / name for name in HOMES)):
                sweep(home)
            if is_new:
                ledger.take_over(plan.history)
            builder = Builder(plan, pack, ledger, options)
            builder.run(progress or _silent)
            left_out = {left.nr for left in builder.left_out}
            mailed = _mailroom(builder, convert).make_up(builder.outdated | left_out)
            builder.outcome.add(mailed.outcome)
            result = _result(pack, builder, is_new, mailed)
            told = (*plan.meetings, *plan.standing)
            folders = {planned.nr: builder.folder(planned.nr, planned.folder).name for planned in told}
            going = frozenset(key for some in mailed.going.values() for key in some)
            there, everything = _beside_meetings(pack), options.mailing.everything
            where = Whereabouts(folders, builder.outdated, there, going, everything)
            page = overview(plan, result.left_out, result.findings, options.language, where)
            findings = _write_changed(pack / OVERVIEW, page.encode())
    except OSError as error:
        raise unwritable(pack, error) from error
    return replace(result, findings=in_order((*result.findings, *findings)))


def _mailroom(builder: Builder, convert: FilesConverter | None) -> Mailroom:
    options = builder.options
    return Mailroom(
        builder.plan,
        builder.pack,
        builder.ledger,
        options.mailing,
        convert,
        Papers(builder.pack, builder.folders, builder.ledger),
        options.overwrite_edited,
    )


def _beside_meetings(pack: Path) -> frozenset[str]:
    """The files that lie in the pack's other folders, as they are linked to."""
    found = (path for name in HOMES if name != MEETINGS for path in (pack / name).rglob("*"))
    return frozenset(path.relative_to(pack).as_posix() for path in found if path.is_file())


def _silent(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


def _result(pack: Path, builder: Builder, is_new: bool, mailed: MadeUp) -> BuildResult:
    done = builder.outcome
    return BuildResult(
        pack=pack,
        written=tuple(done.written),
        kept=tuple(done.kept),
        removed=tuple(done.removed),
        left_out=tuple(builder.left_out),
        findings=in_order(done.findings),
        is_new=is_new,
        mailed={way: len(some) for way, some in mailed.going.items()},
    )


def _write_changed(path: Path, data: bytes) -> tuple[Finding, ...]:
    """Writes the file if it holds something else; an error is a finding, for all else has been built."""
    try:
        if not path.is_file() or path.read_bytes() != data:
            write_whole(path, data)
    except OSError as error:
        if is_full(error):
            raise
        return (Finding.of("E-161", Place(file=path.name), reason=why(error)),)
    return ()


def _require_label(plan: Plan, options: Options) -> None:
    start, count = options.mailing.label_start, SHEETS[plan.institution.label_sheet].count
    if not 1 <= start <= count:
        raise UsageError(Finding.of("E-408", start=start, count=count))


def _require_folders(pack: Path) -> None:
    for name in ("", *HOMES, FOLDER):
        folder = pack / name
        if folder.exists() and not folder.is_dir():
            raise PackError(Finding.of("E-165", Place(file="/".join(filter(None, (pack.name, name))))))
    make_folder(pack)
