"""Every rule that gives a field has words in both languages: “why is this 2022-01/2022-09?”"""

from __future__ import annotations

from pathlib import Path

import pytest

from core.extraction.lexicon import load_lexicon
from core.intake import read_and_extract
from core.messages import LANGUAGES, catalogue
from core.report import Proposal
from tests.core.test_tables import DEPOSITS, MAIN, TITLE

PROSE = """某市2022年政府工作报告
一、2021年工作回顾
全年GDP完成1202亿元、增速4.5%，增速较上半年提升1.3个百分点，规模居全省第1。投资是2010年的2.7倍，实现翻番。
投资对经济增长的贡献率为57%，拉动GDP增长1.1个百分点。第一、第三产业增加值分别增长2.5%、3.9%，工业增长5%。
新建绿地4.78公顷、绿道5.6公里，签约项目57个，金额805亿元。减少玉米种植面积7万亩，养老中心建设进度过半。
播种面积900万亩（玉米600万亩）。法援合格率、调解成功率均达到100%。1/3的企业上云，总指数为99.5。
成立数字经济发展委员会，发放贷款8亿元，加速推进13条道路施工，企业顺利入驻。存在短板，主要是：投入不足。
二、2022年工作安排
力争GDP增长6%，新建公厕20座，通过招商引资推动产业发展，年底前完成改造。牵头单位：区城管局
"""


def proposals(text: str) -> tuple[Proposal, ...]:
    return read_and_extract("a.txt", text.encode(), load_lexicon())[1]


def rules(found: tuple[Proposal, ...]) -> set[str]:
    return {source.rule for proposal in found for source in proposal.sources.values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words(language: str, seed_path: Path) -> None:
    worded = {code.removeprefix("rule.") for code in catalogue(language) if code[:5] == "rule."}
    seed = read_and_extract(seed_path.name, seed_path.read_bytes(), load_lexicon())[1]
    given = rules(proposals(PROSE)) | rules(proposals(TITLE + DEPOSITS + MAIN)) | rules(seed)
    assert len(given) > 30
    assert given - worded == set()


def test_every_rule_of_the_gold_texts_has_words(shared_dir: Path) -> None:
    worded = {code.removeprefix("rule.") for code in catalogue("zh") if code[:5] == "rule."}
    for path in sorted((shared_dir / "gold" / "dev").glob("*.txt")):
        assert rules(proposals(path.read_text(encoding="utf-8"))) - worded == set()
