"""The language of tags: Jinja in a sandbox, where a template can read what it is given and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import StrictUndefined
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import missing

# Filters' names with spaces in them, which no template can write.
FILL = "docgen fill"
FILL_WITH_CARE = "docgen fill with care"

# Jinja's own functions: ``range`` within the sandbox's limit, and none that makes another text each time.
NAMESPACE = {**DEFAULT_NAMESPACE, "range": safe_range}
del NAMESPACE["lipsum"]

Filler = Callable[[object, int], object]

# Filters that make HTML, or another text each time.
_NOT_FOR_LETTERS = ("random", "urlize", "xmlattr", "tojson", "pprint")
_LARGEST = 100_000


class UnknownNameError(UndefinedError):
    """A name that is not there: ``name`` itself, and the ``holder`` it was looked for in."""

    def __init__(self, name: str, holder: object, message: str | None = None) -> None:
        super().__init__(message)
        self.name = name
        self.holder = holder


class TooLargeError(SecurityError):
    """A calculation whose result would fill the machine's memory."""


class Missing(StrictUndefined):
    """What an unknown name stands for: false in ``{% if %}``, an error when printed or looked into."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Callable[..., TemplateRuntimeError] = UndefinedError,
    ) -> None:
        named: Any = partial(UnknownNameError, str(name), obj) if exc is UndefinedError else exc
        super().__init__(hint, obj, name, named)

    def __bool__(self) -> bool:  # type: ignore[override] # there it never returns
        return False


class TagEnvironment(ImmutableSandboxedEnvironment):
    """One template's environment: escapes always, sees dictionaries' keys before their methods."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, fill: Filler, fill_with_care: Filler) -> None:
        super().__init__(autoescape=True, undefined=Missing)
        for name in _NOT_FOR_LETTERS:
            del self.filters[name]
        self.filters |= {FILL: fill, FILL_WITH_CARE: fill_with_care}

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """The product or power, unless it would fill the machine's memory."""
        sizes = [len(side) if isinstance(side, (str, list, tuple)) else abs(side) for side in (left, right)]
        if max(sizes) > _LARGEST or (operator == "**" and sizes[1] > 100):
            raise TooLargeError(operator)
        return super().call_binop(context, operator, left, right)
