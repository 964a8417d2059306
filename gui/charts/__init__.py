"""Charts: the only place with pyqtgraph, which is imported when the first chart opens."""
