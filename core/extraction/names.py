"""Cut the name of an indicator out of the words around a figure.

Annotation guide, section 1: Indicator. Pure functions on words; positions are the
caller's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.extraction.name_lexicon import NameLexicon

TRIMMED: Final = " \t\u3000\xa0，,、；;：:。.—-─*•·+）)"
LIST_MARK: Final = re.compile(
    r"^(?:[①-⑳]|[（(]?\s?[一二三四五六七八九十\d]{1,3}\s?[)）.、．](?!\d)\s*(?![二三](?:、|和|次?产业))|[一二三四五六七八九十]是|——|——)+"
)
ENUMERATED: Final = re.compile(
    r"^(?P<listed>.*[、，“”].*|.{2,}?)(?<![高中初同平优劣均对一二三特])等(?P<rest>.*)$"
)
NOTE: Final = re.compile(r"[（(][^（()）]*[)）]|\[\d{1,3}\]")
SCOPE: Final = re.compile(
    r"^(?!全国[政人重文百劳先])(?:(?:全|我|本)(?:市|区|省|国|县|州|旗|镇)|辖区内?|年末|年底|全社会口径)(?=[\u3400-\u9fff“])"
)
ACHIEVED: Final = re.compile(r"^(?P<who>.{2,}?)(?:累计)?(?:完成|实现)(?P<what>(?!的)[^，、]{2,})$")
WITHOUT: Final = re.compile(r"(?<=.{2})(?:剔除|扣除|还原)[^，、]{2,16}后$")
LASTED: Final = re.compile(
    r"(?<=.{2})(?:\d{1,2}[×xX*]|(?<![初末常历])[一二三四五六七八九十]年(?:来|间)?)$|(?<=.{2})连续[一二三四五六七八九十\d]{1,3}(?:年|个?季度|个月)$"
)
BRANCH: Final = 3  # characters of the name of a branch
FOCUS: Final = re.compile(
    r"^以[^，]{2,}?为(?:重点|主(?=的)|代表(?=的)|骨干|支撑|抓手|主线|核心|载体|牵引|依托|龙头|引领|平台)的?(?=.{2})"
)
MEANS: Final = re.compile(
    r"^(?:以|采取|采用)[^，、]{2,12}?(?:精神|速度|质量|力度|标准|方式|形式|作风|举措|决心)(?=.{2})"
)
AMONG: Final = re.compile("^在?[^，、“]{2,8}中有(?=.{2})")
"""Of what something is a part: 在医院中有|公立医院."""
SINCE: Final = re.compile(r"^[^，、]{2,16}以来(?=.{3})")
BASIS: Final = re.compile(r"在[^，、]{0,24}基础上$|^的?基础上$")
"""On what a growth stands: 在提高质量的基础上|年均增长7%."""
CAMPAIGN: Final = re.compile("^[^，、]{2,18}(?:专项行动|专项斗争|攻坚战)(?:累计|共)?")
"""In which campaign something is done: 专项斗争累计|打掉组织24个."""
FIELD: Final = re.compile(
    r"^(?:在[^，]{2,40}?|[^，]{2,40}?、[^，]{2,40}?等)(?:领域|方面|行业|环节)(?=[\u3400-\u9fff]{2})"
)
"""In which field something is done: 在新材料等领域|实施30个专项."""
CAUSE: Final = re.compile(r"在[^，]*(?:下|中)$|以[^，]*为主体$")
JOINED: Final = re.compile("、|和|及|并")
"""Between verbs in a row: 制定、修改、废止."""
VERB_GAP: Final = re.compile(
    r"(?:成功|顺利|正式|全面|加快|有效|相继|先后|陆续|全部|有序|的)(?=[\u3400-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A name with the verb that opens it, if that verb says which count it is."""

    verb: str
    noun: str

    @property
    def name(self) -> str:
        """The verb and the noun together."""
        return self.verb + self.noun


def tidy(words: str) -> str:
    """Trim marks, list marks and notes in brackets off a name."""
    words = LIST_MARK.sub("", words.strip(TRIMMED))
    kept = _closed(_noted(_closed(words)).strip(TRIMMED))
    return _paired(kept)


