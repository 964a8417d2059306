"""Propose rows from a report's text: a pure function of report and lexicon."""
