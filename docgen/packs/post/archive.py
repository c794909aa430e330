"""What has been sent, moved from ``post/``, ``mail/`` and ``digitalpost/`` to ``post/<date>/``.

It stays as it was sent. What is printed is one file for many meetings: where only some of them have been
sent it is copied, and the next build makes it anew for the others.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from docgen.errors import why
from docgen.files import TEMPORARY, into_place
from docgen.findings import Finding, Place
from docgen.mailing.memo import FOLDER as DIGITAL
from docgen.mailing.names import MAIL, invitations_in, meeting_of
from docgen.packs.files import is_full, make_folder
from docgen.packs.folders import remove_if_empty
from docgen.packs.meetingfolder import Outcome
from docgen.packs.post.folder import is_of
from docgen.packs.post.names import POST
from docgen.planning import Plan

_OPEN = ("~$", ".")
"""What the names of files begin with that are not people's: of programs that have one open, and ours."""


def put_away(
    pack: Path, day: dt.date, about: Mapping[str, Collection[str]], numbers: Collection[str] = ()
) -> Outcome:
    """Moves the mailing to ``post/<day>/``; of the meetings with these ``numbers`` only, if any are given.

    ``about`` tells which meetings a print file holds, by its name without ending: one that holds others too
    is copied. What was moved or copied comes back as ``written``, by its name in the pack. A file that cannot
    be moved, as a program has it open, is copied, with a finding. Raises ``OSError`` when the disk is full.
    """
    home, done = pack / POST / day.isoformat(), Outcome()
    for name in _printed(pack / POST):
        meetings = {nr for stem, some in about.items() if is_of(name, stem) for nr in some}
        if not numbers or not meetings.isdisjoint(numbers):
            only_these = not numbers or meetings <= {*numbers}
            _put(pack / POST / name, home, done, pack, copy=not only_these)
    for folder, names in (
        (MAIL, sorted(invitations_in(pack / MAIL))),
        (DIGITAL, _names(pack / DIGITAL)),
    ):
        for name in names:
            if not numbers or meeting_of(name) in numbers:
                _put(pack / folder / name, home / folder, done, pack, copy=False)
        remove_if_empty(pack / folder)
    return done


def resting_on_consent(plan: Plan, pack: Path) -> Iterator[Finding]:
    """A finding for each mailing from before that may name somebody whose consent is withdrawn now (W-423).

    What has been sent is people's to keep or to delete: they may have to show it.
    """
    sent = plan.history.sent
    days = {sent[nr].on.isoformat() for nr in plan.withdrawn if nr in sent}
    folders = (path for path in sorted((pack / POST).glob("????-??-??")) if path.is_dir())
    for folder in folders:
        drafts = ((folder / home).glob(f"{nr}_*") for nr in plan.withdrawn for home in (MAIL, DIGITAL))
        if folder.name in days or any(next(found, None) for found in drafts):
            yield Finding.of("W-423", Place(file=f"{POST}/{folder.name}"))


def _printed(folder: Path) -> list[str]:
    return [name for name in _names(folder) if not name.startswith(_OPEN)]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in _files(folder))


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in (folder.iterdir() if folder.is_dir() else ()) if path.is_file())


def _put(source: Path, folder: Path, done: Outcome, pack: Path, *, copy: bool) -> None:
    name = source.relative_to(pack).as_posix()
    try:
        make_folder(folder)
        target = _free(folder / source.name)
        if copy or not _moved(source, target):
            _copy(source, target)
            if not copy:
                done.findings.append(Finding.of("W-421", Place(file=name), kept=target.name))
        done.written.append(target.relative_to(pack).as_posix())
    except OSError as error:
        if is_full(error):
            raise
        done.findings.append(Finding.of("E-422", Place(file=name), reason=why(error)))


def _moved(source: Path, target: Path) -> bool:
    """Whether it could be moved; on Windows a file that is open cannot."""
    try:
        source.rename(target)
    except OSError:
        return False
    return True


def _copy(source: Path, target: Path) -> None:
    temporary = target.with_name(f".{target.name}{TEMPORARY}")
    try:
        shutil.copyfile(source, temporary)
        into_place(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _free(path: Path) -> Path:
    """The path, or one with a number where an earlier mailing of the day lies: ``breve_2.docx``."""
    candidates = (path.with_name(f"{path.stem}_{number}{path.suffix}") for number in range(2, 10_000))
    return next(one for one in _each(path, candidates) if not one.exists())


def _each(first: Path, others: Iterable[Path]) -> Iterator[Path]:
    yield first
    yield from others
