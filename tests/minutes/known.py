"""Faults that are known and not mended yet: the test that finds one tells when it is gone."""

from __future__ import annotations

import pytest


def not_yet(reason: str, *, always: bool = True) -> pytest.MarkDecorator:
    """The test is right and fails, ``always`` or for some parameters; passing, it must lose this mark."""
    return pytest.mark.xfail(strict=always, reason=reason)
