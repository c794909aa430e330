"""The workbook: one Excel file that people keep, read into the model, checked, and made anew.

``columns`` is the table of every sheet and column; ``read`` gives the model, ``check`` what does not fit
together. Making a fresh workbook (``docgen.workbook.writer``) is imported on its own, because it brings
openpyxl in, which reading does not need.
"""

from docgen.workbook.checks import check
from docgen.workbook.reader import read

__all__ = ["check", "read"]
