"""Everything that can go wrong, as one tree.

    DocgenError               something that was asked for cannot be done at all    exit status 2
    ├── WorkbookError         the file is no workbook that can be read
    ├── DefinitionError       a ``type.toml`` that is not understood
    ├── TemplateError         a Word template that cannot be compiled or filled
    ├── PackError             the pack folder cannot be read or written
    └── UsageError            a wrong call: an option's value, a number that is not there

An error carries *findings*: values that hold a code, a place and named data, and that know how to put
themselves into words (``docgen.findings``). What is wrong with single rows, cells or tags is no
exception at all but a finding in the result, so that everything is shown at once and one broken row
stops nothing but its own meetings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from docgen.findings import Finding


class DocgenError(Exception):
    """What was asked for cannot be done; ``findings`` say what, where and how to mend it.

    ``str()`` gives the findings in English, a line each; a face that speaks another language
    puts ``findings`` into words itself.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings = findings

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


class WorkbookError(DocgenError):
    """The file is missing, locked by a password, truncated or no Excel workbook."""


class DefinitionError(DocgenError):
    """A ``type.toml`` (or a folder of meeting types) that is not understood."""


class TemplateError(DocgenError):
    """A Word template that cannot be opened, compiled or filled."""


class PackError(DocgenError):
    """The pack folder cannot be read or written, or belongs to something else."""


class UsageError(DocgenError):
    """A call that cannot be carried out: an option's value or a number that does not exist."""


def why(error: OSError) -> str:
    """What the system says was the matter, in its own words."""
    return error.strerror or str(error)
