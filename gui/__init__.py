"""The window: Qt shows and asks, core does the rest."""

from __future__ import annotations