def _closed(words: str) -> str:
    """Close again a note that is part of a name, where its bracket was trimmed off; drop others."""
    if "（" not in words:
        return words
    return words + "）" if UNCLOSED.search(words) else UNCLOSED_NOTE.sub("", words)


def _paired(words: str) -> str:
    """Drop quotation marks at the ends whose partners were cut off."""
    while words.count("“") != words.count("”"):
        more = "“" if words.count("“") > words.count("”") else "”"
        shorter = words.removeprefix(more) if words.startswith(more) else words.removesuffix(more)
        if shorter == words:
            return words
        words = shorter.strip(TRIMMED)
    return words


def _noted(words: str) -> str:
    """Drop the notes in brackets that explain."""
    if "（" in words or "(" in words or "[" in words:
        return NOTE.sub(_keep_short_note, words)
    return words


def _keep_short_note(note: re.Match[str]) -> str:
    """Keep a bracket that is part of a word (新(改)建, 县（市、区）); drop what explains."""
    inside = note[0][1:-1]
    short = len(inside) <= LONGEST_PART and not inside.isdigit()
    places = PLACES.fullmatch(inside) is not None
    return note[0] if short or places or inside in NAMED_NOTES else ""


LONGEST_PART: Final = 2
PLACES: Final = re.compile("[市区县旗州盟乡镇](?:、[市区县旗州盟乡镇])*")
TO_SOMEBODY: Final = re.compile(
    "在(?![建校册职库孵园岗外线田读册产])|聚焦|围绕|针对|瞄准|向(?!上)|为(?!民|农)|给(?!水|排)|与|对(?!外|口|接|虾)"
)
NAMED_NOTES: Final = ("不含农户",)
"""Notes of the statistics' own names of indicators: 固定资产投资（不含农户）."""
UNCLOSED: Final = re.compile(rf"（(?:[^（）]{{1,2}}|[^（）]、[^（）]|{'|'.join(NAMED_NOTES)})$")
"""A note in a name whose closing bracket was trimmed off: 县（市, 县（市、区."""
UNCLOSED_NOTE: Final = re.compile(r"(?<=.{2})（[^（）]{3,}$")
CONJUNCTIONS: Final = ("和", "及", "与", "以及")
KINDS_OF: Final = ("级", "次", "候", "领域", "行业", "方面", "专项")
"""Behind 等 what the members are kinds of, with the noun after it: 大数据等领域重大项目."""
SORT_OF_MEMBERS: Final = re.compile(
    "(?:地下|老化|老旧|各类|政策性)?(?:管网|管道|管线|设施|事项|资金|消费|销售|载体)"
)
"""Behind 等 what says but of what sort the members are: 供排水、燃气、电力等管网."""
OF_EACH: Final = re.compile("^的?(?:各[类种项]?)?(?=.{2})")
"""Between 等 and the noun of its members: 供水、排水等各类管网."""
BATCH: Final = re.compile(
    r"首[批期]|[一二两三四五六七八九十\d]{1,2}批次?|第[一二三四五六七八九十]批"
)
"""Before a count, which of several it was: 首批|20家企业."""
SOME: Final = re.compile(
    r"^(?:为[^，、]{2,8}|[^，、]{0,6}所)办(?:的|$)|^一批.*的(?=.{4})|^.*(?:确定|承诺|部署|下达|交办)(?:的(?=.{2})|$)"
)


def without_asides(name: str) -> str:
    """Leave out of a name what is said in passing: 城镇|累计|新增就业, 发放|各类|补贴."""
    return ASIDES.sub("", name)


ASIDES: Final = re.compile("(?<=.{2})(?:累计|各类|各种|至少|力争|确保)(?=.{2})")


def strip_tail(words: str, lexicon: NameLexicon) -> str:
    """Strip from the end what only says that the figure was reached or held."""
    while True:
        words = BASIS.sub("", words) if "基础上" in words else words
        shorter = LASTED.sub("", WITHOUT.sub("", words.rstrip(TRIMMED + "（(的")))
        shorter = lexicon.changing_to.sub("", shorter)
        shorter = lexicon.tail.sub("", shorter)
        if shorter == words or not shorter:
            return shorter
        words = shorter


