"""Figures: the phases of a meeting as native, editable Word shapes, made to fit their words beforehand."""
