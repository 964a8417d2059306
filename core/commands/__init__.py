"""The command line: what was asked for, the verbs, and how failures are said."""
