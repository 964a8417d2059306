"""One window a user: a second start hands its files to the first and ends.

Through a local socket (a file on Linux and macOS, a named pipe on Windows), never the network.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from core.paths import data_dir

WAIT_MS: Final = 1500
"""How long the first start may take to answer; one that does not is not waited for."""

TAKEN: Final = b"taken\n"


def meeting_place() -> str:
    """Name the socket: one for each user and folder of data."""
    place = hashlib.sha256(str(data_dir()).encode("utf-8", "replace")).hexdigest()
    return f"hedui-{place[:16]}"


def hand_over(files: Sequence[Path]) -> bool:
    """Hand files to the program that runs already; ``False`` where none does."""
    socket = QLocalSocket()
    socket.connectToServer(meeting_place())
    if not socket.waitForConnected(WAIT_MS):
        return False
    told = json.dumps([str(path.absolute()) for path in files]).encode() + b"\n"
    socket.write(told)
    socket.waitForBytesWritten(WAIT_MS)
    answered = socket.waitForReadyRead(WAIT_MS) and bytes(socket.readLine().data()) == TAKEN
    socket.disconnectFromServer()
    return answered


class Single(QObject):
    """Take files from later starts.

    Signals:
        files_given(object): the paths that a later start was called with, maybe none.
    """

    files_given = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def listen(self) -> bool:
        """Begin to answer later starts; what a killed program left is cleared away."""
        place = meeting_place()
        if self._server.listen(place):
            return True
        QLocalServer.removeServer(place)
        return self._server.listen(place)

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        told = bytes(socket.readLine().data())
        socket.write(TAKEN)
        socket.flush()
        try:
            paths = tuple(Path(str(name)) for name in json.loads(told))
        except (ValueError, TypeError):  # not one of ours
            return
        self.files_given.emit(paths)
