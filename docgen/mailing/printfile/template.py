"""What documents of one template have in common: styles, defaults, lists, theme and settings.

It is worked out once for each set of parts, known by their bytes, as most letters of a mailing have the same.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element

from docgen.i18n import N_
from docgen.mailing.printfile.defaults import Defaults, Property, defaults_in, difference
from docgen.mailing.printfile.lists import List, lists_in
from docgen.mailing.printfile.reading import Document
from docgen.mailing.printfile.settings import Settings, differences, settings_in
from docgen.mailing.printfile.stylesheet import TABLE, Sheet, sheet_of
from docgen.mailing.printfile.tables import unspeakable
from docgen.mailing.printfile.tabs import has_loose_tabs
from docgen.mailing.printfile.theme import Theme, is_drawn, theme_in, write_out
from docgen.mailing.printfile.wordml import VAL, W, made, written

DEFAULTS = N_("what holds for all of its text")
THEME = N_("the theme that its drawings take their colours from")

_PARTS = ("styles", "numbering", "settings", "theme", "fontTable")
_KEPT = 64  # sets of parts that are remembered: each letter that people have edited brings one of its own
_UNDIVIDED = ("pPr", "suppressAutoHyphens", "val")
_SIZES = frozenset({("rPr", "sz"), ("rPr", "szCs"), ("pPr", "jc")})


@dataclass(frozen=True, eq=False)
class Template:
    """What many documents share. It is one and the same object for all of them."""

    styles: _Element
    lists: Mapping[str, List]
    settings: Settings
    theme: Theme
    theme_part: bytes
    fonts: _Element | None
    defaults: Defaults
    native: Sheet

    @cached_property
    def divides(self) -> bool:
        """Whether words are divided anywhere: LibreOffice allows it and then forbids it in all styles."""
        forbidden = self.defaults.get(_UNDIVIDED) == "1"
        allowed = (one.get(VAL, "1") in ("0", "false", "off") for one in self.styles.iter(W + _UNDIVIDED[1]))
        return self.settings.hyphenates and (not forbidden or any(allowed))

    def sheet(self, needed: Defaults, theme: Theme | None) -> Sheet:
        """The styles as they must be to look the same under another's defaults and theme.

        ``needed`` is what they must say since the defaults do not, ``theme`` one that is to be written out.
        """
        if not needed and theme is None:
            return self.native
        return sheet_of(self.styles, self.lists, needed, theme)

    def foreign_theme(self, base: Template) -> Theme | None:
        """The theme, where it is another than that of ``base``."""
        return self.theme if self.theme.said != base.theme.said else None


class Templates:
    """The templates that were met last; those that letters have in common are met again and again."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[int, bytes], ...], Template] = {}

    def of(self, document: Document) -> Template:
        """The template of a document; ``TemplateError`` with E-400 where one of its parts cannot be read."""
        members = [document.part(kind) for kind in _PARTS]
        key = tuple(map(document.packed, members))
        if (known := self._known.pop(key, None)) is None:
            known = _template(*(document.tree(member) if member else None for member in members))
        self._known[key] = known
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
        return known


def _template(
    styles: _Element | None,
    numbering: _Element | None,
    settings: _Element | None,
    theme: _Element | None,
    fonts: _Element | None,
) -> Template:
    sheet = made("styles") if styles is None else styles
    says = settings_in(made("settings") if settings is None else settings)
    lists = lists_in(numbering, sheet)
    own = theme_in(theme, says.colours)
    return Template(
        sheet,
        lists,
        says,
        own,
        b"" if theme is None else written(theme),
        fonts,
        _plain_defaults(sheet, own, says),
        sheet_of(sheet, lists, {}, None),
    )


def _plain_defaults(styles: _Element, theme: Theme, settings: Settings) -> dict[Property, str]:
    """The defaults with their fonts by name, however they are written."""
    plain = made("styles")
    plain.extend(copy.deepcopy(one) for one in styles.findall(W + "docDefaults"))
    write_out(plain, theme)
    return defaults_in(plain, hyphenates=settings.hyphenates)


def obstacles(document: Document, template: Template, base: Template) -> list[str]:
    """Why a document cannot stand in the file of one with the template ``base``; nothing when it can."""
    if template is base:
        return []
    sheet, used = template.native, _table_styles(document, template)
    set_by_tables = {key for style in used for key in sheet.sets(style)}
    reasons = differences(
        template.settings,
        base.settings,
        divides=template.divides and base.divides,
        has_tabs=template.settings.tab != base.settings.tab and _has_loose_tabs(document, sheet),
        has_sizes=any(key[:2] in _SIZES for key in set_by_tables),
    )
    needed = difference(template.defaults, base.defaults)
    if needed is None or any(key in needed for style in used for key in unspeakable(sheet, style)):
        reasons.append(DEFAULTS)
    if template.theme.said != base.theme.said and is_drawn(*map(document.data, _texts(document))):
        reasons.append(THEME)
    return reasons


def _texts(document: Document) -> list[str]:
    """The members that text stands in."""
    kinds = ("header", "footer", "footnotes", "endnotes")
    return [document.main, *(one.target for one in document.relations.values() if one.kind in kinds)]


def _has_loose_tabs(document: Document, sheet: Sheet) -> bool:
    roots = (document.root if one == document.main else document.tree(one) for one in _texts(document))
    return any(has_loose_tabs(root, sheet) for root in roots)


def _table_styles(document: Document, template: Template) -> set[str]:
    """The table styles that the document uses; headers are looked at only by what the body says."""
    used = {one.get(VAL, "") for one in document.root.iter(W + "tblStyle")}
    return used | {template.native.default(TABLE)} if b"<w:tbl>" in document.data(document.main) else used
