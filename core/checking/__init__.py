"""Checks of figures against each other: rows → findings, with the arithmetic shown."""

from __future__ import annotations
