"""The edited workbook put in the place of the old one, unless somebody is at work in it."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from docgen.errors import WorkbookError, why
from docgen.files import locks, write_whole
from docgen.findings import Finding, Place
from docgen.workbook.container import bytes_of

_MOST_COPIES = 1000  # within a minute


def save(path: Path, before: bytes, after: bytes, *, now: dt.datetime) -> Path:
    """Puts ``after`` in the place of the workbook at ``path``, and a copy of it as it was beside it.

    The copy's path comes back: ``<stem>-kopi-2026-01-19-0830.xlsx``, with ``-2`` and so on behind it where
    that is taken; ``now`` is the local time. Both are written whole, with the permission bits of the
    workbook; where ``path`` is a link, beside the file that it points at.

    Raises ``WorkbookError``, and leaves everything as it was, when the workbook is open in another program,
    is no longer what was read (``before``), is marked read-only, or cannot be written.
    """
    place = path.resolve() if path.is_symlink() else path
    _refuse(path, place, before)
    mode = stat.S_IMODE(place.stat().st_mode)
    if not mode & stat.S_IWUSR:  # replacing it would not ask
        raise _failure(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    copy = _free(place, now)
    with _undoing(path, copy):
        write_whole(copy, before, mode=mode)
        _refuse(path, place, before)  # writing a copy takes its time on a network drive
        _replace(path, place, after, mode)
    return copy


def require_free(path: Path, before: bytes) -> None:
    """Raises ``WorkbookError`` when the workbook is open elsewhere, or is no longer what was read."""
    _refuse(path, path.resolve() if path.is_symlink() else path, before)


def _refuse(path: Path, place: Path, before: bytes) -> None:
    for lock in (*locks(path), *locks(place)):
        if os.path.lexists(lock):
            raise _open(path)
    if bytes_of(place) != before:
        raise WorkbookError(Finding.of("E-017", Place(file=path.name), file=path.name))


def _free(path: Path, now: dt.datetime) -> Path:
    stem = f"{path.stem}-kopi-{now:%Y-%m-%d-%H%M}"
    for number in range(1, _MOST_COPIES):
        copy = path.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{path.suffix}")
        if not os.path.lexists(copy):
            return copy
    raise _failure(path, FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)))


@contextlib.contextmanager
def _undoing(path: Path, copy: Path) -> Iterator[None]:
    """Takes the copy away again when what it was made for fails; the system's errors become findings."""
    try:
        yield
    except BaseException as error:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _failure(path, error) from None
        raise


def _replace(path: Path, place: Path, after: bytes, mode: int) -> None:
    """Windows forbids replacing a file that is open; that the folder may be written, the copy has shown."""
    try:
        write_whole(place, after, mode=mode)
    except PermissionError:
        raise _open(path) from None


def _open(path: Path) -> WorkbookError:
    return WorkbookError(Finding.of("E-016", Place(file=path.name), file=path.name))


def _failure(path: Path, error: OSError) -> WorkbookError:
    return WorkbookError(Finding.of("E-015", Place(file=path.name), file=path.name, reason=why(error)))
