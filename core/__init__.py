"""What Hedui knows and thinks; imports no Qt, usable from a script or a server.

The layers, from the top (a module imports only from those below it), are
listed in ``docs/architecture.md`` and held by import-linter.
"""
