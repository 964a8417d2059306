"""Run the program in a process of its own and report when it was painted and how large it is.

``python -m benchmarks.child [WORKSPACE [REPORT]]`` prints the moment of the first painting by
the system's monotonic clock and then, after a rest, the megabytes of memory held.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Final

REST_SECONDS: Final = 2.0
"""What an opened report puts off, lines out of sight above all, is done by then."""


def resident_megabytes() -> float:
    """Tell how much memory this process holds."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not say how much memory a process holds")


def watch_and_leave(report_id: int | None) -> int:
    """Wait for the window instead of a user, print what was seen, and close it."""
    from PySide6.QtWidgets import QApplication

    from benchmarks.watch import Watch
    from core.report import RowKind
    from gui.window import MainWindow

    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    desk = window.desk
    watch = Watch([desk.view.viewport(), desk.pane.tables[RowKind.METRIC].viewport()])
    watch.seconds(window.update)
    painted = time.monotonic()
    if report_id is not None:
        desk.open_report(report_id)
    end = time.monotonic() + REST_SECONDS
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.001)
    print(painted, resident_megabytes())
    window.close()
    QApplication.processEvents()
    return 0


def main(arguments: list[str]) -> int:
    """Start the program as its own command line does, with the event loop replaced."""
    from PySide6.QtWidgets import QApplication

    import main as program

    report_id = int(arguments[1]) if len(arguments) > 1 else None
    setattr(QApplication, "exec", lambda *_: watch_and_leave(report_id))  # noqa: B010 - for mypy
    sys.argv = ["main.py", *arguments[:1]]
    return program.main()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