def strip_lead(words: str, lexicon: NameLexicon) -> str:
    """Strip adverbs, scopes and verbs that only say that it happened from the start."""
    words = AMONG.sub("", words.lstrip(TRIMMED))
    words = SINCE.sub("", MEANS.sub("", words.lstrip(TRIMMED)))
    while True:
        words = FOCUS.sub("", words.lstrip(TRIMMED))
        found = lexicon.lead.match(words) or SCOPE.match(words)
        keep = lexicon.keep_start.match(words)
        if found and not (keep and keep.end() > found.end()):
            shorter = words[found.end() :]
        else:
            verb = lexicon.lead_verb.match(words)
            longer = keep and verb and keep.end() > verb.end()
            shorter = words[verb.end() :] if verb and not longer else words
        if shorter == words or not shorter:
            return shorter
        words = shorter


def part_verb(words: str, lexicon: NameLexicon) -> Cut:
    """Part a leading verb that says which count it is from the noun (新建 + 绿道)."""
    found = lexicon.keep_start.match(words)
    if not found:
        return Cut("", words)
    verb, noun = words[: found.end()], words[found.end() :]
    while joined := JOINED.match(noun):  # 新建、改扩建酒店; 制定、修改、废止规章
        rest = noun[joined.end() :]
        further = lexicon.keep_start.match(rest) or lexicon.work.match(rest)
        if further is None:
            break
        verb += joined[0] + further[0]
        noun = rest[further.end() :]
    noun = re.sub(r"^(?:各类|各种|各级|各项|的)", "", noun)
    return Cut(verb.removesuffix("了"), noun)


def without_head(name: str, *heads: re.Pattern[str]) -> str:
    """Leave of a name what stands before the first of some heads that it ends with."""
    for pattern in heads:
        head = pattern.search(name)
        if head and head.start():
            return name[: head.start()]
    return name


def drop_listed(noun: str) -> str:
    """Drop the members before 等 where a noun for all of them follows (hard case 4)."""
    found = ENUMERATED.match(noun)
    sort = found and SORT_OF_MEMBERS.fullmatch(found["rest"])
    if found and found["rest"] and not (sort or found["rest"].startswith(KINDS_OF)):
        return OF_EACH.sub("", found["rest"])
    return noun


SPAN_OF_YEARS: Final = re.compile(
    r"^(?:这|近|前|过去|提前)?[一二两三四五六七八九十\d]{1,3}年(?:来|间|内|累计)?(?=$|增|总量|年均|实现|累计|完成|新增|共|全社会|整合|出台|财政|投入|新建|引进|改造|实际)"
    r"|^“?十[一二三四五六七]五”?(?:时期|期间)?(?=$|年均|累计)"
    r"|^连续[一二两三四五六七八九十\d]{1,3}年(?=[\u3400-\u9fff])"
    r"|^提前[一二两三四五六七八九十\d]{1,3}(?:天|个月|个季度)(?=$|[\u3400-\u9fff])"
    r"|^用[一二两三四五六七八九十\d]{1,3}年(?:左右)?的?时间"
)
"""What opens a name and is but its time: 五年|增量, 五年|增长2.9倍."""


def listed_words(words: str, lexicon: NameLexicon) -> str:
    """Strip the words of a list at both ends and leave its members."""
    words = SPAN_OF_YEARS.sub("", _noted(words).lstrip(TRIMMED))
    words = strip_lead(tidy(strip_tail(words, lexicon)), lexicon)
    return "" if words in CONJUNCTIONS else words


