"""The model shows what core orders, makes texts lazily and repaints one row at a time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.report import Bound, Decision, Metric, Row, RowKind, RowState, Span
from core.review.session import ReviewSession
from gui.row_columns import ShownRow, columns_of, short_period
from gui.row_model import DOUBT_COLUMN, STATE_COLUMN, RowModel
from tests.gui.kit import ids, on

Role = Qt.ItemDataRole
pytestmark = pytest.mark.usefixtures("qapp")  # icons are drawn, whichever test comes first


def model_of(session: ReviewSession, kind: RowKind = RowKind.METRIC) -> RowModel:
    model = RowModel(session, kind, "zh")
    model.show(ids(session, kind))
    return model


def texts(model: RowModel, place: int) -> list[object]:
    return [model.data(model.index(place, at)) for at in range(model.columnCount())]


@pytest.mark.parametrize("kind", list(RowKind))
def test_it_is_a_sound_model(
    session: ReviewSession, qtmodeltester: ModelTester, kind: RowKind
) -> None:
    model = model_of(session, kind)
    qtmodeltester.check(model)
    model.remove(ids(session, kind)[:1])
    model.ensure(ids(session, kind)[0])
    qtmodeltester.check(model)


def test_a_row_reads_as_its_fields(session: ReviewSession) -> None:
    model = model_of(session)
    assert texts(model, 0) == ["未审", "", "GDP", "1202", "亿元", "数值", "2022.1–9", "实际"]
    assert texts(model, 2)[DOUBT_COLUMN] == "1"
    statements = model_of(session, RowKind.STATEMENT)
    assert texts(statements, 0) == ["未审", "", "成立数字经济发展委员会", "已办", "", ""]


def test_state_is_text_and_shape_and_colour(session: ReviewSession) -> None:
    model = model_of(session)
    seen = set()
    for place, decision in enumerate((Decision.NONE, Decision.ACCEPTED, Decision.REJECTED)):
        row_id = model.row_id(place)
        session.decide([row_id], decision)
        model.refresh([row_id])
        index = model.index(place, STATE_COLUMN)
        icon = model.data(index, Role.DecorationRole)
        seen.add((model.data(index), icon.cacheKey()))  # type: ignore[attr-defined]
        assert model.data(index, Role.ForegroundRole) is not None
        assert "状态" in str(model.data(index, Role.AccessibleTextRole))
    assert len(seen) == 3


def test_texts_are_made_once_until_told(session: ReviewSession) -> None:
    model = model_of(session)
    assert texts(model, 0)[STATE_COLUMN] == "未审"
    session.decide([model.row_id(0)], Decision.ACCEPTED)
    assert texts(model, 0)[STATE_COLUMN] == "未审"
    model.refresh([model.row_id(0)])
    assert texts(model, 0)[STATE_COLUMN] == "确认"


def test_a_change_repaints_its_row_alone(session: ReviewSession) -> None:
    model = model_of(session)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.refresh([model.row_id(3)])
    assert changed == [(3, 3)] * model.columnCount()


def test_rows_come_and_go_without_a_reset(session: ReviewSession, qtbot: QtBot) -> None:
    model = model_of(session)
    whole = list(model.ids())
    with qtbot.assertNotEmitted(model.modelReset):
        model.remove([whole[2], 999])
        assert list(model.ids()) == whole[:2] + whole[3:]
        assert model.place_of(whole[2]) is None
        model.ensure(whole[2])
        model.ensure(whole[2])
    assert list(model.ids()) == whole
    assert [model.place_of(row_id) for row_id in whole] == list(range(len(whole)))


def test_only_cells_with_a_field_can_be_edited(session: ReviewSession) -> None:
    model = model_of(session)
    editable = [
        bool(model.flags(model.index(0, at)) & Qt.ItemFlag.ItemIsEditable)
        for at in range(model.columnCount())
    ]
    assert editable == [False, False, True, True, True, True, True, True]


@pytest.mark.parametrize(
    ("period", "short"),
    [
        ("2022-01/2022-09", "2022.1–9"),
        ("2022", "2022"),
        ("2022-12-31", "2022.12.31"),
        ("2021/2025", "2021–2025"),
        ("2021-11/2022-02", "2021.11–2022.2"),
        ("", ""),
    ],
)
def test_periods_fit_a_cell(period: str, short: str) -> None:
    assert short_period(period) == short


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        (Metric(Decimal("1.20"), "%", "x"), "1.20"),
        (Metric(Decimal("1E+3"), "%", "x"), "1000"),
        (Metric(Decimal(6), "%", "x", value_max=Decimal("6.5")), "6–6.5"),
        (Metric(Decimal(5), "家", "x", bound=Bound.GT), "> 5"),
        (Metric(Decimal(5), "家", "x", bound=Bound.APPROX), "≈ 5"),
    ],
)
def test_values_show_their_bound(fields: Metric, shown: str) -> None:
    row = Row(1, 1, 1, Span(0, 1), fields)
    columns: Sequence[object] = columns_of(RowKind.METRIC, "zh")
    value = next(column for column in columns if column.field == "value")  # type: ignore[attr-defined]
    assert value.text(ShownRow(row, RowState.UNREVIEWED, "", 0)) == shown  # type: ignore[attr-defined]


def test_an_added_row_stands_where_its_words_do(session: ReviewSession) -> None:
    model = model_of(session)
    outcome = session.add(on("前三季度"), Metric(Decimal(3), "季度", "x"))
    model.ensure(outcome.rows[0])
    assert model.place_of(outcome.rows[0]) == 0
