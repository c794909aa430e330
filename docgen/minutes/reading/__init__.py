"""Filled minutes read from Word files: to values, whatever was done to the file."""
