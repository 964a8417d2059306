"""Rows and reports out, and rows back in: one module a format."""
