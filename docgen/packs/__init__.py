"""Packs: a plan carried out as files that appear whole or not at all."""
