"""Draw the program's icon from its SVG: PNGs for Linux' icon theme, one .ico for Windows.

    python packaging/icons.py FOLDER

Writes ``FOLDER/SIZExSIZE/hedui.png`` and ``FOLDER/hedui.ico``. Needs PySide6 and no display.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG: Final = Path(__file__).resolve().parent.parent / "resources" / "icons" / "hedui.svg"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES: Final = (16, 24, 32, 48, 64, 256)


def picture(renderer: QSvgRenderer, size: int) -> QImage:
    """Paint the drawing into a square of transparent pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """Give a picture as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub knows text only
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Put PNGs together into Windows' icon format (each entry of 16 bytes, 0 means 256)."""
    head = bytearray((0).to_bytes(2, "little") + (1).to_bytes(2, "little"))
    head += len(pictures).to_bytes(2, "little")
    at = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        head += bytes([size % 256, size % 256, 0, 0])
        head += (1).to_bytes(2, "little") + (32).to_bytes(2, "little")
        head += len(data).to_bytes(4, "little") + at.to_bytes(4, "little")
        at += len(data)
    return bytes(head) + b"".join(pictures.values())


def main(words: list[str]) -> int:
    """Draw all sizes into the folder that was named."""
    if len(words) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    renderer, folder = QSvgRenderer(str(SVG)), Path(words[0])
    pictures = {size: png(picture(renderer, size)) for size in SIZES}
    for size, data in pictures.items():
        target = folder / f"{size}x{size}" / "hedui.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (folder / "hedui.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
