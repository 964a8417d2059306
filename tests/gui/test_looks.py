"""The looks: worn at once, following the system, in colours that stand out from their ground."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFontDatabase, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.paths import settings_file
from core.report import RowKind, RowState
from core.settings import Settings, load_settings
from core.workspace import Workspace
from gui.appearance import ChoiceMenu
from gui.charts.looks import COLOURS as CHART_COLOURS
from gui.dialogs import Dialogs
from gui.focus_ring import FocusRing
from gui.fonts import LARGEST, SMALLEST, resize_text, usual_size
from gui.labels import ColouredLabel, stress
from gui.looks import (
    BLACK_ON_WHITE,
    DARK,
    LIGHT,
    WHITE_ON_BLACK,
    Colours,
    Look,
    Looks,
    known_look,
    looks_of,
    made_palette,
    palette_of,
    style_of,
)
from gui.theme import COLOURS, Tone, alarm_colour, is_contrast, is_dark, state_style, tone
from tests.gui.kit import keep_sample
from tests.gui.windows import close_window, open_window

Role = QPalette.ColorRole
Scheme = Qt.ColorScheme
WORN: dict[Tone, Colours] = {
    Tone.LIGHT: LIGHT,
    Tone.DARK: DARK,
    Tone.BLACK_ON_WHITE: BLACK_ON_WHITE,
    Tone.WHITE_ON_BLACK: WHITE_ON_BLACK,
}
STRONG = (Tone.BLACK_ON_WHITE, Tone.WHITE_ON_BLACK)
ENOUGH, ENOUGH_STRONG, GRAPHIC = 4.5, 7.0, 3.0  # WCAG: AA, AAA, parts of pictures
GROUNDS = (Role.Base, Role.AlternateBase, Role.Window, Role.ToolTipBase)
WORDS = (
    (Role.Text, GROUNDS),
    (Role.WindowText, GROUNDS),
    (Role.PlaceholderText, GROUNDS[:3]),
    (Role.ButtonText, (Role.Button,)),
    (Role.ToolTipText, (Role.ToolTipBase,)),
    (Role.HighlightedText, (Role.Highlight,)),
    (Role.Link, GROUNDS[:3]),
    (Role.LinkVisited, GROUNDS[:3]),
    (Role.BrightText, GROUNDS[:3]),
)


@pytest.fixture(autouse=True)
def looks(qapp: QApplication) -> Iterator[Looks]:
    """Wear what a test asks for, and afterwards what was worn before."""
    palette, style, font = qapp.palette(), qapp.style().objectName(), qapp.font()
    made = Looks(qapp)
    yield made
    made.wear(Look.SYSTEM)
    made.setParent(None)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def luminance(colour: str) -> float:
    one = QColor(colour)
    parts = (one.redF(), one.greenF(), one.blueF())
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_the_guideline_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("worn", Tone)
@pytest.mark.parametrize("state", RowState)
def test_every_state_can_be_told_from_its_ground(worn: Tone, state: RowState) -> None:
    least = ENOUGH_STRONG if worn in STRONG else ENOUGH
    for ground in GROUNDS:
        assert contrast(COLOURS[worn][state], WORN[worn][ground]) >= least, ground


@pytest.mark.parametrize("worn", Tone)
@pytest.mark.parametrize(("words", "grounds"), WORDS, ids=lambda one: str(one)[:24])
def test_words_can_be_read(worn: Tone, words: Role, grounds: tuple[Role, ...]) -> None:
    least = ENOUGH_STRONG if worn in STRONG else ENOUGH
    for ground in grounds:
        assert contrast(WORN[worn][words], WORN[worn][ground]) >= least, ground


@pytest.mark.parametrize("worn", Tone)
def test_what_is_chosen_and_what_is_drawn_stand_out(worn: Tone) -> None:
    colours = WORN[worn]
    assert contrast(colours[Role.Highlight], colours[Role.Base]) >= GRAPHIC
    for pair in CHART_COLOURS.values():
        assert (
            contrast(pair[worn in (Tone.DARK, Tone.WHITE_ON_BLACK)], colours[Role.Base]) >= GRAPHIC
        )
    if worn in STRONG:
        assert contrast(colours[Role.Mid], colours[Role.Window]) >= ENOUGH_STRONG


@pytest.mark.parametrize(
    ("look", "scheme", "platform", "wanted"),
    [
        (Look.SYSTEM, Scheme.Unknown, "linux", LIGHT),
        (Look.SYSTEM, Scheme.Light, "linux", LIGHT),
        (Look.SYSTEM, Scheme.Dark, "linux", DARK),
        (Look.SYSTEM, Scheme.Dark, "win32", DARK),
        (Look.SYSTEM, Scheme.Unknown, "win32", None),
        (Look.LIGHT, Scheme.Dark, "linux", LIGHT),
        (Look.DARK, Scheme.Light, "darwin", DARK),
        (Look.DARK, Scheme.Unknown, "win32", DARK),
        (Look.CONTRAST, Scheme.Light, "linux", BLACK_ON_WHITE),
        (Look.CONTRAST, Scheme.Unknown, "win32", BLACK_ON_WHITE),
        (Look.CONTRAST, Scheme.Dark, "win32", WHITE_ON_BLACK),
    ],
)
def test_a_look_and_the_system_give_a_palette(
    look: Look, scheme: Scheme, platform: str, wanted: Colours | None
) -> None:
    made = palette_of(look, scheme, platform)
    assert made == (None if wanted is None else made_palette(wanted))
    strong = wanted in (None, BLACK_ON_WHITE, WHITE_ON_BLACK)
    assert style_of(made) == ("Windows" if strong else "Fusion")


@pytest.mark.parametrize("worn", Tone)
def test_the_palette_says_which_colours_the_states_have(qapp: QApplication, worn: Tone) -> None:
    qapp.setPalette(made_palette(WORN[worn]))
    assert tone() is worn
    assert is_contrast() is (worn in STRONG)
    assert is_dark() is (worn in (Tone.DARK, Tone.WHITE_ON_BLACK))
    for state in RowState:
        assert state_style(state).colour == QColor(COLOURS[worn][state])


def test_the_system_is_followed_while_the_program_runs(
    looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks.wear(Look.SYSTEM)
    assert tone() is Tone.LIGHT
    scheme = {"now": Scheme.Dark}
    monkeypatch.setattr(
        "gui.looks.palette_of", lambda look, _scheme, name: palette_of(look, scheme["now"], name)
    )
    QGuiApplication.styleHints().colorSchemeChanged.emit(Scheme.Dark)
    assert tone() is Tone.DARK
    looks.wear(Look.CONTRAST)
    assert tone() is Tone.WHITE_ON_BLACK
    scheme["now"] = Scheme.Light
    QGuiApplication.styleHints().colorSchemeChanged.emit(Scheme.Light)
    assert tone() is Tone.BLACK_ON_WHITE


def test_an_unknown_look_is_the_systems() -> None:
    assert known_look("sepia") is Look.SYSTEM
    assert [known_look(str(look)) for look in Look] == list(Look)


def test_an_application_has_one_set_of_looks(qapp: QApplication) -> None:
    assert looks_of(qapp) is looks_of(qapp)


def test_icons_are_made_anew(looks: Looks) -> None:
    looks.wear(Look.LIGHT)
    before = state_style(RowState.CONFIRMED).icon.pixmap(32, 32).toImage()
    looks.wear(Look.DARK)
    after = state_style(RowState.CONFIRMED).icon.pixmap(32, 32).toImage()
    assert before != after
    looks.wear(Look.LIGHT)
    assert state_style(RowState.CONFIRMED).icon.pixmap(32, 32).toImage() == before


def test_every_part_of_the_window_changes_its_colours(
    looks: Looks, tmp_path: Path, qtbot: QtBot
) -> None:
    looks.wear(Look.LIGHT)
    workspace = Workspace.open(tmp_path / "核对.hedui")
    keep_sample(workspace)
    window = open_window(workspace, Dialogs(), qtbot)
    caret = window.desk.view.caret()
    pictures: dict[Look, QImage] = {}
    for look in (Look.DARK, Look.CONTRAST, Look.LIGHT):
        looks.wear(look)
        QApplication.processEvents()
        pictures[look] = window.grab().toImage()
        model = window.desk.pane.models[RowKind.METRIC]
        brush = model.data(model.index(0, 0), Qt.ItemDataRole.ForegroundRole)
        assert isinstance(brush, QBrush)
        assert brush.color().name() == COLOURS[tone()][RowState.UNREVIEWED]
        assert window.desk.view.caret() == caret
        ground = window.desk.view.viewport().grab().toImage().pixelColor(2, 2)
        assert ground == window.palette().color(Role.Base)
    assert pictures[Look.DARK].pixelColor(3, 300).lightness() < 60
    assert pictures[Look.LIGHT].pixelColor(3, 300).lightness() > 200
    close_window(window)


def test_a_look_and_a_size_of_text_are_kept_over_restarts(
    looks: Looks, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(Workspace.open(tmp_path / "核对.hedui"), Dialogs(), qtbot)
    menus = [one for one in window.menuBar().findChildren(QMenu) if isinstance(one, ChoiceMenu)]
    chosen = next(one for one in menus if one.title() == "Look")
    dark = next(one for one in chosen.actions() if one.data() == Look.DARK)
    dark.trigger()
    qtbot.waitUntil(lambda: tone() is Tone.DARK)
    chosen.mark()
    assert [one.data() for one in chosen.actions() if one.isChecked()] == [Look.DARK]
    resize_text(12)
    window.commands.command("larger").run()
    assert QApplication.font().pointSize() == 13
    close_window(window)
    settings, broken = load_settings(settings_file())
    assert broken is None
    assert (settings.look, settings.font_size) == ("dark", 13)


def test_text_grows_and_shrinks_within_bounds_and_back(qapp: QApplication) -> None:
    assert resize_text(LARGEST + 5) == LARGEST
    assert resize_text(SMALLEST - 3) == SMALLEST
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    assert resize_text(0) == usual_size(system) == qapp.font().pointSize()


def test_rows_columns_and_icons_grow_with_the_text(tmp_path: Path, qtbot: QtBot) -> None:
    resize_text(10)
    workspace = Workspace.open(tmp_path / "核对.hedui")
    keep_sample(workspace)
    window = open_window(workspace, Dialogs(), qtbot, Settings(reviewer="张三"))
    table = next(iter(window.desk.pane.tables.values()))
    table.setColumnWidth(3, 200)  # as the user dragged it
    before = (
        table.verticalHeader().defaultSectionSize(),
        table.iconSize().width(),
        table.columnWidth(3),
    )
    resize_text(20)
    QApplication.processEvents()
    after = (
        table.verticalHeader().defaultSectionSize(),
        table.iconSize().width(),
        table.columnWidth(3),
    )
    for one, other in zip(before, after, strict=True):
        assert other / one == pytest.approx(2, rel=0.12)
    close_window(window)


def test_labels_of_their_own_size_and_colour_follow(looks: Looks, qtbot: QtBot) -> None:
    ground = QLabel()
    qtbot.addWidget(ground)
    head, alarm = QLabel("标题", ground), ColouredLabel(alarm_colour, ground)
    stress(head)
    ground.show()
    for points in (10, 16):
        resize_text(points)
        QApplication.processEvents()
        assert head.font().pointSizeF() == pytest.approx(points * 1.2)
    for look in (Look.DARK, Look.CONTRAST, Look.LIGHT):
        looks.wear(look)
        QApplication.processEvents()
        assert alarm.palette().color(Role.WindowText) == alarm_colour()


def test_the_keyboard_can_be_seen_in_high_contrast(
    looks: Looks, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace = Workspace.open(tmp_path / "核对.hedui")
    keep_sample(workspace)
    window = open_window(workspace, Dialogs(), qtbot)
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    looks.wear(Look.LIGHT)
    assert ring.isHidden()
    looks.wear(Look.CONTRAST)
    QApplication.processEvents()
    for part in (window.desk.view, window.desk.pane.tables[RowKind.METRIC]):
        part.setFocus()
        corner = part.mapTo(window, part.rect().topLeft())
        assert ring.isVisible()
        assert ring.geometry().adjusted(3, 3, -3, -3).topLeft() == corner
    looks.wear(Look.DARK)
    QApplication.processEvents()
    assert ring.isHidden()
    close_window(window)