def cut_before(words: str, lexicon: NameLexicon, *, measured: bool = False) -> Cut:
    """Cut the name out of the words before a figure; ``measured`` where that is no count."""
    words = _past_recipient(_past_field(listed_words(words, lexicon), lexicon), lexicon)
    cut = part_verb(words, lexicon)
    noun = cut.noun
    if noun.endswith("等") or BATCH.fullmatch(noun):  # the noun stands behind the figure
        led = lexicon.shared_verb.match(noun)
        return Cut(cut.verb or (led[0] if led else ""), "")
    noun = _done_by(noun)
    common = drop_listed(noun)
    whole = measured or lexicon.head.fullmatch(common)
    kept = noun if whole else common  # 瓜果、花卉等种植面积, 河道清淤等综合整治270公里
    return Cut(cut.verb, tidy(SOME.sub("", kept)))


def _past_field(words: str, lexicon: NameLexicon) -> str:
    """Leave out in which field something is done, where a verb stands behind."""
    field = FIELD.match(words) or CAMPAIGN.match(words)
    if field is None:
        return words
    verb = lexicon.work.match(words, field.end())
    return strip_lead(words[field.end() :], lexicon) if verb else words


def _past_recipient(words: str, lexicon: NameLexicon) -> str:
    """Leave out for whom or where something is done: 向国家项目库推送储备项目."""
    if not TO_SOMEBODY.match(words):
        return words
    found = next((v for v in lexicon.work.finditer(words, 3) if v.end() < len(words)), None)
    return words[found.start() :] if found else words


def _done_by(noun: str) -> str:
    """Leave out the verb of who did it (农业实现产值), and who, if what says so, too.

    …建筑业企业完成建筑业总产值 is the branch's.
    """
    found = ACHIEVED.match(noun)
    if not found:
        return noun
    what = found["what"]
    who = CAUSE.sub("", found["who"])
    again = any(what[at : at + BRANCH] in who for at in range(len(what) - BRANCH + 1))
    return what if again else who + what


def cut_after(words: str, lexicon: NameLexicon, *, whole: bool = False, opened: bool = True) -> str:
    """Cut the noun out of the words after a figure that counts it (15家数字经济企业).

    What the noun does is left out where a verb stands before (``opened``: 支持29家机构加快发展),
    and stays where it says which count it is: 42家企业实现工业用汽. ``whole`` takes all words.
    """
    words = _noted(HEDGED.sub("", words))
    silent = None if whole else lexicon.predicate_silent.search(words, 2)
    silent = None if silent and SPREAD.search(words, silent.start()) else silent
    words = words[: silent.start()] if silent else words
    stop = None if whole else lexicon.predicate.search(words, 1)
    noun = words[: stop.start()] if stop else words
    if stop and not opened:
        done = lexicon.predicate_light.sub("", words[stop.start() :]).partition("、其中")[0]
        told = (
            len(done) <= LONGEST_PREDICATE and not DIGIT.search(done) and not TASK.fullmatch(done)
        )
        noun += done if told else ""
    noun = SOME_MORE.sub("", noun)
    return WORK_OF.sub("", ADVERB_LAST.sub("", tidy(VERB_GAP.sub("", strip_lead(noun, lexicon)))))


SPREAD: Final = re.compile("在(?:全[国省市区]|[省市]).{0,8}(?:推广|推介|获奖|交流)$")
"""Where what is counted was spread or won: 改革经验|在全省推广."""
HEDGED: Final = re.compile(f"^(?:[{re.escape(TRIMMED)}]|的|以[上下内]|左右)+")
"""What may stand between a figure and its noun."""
TASK: Final = re.compile(
    "(?:了?年度|全年|序时|时序|既定|预期|预定|省定|规划)*(?:目标任务|目标|任务|进度|计划)"
)
"""That something is done as planned says nothing of what: 50件实事|完成年度目标任务."""
LONGEST_PREDICATE: Final = 18
ADVERB_LAST: Final = re.compile(
    r"(?<=.{2})(?:全面|全部|如期|稳步|率先突破|高质量|顺利|圆满|较好|基本|累计|已|正在|加快)+$"
)
WORK_OF: Final = re.compile(r"(?<=.{4})(?:等?工作|等)$")
SOME_MORE: Final = re.compile("(?:、|和|及|以及)一批.*$")
"""What is counted by nobody, behind what is: 6个小游园|和一批道路绿化带."""
DIGIT: Final = re.compile(r"\d")
