"""Paragraphs that stand or fall with a tag, and lists in a line: the tags around them.

Tags beginning with ``{%p`` stand in paragraphs of their own, which filling takes away. Rows of a table have
``tables.block``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from docx.document import Document


def line_if(condition: str, line: str = "") -> tuple[str, str, str]:
    """A line that is there when the tag ``condition`` says something; without ``line`` the tag itself."""
    return f"{{%p if {condition} %}}", line or f"{{{{ {condition} }}}}", "{%p endif %}"


@contextmanager
def only_if(document: Document, condition: str) -> Iterator[None]:
    """What is added meanwhile is there when the tag ``condition`` says something; without one, always."""
    if condition:
        document.add_paragraph(f"{{%p if {condition} %}}")
    yield
    if condition:
        document.add_paragraph("{%p endif %}")


def listed_in_line(loop: str, one: str, separator: str) -> str:
    """All of a list in one line: ``listed_in_line("d in deltagere", "{{ d.navn }}", ", ")``."""
    return f"{{% for {loop} %}}{one}{{% if not loop.last %}}{separator}{{% endif %}}{{% endfor %}}"
