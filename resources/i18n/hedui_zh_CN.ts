<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hedui</source>
        <translation>关于核对</translation>
    </message>
    <message>
        <source>Hedui {0}</source>
        <translation>核对 Hedui {0}</translation>
    </message>
    <message>
        <source>Checks what a government report says, without a network.</source>
        <translation>离线核对政府报告里的指标和事项。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the program opens no connection.</source>
        <translation>不联网：程序不建立任何网络连接，内容不离开本机。</translation>
    </message>
    <message>
        <source>Your settings and lexicons: {0}</source>
        <translation>设置和词表：{0}</translation>
    </message>
    <message>
        <source>Report of errors: {0}</source>
        <translation>错误记录：{0}</translation>
    </message>
    <message>
        <source>Qt for Python {0}. MIT licence.</source>
        <translation>Qt for Python {0}。MIT 许可。</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>No row is chosen</source>
        <translation>没有选中行</translation>
    </message>
    <message>
        <source>First put right what stands in the red frame, or press Esc</source>
        <translation>请先改好红框里的内容，或按 Esc 放弃</translation>
    </message>
    <message>
        <source>Lessons (JSON)</source>
        <translation>更正经验（JSON）</translation>
    </message>
    <message>
        <source>{0} lessons</source>
        <translation>{0} 更正经验</translation>
    </message>
    <message>
        <source>Export the lessons</source>
        <translation>导出更正经验</translation>
    </message>
    <message>
        <source>Exported: {0}</source>
        <translation>已导出：{0}</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Follow the system</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Clipboard {0}.txt</source>
        <translation>剪贴板 {0}.txt</translation>
    </message>
    <message>
        <source>{0} opened: read as {1}</source>
        <translation>已打开 {0}，按 {1} 读取</translation>
    </message>
    <message>
        <source>{0} was in this workspace already</source>
        <translation>{0} 已在本工作区</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Backups of “{0}”</source>
        <translation>“{0}”的备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>What the workspace holds now is kept as a backup before it is replaced.</source>
        <translation>恢复前，工作区现在的内容会先另存为一份备份。</translation>
    </message>
    <message>
        <source>No backup yet: one is made before the first change of each day.</source>
        <translation>还没有备份。每天第一次改动之前会自动备份一次。</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>恢复到这一份</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>只看一看</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>No row fits this filter</source>
        <translation>没有符合筛选条件的行</translation>
    </message>
    <message>
        <source>First put right what stands in the red frame, or press Esc</source>
        <translation>红框中的内容还不对：请先改好，或按 Esc 放弃</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>还没有选中行</translation>
    </message>
    <message>
        <source>Every row shown here is decided</source>
        <translation>本表各行都已审完</translation>
    </message>
    <message>
        <source>End of the table reached; went on with the first undecided row</source>
        <translation>已到末尾，回到第一条未审的行</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>A finding is no row: Enter goes to its row, which is decided</source>
        <translation>核对结果不能核定。按 Enter 转到它的行，在行上核定</translation>
    </message>
