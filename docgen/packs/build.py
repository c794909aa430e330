"""A plan carried out: folders of meetings, the overview, and the ledger that remembers them.

Files first, then the ledger that speaks of them: a build that is killed at any instant can be run again
to the same result.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from docgen.errors import PackError, why
from docgen.findings import Finding, Place, in_order
from docgen.packs.builder import Builder, Options, Progress
from docgen.packs.extras import CALENDARS, CANCELLATIONS, COURSES
from docgen.packs.files import is_full, make_folder, sweep, write_whole
from docgen.packs.folders import MEETINGS
from docgen.packs.ledger import FOLDER, has_ledger, opened
from docgen.packs.overview import Whereabouts, overview
from docgen.planning import LeftOut, Plan

__all__ = ["BuildResult", "Options", "build_pack"]

OVERVIEW = "oversigt.html"
HOMES = (MEETINGS, CALENDARS, CANCELLATIONS, COURSES)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. File names are relative to the pack, with ``/`` between folders.

    ``kept`` are files that a person has edited; ``left_out`` are the plan's meetings with errors and those
    whose templates could not be filled; ``findings`` are the build's own, after the plan's. ``is_new`` says
    that nothing had been built into this pack before. A file name shows nobody's number who has no longer
    the resident's consent: ``invitation_….docx``.
    """

    pack: Path
    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    is_new: bool


def build_pack(
    plan: Plan,
    pack: Path,
    options: Options,
    *,
    progress: Progress | None = None,
) -> BuildResult:
    """Writes the plan's meetings into ``pack`` and gives back what was done.

    A meeting whose template cannot be filled is left out and named; the others are built. Raises
    ``PackError`` when the folder cannot be written at all or another build is at work in it.
    """
    pack = pack.absolute()
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
            result = _result(pack, builder, is_new)
            told = (*plan.meetings, *plan.standing)
            folders = {planned.nr: builder.folder(planned.nr, planned.folder).name for planned in told}
            where = Whereabouts(folders, builder.outdated, _beside_meetings(pack))
            page = overview(plan, result.left_out, result.findings, options.language, where)
            findings = _write_changed(pack / OVERVIEW, page.encode())
    except OSError as error:
        raise _unwritable(pack, error) from error
    return replace(result, findings=in_order((*result.findings, *findings)))


def _beside_meetings(pack: Path) -> frozenset[str]:
    """The files that lie in the pack's other folders, as they are linked to."""
    found = (path for name in HOMES if name != MEETINGS for path in (pack / name).rglob("*"))
    return frozenset(path.relative_to(pack).as_posix() for path in found if path.is_file())


def _silent(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


def _result(pack: Path, builder: Builder, is_new: bool) -> BuildResult:
    done = builder.outcome
    return BuildResult(
        pack=pack,
        written=tuple(done.written),
        kept=tuple(done.kept),
        removed=tuple(done.removed),
        left_out=tuple(builder.left_out),
        findings=in_order(done.findings),
        is_new=is_new,
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


def _require_folders(pack: Path) -> None:
    for name in ("", *HOMES, FOLDER):
        folder = pack / name
        if folder.exists() and not folder.is_dir():
            raise PackError(Finding.of("E-165", Place(file="/".join(filter(None, (pack.name, name))))))
    make_folder(pack)


def _unwritable(pack: Path, error: OSError) -> PackError:
    code = "E-166" if is_full(error) else "E-160"
    return PackError(Finding.of(code, Place(file=pack.name), reason=why(error)))
