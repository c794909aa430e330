"""Files put into a folder, and nothing lost that people wrote in them.

A file is ours as long as its seal is unbroken. One that a person has edited is left as it is, whatever it
should say by now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.errors import why
from docgen.files import is_full, write_whole
from docgen.findings import Finding, Place
from docgen.mailing.seal import is_unbroken, says_the_same


@dataclass
class Kept:
    """What has been done in the folder, by file name. ``kept`` are those that people have edited.

    What could not be done is named by its finding alone; ``full`` is the error of a disk that has no room
    left, by which the others would fare no better.
    """

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    full: OSError | None = None

    @property
    def there(self) -> frozenset[str]:
        """The files that lie there now, of those that should."""
        return frozenset((*self.written, *self.unchanged, *self.kept))


def keep(
    folder: Path,
    files: Mapping[str, bytes],
    unwanted: Collection[str] = (),
    *,
    is_ours: Callable[[bytes], bool] = is_unbroken,
) -> Kept:
    """Puts sealed files in place, and takes away ``unwanted`` ones; edited ones stay, with a finding.

    ``is_ours`` looks at the seal, which is a draft's unless told otherwise. A draft that differs only in its
    date is not written again. What cannot be written is a finding too, and the others are written.
    """
    done = Kept()
    for name, data in (*files.items(), *((name, None) for name in sorted(unwanted))):
        _each(folder, name, data, is_ours, done)
    return done


def _each(folder: Path, name: str, data: bytes | None, is_ours: Callable[[bytes], bool], done: Kept) -> None:
    path = folder / name
    try:
        old = path.read_bytes() if path.exists() else None
        if old is not None and data is not None and _is_same(old, data, is_ours):
            done.unchanged.append(name)
        elif old is not None and not is_ours(old):
            done.kept.append(name)
            done.findings.append(Finding.of("W-288", Place(file=f"{folder.name}/{name}")))
        elif data is not None:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
            done.written.append(name)
        elif old is not None:
            path.unlink()
            done.removed.append(name)
    except OSError as error:
        done.full = error if is_full(error) else done.full
        place = Place(file=f"{folder.name}/{name}")
        done.findings.append(Finding.of("E-280", place, reason=why(error)))


def _is_same(old: bytes, data: bytes, is_ours: Callable[[bytes], bool]) -> bool:
    return old == data or (is_ours(old) and says_the_same(old, data))