</context>
<context>
    <name>ChartDock</name>
    <message>
        <source>Chart</source>
        <translation>趋势图</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Nothing to draw yet. Open several reports of one body to see an indicator over time, or select rows with one unit to see them as bars.</source>
        <translation>还没有可画的内容。打开同一主体的几份报告，可看一个指标的历年变化；或选中单位相同的几行，画成柱状图。</translation>
    </message>
    <message>
        <source>Rows of one unit: those selected, or the section&apos;s</source>
        <translation>单位相同的行：选中的几行，或所在章节</translation>
    </message>
    <message>
        <source>Export the chart…</source>
        <translation>导出图…</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message>
        <source>Chart</source>
        <translation>趋势图</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增速</translation>
    </message>
    <message>
        <source>first {0} of {1} rows</source>
        <translation>前 {0} 行，共 {1} 行</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已核定</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未核定</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Doubts: why one should look twice</source>
        <translation>疑点：需要多看一眼的原因</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审核(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open reports…</source>
        <translation>打开报告…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Report data…</source>
        <translation>报告信息…</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制整个表</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Confirm, next</source>
        <translation>确认并继续</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Back to undecided</source>
        <translation>恢复为未审</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>New row from the selection</source>
        <translation>由选中文字新增</translation>
    </message>
    <message>
        <source>Remove an added row</source>
        <translation>删除新增的行</translation>
    </message>
    <message>
        <source>Next uncovered figure</source>
        <translation>下一个未收录的数字</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>提意见</translation>
    </message>
    <message>
        <source>End of words left</source>
        <translation>原文右端左移</translation>
    </message>
    <message>
        <source>End of words right</source>
        <translation>原文右端右移</translation>
    </message>
    <message>
        <source>Start of words left</source>
        <translation>原文左端左移</translation>
    </message>
    <message>
        <source>Start of words right</source>
        <translation>原文左端右移</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>趋势图</translation>
    </message>
    <message>
        <source>Reports and outline</source>
        <translation>报告与目录</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Extract again</source>
        <translation>重新提取</translation>
    </message>
    <message>
        <source>Take the report out</source>
        <translation>移出本报告</translation>
    </message>
    <message>
        <source>Wipe the report…</source>
        <translation>彻底清除本报告…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>New from the clipboard</source>
        <translation>从剪贴板新建</translation>
    </message>
    <message>
        <source>Read in another encoding…</source>
        <translation>换编码重读…</translation>
    </message>
    <message>
        <source>Open a folder of reports…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认字号</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translation>疑点多的排前</translation>
    </message>
    <message>
        <source>Adopt the suggestion</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Learnt from corrections…</source>
        <translation>学到的更正…</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open reports</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Reports (*.txt *.docx);;All files (*)</source>
        <translation>报告 (*.txt *.docx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Save a copy of the workspace</source>
        <translation>另存工作区副本</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Hedui</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Open a folder of reports</source>
        <translation>打开文件夹中的报告</translation>
    </message>
    <message>
        <source>“{0}” is there already. Replace it?</source>
        <translation>“{0}”已经存在，要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>DismissalLine</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>why no action is needed; Enter keeps it, Esc gives up</source>
        <translation>写明为什么无需处理；Enter 确定，Esc 取消</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Reports (.txt, .docx), folders of reports, or a workspace (.hedui)</source>
        <translation>可以放报告（.txt、.docx）、装报告的文件夹，或工作区（.hedui）</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>松开即可打开</translation>
    </message>
</context>
<context>
    <name>EncodingDialog</name>
    <message>
        <source>Encoding of {0}</source>
        <translation>换编码重读：{0}</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>How the report reads</source>
        <translation>正文预览</translation>
    </message>
    <message>
        <source>Choose the encoding in which the text on the right reads as it should.</source>
        <translation>逐个选编码，看右边的正文，通顺的就是对的。</translation>
    </message>
    <message>
        <source>People worked on this report, and their decisions belong to its words as they are. So it stays; what you choose opens as another report.</source>
        <translation>这份报告已有核定、意见或改动，换编码会使它们对不上原文。所以原报告不动，按所选编码另开一份。</translation>
    </message>
    <message>
        <source>Open as another report</source>
        <translation>另开一份</translation>
    </message>
    <message>
        <source>Read so</source>
        <translation>按此编码读</translation>
    </message>
    <message>
        <source>{0} (now)</source>
        <translation>{0}（现用）</translation>
    </message>
    <message>
        <source>The report is read so now.</source>
        <translation>现在就是按这种编码读的。</translation>
    </message>
    <message>
        <source>Unreadable places: {0}; � stands there.</source>
        <translation>有 {0} 处读不出，显示为 �。</translation>
    </message>
    <message>
        <source>Mostly rare characters: probably not this encoding.</source>
        <translation>多为生僻字，多半不是这种编码。</translation>
    </message>
</context>
<context>
    <name>Encodings</name>
    <message>
        <source>GB18030 (GBK, GB2312)</source>
        <translation>GB18030（GBK、GB2312）</translation>
    </message>
    <message>
        <source>Big5 (traditional)</source>
        <translation>Big5（繁体）</translation>
    </message>
    <message>
        <source>Shift-JIS (Japanese)</source>
        <translation>Shift-JIS（日文）</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>No report is open: there is nothing to export</source>
        <translation>没有打开报告，没有可以导出的内容</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Training data (JSON Lines)</source>
        <translation>训练数据 JSONL</translation>
    </message>
    <message>
        <source>{0}: the open report</source>
        <translation>{0}：当前报告</translation>
    </message>
    <message>
        <source>{0}: all {1} reports</source>
        <translation>{0}：全部 {1} 份报告</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG picture (sharp at any size)</source>
        <translation>SVG 图片（放大不失真）</translation>
    </message>
    <message>
        <source>CSV table of its figures</source>
        <translation>图中数据 CSV</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>趋势图</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Exported: {0}</source>
        <translation>已导出：{0}</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>Report data</source>
        <translation>报告信息</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发布机关</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>报告主体</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>作报告日期</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>2022, 2022-01/2022-09</source>
        <translation>2022、2022-01/2022-09</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Copy saved: {0}</source>
        <translation>副本已保存：{0}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter by words</source>
        <translation>按文字筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unreviewed</source>
        <translation>未审</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>驳回</translation>
    </message>
</context>
<context>
    <name>FindingChips</name>
    <message>
        <source>Which findings are shown</source>
        <translation>显示哪些核对结果</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>To explain</source>
        <translation>需说明</translation>
    </message>
    <message>
        <source>Not checkable</source>
        <translation>不可核</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>已处理</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>The chosen finding</source>
        <translation>选中的核对结果</translation>
    </message>
    <message>
        <source>Choose a finding in the list.</source>
        <translation>请在列表中选一条核对结果。</translation>
    </message>
    <message>
        <source>Go to the row (Enter)</source>
        <translation>转到该行 (Enter)</translation>
    </message>
    <message>
        <source>Report at fault: remark (M)</source>
        <translation>原文有误，提意见 (M)</translation>
    </message>
    <message>
        <source>No action needed (D)</source>
        <translation>无需处理 (D)</translation>
    </message>
    <message>
        <source>Take up again (Backspace)</source>
        <translation>恢复 (Backspace)</translation>
    </message>
</context>
<context>
    <name>FindingModel</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>核对内容</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已处理</translation>
    </message>
</context>
<context>
    <name>FindingPage</name>
    <message>
        <source>Dealt with: {0}</source>
        <translation>已处理：{0}</translation>
    </message>
    <message>
        <source>Needed to check it: {0}</source>
        <translation>核对还缺：{0}</translation>
    </message>
    <message>
        <source>Remark: {0}</source>
        <translation>意见：{0}</translation>
    </message>
    <message>
        <source>to the table</source>
        <translation>转到该行</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings of the checks</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>{0} figures, {1} checked, {2} not checkable</source>
        <translation>共 {0} 个数字，核对了 {1} 个，{2} 个不可核</translation>
    </message>
    <message>
        <source>No figures in this report, so there is nothing to check.</source>
        <translation>本报告没有数字，无从核对。</translation>
    </message>
    <message>
        <source>None of the figures states a relation to another one, so nothing could be checked. This does not mean that they are right.</source>
        <translation>没有找到能够相互核对的数字。这不表示数字都对。</translation>
    </message>
    <message>
        <source>No group is chosen above. Click one, or press Ctrl+1 … Ctrl+5.</source>
        <translation>上方一类也没有选。请点选一类，或按 Ctrl+1 … Ctrl+5。</translation>
    </message>
    <message>
        <source>Nothing here waits for you. Click “Agrees” or “Dealt with” above for the rest.</source>
        <translation>没有待处理的核对结果。其余的请点上方“相符”或“已处理”查看。</translation>
    </message>
    <message>
        <source>Checks say that figures disagree, not which is right; truth outside this report is not judged.</source>
        <translation>核对只说明数字之间不一致，不判断哪个对；数字在本报告以外是否属实，不作判断。</translation>
    </message>
    <message>
        <source>Open a report: its figures are checked against each other here.</source>
        <translation>打开报告后，在这里核对其中的数字是否一致。</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop reading; what is in stays in</source>
        <translation>不再往下读，已收入的保留</translation>
    </message>
    <message>
        <source>Reading {0}/{1}: {2}</source>
        <translation>正在读 {0}/{1}：{2}</translation>
    </message>
    <message>
        <source>Looking for reports…</source>
        <translation>正在查找报告……</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message>
        <source>Reports read</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Files to look at</source>
        <translation>需要看一下的文件</translation>
    </message>
    <message>
        <source>{0} taken in</source>
        <translation>收入 {0} 份</translation>
    </message>
    <message>
        <source>{0} there already</source>
        <translation>已有 {0} 份</translation>
    </message>
    <message>
        <source>{0} not read</source>
        <translation>读不了 {0} 份</translation>
    </message>
    <message>
        <source>{0} not begun</source>
        <translation>没有读 {0} 份</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>读不了</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>已收入</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>没有读</translation>
    </message>
    <message>
        <source>{0} rows with a suggestion</source>
        <translation>{0} 行有建议</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>The chosen row</source>
        <translation>所选的行</translation>
    </message>
    <message>
        <source>Choose a row in the table, or marked words in the report.</source>
        <translation>请在表中选一行，或点击正文中有标记的文字。</translation>
    </message>
    <message>
        <source>{0}: “{1}”</source>
        <translation>{0}：“{1}”</translation>
    </message>
    <message>
        <source>Not committed yet: {0}</source>
        <translation>尚未改好：{0}</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>In a field: Enter commits, Ctrl+Enter commits, confirms and goes on, Esc restores. Single keys work in the tables and in the report, whatever input method is on; the second key works everywhere.</source>
        <translation>在编辑框中：Enter 提交，Ctrl+Enter 提交、确认并到下一行，Esc 恢复原值。单键在表格和正文中有效，不受输入法影响；第二个键在任何地方都有效。</translation>
    </message>
</context>
<context>
    <name>LessonsDialog</name>
    <message>
        <source>Learnt from corrections</source>
        <translation>学到的更正</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>反例</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>更正经验</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Bring back deleted ({0})</source>
        <translation>找回已删除的（{0}）</translation>
    </message>
    <message>
        <source>Ticked lessons make suggestions for rows like these; nothing is changed by itself.</source>
        <translation>勾选的经验会给同样的行提出建议，不会自动改动任何内容。</translation>
    </message>
    <message>
        <source>Nothing learnt yet. Correct a row and confirm it: rows with the same indicator then get a suggestion. Rows of one kind that are rejected twice are learnt too.</source>
        <translation>还没有学到更正。更正一行并确认后，指标名称相同的行就会有建议；同样的行驳回两次，也会建议驳回。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source> (sample)</source>
        <translation>（示例）</translation>
    </message>
    <message>
        <source>Metrics {0}/{1}</source>
        <translation>指标 {0}/{1}</translation>
    </message>
    <message>
        <source>Statements {0}/{1}</source>
        <translation>事项 {0}/{1}</translation>
    </message>
    <message>
        <source>Hedui</source>
        <translation>核对</translation>
    </message>
    <message>
        <source> (read only)</source>
        <translation>（只读）</translation>
    </message>
    <message>
        <source>On a network share: safe, but a little slower than on this computer</source>
        <translation>工作区在网络位置：可以放心使用，只是比本机稍慢</translation>
    </message>
    <message>
        <source>First finish what you are typing, or give it up with Esc</source>
        <translation>请先完成正在输入的内容，或按 Esc 放弃</translation>
    </message>
</context>
<context>
    <name>NumberChips</name>
    <message>
        <source>Which numbers are shown</source>
        <translation>显示哪些数字</translation>
    </message>
</context>
<context>
    <name>NumberModel</name>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>所在原文</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>NumbersPanel</name>
    <message>
        <source>Numbers without a row</source>
        <translation>没有列入表中的数字</translation>
    </message>
    <message>
        <source>Looking for the numbers of the report…</source>
        <translation>正在查找报告中的数字…</translation>
    </message>
    <message>
        <source>Open a report: the numbers that have no row are listed here.</source>
        <translation>打开报告后，这里显示没有列入表中的数字。</translation>
    </message>
    <message>
        <source>No reason is chosen above. Click one to see its numbers.</source>
        <translation>上面没有选择任何原因。点一个原因，可查看对应的数字。</translation>
    </message>
    <message>
        <source>No number was passed over. Click a reason above to see the numbers that count nothing.</source>
        <translation>没有可能漏提的数字。点上面的原因，可查看其他数字。</translation>
    </message>
</context>
<context>
    <name>RemarkForm</name>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Words of the report</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Should read</source>
        <translation>建议改为</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>empty where only the reason counts</source>
        <translation>不建议改文字时可留空</translation>
    </message>
    <message>
        <source>New remark</source>
        <translation>新意见</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Keep remark (Enter)</source>
        <translation>保存意见（Enter）</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消（Esc）</translation>
    </message>
    <message>
        <source>what is wrong or doubtful</source>
        <translation>哪里有误或存疑</translation>
    </message>
</context>
<context>
    <name>RemarkModel</name>
    <message>
        <source>Should read</source>
        <translation>建议改为</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>RemarksPanel</name>
    <message>
        <source>Remarks on the report</source>
        <translation>对报告的意见</translation>
    </message>
    <message>
        <source>No remarks yet. Choose a row or select words in the report and press M.</source>
        <translation>还没有意见。选一行，或在正文中选中文字，按 M 提意见。</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Report text</source>
        <translation>报告正文</translation>
    </message>
    <message>
        <source>Ctrl+O opens a report (.txt or .docx)</source>
        <translation>按 Ctrl+O 打开报告（.txt 或 .docx）</translation>
    </message>
</context>
<context>
    <name>ReportsPane</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>No row is chosen</source>
        <translation>还没有选中行</translation>
    </message>
    <message>
        <source>First select the figure or the words in the report</source>
        <translation>请先在正文中选中数字或文字</translation>
    </message>
    <message>
        <source>No figure in these words; for a statement go to its tab first</source>
        <translation>选中的文字里没有数字；要新增事项，请先切换到“事项”</translation>
    </message>
    <message>
        <source>Every figure in the report has a row</source>
        <translation>正文中的数字都已收录</translation>
    </message>
    <message>
        <source>No row stands on “{0}”; Insert makes one</source>
        <translation>“{0}”还没有收录，按 Insert 新增一行</translation>
    </message>
    <message>
        <source>First select words in the report, or choose a row</source>
        <translation>请先在正文中选中文字，或选一行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied; paste into Excel or WPS</source>
        <translation>
            <numerusform>已复制 %n 行，可粘贴到 Excel 或 WPS</numerusform>
        </translation>
    </message>
    <message>
        <source>No finding is chosen</source>
        <translation>没有选中核对结果</translation>
    </message>
    <message>
        <source>Findings copied: {0}; paste into Excel or WPS</source>
        <translation>已复制核对结果 {0} 条，可粘贴到 Excel 或 WPS</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>No rows here. Ctrl+1 shows all rows of this report.</source>
        <translation>这里没有行。按 Ctrl+1 显示本报告的全部行。</translation>
    </message>
</context>
<context>
    <name>RowsPane</name>
    <message>
        <source>Table of metrics</source>
        <translation>指标表</translation>
    </message>
    <message>
        <source>Table of statements</source>
        <translation>事项表</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Not checked since the last change; this tab checks when it is shown</source>
        <translation>改动后还没有重新核对，打开本页就会核对</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Gone back to {0}; what stood here before is kept as {1}</source>
        <translation>已恢复到 {0} 的备份；原来的内容存为 {1}</translation>
    </message>
    <message>
        <source>Taken out; Ctrl+Z brings it back</source>
        <translation>已移出报告，按 Ctrl+Z 可以放回</translation>
    </message>
    <message>
        <source>Wipe “{0}”? Its text, its file, its rows, remarks and history are deleted here and in all backups. There is no way back.</source>
        <translation>彻底清除“{0}”？它的正文、原文件、各行、意见和操作记录，连同所有备份里的，都会删除，不能恢复。</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>彻底清除</translation>
    </message>
    <message>
        <source>Wiped: {0}</source>
        <translation>已彻底清除：{0}</translation>
    </message>
    <message>
        <source>Extracted again: nothing changes</source>
        <translation>已重新提取，没有变化</translation>
    </message>
    <message>
        <source>Extracted again: {0} rows changed</source>
        <translation>已重新提取，{0} 行有变化；已核定的不变</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search the report</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Unreviewed</source>
        <translation>未审</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
</context>
<context>
    <name>SuggestionLine</name>
    <message>
        <source>Adopt (A)</source>
        <translation>采用 A</translation>
    </message>
    <message>
        <source>Change the row as suggested; it is still to be confirmed</source>
        <translation>按建议更正这一行，仍待确认</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Differs</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>To explain</source>
        <translation>需说明</translation>
    </message>
    <message>
        <source>Not checkable</source>
        <translation>不可核</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Agrees when rounded</source>
        <translation>舍入内相符</translation>
    </message>
</context>
</TS>
