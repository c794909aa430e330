"""Tags against a vocabulary, without filling anything: which names are not there, and which were meant.

The vocabulary is a sample of what tags can say: names, and behind each name a text, a list, a dictionary
or an object. Of a list, the first item stands for all. What cannot be known (a filter's result, an empty
list's items) is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from jinja2 import nodes

from docgen.documents.sandbox import NAMESPACE

_ANYTHING = object()
_NOWHERE = object()
_LOOP = frozenset(
    {
        "index",
        "index0",
        "revindex",
        "revindex0",
        "first",
        "last",
        "length",
        "cycle",
        "depth",
        "depth0",
        "changed",
        "previtem",
        "nextitem",
    }
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that is not there: the line of its tag, the path as written, what exists beside it.

    ``forbidden`` names lead inside Python, where no template may look.
    """

    line: int
    path: str
    known: tuple[str, ...]
    forbidden: bool = False

    @property
    def guess(self) -> str:
        """The path that was probably meant, whole; empty when no known name is near."""
        *outer, last = self.path.split(".")
        near = get_close_matches(last, self.known, n=1, cutoff=0.5)
        return ".".join([*outer, *near]) if near else ""


def unknown_names(tree: nodes.Template, vocabulary: Mapping[str, object]) -> Iterator[Unknown]:
    """The names in a part's tags that ``vocabulary`` does not have, in the order of the tags."""
    yield from _Scope(dict(vocabulary)).visit(tree)


class _Scope:
    """The names that are known at one place, each with its sample."""

    def __init__(self, names: dict[str, object]) -> None:
        self._names = names

    def visit(self, node: nodes.Node) -> Iterator[Unknown]:
        match node:
            case nodes.For():
                yield from self._loop(node)
            case nodes.With():
                yield from self._with(node)
            case nodes.Assign():
                yield from self.visit(node.node)
                self._name(node.target, self._value(node.node))
            case nodes.Name(ctx="load"):
                if node.name not in self._names and node.name not in NAMESPACE:
                    yield Unknown(node.lineno, node.name, tuple(self._names))
            case nodes.Getattr() | nodes.Getitem():
                yield from self._path(node)
            case _:
                for child in node.iter_child_nodes():
                    yield from self.visit(child)

    def _loop(self, node: nodes.For) -> Iterator[Unknown]:
        yield from self.visit(node.iter)
        inner = _Scope({**self._names, "loop": dict.fromkeys(_LOOP, _ANYTHING)})
        inner._name(node.target, _first(self._value(node.iter)))
        for child in ([node.test] if node.test else []) + node.body:
            yield from inner.visit(child)
        for child in node.else_:
            yield from self.visit(child)

    def _with(self, node: nodes.With) -> Iterator[Unknown]:
        inner = _Scope(dict(self._names))
        for target, value in zip(node.targets, node.values, strict=True):
            yield from self.visit(value)
            inner._name(target, self._value(value))
        for child in node.body:
            yield from inner.visit(child)

    def _name(self, target: nodes.Node, sample: object) -> None:
        if isinstance(target, nodes.Name):
            self._names[target.name] = sample
        elif isinstance(target, nodes.Tuple):
            parts = list(islice(sample, len(target.items))) if isinstance(sample, (tuple, list)) else []
            parts += [_ANYTHING] * (len(target.items) - len(parts))
            for item, part in zip(target.items, parts, strict=True):
                self._name(item, part)

    def _path(self, node: nodes.Getattr | nodes.Getitem) -> Iterator[Unknown]:
        """The first step of a dotted path that leads nowhere, and whatever stands in square brackets."""
        found = list(self.visit(node.node))
        if isinstance(node, nodes.Getitem):
            found += self.visit(node.arg)
        yield from found
        holder = self._value(node.node)
        if not found and holder is not _ANYTHING and _step(holder, _key(node)) is _NOWHERE:
            names = names_in(holder)
            yield Unknown(node.lineno, _written(node), names, forbidden=_leads_inside(_key(node)))

    def _value(self, node: nodes.Node) -> object:
        """The sample that an expression stands for, where that can be known without working it out."""
        match node:
            case nodes.Name():
                return self._names.get(node.name, _ANYTHING)
            case nodes.Const():
                return node.value
            case nodes.Getattr() | nodes.Getitem():
                found = _step(self._value(node.node), _key(node))
                return _ANYTHING if found is _NOWHERE else found
            case _:
                return _ANYTHING


def _key(node: nodes.Getattr | nodes.Getitem) -> object:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return node.arg.value if isinstance(node.arg, nodes.Const) else _ANYTHING


def _leads_inside(key: object) -> bool:
    return isinstance(key, str) and key.startswith("_")


def _step(holder: object, key: object) -> object:
    """What a name leads to inside ``holder``: a key, an item or an attribute; ``_NOWHERE`` when nothing."""
    if holder is _ANYTHING or holder is None or key is _ANYTHING:
        return _ANYTHING
    if isinstance(holder, Mapping) and key in holder:
        return holder[key]
    if isinstance(holder, (list, tuple)) and isinstance(key, int):
        return _first(holder)
    if isinstance(key, str) and not _leads_inside(key) and hasattr(holder, key):
        value = getattr(holder, key)
        return _ANYTHING if callable(value) else value
    return _NOWHERE


def _first(sample: object) -> object:
    if isinstance(sample, (list, tuple)) and sample:
        first: object = sample[0]
        return first
    return _ANYTHING


def _written(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
        case nodes.Getitem():
            step = "" if _key(node) is _ANYTHING else f".{_key(node)}"
            return _written(node.node) + step
    return ""


def names_in(holder: object) -> tuple[str, ...]:
    """The names that tags can say behind a dot; none for texts, numbers and lists."""
    if isinstance(holder, Mapping):
        return tuple(str(key) for key in holder)
    if isinstance(holder, (str, int, list, tuple)):
        return ()
    return tuple(name for name in dir(holder) if not name.startswith("_"))
