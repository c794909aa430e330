"""Words for people, in their language, through gettext.

Messages stand in the code in English, marked with ``N_`` where they are data, and are put into the
reader's language at the moment they are shown. Nothing here is global: a ``Language`` is a value that
is passed to whatever shows something.
"""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import as_file, files

LANGUAGES = ("da", "en")
DOMAIN = "docgen"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a marked message
    """``message`` unchanged; marks it so that it is collected for translation."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the same for a message in two numbers
    """Both forms unchanged; marks them so that they are collected for translation together."""
    return one, many


@dataclass(frozen=True)
class Language:
    """One language of the surface: ``code`` is ``da`` or ``en``.

    ``text`` and ``plural`` translate a message and fill its named places (``str.format``). A message
    without a translation comes back in English. ``decimal`` is for numbers that are no whole ones.
    """

    code: str
    catalogue: gettext.NullTranslations

    def text(self, message: str, /, **data: object) -> str:
        words = self.catalogue.gettext(message) if message else ""
        return words.format(**data) if data else words

    def plural(self, one: str, many: str, count: int, /, **data: object) -> str:
        return self.catalogue.ngettext(one, many, count).format(count=count, **data)

    def decimal(self, value: float) -> str:
        """``24,0`` in Danish, ``24.0`` in English: one decimal."""
        return f"{value:.1f}".replace(".", "," if self.code == "da" else ".")


ENGLISH = Language("en", gettext.NullTranslations())


def language(code: str) -> Language:
    """The ``Language`` with this code; English where there is no catalogue for it."""
    if code == "en":
        return ENGLISH
    with as_file(files("docgen") / "locale") as folder:
        return Language(code, gettext.translation(DOMAIN, folder, [code], fallback=True))


def preferred_code(environ: Mapping[str, str] = os.environ) -> str:
    """``da`` or ``en``: what the machine's user reads, by the environment, else by the system's locale.

    The variables are gettext's, in its order. Windows sets none of them, and names the locale
    "Danish_Denmark".
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wish in environ.get(name, "").split(":"):
            if wish:
                return "da" if wish.lower().startswith("da") else "en"
    try:
        system = locale.getlocale()[0] or ""
    except ValueError:  # a locale that Python does not know
        system = ""
    return "da" if system.lower().startswith("da") else "en"
