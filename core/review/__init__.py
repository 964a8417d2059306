"""Reviewing: the session, its rows in order, what is typed, the row read as a sentence."""
