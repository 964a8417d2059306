"""Names of indicators: which are one, and which only look alike."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import Catalogue, Indicator, Nature, load_catalogue, normal_name
from core.errors import UserError
from core.quantity import split_unit

CATALOGUE = load_catalogue()
NAMES = [(name, each.id) for each in CATALOGUE.indicators() for name in each.names]
ENTRY = 'names = ["{name}"]\nen = "X"\nunit = "元"\nnature = "flow"\ngrowth_from_levels = true\n'


def identified(name: str) -> str | None:
    found = CATALOGUE.identify(name)
    return found.id if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("GDP", "gdp"),
        ("地区生产总值", "gdp"),
        ("国内生产总值", "gdp"),
        ("生产总值", "gdp"),
        ("地区生产总值（GDP）", "gdp"),
        ("全区地区生产总值", "gdp"),
        ("我市 地区生产总值", "gdp"),
        ("ＧＤＰ", "gdp"),
        ("gdp", "gdp"),
        ("人均GDP", "gdp_per_capita"),
        ("GDP增速", None),
        ("固投", "fixed_asset_investment"),
        ("全社会固定资产投资", "fixed_asset_investment"),
        ("全社会固定资产投资额", "fixed_asset_investment"),
        ("区本级固定资产投资", "fixed_asset_investment_own_level"),
        ("区本级全社会固定资产投资额", "fixed_asset_investment_own_level"),
        ("固定资产投资（不含农户）", "fixed_asset_investment_excl_rural_households"),
        ("工业固定资产投资", "industrial_investment"),
        ("社零", "retail_sales"),
        ("社会消费品零售总额", "retail_sales"),
        ("规上工业增加值", "industrial_value_added_above_scale"),
        ("规模以上工业增加值", "industrial_value_added_above_scale"),
        ("工业增加值", "industrial_value_added"),
        ("地方工业增加值", None),
        ("公共财政预算收入", "general_public_budget_revenue"),
        ("一般公共财政预算收入", "general_public_budget_revenue"),
        ("地方一般公共预算收入", "general_public_budget_revenue"),
        ("财政总收入", "total_fiscal_revenue"),
        ("地方财政总收入", "local_total_fiscal_revenue"),
        ("地方财政收入", "fiscal_revenue"),
        ("城镇常住居民人均可支配收入", "urban_income"),
        ("农村牧区常住居民人均可支配收入", "rural_income"),
        ("农牧民人均纯收入", "rural_net_income"),
        ("城乡居民人均可支配收入", None),
        ("城镇新增就业", "new_urban_jobs"),
        ("新增就业", None),
        ("年末全市常住人口", "resident_population"),
        ("户籍人口", "registered_population"),
        ("城镇化率", "urbanization"),
        ("户籍人口城镇化率", "registered_urbanization"),
        ("实际利用外资", "foreign_capital_used"),
        ("外商直接投资", "foreign_direct_investment"),
        ("细颗粒物（PM2.5）平均浓度", "pm25"),
        ("空气质量优良率", "air_quality_rate"),
        ("空气质量优良天数", "air_quality_days"),
        ("金融机构人民币各项存款余额", "deposits_rmb"),
        ("金融机构本外币各项存款余额", "deposits"),
        ("市级重大项目", None),
        ("", None),
    ],
)
def test_names_as_reports_write_them(name: str, expected: str | None) -> None:
    assert identified(name) == expected


def test_no_name_means_two_indicators() -> None:
    doubled = Counter(normal_name(name) for name, _ in NAMES)
    assert [name for name, count in doubled.items() if count > 1] == []


@given(st.sampled_from(NAMES), st.sampled_from(["", "全市", "我区", "全年", "累计", "全省 "]))
def test_a_lead_changes_no_meaning(named: tuple[str, str], lead: str) -> None:
    assert identified(lead + named[0]) == named[1]


@given(st.sampled_from(NAMES), st.sampled_from(["市级", "区本级", "市属", "其中", "非"]))
def test_another_scope_is_not_the_same_indicator(named: tuple[str, str], lead: str) -> None:
    assert identified(lead + named[0]) != named[1]


def test_every_entry_is_sound() -> None:
    indicators = CATALOGUE.indicators()
    assert len(indicators) >= 60
    for each in indicators:
        assert split_unit(each.unit) == (0, each.unit), each.id
        assert each.name_en.isprintable(), each.id
        assert each.shown("zh") == each.names[0] == each.name
        assert each.shown("en") == each.name_en
        assert CATALOGUE.get(each.id) is each
        if each.unit in {"%", "‰"} or each.nature is Nature.INDEX:
            assert not each.growth_from_levels, each.id
        if each.id.endswith("value_added") or each.id.startswith("gdp"):
            assert not each.growth_from_levels, each.id


def test_ones_own_catalogue_adds_replaces_and_wins(tmp_path: Path) -> None:
    own = "[beds]\n" + ENTRY.format(name="养老床位") + "[gdp]\n" + ENTRY.format(name="财政收入")
    (tmp_path / "catalogue.toml").write_text(own, encoding="utf-8")
    catalogue = load_catalogue(tmp_path)
    beds, taken = catalogue.identify("养老床位"), catalogue.identify("财政收入")
    assert beds is not None
    assert (beds.id, beds.nature) == ("beds", Nature.FLOW)
    assert taken is not None
    assert taken.id == "gdp"
    assert catalogue.identify("地区生产总值") is None
    assert catalogue.identify("社零") is not None


def test_a_folder_without_a_catalogue_changes_nothing(tmp_path: Path) -> None:
    assert load_catalogue(tmp_path).indicators() == CATALOGUE.indicators()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[x\n", "line 1"),
        ("x = 1\n", "[x]"),
        ("[X]\n" + ENTRY.format(name="甲"), "[X]"),
        ("[x]\n" + ENTRY.format(name="甲").replace("flow", "river"), "river"),
        ("[x]\n" + ENTRY.format(name="甲").replace("true", '"yes"'), "yes"),
        ("[x]\n" + ENTRY.format(name="甲").replace('["甲"]', '"甲"'), "names"),
        ("[x]\n" + ENTRY.format(name="甲").replace('["甲"]', "[]"), "names"),
        ("[x]\n" + ENTRY.format(name="甲").replace('en = "X"\n', ""), "en"),
    ],
)
def test_a_fault_in_ones_own_catalogue_is_named(tmp_path: Path, content: str, named: str) -> None:
    (tmp_path / "catalogue.toml").write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_catalogue(tmp_path)
    args = dict(caught.value.message.args)
    assert caught.value.message.code == "cli.catalogue_broken"
    assert named in args["reason"]
    assert args["file"].endswith("catalogue.toml")


def test_a_catalogue_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_bytes(b"\xff\xff")
    with pytest.raises(UserError):
        load_catalogue(tmp_path)


def test_of_two_claims_to_a_name_the_later_stands() -> None:
    first = Indicator("a", ("甲",), "A", "", Nature.FLOW, growth_from_levels=True)
    second = Indicator("b", ("乙", "甲"), "B", "", Nature.FLOW, growth_from_levels=True)
    assert Catalogue([first, second]).identify("甲") is second


def test_the_frequent_indicators_of_gold_are_known(shared_dir: Path) -> None:
    named = Counter(
        metric["indicator"]
        for file in (shared_dir / "gold" / "dev").glob("*.gold.json")
        for metric in json.loads(file.read_text(encoding="utf-8"))["metrics"]
    )
    # Frequent, yet of one place's economy or of a sector that no catalogue of all reports has.
    local = {"地方工业增加值", "粮经饲比例"}
    unknown = {name for name, n in named.items() if n >= 3 and identified(name) is None}
    assert unknown <= local
