"""The month's key figures as plain values for ``--json``.

What is hidden is ``null``, with ``hidden`` true; what cannot be known is ``null`` too.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.cli.as_json import Json, findings
from docgen.i18n import Language
from docgen.keyfigures.report import Report
from docgen.keyfigures.telling import Line
from docgen.keyfigures.values import Cell, Figure, Measure, Section, Table, Unit, value_of


def report(made: Report, words: Language) -> Json:
    """All figures and tables, the caveats, where the files lie, and the findings that touch them."""
    figures = made.figures
    lines = {line.key: line for chapter in made.page.chapters for line in chapter.lines}
    return {
        "workbook": figures.workbook,
        "institution": figures.institution.name,
        "month": f"{figures.period.first:%Y-%m}",
        "until": figures.period.until.isoformat(),
        "weeks": figures.weeks,
        "internal": figures.is_internal,
        "threshold": figures.threshold,
        "sections": [_section(section, lines) for section in figures.sections],
        "caveats": [{"key": one.key, **_cell(one.cell)} for one in figures.caveats],
        "files": [str(file) for file in made.files],
        **findings(figures.findings, words),
        "found_in_all": len(figures.all_findings),
    }


def _section(section: Section, lines: Mapping[str, Line]) -> Json:
    return {
        "key": section.key,
        "empty": section.is_empty,
        "figures": [_figure(figure, lines[figure.key]) for figure in section.figures],
        "tables": [_table(table) for table in section.tables],
    }


def _figure(figure: Figure, line: Line) -> Json:
    return {
        "key": figure.key,
        "title": line.title,
        "definition": line.definition,
        "unit": figure.unit.value,
        "goal": figure.goal,
        "now": _measure(figure.now, figure.unit),
        "before": _measure(figure.before, figure.unit),
    }


def _measure(measure: Measure, unit: Unit) -> Json:
    """A share's value is a part of one, not rounded."""
    is_told = measure.is_known and not measure.hidden
    return {
        "value": value_of(measure, unit),
        "numerator": measure.amount if is_told else None,
        "denominator": measure.of if is_told else None,
        "hidden": measure.hidden,
    }


def _table(table: Table) -> Json:
    columns = [{"key": key, "month": month} for key, month in table.columns]
    rows = [
        {"key": row.key, "title": row.title, "cells": [_cell(cell) for cell in row.cells]}
        for row in table.rows
    ]
    return {"key": table.key, "columns": columns, "rows": rows, "total": [_cell(one) for one in table.total]}


def _cell(cell: Cell) -> Json:
    return {"count": None if cell.hidden else cell.amount, "hidden": cell.hidden}
