"""A disk that is full, as far as temporary files in one folder are concerned."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from docgen.packs.files import TEMPORARY


@contextlib.contextmanager
def refusing(step: str, folder: Path, after: int = 0) -> Iterator[None]:
    """Makes a step (``open``, ``os.rename``) fail on temporary files in a folder, ``after`` so many times."""
    refused = [(step, folder, after)]
    _refusals.append(refused)
    try:
        yield
    finally:
        _refusals.remove(refused)


_refusals: list[list[tuple[str, Path, int]]] = []


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Python asks its auditors before it does a step; one that raises keeps it from being done."""
    for refused in _refusals:
        ((step, folder, left),) = refused
        if event == step and TEMPORARY in str(arguments[0]) and str(arguments[0]).startswith(str(folder)):
            refused[0] = (step, folder, left - 1)
            if left <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


sys.addaudithook(_refuse)
