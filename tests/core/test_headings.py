"""Which period a figure inherits from headings, paragraphs and what a change is reckoned from."""

from __future__ import annotations

import pytest

from core.extraction.lexicon import load_lexicon
from core.extraction.pipeline import extract
from core.reading import read_report
from core.report import Metric, Report

HEAD = "政府工作报告\n——2021年1月20日在某市第九届人民代表大会第八次会议上\n各位代表：\n"


def read(text: str) -> Report:
    return read_report("a.txt", (HEAD + text).encode())


def periods(text: str) -> list[str]:
    found = extract(read(text), load_lexicon())
    return [p.fields.period for p in found if isinstance(p.fields, Metric)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the heading of the section
        ("二、今后五年的主要任务\n新建公厕20座，森林覆盖率达到63%。\n", ["2021/2025", "2025"]),
        ("一、2020年工作回顾\n新建公厕20座。\n", ["2020"]),
        # a paragraph of several years, with its items and the paragraphs of its own
        ("一、2020年工作回顾\n五年来，我们负重前行，成绩斐然。\n——新建公厕20座。\n——新建绿道5公里。\n",
         ["2016/2020", "2016/2020"]),
        ("一、2020年工作回顾\n这是跨越发展的五年。\n我们新建公厕20座。\n", ["2016/2020"]),
        ("一、2020年工作回顾\n这五年，我们新建公厕20座，城镇化率达到60%。\n新建绿道5公里。\n",
         ["2016/2020", "2020", "2016/2020"]),
        ("一、2020年工作回顾\n五年来，成绩斐然。经济稳中有进。\n去年，新建绿道5公里。\n", ["2020"]),
        # the end of years: what is reached, changed from and to, set against one year
        ("一、2020年工作回顾\n五年来，建成区由80平方公里扩大到132平方公里。\n", ["2020", "2020"]),
        ("一、2020年工作回顾\n五年来，生产总值突破2000亿元，累计投入525亿元。\n",
         ["2020", "2016/2020"]),
        ("一、2020年工作回顾\n五年来，存款较2015年增长46.7%，是“十二五”末的1.6倍。\n",
         ["2020", "2020"]),
        # 年均 in a report on a plan's last year; 年均 since a year that is named
        ("一、2020年工作回顾\n工业增加值年均增长10.7%。\n", ["2016/2020"]),
        # a rate that was held over all the years; steps that were passed
        ("一、2020年工作回顾\n五年来，失业率控制在3.5%以内，生产总值迈过600亿元。\n",
         ["2016/2020", "2020"]),
        # the last sentence of a paragraph leads the items below
        ("一、2020年工作回顾\n2020年成绩扎实。“十三五”时期，我们开拓新局面。\n——新建公厕20座。\n",
         ["2016/2020"]),
        # the end of the year of which stocks in the same paragraph are
        ("一、2020年工作回顾\n年末存款余额2386亿元。贷款余额1985亿元。发放贷款20亿元。\n",
         ["2020-12-31", "2020-12-31", "2020"]),
        # where a change began is no time of what follows
        ("一、2020年工作回顾\n道路由“十二五”期末的758公里提升到1925公里，高技术产业占比从2015年10%提升到17%。\n",
         ["2015", "2020", "2015", "2020"]),
        ("一、2020年工作回顾\n三次产业比由2015年的18.9:47.4:33.7调整到13:52:35。\n",
         ["2015", "2015", "2015", "2020", "2020", "2020"]),
        # how what grew yearly stands to another is of the same years
        ("一、2020年工作回顾\n五年来，投资年均增长11.6%，高于全省2.7个百分点。\n",
         ["2016/2020", "2016/2020"]),
        # a built-up area is no flow; an item's dates are its own; a plan's first and last year
        ("一、2020年工作回顾\n五年来，完成城建投资1000亿元，建成区面积近100平方公里。\n",
         ["2016/2020", "2020"]),
        ("一、2020年工作回顾\n一是年末存款余额9亿元。二是城乡一体。建成区面积74平方公里。\n",
         ["2020-12-31", "2020"]),
        ("一、2020年工作回顾\n“十三五”开局之年新建公厕20座，“十二五”规划的最后一年新建公厕9座。\n",
         ["2016", "2015"]),
        # a year that is led by is not chosen against; a year that is only told of leads no years
        ("一、2020年工作和“十三五”时期发展回顾\n回望过去的一年，我们主要做了：\n（一）城市\n新建公厕20座。\n",
         ["2020"]),
        ("一、2020年及“十三五”工作回顾\n2020年是收官之年。经过五年持续奋斗，成绩斐然。一是新建公厕20座。\n",
         ["2016/2020"]),
        ("一、过去五年工作回顾\n铁路大桥今年建成。新建公厕20座。\n", ["2016/2020"]),
        # what else a review of several years is called
        ("一、五年工作的回顾\n新建公厕20座。\n", ["2016/2020"]),
        ("一、本届政府任期以来的工作回顾\n新建公厕20座。\n", ["2016/2020"]),
        ("一、“十三五”规划执行情况\n新建公厕20座。\n", ["2016/2020"]),
        ("一、“十三五”经济社会发展取得重大成就\n新建公厕20座。\n", ["2016/2020"]),
        ("一、“十三五”目标任务胜利完成\n新建公厕20座。\n", ["2016/2020"]),
        ("一、创新转型的“十三五”\n新建公厕20座。\n", ["2016/2020"]),
        ("一、2020年工作回顾\n投资是“十二五”期间3.3倍，新建公厕20座。\n", ["2020", "2020"]),
        ("一、2018年以来的工作回顾\n新建公厕20座。\n", ["2018/2020"]),
        ("一、“九五”时期的回顾\n新建公厕20座。\n", ["1996/2000"]),
        # a government's term by its number, or looked back on after the year; since a month
        ("一、市七届政府工作回顾\n新建公厕20座。\n", ["2016/2020"]),
        ("一、2020年及本届政府工作回顾\n新建公厕20座。\n过去一年划上圆满句号。回望本届政府的奋斗路，我们不停步。\n"
         "新建绿道5公里。\n新建学校3所。\n", ["2020", "2016/2020", "2016/2020"]),
        ("一、2020年工作回顾\n2018年6月以来，支持企业20家。\n", ["2018-06/2020-12"]),
        # the last day of a month; who lives here is a stock, what they earn is none
        ("一、2020年工作回顾\n2月底企业复工率达100%，前三季度常住居民人均可支配收入增长5%，9月末常住人口9万人。\n",
         ["2020-02-29", "2020-01/2020-09", "2020-09-30"]),
        # a time in a name dates nothing; a time of one rate within a sentence
        ("一、2020年工作回顾\n编制完成总体规划（2017—2030年），新建公厕20座。\n", ["2020"]),
        ("一、2020年工作回顾\n入选“2023—2025年度创新示范市”，新建公厕20座。\n", ["2020"]),
        ("一、2020年工作回顾\n生产总值达2010亿元，“十二五”以来年均增长7.8%；工业增加值增长7.6%。\n",
         ["2020", "2011/2020", "2020"]),
        # this year turns a paragraph of plans
        ("二、今年工作安排\n去年，为民办实事28项。今年，突出抓好32项实事。新建公厕20座。\n",
         ["2020", "2021", "2021"]),
        ("一、2020年工作回顾\n去年计划重建的62户房屋全部完工。\n", ["2020"]),
        # what is of all years together, and who was lifted out in them
        ("一、2020年工作回顾\n五年来，税收累计增长101.1%，114万农村贫困人口全部脱贫，修建垃圾池2万个。\n",
         ["2016/2020", "2016/2020", "2016/2020"]),
        # a review of five years and of one is of the five where it says what was so each year
        ("一、过去五年和2020年工作回顾\n利润总额年均增长18.5%。\n建成高标准农田2011万亩。\n",
         ["2016/2020", "2016/2020"]),
        ("一、“十三五”及2020年工作回顾\n累计投入12亿元，工业年均增长5%。\n新建公厕20座。\n",
         ["2016/2020", "2016/2020", "2016/2020"]),
        # what began in a year leads its own sentence only; a flow over a mark is of all years
        ("一、“十三五”时期及2020年工作回顾\n五年来，投入75亿元。2018年以来，支持涉农企业20家。\n"
         "建成高标准农田6113万亩，新设外资企业超过1万家，建成区面积突破1300平方公里。\n",
         ["2016/2020", "2018/2020", "2016/2020", "2016/2020", "2020"]),
        # a paragraph whose first sentence ends with its years; 三年内 is no 年内
        ("一、2020年和“十三五”时期工作回顾\n这是民生不断改善的五年。新建公厕20座，三年内拨付资金3亿元。\n",
         ["2016/2020", "2016/2020"]),
        # what there is, and what a year's end is compared with
        ("一、2020年工作回顾\n五年来，现有泊位2.5万个，绿地率较2015年末提高5.8个百分点。\n",
         ["2020", "2020"]),
        # the year just past lasts, also where a paragraph names the year in passing
        ("一、“十三五”时期及2020年工作回顾\n五年来，投入752亿元。\n在刚刚过去的2020年，我们稳中求进。\n"
         "按照要求，2020年生产总值1513.8亿元。\n（一）稳增长\n开工项目784个。\n",
         ["2016/2020", "2020", "2020"]),
        # a review of five years and of one: the paragraphs that open with either lead the next
        ("一、“十三五”时期及2020年工作回顾\n新建公厕20座。\n", ["2020"]),
        ("一、“十三五”时期及2020年工作回顾\n新建公厕20座。\n一年来，我们攻坚克难。\n（一）城市\n"
         "新建绿道5公里。\n五年来，成绩斐然。\n新建绿地3公顷。\n",
         ["2016/2020", "2020", "2016/2020"]),
        ("一、2020年和“十三五”时期工作回顾\n新建公厕20座。成绩标志着规划收官。五年来，我们团结奋斗。"
         "新建绿道5公里。\n", ["2020", "2016/2020"]),
        ("一、过去五年工作回顾\n新建公厕20座。刚刚过去的2020年，任务繁重。\n新建绿道5公里。\n",
         ["2016/2020", "2020"]),
        ("一、2015年和“十二五”工作回顾\n引进项目50个，是“十一五”时期的2倍。五年来，成绩斐然。\n",
         ["2011/2015", "2011/2015"]),
        ("一、2020年工作回顾\n前三季度，水质指数全省第2。新建公厕20座。\n", ["2020-01/2020-09", "2020"]),
        # where a change began is of the time at which the one before it began; what it came to
        # is no time of what follows
        ("一、过去五年工作回顾\n生产总值从“十二五”末的696亿元增至1313亿元；"
         "投资从521亿元增至1450亿元。\n", ["2015", "2020", "2015", "2020"]),
        ("一、过去五年工作回顾\n教育投入从2015年的290亿元增加到2020年的724亿元，新增75所中小学。\n",
         ["2015", "2020", "2016/2020"]),
        ("一、过去五年工作回顾\n占比从2015年的19%提升到21%、提高2个百分点。\n",
         ["2015", "2020", "2020"]),
        # a review that is called by its years alone, or by the government's term
        ("一、五年工作回顾\n新建公厕20座。\n", ["2016/2020"]),
        ("一、本届政府工作回顾\n新建公厕20座。\n", ["2016/2020"]),
        # of forty years nothing but their own sentence is, nor is a later year where a change ended
        ("一、2020年工作回顾\n改革开放四十年来，成就巨大。新建公厕20座。\n", ["2020"]),
        ("一、2020年工作回顾\n财力由2015年的290亿元增加到724亿元，2019年新建学校5所、公厕3座。\n",
         ["2015", "2020", "2019", "2019"]),
        # what is the greatest in so many years, and since when somebody is something
        ("一、2020年工作回顾\n应对近40年来最大汛情，转移群众20万人。\n", ["2020"]),
        ("一、2020年工作回顾\n将1983年以来被征地人员纳入城保，30万人参保。\n", ["2020"]),
        # what a stock changed by is of all the years, what it came to of the last
        ("一、过去五年工作回顾\n铁路营运里程新增1168公里、总里程超过3300公里。\n",
         ["2016/2020", "2020"]),
        # 调整为 a year compares with none; years are written in characters, too
        ("一、2020年工作回顾\n三次产业比重由2015年的26:40:34调整为2019年的19:40:41。\n",
         ["2015", "2015", "2015", "2019", "2019", "2019"]),
        ("一、2020年工作回顾\n比重从一九七七年的百分之三十六提高到一九八二年的百分之四十。\n",
         ["1977", "1982"]),
        # years that an item is only compared with lead no item below it
        ("一、2020年工作回顾\n五年来，成绩斐然。\n——新设企业115家，是“十二五”时期的3.5倍。\n——新建公厕20座。\n",
         ["2016/2020", "2016/2020", "2016/2020"]),
        # what there is for each, and what each earns
        ("一、过去五年工作回顾\n人均公园绿地面积15平方米，每千人拥有病床数7.46张。\n", ["2020", "2020"]),
        # a plan that a heading names, and the time of an aim
        ("二、“十四五”发展目标\n地区生产总值年均增长7%。\n", ["2021/2025"]),
        ("一、2020年工作回顾\n围绕到2025年全面振兴的目标，完成投资12亿元。\n", ["2020"]),
        # what is there at a moment, and what was done over the years
        ("一、过去五年工作回顾\n龙头企业635家，新建绿道5公里。\n", ["2020", "2016/2020"]),
    ],
)  # fmt: skip
def test_periods_are_inherited(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("一、2020年工作回顾\n全年预计外贸出口8.4亿美元。\n", "actual"),  # of the year that closes
        ("某区政府2020年三季度工作情况报告\n全年预计外贸出口8.4亿美元。\n", "target"),
        ("一、2020年工作回顾\n预计2022年外贸出口将达到8.4亿美元。\n", "target"),
    ],
)
def test_what_is_reckoned_of_the_closing_year_is_no_target(text: str, status: str) -> None:
    head = "" if "报告" in text else HEAD
    report = read_report("a.txt", (head + text).encode())
    assert [
        p.fields.status for p in extract(report, load_lexicon()) if isinstance(p.fields, Metric)
    ] == [status]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("各位代表：\n2013年工作回顾\n全年新建公厕20座。\n", "2013"),
        ("政府工作报告\n二、2014年的形势和主要工作\n新建公厕20座。\n", "2013"),
        # the words of delivery: a date in characters, the year that is proposed
        ("政府工作报告\n——二〇〇八年一月十六日在某省第十一届人民代表大会第一次会议上\n", "2007"),
        (
            "现在，我代表市人民政府，报告过去五年工作，对今后五年及2013年工作提出建议，请予审议。\n",
            "2012",
        ),
        ("政府工作报告\n——2023 年12 月28 日在某市第九届人民代表大会第八次会议上\n", "2023"),
    ],
)
def test_the_report_says_its_period(text: str, period: str) -> None:
    assert read_report("a.txt", text.encode()).facts.period == period


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        # a release that names a month or a part of a year, and only the page a year
        ("4月工业生产加快\n2017-05-15 10:13:16\n4月份，规模以上工业增加值增长6.5%。\n", "2017-05-15", "2017-04"),
        ("12月份物价平稳\n2018年1月10日 09:30\n12月份，居民消费价格上涨1.8%。\n", "2018-01-10", "2017-12"),
        ("一季度工业开局良好\n2017/04/18\n一季度，工业增加值增长6.8%。\n", "2017-04-18",
         "2017-01/2017-03"),
        ("全市经济稳定\n2017-02-20\n经济增长6.8%。\n", "2017-02-20", "2016"),
        ("全市经济稳定\n经济增长6.8%。\n", "", ""),
    ],
)  # fmt: skip
def test_the_page_gives_a_release_its_year(text: str, published: str, period: str) -> None:
    facts = read_report("a.txt", text.encode()).facts
    assert (facts.published, facts.period) == (published, period)


