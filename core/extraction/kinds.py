"""Say what kind of figure the words in front of a number make it (annotation guide: kind)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.extraction.figure import Figure, Form
from core.extraction.lists import members
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import BASIS, TRIMMED
from core.report import MetricKind

COMPARED: Final = re.compile(
    r"(?:相?较(?:于|之)?(?![大小多少高低快好强重易])|(?<![同环占对可相贷])比(?![例重率特较])|超(?:过|出)?(?=[^，、]{2,6}(?:目标|计划|任务|标准|要求)$)|高于|低于|快于|慢于|优于|领先于?|高出|多于|少于)"
    r"(?P<with>[^、]*|全[国省市区州](?:平均)?[、和]全[国省市区州](?:平均)?[^、]*)$"
)
ASIDE: Final = re.compile(
    r"[（(](?:以下简称|下同|[^（()）]{2,8}[,，]下同)[^（()）]*[)）]?$"
    r"|[（(](?:按?同口径|按?可比|现价|自然口径|不?含|剔除|扣除)[^（()）]{0,12}[)）]?$"
)
"""What is said once of how figures are told: 同比增长（下同）7%."""
LESSENED: Final = re.compile(
    r"^(?:[^，]*[并、])?(?:全[市省区县国])?(?:减少|压缩|压减|降低|精简|削减)(?P<what>(?!比例|幅度)[^，、率]{2,12})$"
)
RECKONED: Final = re.compile(
    r"(?:按[^，、]{2,10}(?:计算|口径)|(?:剔除|扣除|还原|不考虑)[^，、]{2,16}(?:后|因素))$"
)
"""How a growth was reckoned: 扣除留抵退税因素后增长5.8%."""
BELOW: Final = ("低于", "慢于", "少于")
AGAINST: Final = re.compile(r"(?:比|较)[^，]{0,6}净增加?$")
RATIO: Final = re.compile("(?:存贷|投入产出|抚养|性价|收支)比$")
"""Ratios by name, of which 比 compares with nothing: 存贷比提高5个百分点."""
LESS_IS_BETTER: Final = re.compile(r"(?:浓度|PM\d+\.?\d*|排放量?|能耗)$")
"""What improves as it falls: PM2.5浓度改善7%."""
AMONG_ALL: Final = re.compile(
    "^(?P<name>[^，、在]{2,})在(?P<base>[^，、]{2,}中|全[国省市区州])的?所?(?P<noun>占?比重|占比|份额)"
)
"""A part of a whole, told as what stands in it: 增加值在生产总值中的比重."""
OUT_OF: Final = re.compile("^[^，]*(?:支出|投资|收入|产值|人口)中的?(?=.{2})")
"""Of what a part is, before its name: 财政支出中|民生投入占比."""
FOLD: Final = re.compile("翻了?$")
GREW: Final = re.compile(r"(?<=.{2})(?:新增|净增)$")
NEW: Final = re.compile(r"(?:新增加?|净增加?|增加了?(?=投资))$")
REBUILT: Final = re.compile("(?:改造|整治|修缮|维修|、)(?:提升|提高)$")
"""Work on what is counted, no growth of it: 改造提升42座."""
MADE_UP: Final = re.compile("(?P<name>[^占]{2,}(?:占比|比重|比例|结构))[^，、比]{0,8}$")
"""What the numbers of a ratio are of, with its own word: 三次产业比重|由13:54:33调整为11:52:37."""
OF_LEVEL: Final = re.compile(
    r"^(?P<name>.{2,}?)(?:均|都)?(?:(?:提高|提升|上升|恢复|达)到|达|相当于|为)(?P<base>[^，、]{2,}(?:收入|标准|水平|平均|工资|总额|产值)值?|全[国省市区县州旗])的$"
)
"""What a part is of, where it comes to it: 供养标准提高到当地人均纯收入的|70%."""
OCCUPIES: Final = re.compile(
    r"^(?P<name>.*?)(?:占(?P<base>[^比]*?)的?(?:比重|比例|比|份额)?|(?P<noun>占比|比重|份额))"
    r"(?:分别|均|都|已|仅|约|预计|有望|首次|历史性|继续|连续多年|[由从]的?|保持在|控制在|高于|低于|为|达到?|超过?|提高到|提升到|提升至|升至|增至|攀升至|攀升到|上升到|稳定在|降至|近|突破)*$"
)
CONTEST: Final = re.compile(
    r"(?:全国|全省|全市|全区|全球)?(?P<name>.*(?:排名|考核|评估|评比|测评|指数|榜单?|大赛|竞赛))(?P<rest>.*)$"
)
RANKS: Final = re.compile(
    r"^(?P<name>.*?)(?P<how>(?:继续|持续|保持|稳|连续[^，]{1,4}年|一直|首次|均|都|分别|双双|跃|总分)*"
    r"(?:高居|位居|位列|居于|(?<![人宜安定隐邻])居(?![民住])|名列|分[列居]|(?<!^[省市国区县])并?列(?!入|为)|排名|排在|排(?![放污水涝查])|跻身|荣[获膺登]|登榜|上榜|入围|进入|跃升至?|晋升|跃居|升至|升为|上升至|上升到|跃至|"
    r"提升至|保持|蝉联|由|从|为|获评|获(?![^，]*(?:居|位列))|入列|(?<![到单])位))(?P<scope>.*)$"
)


AMONG: Final = re.compile(
    r"(?:(?<=.{2})在|^在(?:所有|同类|全[国省市区]))(?:[^，、]*|[^，]*、[^，]*(?=.{2}中))(?:直辖市|城市|省份|省|[县区市州盟]|[个家])中?(?:达到?|为)?$"
)
"""Among whom something is ranked, before the verb: 幸福指数|在全国294个城市|中排名第一."""
OF_ALL: Final = re.compile(r"(?<=.{2})在?(?:全[国省市区县州]|世界|全球)$")
"""Among all, before the verb: 高新区|全国|排名由第38位上升至第29位."""
ON_A_LIST: Final = re.compile("跻身|荣[膺登]|登榜|上榜|入围|获评")
"""Before the name of a list of the best: 登封、中牟跻身全国县域旅游综合实力100强."""
THE_BEST: Final = re.compile("(?:百强[县区镇市榜]?|竞争力|综合实力|排行榜)$")
CITIES: Final = re.compile("(?:地级|省会|[^，]级)(?:城市|市|以上城市)$")
"""Among whom, not on which list: 跻身全国地级市前30名."""
LIST_NAME: Final = 5  # characters from which on the words before a place name such a list
PLACED: Final = re.compile(r"^|居于?|[位排并]?列|排名?|[升跃进]至|[升跃]到|等次|等级|称号")
SCOPED: Final = re.compile(
    r"^(?P<name>.*?)(?P<how>)(?P<scope>(?:全[国省市区县球州]|世界|[东中西]部|东北|西[北南]|华[东北南中]|[长珠]三角|苏[南北中]|[^、，]{0,4}城市|同类)[^、，]{0,4})$"
)
"""A rank without a verb: 里程全球第一."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A kind with the words that the name is in; ``sign`` is -1 for a fall.

    ``base`` are words of what the figure is taken of or compared with; ``rule`` names
    what gave the kind.
    """

    kind: MetricKind
    words: str
    rule: str
    sign: int = 1
    base: str = ""


def read_kind(figure: Figure, words: str, lexicon: NameLexicon) -> Reading | None:
    """Read the kind of a figure from the words in front of it, its times taken out.

    ``None`` where the words do not say, so that the words behind it or the figure
    before it have to.
    """
    words = ASIDE.sub("", words.rstrip(TRIMMED))
    if figure.form is Form.RANK:
        return _rank(words)
    if figure.form is Form.DOUBLED:
        return Reading(MetricKind.GROWTH, _before_change(FOLD.sub("", words), lexicon), "doubled")
    if figure.form in (Form.PERCENT, Form.SHARE):
        progress = lexicon.progress.search(words)
        if progress:
            before = words[: progress.start()]
            return Reading(MetricKind.PROGRESS, before, "progress", base=progress["of"])
    change = lexicon.change.search(words)
    new = (NEW.search(words) and not AGAINST.search(words)) or REBUILT.search(words)
    if change and not new and not lexicon.changing_to.search(words):
        return _change(figure, words, change, lexicon)
    return _static(figure, words, lexicon)


def _change(
    figure: Figure, words: str, change: re.Match[str], lexicon: NameLexicon
) -> Reading | None:
    verb = change["verb"]
    before = words[: change.start()]
    name = _before_change(before, lexicon)
    better_less = verb == "改善" and LESS_IS_BETTER.search(name) is not None
    sign = -1 if verb in lexicon.down or better_less else 1
    if figure.form is Form.POINTS:
        share = OCCUPIES.match(name)
        name = share["name"] if share and (share["name"] or share["base"]) else name
        return Reading(MetricKind.CHANGE, name, "points", sign, _compared(before))
    if figure.form is Form.AMOUNT:
        return Reading(MetricKind.CHANGE, name, "change-verb", sign, _compared(before))
    if verb == "溢价":
        return Reading(MetricKind.RATE, before, "rate-word")
    if figure.form is Form.TIMES and verb in ("高", "多"):
        return Reading(MetricKind.MULTIPLE, name, "multiple")
    if figure.form is Form.BARE:
        return None
    return Reading(MetricKind.GROWTH, name, "growth-verb", sign, _compared(before))


def _compared(before: str) -> str:
    found = COMPARED.search(before)
    return found["with"].strip(TRIMMED) if found else ""


def _before_change(before: str, lexicon: NameLexicon) -> str:
    """Strip what stands between a name and its verb of change: 同比, 年均, 比上年."""
    before = before.rstrip(TRIMMED)
    found = COMPARED.search(before)
    if found:
        before = before[: found.start()]
    while not RATIO.search(before):
        before = BASIS.sub("", before)
        shorter = RECKONED.sub("", lexicon.between.sub("", before.rstrip(TRIMMED)))
        if shorter == before:
            break
        before = shorter
    return before


INDEX_VERB: Final = re.compile(
    r"(?:为|达到?|是|降至|升至|(?:缩小|控制)[到至为在]|[由从](?:[^，。\d]{0,3}的|\d{4}年的)?"
    r"(?:\d[\d.．]*(?:提高|上升|下降|回落|降低|增加|扩大|缩小)[到至为])?)$"
)
"""Between the name of an index and its bare number."""


def _static(figure: Figure, words: str, lexicon: NameLexicon) -> Reading | None:
    if figure.form is Form.POINTS:
        return _gap(words)
    if figure.form is Form.TIMES:
        name = re.sub(r"(?:是|为|相当于|达到?|近)[^，、]*$", "", words)
        return Reading(MetricKind.MULTIPLE, name, "multiple")
    if figure.form is Form.BARE:
        plain = INDEX_VERB.sub("", words.rstrip())
        found = lexicon.index.search(plain)
        return Reading(MetricKind.LEVEL, plain, "index") if found else None
    if figure.form is Form.AMOUNT:
        grew = GREW.search(words)
        if grew and lexicon.head.search(words[: grew.start()]):  # 制造业贷款新增190亿元
            return Reading(MetricKind.CHANGE, words[: grew.start()], "change-verb")
        return Reading(MetricKind.LEVEL, words, "amount")
    return _part(figure, words, lexicon)


def _gap(words: str) -> Reading:
    """Read percentage points without a verb of change: 高于全国0.7个百分点."""
    against = COMPARED.search(words)
    if against is None:
        return Reading(MetricKind.CHANGE, words, "points")
    sign = -1 if words[against.start() :].startswith(BELOW) else 1
    name, base = words[: against.start()], against["with"].strip(TRIMMED)
    return Reading(MetricKind.CHANGE, name, "points", sign, base)


def _part(figure: Figure, words: str, lexicon: NameLexicon) -> Reading | None:
    """Read a percentage or a part that no verb of change stands before."""
    lessened = LESSENED.match(words)
    if lessened and figure.form is Form.PERCENT:
        return Reading(MetricKind.GROWTH, lessened["what"], "verb-before", -1)
    note = re.search(r"[（(]([^（()）]*率)[)）]?$", words)
    if note:
        return Reading(MetricKind.RATE, note[1], "rate-in-brackets")
    if figure.form is Form.SHARE and figure.value >= 1 and (made := MADE_UP.match(words)):
        return Reading(MetricKind.SHARE, made["name"], "composition")
    against = OF_LEVEL.match(words)
    if against:
        return Reading(MetricKind.SHARE, against["name"], "of-level", base=against["base"])
    if lexicon.share.search(words):
        if inside := AMONG_ALL.match(words):
            return Reading(MetricKind.SHARE, inside["name"], "share-word", base=inside["base"])
        found = OCCUPIES.match(words)
        if found:
            base = (found["base"] or "").strip()
            name = OUT_OF.sub("", found["name"])
            return Reading(MetricKind.SHARE, name, "share-word", base=base)
    if figure.form is Form.SHARE and figure.value < 1 and "压" in words[-4:]:
        return Reading(MetricKind.GROWTH, words[:-2], "halved", -1)
    return None


def _rank(words: str) -> Reading:
    found = RANKS.match(words) or SCOPED.match(words)
    if not found:
        return Reading(MetricKind.RANK, words, "rank")
    name, scope = OF_ALL.sub("", AMONG.sub("", found["name"])), found["scope"].strip()
    listed = ON_A_LIST.search(found["how"]) or (name and THE_BEST.search(scope))
    if listed and len(scope) >= LIST_NAME and not CITIES.search(scope):
        whose = members(name) or [""]
        return Reading(MetricKind.RANK, "、".join(one + scope for one in whose), "contest")
    contest = CONTEST.match(scope)
    if contest and (not name or not contest["rest"]):
        return Reading(MetricKind.RANK, contest["name"], "contest", base=_among(contest["rest"]))
    among = contest["rest"] if contest and contest["rest"] else scope
    return Reading(MetricKind.RANK, name, "rank-verb", base=_among(among))


def _among(scope: str) -> str:
    """Leave of the words before a place those that it is among: 位列|全国, 优异等次|."""
    among = scope[max(found.end() for found in PLACED.finditer(scope)) :].strip()
    return among + "）" if "（" in among and "）" not in among else among
