"""What a figure is called: real turns of phrase and the names that a careful reader gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extraction.figure import Form
from core.extraction.gaps import part
from core.extraction.lexicon import load_lexicon
from tests.core.test_extraction import rows

COUNTED = [
    # what stands behind a figure is counted by it; verbs that say which count it is stay
    ("总投资7亿元的时代广场商业项目开工建设。", ["7亿元 时代广场商业项目总投资 level"]),
    ("投资3500万元的供水管网改造、3800万元的背街巷道改造等项目全面完成。",
     ["3500万元 供水管网改造总投资 level", "3800万元 背街巷道改造总投资 level"]),
    ("完成65条、总长度57.9公里的城市道路新建改造。",
     ["65条 城市道路新建改造 level", "57.9公里 城市道路新建改造总长度 level"]),
    ("11公里污水管网、16公里雨水管网和19公里城市道路等改扩建工程顺利完工。",
     ["11公里 污水管网改扩建工程 level", "16公里 雨水管网改扩建工程 level",
      "19公里 城市道路改扩建工程完工 level"]),
    ("完成309个乡镇卫生院和103个农林场医院基础设施改造。",
     ["309个 乡镇卫生院基础设施改造 level", "103个 农林场医院基础设施改造 level"]),
    ("42家印染企业实现工业用汽，190个纳污坑塘全部整治到位。",
     ["42家 印染企业工业用汽 level", "190个 纳污坑塘整治 level"]),
    ("启动光明、富强、友好三个蔬菜生产园区建设。", ["3个 蔬菜生产园区建设 level"]),
    ("打造光谷、车谷两大市域产教联合体。", ["2大 打造市域产教联合体 level"]),
    ("新建24座公共厕所、2座垃圾转运站以及停车场、城市标识等配套设施。",
     ["24座 新建公共厕所 level", "2座 新建垃圾转运站 level"]),
    ("支持55个产粮大县提升粮食生产能力。", ["55个 支持产粮大县 level"]),
    ("为8.3万人发放失业保险金4.7亿元。",
     ["8.3万人 发放失业保险金 level", "4.7亿元 发放失业保险金 level"]),
    ("造林种草及荒漠化治理等380万亩。", ["380万亩 造林种草及荒漠化治理 level"]),
    # the nouns before a list's last member are other members; what all subjects did is each's
    ("建成街心花园、过街通道及16处停车场。", ["16处 建成停车场 level"]),
    ("13个集体和15名个人荣获全国先进称号。",
     ["13个 集体荣获全国先进称号 level", "15名 个人荣获全国先进称号 level"]),
    ("推动3个省级和32个市级、40个县级示范点建设。",
     ["3个 省级示范点建设 level", "32个 市级示范点建设 level", "40个 县级示范点建设 level"]),
    ("46项重点任务全力推进，新增2家5A级景区。",
     ["46项 重点任务 level", "2家 新增5A级景区 level"]),
    # to whom a sum is given, where they are counted
    ("为3729户低收入农牧户发放冬煤补贴223.7万元。",
     ["3729户 发放冬煤补贴低收入农牧户 level", "223.7万元 低收入农牧户发放冬煤补贴 level"]),
    ("为1.68万名劳动者清偿拖欠工资3.8亿元。",
     ["1.68万名 清偿拖欠工资劳动者 level", "3.8亿元 劳动者清偿拖欠工资 level"]),
]  # fmt: skip

LEANING = [
    # what leans on the figure before, the clause before or the list
    ("开工项目145个、续建55个、竣工90个。",
     ["145个 开工项目 level", "55个 续建项目 level", "90个 竣工项目 level"]),
    ("重视回迁房建设，投资33.5亿元，新建住房2000套。",
     ["33.5亿元 回迁房建设投资 level", "2000套 新建住房 level"]),
    ("投资1.9亿元，实施了供热改造工程。", ["1.9亿元 供热改造工程投资 level"]),
    ("省属企业资产总额超过1000亿元，利润总额20亿元。",
     ["1000亿元 省属企业资产总额 level gt", "20亿元 省属企业利润总额 level"]),
    ("办理人大代表建议158件，办结率100%。",
     ["158件 办理人大代表建议 level", "100% 人大代表建议办结率 rate"]),
    ("商品房销售面积526万平方米，其中住宅443万平方米。",
     ["526万平方米 商品房销售面积 level", "443万平方米 住宅销售面积 level"]),
    ("争取省级以上改革试点82项，其中国家级33项。",
     ["82项 争取省级以上改革试点 level", "33项 争取国家级改革试点 level"]),
    ("企业退休人员养老金标准继续提高，年人均提高2556元。",
     ["2556元 企业退休人员养老金标准 change"]),
    ("城乡低保标准逐年提高，城镇年人均提高600元。", ["600元 城镇低保标准 change"]),
    ("高速公路通车里程新增115公里、总里程达1045公里。",
     ["115公里 高速公路通车里程 change", "1045公里 高速公路通车总里程 level"]),
    ("兑现政策资金25亿元，为企业减负超70亿元，经营主体超31万户。",
     ["25亿元 兑现政策资金 level", "70亿元 企业减负 level gt", "31万户 经营主体 level gt"]),
    # whose an attribute is, said by the clause before
    ("新农合制度保障水平不断提高，参合率达到99.2%。", ["99.2% 新农合参合率 rate"]),
    ("壮大“水草+”产业，实现产值1.5亿元。", ["1.5亿元 “水草+”产业产值 level"]),
    ("“菜篮子”工程全面完工，总投资2.4亿元。", ["2.4亿元 “菜篮子”工程总投资 level"]),
    ("签约亿元项目360个，其中工业项目180个。",
     ["360个 签约亿元项目 level", "180个 签约亿元工业项目 level"]),
    ("开工建设保障房3.58万套，基本建成3.02万套。",
     ["3.58万套 开工建设保障房 level", "3.02万套 基本建成保障房 level"]),
    # 分别 of the things before, with what is of each
    ("28个省重点项目、283个市重点项目全力推进，分别完成投资252亿元、787亿元。",
     ["28个 省重点项目 level", "283个 市重点项目 level",
      "252亿元 省重点项目投资 level", "787亿元 市重点项目投资 level"]),
    ("新改扩建公办幼儿园38所、中小学27所，分别新增学位1万个、4万个。",
     ["38所 新改扩建公办幼儿园 level", "27所 新改扩建中小学 level",
      "1万个 公办幼儿园新增学位 level", "4万个 中小学新增学位 level"]),
    ("粮食种植面积和产量分别稳定在582万亩、286万吨以上。",
     ["582万亩 粮食种植面积 level ge", "286万吨 粮食产量 level ge"]),
    ("出口12亿元，进口9亿元。", ["12亿元 出口 level", "9亿元 进口 level"]),
    # who reached a sum, unless the sum says so
    ("渔业经济实现综合产值90亿元。", ["90亿元 渔业经济综合产值 level"]),
    ("总承包建筑业企业完成建筑业总产值51亿元。", ["51亿元 建筑业总产值 level"]),
    ("瓜果、花卉等种植面积达到3242公顷。", ["3242公顷 瓜果、花卉等种植面积 level"]),
]  # fmt: skip

RELATIVE = [
    # hard case 5: the rank of a growth; differences, ways from and to, shares
    ("生产总值增长7.2%、全省第一。", ["7.2% 生产总值 growth", "1位 生产总值增速 rank"]),
    ("社会治安满意率全省第一。", ["1位 社会治安满意率 rank"]),
    ("经济总量达到64697亿元，保持全国第5位。",
     ["64697亿元 经济总量 level", "5位 经济总量 rank"]),
    ("跻身中国城市宜居竞争力排行榜50强。", ["50位 中国城市宜居竞争力排行榜 rank le"]),
    ("城镇登记失业率1.81%、低于省定目标2.19个百分点。",
     ["1.81% 城镇登记失业率 rate", "-2.19个百分点 城镇登记失业率 change"]),
    ("地区生产总值增长5.7%，高于全国0.7个百分点。",
     ["5.7% 地区生产总值 growth", "0.7个百分点 地区生产总值 change"]),
    ("恩格尔系数由41.9%下降为37%。", ["41.9% 恩格尔系数 rate", "37% 恩格尔系数 rate"]),
    ("审批事项由229项合并压减为80项，审批时间由203天压缩到32天。",
     ["229项 审批事项 level", "80项 审批事项 level", "203天 审批时间 level", "32天 审批时间 level"]),
    ("减少行政会议40%，压缩文件简报50%。",
     ["-40% 行政会议 growth", "-50% 文件简报 growth"]),
    ("将全部财力的78.2%用于改善民生。", ["78.2% 财力用于改善民生 share"]),
    ("医疗废物、生活垃圾处理率分别达到95%、85%以上。",
     ["95% 医疗废物处理率 rate ge", "85% 生活垃圾处理率 rate ge"]),
    ("常住人口和户籍人口城镇化率分别达到60.9%、47%。",
     ["60.9% 常住人口城镇化率 rate", "47% 户籍人口城镇化率 rate"]),
    ("瓜果菜、生猪、家禽出岛量分别达590万吨、220万头和3950万只。",
     ["590万吨 瓜果菜出岛量 level", "220万头 生猪出岛量 level", "3950万只 家禽出岛量 level"]),
    ("重大基础设施、重大技术改造、生态环保投资增长15%。",
     ["15% 重大基础设施投资 growth", "15% 重大技术改造投资 growth", "15% 生态环保投资 growth"]),
    # a rank after a share is the share's; ranks of falls, among whom, on lists of the best
    ("新兴产业产值占比43%，居全省第5位。",
     ["43% 新兴产业产值 share", "5位 新兴产业产值占比 rank"]),
    ("单位能耗下降4.5%，降幅位居全区第一。", ["-4.5% 单位能耗 growth", "1位 单位能耗降幅 rank"]),
    ("居民消费价格上涨1.2%，涨幅比上月扩大0.3个百分点。",
     ["1.2% 居民消费价格 growth", "0.3个百分点 居民消费价格 change"]),
    ("居民幸福指数在全国294个城市中排名第一。", ["1位 居民幸福指数 rank"]),
    ("登封、中牟跻身全国县域旅游综合实力100强。",
     ["100位 登封全国县域旅游综合实力 rank le", "100位 中牟全国县域旅游综合实力 rank le"]),
    # a percentage that is no rate by its name is a part, a growth or an index
    ("标准幼儿园达60%以上。", ["60% 标准幼儿园 share ge"]),
    ("全市公共财政八成用于民生支出。", ["8成 公共财政用于民生支出 share"]),
    ("居民消费价格涨幅控制在4%以内。", ["4% 居民消费价格 growth le"]),
    ("服务业商务活动指数为52.6%。", ["52.6% 服务业商务活动指数 level"]),
    ("饮用水源地水质100%稳定达标。", ["100% 饮用水源地水质 rate"]),
    ("森林覆盖率提高4.4个百分点、达到61.5%。",
     ["4.4个百分点 森林覆盖率 change", "61.5% 森林覆盖率 rate"]),
    ("研发投入强度由0.94%预计增长至1.6%。",
     ["0.94% 研发投入强度 rate", "1.6% 研发投入强度 rate"]),
]  # fmt: skip

FIGURES = [
    # blanks between thousands, ratios to one, ages and spans of time that are indicators
    ("累计完成固定资产投资1 355亿元。", ["1355亿元 固定资产投资 level"]),
    ("城乡居民收入比缩小到2.1∶1。", ["2.1 城乡居民收入比 rate"]),
    ("人均预期寿命达到78.5岁。", ["78.5岁 人均预期寿命 level"]),
    ("免费为60岁以上老人体检。", []),
    ("优良天数250天，增加25天。", ["250天 优良天数 level", "25天 优良天数 change"]),
    ("办理时限压缩至3个工作日以内。", ["3个工作日 办理时限 level le"]),
    ("新实施1500个以上技改项目。", ["1500个 实施技改项目 level ge"]),
    ("引进过百亿元项目6个。", ["6个 引进过百亿元项目 level"]),
    ("低保标准不低于330元/月。", ["330元/月 低保标准 level ge"]),
    ("金融机构存款突破万亿大关。", ["1万亿 金融机构存款 level gt"]),
    ("深入落实中央八项规定，把安全放在首位，优化12345政务服务热线。", []),
    ("获得“联合国人居奖”和“全国文明城市”两项殊荣，培育五大优势产业。", ["2项 获得“联合国人居奖”和“全国文明城市”殊荣 level", "5大 培育优势产业 level"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*COUNTED, *LEANING, *RELATIVE, *FIGURES])
def test_names(text: str, expected: list[str]) -> None:
    assert rows(text, "2021") == expected


@pytest.mark.parametrize(
    ("gap", "named", "before", "parts"),
    [
        ("、林荫路", True, Form.AMOUNT, ("", "林荫路")),
        ("企业和", False, Form.AMOUNT, ("企业", "")),
        ("区领导联系服务", False, Form.AMOUNT, ("区领导", "联系服务")),
        ("省重点项目完成投资", False, Form.AMOUNT, ("省重点项目", "完成投资")),
        ("、总投资", False, Form.AMOUNT, ("", "总投资")),
        ("大关、年均增长", True, Form.PERCENT, ("", "年均增长")),
        ("", False, Form.AMOUNT, ("", "")),
    ],
)
def test_the_words_between_figures_are_parted(
    gap: str, named: bool, before: Form, parts: tuple[str, str]
) -> None:
    assert part(gap, named=named, before=before, names=load_lexicon().names) == parts


@given(
    st.text("企业和、的新建投资完成项目，及12 “”", max_size=30),
    st.booleans(),
    st.sampled_from(Form),
)
def test_parting_invents_no_words(gap: str, named: bool, before: Form) -> None:
    for words in part(gap, named=named, before=before, names=load_lexicon().names):
        assert words in gap
