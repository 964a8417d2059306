"""Reading: encodings, formats, messages for what is no report, the sample's outline and facts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.messages import LANGUAGES, render
from core.reading import build_report, read_report
from core.reading.decoding import decode
from core.reading.files import LIMIT, read_file
from core.report import Facts

WORDS = "政府工作报告\r\n2015年地区生产总值287.9亿元。\r增长12.1%。"
PLAIN = "政府工作报告\n2015年地区生产总值287.9亿元。\n增长12.1%。"


def docx_bytes() -> bytes:
    document = docx.Document()
    document.add_paragraph("某县人民政府工作报告")
    table = document.add_table(rows=2, cols=3)
    for at, words in enumerate(("指标", "2023年", "2024年", "生产总值", "98.2", "101.5")):
        table.cell(at // 3, at % 3).text = words
    document.add_paragraph("一、2024年工作回顾")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (WORDS.encode("utf-8-sig"), "utf-8"),
        (WORDS.encode("gb18030"), "gb18030"),
        ("全文𠮷".encode("gb18030"), "gb18030"),
    ],
)
def test_text_files(data: bytes, encoding: str) -> None:
    report = read_report("a.txt", data)
    assert report.encoding == encoding
    assert report.text == (PLAIN if len(report.text) > 5 else "全文𠮷")


@given(st.text(alphabet="国㐀𠮷aé1，\t", min_size=1).filter(str.strip))
def test_what_is_written_in_either_encoding_is_read(text: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        assert decode("a.txt", text.encode(encoding), encoding=encoding).text == text


def test_a_document_gives_paragraphs_and_table_rows_in_order() -> None:
    report = read_report("a.docx", docx_bytes())
    assert report.text.splitlines() == [
        "某县人民政府工作报告", "指标\t2023年\t2024年", "生产总值\t98.2\t101.5", "一、2024年工作回顾",
    ]  # fmt: skip
    assert (report.reader, report.encoding) == ("docx", "")


def zip_of(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "reading.pdf"),
        ("a.txt", b"%PDF-1.7 ...", "reading.pdf"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "reading.doc"),
        ("a.xlsx", zip_of("xl/workbook.xml"), "reading.xlsx"),
        ("a.docx", zip_of("xl/workbook.xml"), "reading.xlsx"),
        ("a.docx", zip_of("other.txt"), "reading.zip"),
        ("a.docx", b"not a zip at all", "reading.damaged"),
        ("a.docx", docx_bytes()[:900], "reading.damaged"),
        ("a.html", b"<html><body>x</body></html>", "reading.html"),
        ("a.txt", b"<!DOCTYPE html><html>", "reading.html"),
        ("a.jpg", b"\xff\xd8\xff\xe0....", "reading.image"),
        ("a.rar", b"Rar!....", "reading.archive"),
        ("a.hedui", b"SQLite format 3\x00....", "reading.database"),
        ("a.txt", bytes(range(256)) * 20, "reading.not_text"),
        ("a.txt", b"\x00\x01\x02 text", "reading.not_text"),
        ("a.txt", b"", "files.empty"),
        ("a.txt", b" \r\n ", "files.empty"),
        ("a.txt", "\ufeff".encode(), "files.empty"),
    ],
)
def test_what_is_no_report_is_named(name: str, data: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read_report(name, data)
    assert caught.value.message.code == code
    for language in LANGUAGES:
        assert name in render(caught.value.message, language)


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LIMIT + 1)
    (tmp_path / "empty.txt").touch()
    for name, code in (
        ("none.txt", "files.missing"), (".", "files.folder"), ("empty.txt", "files.empty"),
        ("large.txt", "files.too_large"), ("a\0b", "files.unreadable"),
    ):  # fmt: skip
        with pytest.raises(UserError) as caught:
            read_file(tmp_path / name)
        assert caught.value.message.code == code


def test_the_sample(seed_path: Path) -> None:
    report = read_report(seed_path.name, seed_path.read_bytes())
    assert report.facts == Facts(
        "区政府2022年三季度工作情况报告", "武昌区人民政府", "武昌区人民政府", "武汉市武昌区",
        "2022-01/2022-09", "2022-11-30", "2023-01-11",
    )  # fmt: skip
    assert len(report.text) == 3563
    first = report.sections[0]
    assert (first.span.start, first.span.end, first.level) == (358, 787, 2)
    assert first.heading == "(一)强化创新驱动,新兴产业突破发展"
    assert [section.outlook for section in report.sections] == [False] * 6 + [True]
    assert [span.of(report.text)[:4] for span in report.furniture] == ["首页 >", "发布时间"]


def test_a_stored_report_gets_its_outline_back(seed_path: Path) -> None:
    report = read_report(seed_path.name, seed_path.read_bytes())
    other = Facts(body="改过的主体")
    again = build_report(
        report.name, report.sha256, report.encoding, report.reader, report.text, other
    )
    assert (again.sections, again.furniture, again.facts) == (
        report.sections, report.furniture, other,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (
            "一、2015年工作回顾\n五年来。\n（一）经济\n三、2016年工作安排\n今年。\n（一）狠抓投资\n",
            [(1, False), (2, False), (1, True), (2, True)],
        ),
        ("（五）办好民生实事，增进福祉。完成。", [(2, False)]),
        ("一、2018年工作回顾\n地区生产总值。\n今年政府工作的总体思路是：高举旗帜。\n",
         [(1, False), (1, True)]),
        ("附件\n2025年10件惠民实事\n一、稳定和扩大就业\n年度目标：新增50万人。\n",
         [(1, False), (1, True), (1, True)]),
        ("1.5亿元投资到位\n2022年增长", []),
        # the first heading, or line that stands for itself, under what is still wrong
        ("一、奋力开拓的一年\n我们也清醒地看到，发展还面临不少困难和问题：产业结构不优，改革任务依然繁重。\n"
         "二、全面推进乡村振兴\n", [(1, False), (1, True)]),
        ("一、奋力开拓的一年\n全市经济社会发展中还存在一些突出矛盾和问题：经济总量较小，产业层次不高。\n"
         "扎实苦干，决胜全面小康\n2020年收官。\n", [(1, False), (1, True)]),
        ("2020年工作回顾\n我们清醒认识到，经济社会发展还存在不少短板：创新能力不强，财政收支矛盾突出。\n"
         "“十三五”发展主要成就\n五年来。\n", [(1, False), (1, False)]),
        # what was reached looks back, whatever goal it was
        ("一、“十五”经济社会发展目标全面实现\n二、创造“十一五”新的辉煌，主要目标\n",
         [(1, False), (1, True)]),
        ("一、开启新征程 实现良好开局\n二、奋进新征程\n", [(1, False), (1, True)]),
        ("一、“十五”回顾\n二、努力实现“十一五”时期又快又好发展\n三、全面完成2006年的各项任务\n",
         [(1, False), (1, True), (1, True)]),
        ("（三）就业超过预期目标\n（四）预期目标\n", [(2, False), (2, True)]),
        # of parts named by years the latest looks ahead
        ("一、关于疫情防控\n二、关于2019年工作\n三、关于2020年工作\n",
         [(1, False), (1, False), (1, True)]),
        ("一、2024年工作回顾\n二、提质增效，取得新的更大成效，2025年工作安排\n",
         [(1, False), (1, True)]),
    ],
)  # fmt: skip
def test_outline(text: str, headings: list[tuple[int, bool]]) -> None:
    sections = read_report("a.txt", text.encode()).sections
    assert [(section.level, section.outlook) for section in sections] == headings


@pytest.mark.parametrize(
    ("text", "name", "facts"),
    [
        (
            "政 府 工 作 报 告\n——2016年2月19日在海拉尔区第十四届人民代表大会第五次会议上\n"
            "海拉尔区人民政府区长　　杜联合\n各位代表：\n",
            "a.txt",
            ("政府工作报告", "海拉尔区人民政府", "海拉尔区", "2015", "2016-02-19"),
        ),
        (
            "政府工作报告\n——2019年3月4日在呼伦贝尔市海拉尔区第十五届人民代表大会第三次会议上\n"
            "呼伦贝尔市海拉尔区人民政府代区长  萨国文\n一、2018年工作回顾\n",
            "a.txt",
            ("政府工作报告", "海拉尔区人民政府", "呼伦贝尔市海拉尔区", "2018", "2019-03-04"),
        ),
        (
            "2025年云南省政府工作报告\n——2025年1月18日在云南省第十四届人民代表大会第三次会议上\n"
            "现在，我代表省人民政府，向大会报告工作。\n一、2024年工作回顾\n",
            "a.txt",
            ("2025年云南省政府工作报告", "云南省人民政府", "云南省", "2024", "2025-01-18"),
        ),
        (
            "政府工作报告\n——2006年2月18日沈阳市十三届人民代表大会第四次会议通过\n"
            "沈阳市人民政府市长 李某\n一、2005年和“十五”时期政府工作回顾\n",
            "a.txt",
            ("政府工作报告", "沈阳市人民政府", "沈阳市", "2005", "2006-02-18"),
        ),
        (
            "南京市2024年国民经济和社会发展统计公报\n南京市统计局  国家统计局南京调查队\n",
            "a.txt",
            ("南京市2024年国民经济和社会发展统计公报", "南京市统计局", "南京市", "2024", ""),
        ),
        ("全市经济运行开局良好\n年初以来增长。\n", "大庆2017Q1.txt",
         ("全市经济运行开局良好", "", "", "2017-01/2017-03", "")),
        ("没有说明的文字。", "a.txt", ("", "", "", "", "")),
    ],
)  # fmt: skip
def test_facts(text: str, name: str, facts: tuple[str, ...]) -> None:
    found = read_report(name, text.encode()).facts
    assert (found.title, found.body, found.region, found.period, found.delivered) == facts


@pytest.mark.parametrize(
    ("text", "period", "delivered"),
    [
        ("2012年4月19日在宁波市\n第十四届人民代表大会第一次会议上\n市长 刘某\n各位代表：\n", "2011",
         "2012-04-19"),
        ("——佛山市第十一届人民代表大会第三次会议\n（2000年4月25日）\n市长\n各位代表：\n", "1999",
         "2000-04-25"),
        ("（2011年1月18日 王某某）\n各位代表：\n", "2010", "2011-01-18"),
        ("在四川省第十三届人民代表大会第二次会议上（2019年1月14日）\n省长\n各位代表：\n", "2018",
         "2019-01-14"),
        ("——2017年2月14日 在无锡市第十六届人民代表大会第一次会议上\n", "2016", "2017-02-14"),
        ("——２０１２年２月１５日在海口市第十五届人民代表大会第一次会议上\n", "2011", "2012-02-15"),
        ("——2012年6月26日在市十五届人大一次会议上\n各位代表：\n", "2011", "2012-06-26"),
        ("——2021年12月21日在兰州市第十七届人民代表大会第一次会议上\n", "2021", "2021-12-21"),
        # a heading is a line of its own, and no year since when
        ("——2014年1月21日在厦门市第十四届人民代表大会第三次会议上\n2014年，是完成规划的关键一年。\n",
         "2013", "2014-01-21"),
        ("——2024年12月25日在株洲市第十六届人民代表大会第四次会议上\n一、2024年所做的工作\n"
         "三、2025年工作安排\n2025年是全面完成规划目标的一年。\n", "2024", "2024-12-25"),
        ("——2022年1月6日在锦州市第十七届人民代表大会第一次会议上\n一、2018年以来工作回顾\n", "2021",
         "2022-01-06"),
        ("各位代表：\n一九九九年工作回顾\n过去的一年，成绩斐然。\n", "1999", ""),
        ("各位代表：\n“十三五”时期工作回顾\n过去五年，是不平凡的五年。\n", "2020", ""),
        ("各位代表：\n一、“十四五”开局起步之年的工作回顾\n建成公路4704公里。\n", "2021", ""),
        ("各位代表：\n一、主要工作\n上半年困难最大。\n二、2010年工作的总体要求\n", "2009", ""),
    ],
)  # fmt: skip
def test_when_a_report_was_delivered_and_of_what_year_it_is(
    text: str, period: str, delivered: str
) -> None:
    facts = read_report("a.txt", text.encode()).facts
    assert (facts.period, facts.delivered) == (period, delivered)


def test_the_same_body_over_eight_years(shared_dir: Path) -> None:
    files = sorted((shared_dir / "samples" / "series").glob("*.txt"))
    reports = [read_report(path.name, path.read_bytes()) for path in files]
    assert {report.facts.body for report in reports} == {"海拉尔区人民政府"}
    assert {report.encoding for report in reports} == {"gb18030"}
    assert [report.facts.period for report in reports] == [str(y) for y in range(2011, 2019)]
