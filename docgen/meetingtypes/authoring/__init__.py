"""Authoring: a meeting type's definition made into Word templates that people may then edit.

python-docx and lxml are used here and stay here.
"""
