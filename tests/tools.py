"""Outside programs that some tests need."""

from __future__ import annotations

import os
import shutil

import pytest


def require_tool(name: str) -> str:
    """The path of an outside program; skips the test where it is not installed.

    With ``DOCGEN_REQUIRE_TOOLS`` set the test fails instead, so that a machine that is meant to have all
    of them cannot pass by skipping.
    """
    path = shutil.which(name)
    if path is None:
        reason = f"{name} is not installed"
        if os.environ.get("DOCGEN_REQUIRE_TOOLS"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path
