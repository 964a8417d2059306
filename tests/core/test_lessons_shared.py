"""Lessons of one year's report on the next year's: suggestions where the same names recur."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from core.extraction.lexicon import load_lexicon
from core.intake import keep
from core.report import Metric, MetricKind, RowKind
from core.review.lessons import suggested_in
from core.review.session import ReviewSession
from core.workspace import Workspace

AT = "2026-11-03T10:00:00+08:00"
SPELT: Final = {
    "地区生产总值": "GDP",
    "社会消费品零售总额": "社零总额",
    "全社会固定资产投资": "固定资产投资",
    "城镇常住居民人均可支配收入": "城镇居民人均可支配收入",
    "旅游收入": "旅游总收入",
    "规模以上工业总产值": "规上工业总产值",
    "投资": "完成投资",
    "发放城乡特困群体大病医疗救助金": "城乡特困群体大病医疗救助金",
    "新增就业": "城镇新增就业",
}
"""How the reviewer wants names spelt, by the names that the machine reads in 2016."""

COUNTED: Final = "新增商业营业面积"
"""Read as a level, taken by the reviewer for a change."""

pytestmark = pytest.mark.shared


@pytest.fixture
def session(tmp_path: Path, shared_dir: Path) -> Iterator[ReviewSession]:
    workspace = Workspace.open(tmp_path / "w.hedui")
    one = ReviewSession(workspace, "张三", lambda: AT)
    one.open_report(take_in(one, shared_dir, 2016))
    yield one
    workspace.close()


def take_in(session: ReviewSession, shared: Path, year: int) -> int:
    path = shared / "samples" / "series" / f"海拉尔区_{year}_gbk.txt"
    lexicon = load_lexicon()
    return keep(session.workspace, path.name, path.read_bytes(), lexicon, "", AT).report_id


def metrics(session: ReviewSession) -> list[tuple[int, Metric]]:
    rows = session.rows(RowKind.METRIC)
    return [(row.id, row.fields) for row in rows if isinstance(row.fields, Metric)]


def correct(session: ReviewSession) -> set[str]:
    """Correct the first row of each name; give the names."""
    done: set[str] = set()
    for row_id, fields in metrics(session):
        name = fields.indicator
        if name in done or (name not in SPELT and name != COUNTED):
            continue
        after = replace(fields, indicator=SPELT.get(name, name))
        if name == COUNTED:
            after = replace(after, kind=MetricKind.CHANGE)
        session.edit(row_id, after, decide=True)
        done.add(name)
    return done


def test_suggestions_stand_where_the_same_names_recur(
    session: ReviewSession, shared_dir: Path
) -> None:
    corrected = correct(session)
    assert len(corrected) >= len(SPELT) - 1
    later = take_in(session, shared_dir, 2017)
    session.lessons.draw()
    session.open_report(later)
    found = {row_id: session.suggestion(row_id) for row_id, _ in metrics(session)}
    like = {
        row_id
        for row_id, fields in metrics(session)
        if fields.indicator in corrected
        and (fields.indicator != COUNTED or fields.kind is MetricKind.LEVEL)
    }
    assert like
    assert {row_id for row_id, suggestion in found.items() if suggestion is not None} == like
    assert suggested_in(session.workspace, [later]) == len(like)
    assert all(not suggestion.reject for suggestion in found.values() if suggestion is not None)
    for row_id, fields in metrics(session):
        suggestion = found[row_id]
        if suggestion is not None:
            name = SPELT.get(fields.indicator, fields.indicator)
            assert suggestion.fields.indicator == name
