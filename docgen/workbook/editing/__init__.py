"""Writing into a workbook that people keep, without losing anything of theirs.

``edited`` puts values into rows; ``save`` puts the result in the file's place, with a copy beside it, where
``require_free`` finds nothing in the way.
"""

from docgen.workbook.editing.edit import RowEdit
from docgen.workbook.editing.editor import edited
from docgen.workbook.editing.saving import require_free, save

__all__ = ["RowEdit", "edited", "require_free", "save"]
