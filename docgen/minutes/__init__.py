"""Filled minutes: read back from Word, collected into the workbook, and sent on to those who get them."""
