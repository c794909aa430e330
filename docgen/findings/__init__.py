"""Findings: what is wrong or worth knowing, where, and how to mend it.

A ``Finding`` is a value: a code, a place and named data. Its words live in a catalogue, one ``Kind`` a
code, in a module for each part of the house; so the same finding can be shown in Danish or English, as
a table or as JSON, and ``docs/findings.md`` is generated from the catalogue.

Codes: 001-019 the workbook file, its sheets and headings · 020-059 single cells · 060-099, 220-221 and
230-239 references and the rules of the domain · 100-119, 200-219 and 222-229 ``type.toml`` · 120-159 Word
templates · 160-199 the pack · 240-249 courses · 250-259 conflicts · 260-269 open decisions · 270-279 key
figures · 280-289 what is sent on · 300-349 filled minutes.
"""

from docgen.findings.catalogue import KINDS, kind
from docgen.findings.finding import Finding, Place, errors_in, in_order
from docgen.findings.kind import Kind, Severity

__all__ = ["KINDS", "Finding", "Kind", "Place", "Severity", "errors_in", "in_order", "kind"]
