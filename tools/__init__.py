"""Set-up and translation tools."""
