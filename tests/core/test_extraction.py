"""Extraction: real sentences and the rows that a careful reader makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.doubting import doubt_weights
from core.evaluation.gold import gold_files, read_gold
from core.evaluation.scoring import score, together
from core.extraction.lexicon import load_lexicon
from core.extraction.pipeline import extract
from core.extraction.selection import propose_at
from core.intake import read_and_extract
from core.numerals import chinese_number, decimal_number
from core.reading import build_report, read_report
from core.report import Facts, Metric, Proposal, Report, Span, Statement, StatementStatus

FACTS = Facts(period="2022-01/2022-09")


def report(text: str, period: str = "2022-01/2022-09") -> Report:
    return build_report("a.txt", "", "utf-8", "txt", text, Facts(period=period))


def proposals(text: str, period: str = "2022-01/2022-09") -> tuple[Proposal, ...]:
    return extract(report(text, period), load_lexicon())


def rows(text: str, period: str = "2022-01/2022-09") -> list[str]:
    """Write each metric in short: value unit indicator kind, bound and period where they tell."""
    made = []
    for found in proposals(text, period):
        metric = found.fields
        if isinstance(metric, Metric):
            high = f"~{metric.value_max}" if metric.value_max is not None else ""
            made.append(
                f"{metric.value}{high}{metric.unit} {metric.indicator} {metric.kind}"
                + (f" {metric.bound}" if metric.bound != "eq" else "")
            )
    return made


CASES = [
    # guide section 1, kinds
    ("GDP完成1202亿元、增速4.5%,增速相较上半年提升1.3个百分点。",
     ["1202亿元 GDP level", "4.5% GDP growth", "1.3个百分点 GDP change"]),
    ("完成固投360亿元,同比增长24.6%。", ["360亿元 固投 level", "24.6% 固投 growth"]),
    ("林业实现产值23.90亿元，下降4.4%。", ["23.90亿元 林业产值 level", "-4.4% 林业产值 growth"]),
    ("旅游收入达到69亿元，是2010年的2.6倍。", ["69亿元 旅游收入 level", "2.6倍 旅游收入 multiple"]),
    ("绿电占比超90%。", ["90% 绿电 share gt"]),
    ("产业投资占全部投资比重达52.1%。", ["52.1% 产业投资 share"]),
    ("城镇登记失业率控制在2.81%以内。", ["2.81% 城镇登记失业率 rate le"]),
    ("区级养老中心建设进度过半。", ["0.5 区级养老中心建设 progress gt"]),
    ("全年常住人口出生率为6.19‰，自然增长率1.04‰。",
     ["6.19‰ 常住人口出生率 rate", "1.04‰ 自然增长率 rate"]),
    # bounds and hedges
    ("排查整改隐患2.7万余处。", ["2.7万处 排查整改隐患 level gt"]),
    ("举办促消费活动2300余场。", ["2300场 促消费活动 level gt"]),
    ("城镇新增就业50万人以上。", ["50万人 城镇新增就业 level ge"]),
    ("地区生产总值增长5%左右。", ["5% 地区生产总值 growth approx"]),
    ("国内生产总值增长6%－6.5%。", ["6~6.5% 国内生产总值 growth"]),
    ("上万人员奋战治水一线。", ["1万人 员奋战治水一线 level ge"]),
    ("组织超千家企业赴境内外参展。", ["1千家 企业赴境内外参展 level gt"]),
    # lists, carried heads and verbs (hard cases 1 and 4)
    ("新建绿地4.78公顷、绿道5.6公里、林荫路4.1公里。",
     ["4.78公顷 新建绿地 level", "5.6公里 新建绿道 level", "4.1公里 新建林荫路 level"]),
    ("新建公共停车泊位13处15402个、集中式充电站22处。",
     ["13处 新建公共停车泊位 level", "15402个 新建公共停车泊位 level",
      "22处 新建集中式充电站 level"]),
    ("引进留用3600名高层次银龄人才，其中：银龄教师1550名、银龄医师1000名。",
     ["3600名 引进留用高层次银龄人才 level", "1550名 引进留用银龄教师 level",
      "1000名 引进留用银龄医师 level"]),
    ("装备制造业、高技术制造业增加值分别增长19%、17.7%。",
     ["19% 装备制造业增加值 growth", "17.7% 高技术制造业增加值 growth"]),
    ("第一、第三产业增加值分别增长2.5%、3.9%。",
     ["2.5% 第一产业增加值 growth", "3.9% 第三产业增加值 growth"]),
    ("城乡常住居民人均可支配收入分别完成37820元、28104元，同比分别增长6.5%、9.4%。",
     ["37820元 城镇常住居民人均可支配收入 level", "28104元 农村常住居民人均可支配收入 level",
      "6.5% 城镇常住居民人均可支配收入 growth", "9.4% 农村常住居民人均可支配收入 growth"]),
    ("法援合格率、调解成功率均达到100%。", ["100% 法援合格率 rate", "100% 调解成功率 rate"]),
    ("茶叶、核桃等种植面积和产量稳居全国第1位。",
     ["1位 茶叶种植面积 rank", "1位 茶叶产量 rank", "1位 核桃种植面积 rank", "1位 核桃产量 rank"]),
    ("化学原料制造业增加值增长3.7%，医药制造业增长5.5%。",
     ["3.7% 化学原料制造业增加值 growth", "5.5% 医药制造业增加值 growth"]),
    ("签约项目57个,金额805.8亿元。", ["57个 签约项目 level", "805.8亿元 签约项目金额 level"]),
    # counted nouns
    ("成功引进阿里云、钱意科技等15家数字经济领域企业。", ["15家 引进数字经济领域企业 level"]),
    ("全区31名区领导联系服务88个重大项目。",
     ["31名 区领导 level", "88个 联系服务重大项目 level"]),
    ("长江新材三大省属国企总部成功落户。", ["3大 长江新材省属国企总部落户 level"]),
    ("实施十大攻坚行动。", ["10大 攻坚行动 level"]),
    # ranks
    ("地方一般公共预算收入117亿元,规模持续保持中心城区第1。",
     ["117亿元 地方一般公共预算收入 level", "1位 地方一般公共预算收入 rank"]),
    # what does not count
    ("增值税12亿元、房产税9亿元、契税3亿元，同比分别增长10.8%、9.5%、7.8%。",
     ["12亿元 增值税 level", "9亿元 房产税 level", "3亿元 契税 level",
      "10.8% 增值税 growth", "9.5% 房产税 growth", "7.8% 契税 growth"]),
    ("全市粮食播种面积900万亩（玉米600万亩、水稻300万亩）。",
     ["900万亩 粮食播种面积 level", "600万亩 玉米播种面积 level", "300万亩 水稻播种面积 level"]),
    ("减少玉米种植面积7万亩，增加大豆种植面积5万亩、马铃薯2万亩。",
     ["-7万亩 玉米种植面积 change", "5万亩 大豆种植面积 change", "2万亩 马铃薯种植面积 change"]),
    ("投资对经济增长的贡献率为57%，拉动GDP增长1.1个百分点。",
     ["57% 投资对经济增长的贡献率 rate", "1.1个百分点 投资拉动GDP增长 change"]),
    ("净增高新技术企业2000家，总量达1.45万家。",
     ["2000家 净增高新技术企业 level", "1.45万家 高新技术企业 level"]),
    # two places of one thing; a place that is shared
    ("城镇新增就业5.2万人，空气质量指数居全省第2位、长三角城市第6位。",
     ["5.2万人 城镇新增就业 level", "2位 空气质量指数 rank", "6位 空气质量指数 rank"]),
    ("开工率并列全省第1位。", ["1位 开工率 rank"]),
    # a unit that stands once, behind the last of a pair
    ("高技术产业和装备制造业增加值分别增长11.5%和9.8%，增速分别比规模以上工业快5.8和3.8个百分点。",
     ["11.5% 高技术产业增加值 growth", "9.8% 装备制造业增加值 growth",
      "5.8个百分点 高技术产业增加值 change", "3.8个百分点 装备制造业增加值 change"]),
    ("甲县、乙县分别完成投资12和15亿元。", ["12亿元 甲县投资 level", "15亿元 乙县投资 level"]),
    ("出口、进口分别下降5.8%、3.8%。", ["-5.8% 出口 growth", "-3.8% 进口 growth"]),
    ("恩格尔系数由38.2下降到35.1，收入比值为2.50。",
     ["38.2 恩格尔系数 level", "35.1 恩格尔系数 level", "2.50 收入比值 level"]),
    ("投资4.17亿元实施生态环境类重点项目7个。",
     ["4.17亿元 投资生态环境类重点项目 level", "7个 生态环境类重点项目 level"]),
    ("为公交公司等19家企业发放社会保险补贴497.1万元，稳定就业岗位2887个。",
     ["19家 企业 level", "497.1万元 发放社会保险补贴 level", "2887个 稳定就业岗位 level"]),
    ("城镇和农村居民人均可支配收入分别达35512元、25689元。",
     ["35512元 城镇居民人均可支配收入 level", "25689元 农村居民人均可支配收入 level"]),
    ("生产安全事故起数、亡人数下降23.3%、33.3%。",
     ["-23.3% 生产安全事故起数 growth", "-33.3% 生产安全事故亡人数 growth"]),
    ("满意率、基本满意率100%。", ["100% 满意率 rate", "100% 基本满意率 rate"]),
    ("推动高新企业超 900 家、专精特新企业超 100 家。",
     ["900家 高新企业 level gt", "100家 专精特新企业 level gt"]),
    ("一般公共预算收入剔除虚增因素后完成10.4亿元。", ["10.4亿元 一般公共预算收入 level"]),
    ("新增“四上”企业15户，“三公经费”支出下降8%。",
     ["15户 新增“四上”企业 level", "-8% “三公经费”支出 growth"]),
    ("2022年11月30日在武昌区第十六届人大常委会第7次会议上。", []),
    ("聚焦“六税两费”，推进5G和B4地块建设，开展“百日攻坚”。", []),
    ("抓好亿元以上重大项目和500千伏变电站。", []),
    ("连续两年提前12小时预报。", []),
    ("每月调度，60岁以上老人。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_rows(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "report_period", "periods"),
    [
        ("前三季度，GDP完成1202亿元。", "2022-01/2022-09", ["2022-01/2022-09"]),
        ("地区生产总值由2010年的162.4亿元增加到2015年的287.9亿元，年均增长12.1%。", "2015",
         ["2010", "2015", "2011/2015"]),
        ("“十二五”期间，完成投资615亿元，是“十一五”时期的2.7倍。", "2015",
         ["2011/2015", "2011/2015"]),
        ("五年来，商业从业人员突破6万人，新增营业面积50万平方米。", "2015",
         ["2015", "2011/2015"]),
        ("年末全市常住人口957.70万人，比上年末增加3.0万人。", "2024",
         ["2024-12-31", "2024-12-31"]),
        ("截至9月30日,新登记市场主体22768户。", "2022", ["2022-01/2022-09"]),
        ("经济社会发展主要预期目标是：地区生产总值增长7.5%。", "2015", ["2016"]),
        ("下一步，力争新建公厕20座。", "2022-01/2022-09", ["2022-10/2022-12"]),
        ("完成固投360亿元，已接近去年全年水平；到位资金739亿元。", "2022-01/2022-09",
         ["2022-01/2022-09", "2022-01/2022-09"]),
        ("二季度末，全市存栏生猪80.9万头。", "2017-01/2017-06", ["2017-06-30"]),
        ("截至3月末，农资到位率达92%，完成投资20亿元。", "2017-01/2017-03",
         ["2017-03-31", "2017-01/2017-03"]),
        ("全市计划播种面积1128万亩，增加水稻种植面积26万亩，目前已播种300万亩。",
         "2017-01/2017-03", ["2017", "2017", "2017-01/2017-03"]),
        ("新建公厕18座。", "", [""]),
    ],
)  # fmt: skip
def test_periods(text: str, report_period: str, periods: list[str]) -> None:
    found = [
        p.fields.period for p in proposals(text, report_period) if isinstance(p.fields, Metric)
    ]
    assert found == periods


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("成立数字经济发展委员会,建立联动协商工作机制,压实责任、压茬推进。",
         [("成立数字经济发展委员会,建立联动协商工作机制", "done")]),
        ("武商梦时代广场顺利竣工交付,加速推进13条在建道路施工。",
         [("武商梦时代广场顺利竣工交付", "done"), ("加速推进13条在建道路施工", "ongoing")]),
        ("GDP完成1202亿元,增长4.5%。", []),
        ("我区发展不平衡的问题依然存在：收入增长乏力，新兴产业项目少。针对这些问题，我们要找准症结。",
         [("我区发展不平衡的问题依然存在：收入增长乏力，新兴产业项目少", "problem"), ("我们要找准症结", "pledge")]),
        ("还面临一些难题，主要是：经济总量偏小；集约用地需要进一步加强；自主创新能力不足。",
         [("还面临一些难题", "problem"), ("经济总量偏小；集约用地需要进一步加强；自主创新能力不足", "problem")]),
        ("投资5600万元完成了企业搬迁，素质教育基地被教育部确定为实践营地。",
         [("投资5600万元完成了企业搬迁，素质教育基地被教育部确定为实践营地", "done")]),
        ("发放创业担保贷款767万元，实现了比较充分就业。",
         [("发放创业担保贷款767万元", "done")]),
        ("在下行压力加大的情况下稳住了经济增长，面对复杂严峻形势。",
         [("在下行压力加大的情况下稳住了经济增长", "done")]),
        ("引进企业15家，技术合同成交额2198亿元，在全市率先核发不动产权证。",
         [("引进企业15家", "done"), ("在全市率先核发不动产权证", "done")]),
        ("全年出台政策9项，完成经济社会发展主要目标任务。",
         [("全年出台政策9项，完成经济社会发展主要目标任务", "done")]),
        ("我们也清醒地认识到存在的问题和不足:聚集效能还不明显;投资增长态势压力较大。",
         [("聚集效能还不明显;投资增长态势压力较大", "problem")]),
        ("同时，我们也清醒地看到，发展中还存在不少困难和问题。主要是：一是产业结构不优，二是创新能力不强。对此，我们将认真解决。",
         [("发展中还存在不少困难和问题", "problem"), ("一是产业结构不优，二是创新能力不强", "problem"),
          ("我们将认真解决", "pledge")]),
        ("但也存在一些问题：工业总量偏小，财政收支矛盾突出；管理水平有待提高。\n今后，我们要着力解决。",
         [("但也存在一些问题：工业总量偏小，财政收支矛盾突出；管理水平有待提高", "problem"),
          ("我们要着力解决", "pledge")]),
        ("认真整改存在的问题，规范决策程序。", [("认真整改存在的问题，规范决策程序", "done")]),
        ("坚持问题导向，解决了一批短板弱项。", [("解决了一批短板弱项", "done")]),
        ("二、2016年工作安排\n创新融资方式，新建公厕20座，坚持以人民为中心。",
         [("创新融资方式，新建公厕20座", "pledge")]),
        ("二、2025年重点工作\n引进3600名银龄人才。\n主办单位：省教育厅",
         [("引进3600名银龄人才", "pledge")]),
    ],
)  # fmt: skip
def test_statements(text: str, labels: list[tuple[str, str]]) -> None:
    found = [
        (p.span.of(text), p.fields.status)
        for p in proposals(text, "2015")
        if isinstance(p.fields, Statement)
    ]
    assert found == labels


def test_a_number_shares_the_unit_behind_it_only_where_each_has_its_own() -> None:
    found = [
        p.fields.value
        for p in proposals("完成投资5和3.8亿元。", "2015")
        if isinstance(p.fields, Metric)
    ]
    assert [str(value) for value in found] == ["3.8"]


def test_words_speak_where_no_rule_does() -> None:
    found = [
        (p.fields.status, p.sources["status"].rule)
        for p in proposals("公交车开进了山村。新建公厕20座。", "2015")
        if isinstance(p.fields, Statement)
    ]
    assert found == [("done", "words-weighed"), ("done", "action")]


def test_the_responsible_body_is_read() -> None:
    text = "二、2025年重点工作\n引进3600名银龄人才。\n主办单位：省教育厅\n"
    found = [p.fields for p in proposals(text, "2024") if isinstance(p.fields, Statement)]
    assert [statement.body for statement in found] == ["省教育厅"]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [("将在年底前新建公厕20座。", "年底前"), ("力争到2025年建成绿道50公里。", "到2025年"),
     ("确保9月底前完成改造。", "9月底前"), ("将新建公厕20座。", "")],
)  # fmt: skip
def test_the_deadline_of_a_pledge_is_read(text: str, deadline: str) -> None:
    text = "下一步，" + text
    found = [p.fields for p in proposals(text) if isinstance(p.fields, Statement)]
    assert [statement.deadline for statement in found] == [deadline]


def test_doubts_say_why_to_look_twice() -> None:
    def doubts(text: str, period: str) -> list[str]:
        found = (said for p in proposals(text, period) for said in p.doubts)
        return [said.code for said in doubt_weights().worth_saying(found)]

    assert doubts("新建公厕18座。", "2022") == []
    assert doubts("新建公厕18座。", "") == ["doubt.period-unknown"]
    nameless = doubts("达到3万。", "2022")
    assert nameless[0] == "doubt.indicator-missing"
    assert "doubt.unit-missing" in nameless[1:]
    assert doubts("居民消费价格总指数为99.5。", "2022") == []


def test_every_field_says_where_it_came_from(seed_path: Path) -> None:
    read, found = read_and_extract(seed_path.name, seed_path.read_bytes(), load_lexicon())
    metrics = [p for p in found if isinstance(p.fields, Metric)]
    assert len(metrics) > 70
    for proposal in metrics:
        assert {"value", "kind", "indicator", "period", "status"} <= proposal.sources.keys()
        assert proposal.sources["value"].span == proposal.span
        assert proposal.span.of(read.text).strip()


@pytest.mark.parametrize(
    ("text", "number"),
    [("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105), ("三万", 30000), ("两", 2),
     ("一千二百", 1200), ("一一", None), ("", None), ("五百万", 5_000_000), ("二亿三千万", 230_000_000)],
)  # fmt: skip
def test_chinese_numbers(text: str, number: int | None) -> None:
    assert chinese_number(text) == number


@given(st.integers(0, 10**12))
def test_digits_keep_their_value(number: int) -> None:
    assert decimal_number(f"{number:,}") == number


PIECES = st.sampled_from(
    ["增长", "1202亿元", "、", "，", "。", "\n", "分别", "占", "由", "到", "2015年", "第一", "其中", "（",
     "）", "“", "”", "过半", "万", "%", "\0", "𠮷", "至少", "12,345.6", "3:4:3", "1/10", "\u202e", "等"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map("".join))
def test_no_text_is_too_strange(text: str) -> None:
    for found in proposals(text):
        assert 0 <= found.span.start < found.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["9" * 100_000, "（" * 50_000, "增长" * 30_000, "1," * 30_000, "万" * 50_000, "一" * 50_000,
     "“" * 20_000, "1202亿元、" * 8_000],
)  # fmt: skip
def test_long_runs_of_one_thing_end(text: str) -> None:
    assert len(proposals(text)) < 10_000


def test_a_row_from_selected_words() -> None:
    text = "新建公厕18座，500千伏变电站。没有数字。"
    lexicon = load_lexicon()
    read = report(text)
    whole = propose_at(read, Span(0, 8), lexicon)
    assert whole is not None
    assert whole.span.of(text) == "18座"
    left_out = propose_at(read, Span(9, 12), lexicon)
    assert left_out is not None
    assert left_out.span.of(text).startswith("500")
    assert propose_at(read, Span(len(text) - 5, len(text)), lexicon) is None


def test_accuracy_on_the_labelled_reports(shared_dir: Path) -> None:
    lexicon = load_lexicon()
    scores = []
    for path in gold_files(shared_dir / "gold" / "dev"):
        gold = read_gold(path)
        text = path.with_name(f"{gold.name}.txt")
        read = read_report(text.name, text.read_bytes())
        scores.append(score(gold, extract(read, lexicon)))
    total = together(scores)
    assert total.quantity.f1 >= 0.93
    assert total.row.f1 >= 0.60
    assert total.labels[StatementStatus.PLEDGE].f1 >= 0.75
