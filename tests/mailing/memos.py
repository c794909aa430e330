"""MeMo messages read back: by the library's own classes, and judged by the schema of the format."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import sys
import types
import typing
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

MEMO = "{https://DigitalPost.dk/MeMo-1}"
# An older release of the library brings the schema along; `make judges` puts it here.
SCHEMA = Path(sys.prefix) / "memo" / "python_serviceplatformen" / "models" / "memo_schema" / "MeMo_core.xsd"


def read_back(data: bytes) -> Any:
    """The file as the library's ``Message``, by its classes' fields and types; nothing may be left over."""
    from python_serviceplatformen.models import message

    return _read(etree.fromstring(data), message.Message)


def _read(element: etree._Element, kind: Any) -> Any:
    hints = typing.get_type_hints(kind)
    left = list(element)
    values: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        inner, many = _inner(hints[field.name])
        tag = MEMO + (
            inner.__name__ if isinstance(inner, type) and hasattr(inner, "__namespace__") else field.name
        )
        found: list[Any] = []
        while left and left[0].tag == tag and (many or not found):
            found.append(_value(left.pop(0), inner))
        values[field.name] = tuple(found) or None if many else (found or [None])[0]
    assert not left, f"{left[0].tag} is out of its place"
    return kind(**values)


def _inner(hint: Any) -> tuple[Any, bool]:
    """A field's type without ``Optional`` and ``tuple``, and whether there may be many."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(one for one in typing.get_args(hint) if one is not type(None))
    if typing.get_origin(hint) is tuple:
        return typing.get_args(hint)[0], True
    return hint, False


def _value(element: etree._Element, kind: Any) -> Any:
    if dataclasses.is_dataclass(kind):
        return _read(element, kind)
    text = element.text or ""
    if kind is dt.datetime:
        return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)
    return text == "true" if kind is bool else text


def complaints(data: bytes) -> list[str]:
    """What the XSD of MeMo 1.1 says of a message. Skips where it is not there; see ``tests.tools``.

    In what docgen writes, 1.2 differs from it in one thing: the attribute ``memoSchVersion`` is gone.
    """
    if not SCHEMA.is_file():
        reason = "the schema of MeMo is not installed: make judges"
        if os.environ.get("DOCGEN_REQUIRE_TOOLS"):
            pytest.fail(reason)
        pytest.skip(reason)
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    root = etree.fromstring(data)
    root.set("memoSchVersion", "1.1.0")
    return [] if schema.validate(root) else str(schema.error_log).splitlines()