@pytest.mark.parametrize(
    ("heading", "outlook"),
    [("二、2014年的形势和主要工作", True), ("二、“十四五”时期的展望", True),
     ("二、2013年重点工作完成情况", False), ("一、2013年主要工作", False),
     ("2022年重点工作安排建议", True)],
)  # fmt: skip
def test_a_later_part_named_by_a_year_looks_ahead(heading: str, outlook: bool) -> None:
    report = read(f"{heading}\n新建公厕20座。\n")
    assert report.sections[0].outlook is outlook


@pytest.mark.parametrize(
    ("text", "outlooks"),
    [
        # the parts of an unmarked part are its own, also where they promise 新成效
        ("2022年重点工作安排建议\n一、推动绿色转型取得新成效\n新建公厕20座。\n", [True, True]),
        # a heading that looks back and ahead turns where a paragraph opens with the later plan
        ("一、“十三五”发展成就和“十四五”主要目标任务\n新建公厕20座。\n“十四五”时期，我们将奋进。\n",
         [False, True]),
        ("一、过去五年工作回顾和今后五年目标任务\n新建公厕20座。\n今后五年，我们将奋进。\n",
         [False, True]),
    ],
)  # fmt: skip
def test_what_turns_to_the_coming_period(text: str, outlooks: list[bool]) -> None:
    assert [section.outlook for section in read(text).sections] == outlooks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二、今年工作安排\n去年，为民办实事28项。今年，新建公厕20座。\n", ["actual", "target"]),
        ("二、今年工作安排\n到2025年，占比由2020年的18%提高到23%。\n", ["actual", "target"]),
        ("一、2020年工作回顾\n去年，为民办实事28项。\n", ["actual"]),
    ],
)
def test_what_a_past_year_did_is_no_target(text: str, expected: list[str]) -> None:
    found = extract(read(text), load_lexicon())
    assert [p.fields.status for p in found if isinstance(p.fields, Metric)] == expected


def test_last_year_is_the_own_year_of_a_report_that_nothing_dates() -> None:
    text = "各位代表：\n一、去年和“十一五”工作回顾\n去年新建公厕20座，利润比去年增长5%。\n"
    found = extract(read_report("a.txt", text.encode()), load_lexicon())
    assert [p.fields.period for p in found if isinstance(p.fields, Metric)] == ["2010", "2010"]


def test_a_paragraph_among_plans_may_look_back() -> None:
    text = (
        "二、2021年工作安排\n新建公厕20座。\n"
        "过去一年，我们改进作风。办理提案30件。新的一年，我们要加倍努力。办理建议40件。\n"
        "失业率控制在预期目标以内，新建绿道5公里。\n"
    )
    found = extract(read(text), load_lexicon())
    assert [
        (p.fields.period, str(p.fields.status)) for p in found if isinstance(p.fields, Metric)
    ] == [
        ("2021", "target"),
        ("2020", "actual"),
        ("2021", "target"),
        ("2021", "target"),
    ]
