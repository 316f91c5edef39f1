<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>这个收款点已经在另一个窗口里打开。请在任务栏里找到那个窗口接着用；那个窗口没有反应，就先关掉它，再在这里登录。已经记下的收款都是安全的。</source>
        <translation>This collecting point is already open in another window. Find that window on the task bar and go on there; if it does not answer, close it first and then sign in here. All recorded payments are safe.</translation>
    </message>
    <message>
        <source>申请县里核对：{name}</source>
        <translation>Ask the county to check: {name}</translation>
    </message>
    <message>
        <source>核对什么</source>
        <translation>What to check</translation>
    </message>
    <message>
        <source>哪一类（↑ ↓ 选）</source>
        <translation>Which category (↑ ↓ choose)</translation>
    </message>
    <message>
        <source>例如：低保证，2024-01-15 认定，编号 …</source>
        <translation>e.g. minimum-living-allowance certificate, recognised 2024-01-15, no. …</translation>
    </message>
    <message>
        <source>类别只以部门的名单为准：这里只提请县里核对，柜台不改，也不退钱。</source>
        <translation>A category rests only on the department&apos;s list: here the county is just asked to check it. The counter changes nothing and gives no money back.</translation>
    </message>
    <message>
        <source>提请核对</source>
        <translation>Ask for a check</translation>
    </message>
    <message>
        <source>没有扣款、没有签购单，才能这样登记。确实没扣款，请再按一次 F10。</source>
        <translation>Record this only if nothing was charged and there is no card slip. If it was really not charged, press F10 again.</translation>
    </message>
    <message>
        <source>刷卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>在 POS 机上输入的金额</source>
        <translation>Amount to key into the POS terminal</translation>
    </message>
    <message>
        <source>终端号</source>
        <translation>Terminal no.</translation>
    </message>
    <message>
        <source>参考号</source>
        <translation>Reference no.</translation>
    </message>
    <message>
        <source>签购单上的 12 位参考号</source>
        <translation>12-digit reference no. on the card slip</translation>
    </message>
    <message>
        <source>为什么不明</source>
        <translation>Why it is unknown</translation>
    </message>
    <message>
        <source>例如：终端断线，没有出签购单</source>
        <translation>e.g. the terminal lost its line and printed no card slip</translation>
    </message>
    <message>
        <source>结果不明的先记下来，查清以前不再向这些人收款，也不能日结：</source>
        <translation>Record an unknown result first. Until it is cleared up, no more payments are taken from these people and the day cannot be closed:</translation>
    </message>
    <message>
        <source>在 POS 机上输入</source>
        <translation>Key into the POS terminal</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>刷成功以后照签购单填写，按 Enter；卡号一位也不要填。</source>
        <translation>Once the card is charged, copy the card slip and press Enter. Do not enter a single digit of the card number.</translation>
    </message>
    <message>
        <source>没扣款</source>
        <translation>Not charged</translation>
    </message>
    <message>
        <source>结果不明</source>
        <translation>Result unknown</translation>
    </message>
    <message>
        <source>成功，登记</source>
        <translation>Charged</translation>
    </message>
    <message>
        <source>先放着</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>登记结果不明</source>
        <translation>Record as unknown</translation>
    </message>
    <message>
        <source>▲ 村里有同名的人：请把括号里的念给居民听，与身份证核对无误再收。</source>
        <translation>▲ The village has people of the same name: read the part in brackets to the resident too, and take payment only after checking it against the ID card.</translation>
    </message>
    <message>
        <source>请读给居民听：</source>
        <translation>Please read to the resident:</translation>
    </message>
    <message>
        <source>纸上的日期</source>
        <translation>Date on the paper</translation>
    </message>
    <message>
        <source>补录要有第二个人在场核对纸质凭据：</source>
        <translation>Entering a paper receipt later needs a second person present to check it:</translation>
    </message>
    <message>
        <source>收现金</source>
        <translation>Take cash</translation>
    </message>
    <message>
        <source>免缴确认</source>
        <translation>Nothing-due confirmation</translation>
    </message>
    <message>
        <source>收到多少元</source>
        <translation>Yuan received</translation>
    </message>
    <message>
        <source>找零</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>缴款人姓名</source>
        <translation>Payer&apos;s name</translation>
    </message>
    <message>
        <source>与参保人关系</source>
        <translation>Relation to the insured</translation>
    </message>
    <message>
        <source>例如：儿子、村干部垫付</source>
        <translation>e.g. son, village official advancing the money</translation>
    </message>
    <message>
        <source>缴款人电话</source>
        <translation>Payer&apos;s phone</translation>
    </message>
    <message>
        <source>纸质凭据号码</source>
        <translation>Paper receipt no.</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>别人代缴</source>
        <translation>Other payer</translation>
    </message>
    <message>
        <source>补录纸质凭据</source>
        <translation>Paper receipt</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>确认免缴</source>
        <translation>Confirm nothing due</translation>
    </message>
    <message>
        <source>▲ {over}。手头这一家可以由第二个人确认后收完；之后请先日结，把现金解缴。</source>
        <translation>▲ {over}. The household at hand can still be finished once a second person confirms it; after that, close the day first and bank the cash.</translation>
    </message>
    <message>
        <source>找零 {change} 元</source>
        <translation>Change {change} yuan</translation>
    </message>
    <message>
        <source>还差 {missing} 元</source>
        <translation>Still missing {missing} yuan</translation>
    </message>
    <message>
        <source>电脑时间对不对？</source>
        <translation>Is the computer&apos;s time right?</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>例如：电池没电后重新校准了时间，已与手机核对</source>
        <translation>e.g. clock set again after the battery ran out, checked against a phone</translation>
    </message>
    <message>
        <source>电脑现在是 {now}</source>
        <translation>The computer says it is {now}</translation>
    </message>
    <message>
        <source>不对就先返回，把电脑时间调准；对就写明原因：</source>
        <translation>If it is wrong, go back first and set the computer&apos;s clock; if it is right, write down the reason:</translation>
    </message>
    <message>
        <source>时间没有错</source>
        <translation>The time is right</translation>
    </message>
    <message>
        <source>县里的回执会带来这些变化</source>
        <translation>What the county&apos;s reply will change</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>已经收的款一笔也不变。采用以后，没缴费的人按新的算。</source>
        <translation>Nothing changes in payments already taken. Once adopted, the new rules apply to those who have not paid.</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>先不采用</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>收回这张票的各联</source>
        <translation>Take back the copies of this form</translation>
    </message>
    <message>
        <source>这张凭据打在 {form} № {text} 上。</source>
        <translation>This receipt is printed on {form} № {text}.</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>联</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>收齐了，作废</source>
        <translation>All here, void</translation>
    </message>
    <message>
        <source>先不作废</source>
        <translation>Do not void yet</translation>
    </message>
    <message>
        <source>收回的联数</source>
        <translation>Copies taken back</translation>
    </message>
    <message>
        <source>可以怎么更正</source>
        <translation>Ways to correct it</translation>
    </message>
    <message>
        <source>办这一项</source>
        <translation>Do this one</translation>
    </message>
    <message>
        <source>现在不能{kind}：{why_not}</source>
        <translation>Not possible now ({kind}): {why_not}</translation>
    </message>
    <message>
        <source>现在不能</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>可以</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>{name}：为什么不参保</source>
        <translation>{name}: why not joining?</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>补充说明（可以不填）</source>
        <translation>Further note (optional)</translation>
    </message>
    <message>
        <source>例如：在苏州上班，单位缴的</source>
        <translation>e.g. works in Suzhou, the employer pays</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>↑ ↓ 换，Tab 到另一栏。字大了放不下的页面，按 Ctrl+PageDown 往下翻。</source>
        <translation>↑ ↓ change, Tab to the other column. Where large text does not fit on a page, press Ctrl+PageDown to go on.</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>就这样</source>
        <translation>Keep this</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Do not change</translation>
    </message>
    <message>
        <source>↑ ↓ 翻看&#x3000;Tab 换一边&#x3000;Alt+← 回上一处&#x3000;再按 F1 看全部按键</source>
        <translation>↑ ↓ move  Tab other side  Alt+← back  F1 again for all keys</translation>
    </message>
    <message>
        <source>手册里没有“{asked}”。请换一个词。</source>
        <translation>The manual does not contain &quot;{asked}&quot;. Please try another word.</translation>
    </message>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>在手册里找</source>
        <translation>Search the manual</translation>
    </message>
    <message>
        <source>在手册里找  Ctrl+F</source>
        <translation>Search the manual  Ctrl+F</translation>
    </message>
    <message>
        <source>关上手册</source>
        <translation>Close the manual</translation>
    </message>
    <message>
        <source>没打出来</source>
        <translation>Print failed</translation>
    </message>
    <message>
        <source>卡纸</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>原因（卡纸、空白、打花、没有纸……）</source>
        <translation>Reason (jam, blank, smudged, out of paper …)</translation>
    </message>
    <message>
        <source>登记没打出来</source>
        <translation>Record failed print</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印机里的下一张票</source>
        <translation>Next form in the printer</translation>
    </message>
    <message>
        <source>打印机里的票号</source>
        <translation>No. of the form in the printer</translation>
    </message>
    <message>
        <source>票据代码</source>
        <translation>Form code</translation>
    </message>
    <message>
        <source>打印机里的下一张是不是 № {text}？</source>
        <translation>Is № {text} the next form?</translation>
    </message>
    <message>
        <source>{form}（代码 {code}）</source>
        <translation>{form} (code {code})</translation>
    </message>
    <message>
        <source>看到的票号</source>
        <translation>Form no. seen</translation>
    </message>
    <message>
        <source>是，就按 Enter；不是，就照票面输入看到的号码。跳过的号码会列出来，请说明去向。收款已经记好，不受影响。</source>
        <translation>If so, press Enter; if not, type the number you see on the form. Numbers skipped will be listed; please say what became of them. The payment is already recorded and is not affected.</translation>
    </message>
    <message>
        <source>是这张，{accept}</source>
        <translation>This one: {accept}</translation>
    </message>
    <message>
        <source>先不打印</source>
        <translation>Do not print yet</translation>
    </message>
    <message>
        <source>就是这张</source>
        <translation>This is the one</translation>
    </message>
    <message>
        <source>卡上的钱已经扣了：Enter 再记一次；记不成的，先在终端上撤销，再按 F11。</source>
        <translation>The card has already been charged: press Enter to record it again. If that fails, cancel it on the terminal first, then press F11.</translation>
    </message>
    <message>
        <source>请对照终端的签购单或结算单：成功的填参考号按 Enter，没扣款的按 F10。</source>
        <translation>Please check against the terminal&apos;s card slip or settlement slip: if charged, enter the reference no. and press Enter; if not charged, press F10.</translation>
    </message>
    <message>
        <source>在终端上撤销成功、出了撤销单，才能这样登记。确实撤销了，请再按一次 F11。</source>
        <translation>Record this only if the cancellation on the terminal succeeded and a cancellation slip was printed. If it was really cancelled, press F11 again.</translation>
    </message>
    <message>
        <source>刷卡待查</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>怎么查清的</source>
        <translation>How it was cleared up</translation>
    </message>
    <message>
        <source>例如：银行电话答复没有扣款</source>
        <translation>e.g. the bank said by phone that nothing was charged</translation>
    </message>
    <message>
        <source>弄清以前，不能再向这些人收款，也不能日结。</source>
        <translation>Until this is cleared up, no more payments can be taken from these people and the day cannot be closed.</translation>
    </message>
    <message>
        <source>已在终端撤销</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>再记一次</source>
        <translation>Record again</translation>
    </message>
    <message>
        <source>请先写明怎么查清的，再按一次。还没有登记。</source>
        <translation>First write down how it was cleared up, then press again. Nothing is recorded yet.</translation>
    </message>
    <message>
        <source>{total} 元</source>
        <translation>{total} yuan</translation>
    </message>
    <message>
        <source>正在排版……</source>
        <translation>Laying out the page …</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>凭据预览</source>
        <translation>Receipt preview</translation>
    </message>
    <message>
        <source>版式：{layouts}。打出来就是这个样子；只看，还没有打印。</source>
        <translation>Layout: {layouts}. This is how it will come out; it is only shown, nothing is printed yet.</translation>
    </message>
    <message>
        <source>排不出来</source>
        <translation>Cannot be laid out</translation>
    </message>
    <message>
        <source>存成 PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>打印机（激光、喷墨、针式）</source>
        <translation>Printer (laser, inkjet, dot matrix)</translation>
    </message>
    <message>
        <source>热敏小票机（80 或 58 毫米）</source>
        <translation>Thermal receipt printer (80 or 58 mm)</translation>
    </message>
    <message>
        <source>系统默认的打印机</source>
        <translation>System default printer</translation>
    </message>
    <message>
        <source>就绪</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>printing</translation>
    </message>
    <message>
        <source>出错或停用</source>
        <translation>error or disabled</translation>
    </message>
    <message>
        <source>没有填小票机的接口或地址，没有保存。请照小票机的说明填写，例如 /dev/usb/lp0 或 192.168.1.9。</source>
        <translation>No port or address was entered for the receipt printer, so nothing was saved. Please enter it as its instructions say, e.g. /dev/usb/lp0 or 192.168.1.9.</translation>
    </message>
    <message>
        <source>没有选存 PDF 的文件夹，没有保存。</source>
        <translation>No folder was chosen for the PDF files, so nothing was saved.</translation>
    </message>
    <message>
        <source>打印设置</source>
        <translation>Print settings</translation>
    </message>
    <message>
        <source>存 PDF 的文件夹</source>
        <translation>Folder for PDF files</translation>
    </message>
    <message>
        <source>向右偏移</source>
        <translation>Offset to the right</translation>
    </message>
    <message>
        <source>向下偏移</source>
        <translation>Offset downwards</translation>
    </message>
    <message>
        <source>每次收款多打一张大字提示单（A5，给老人看；空格勾选）</source>
        <translation>A large-type slip with every payment (Space ticks)</translation>
    </message>
    <message>
        <source>打印样张</source>
        <translation>Sample page</translation>
    </message>
    <message>
        <source>怎么打</source>
        <translation>How to print</translation>
    </message>
    <message>
        <source>版式</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>小票机在哪里</source>
        <translation>Where the receipt printer is</translation>
    </message>
    <message>
        <source>试打结果</source>
        <translation>Result of the test print</translation>
    </message>
    <message>
        <source>打印机（↑ ↓ 换）</source>
        <translation>Printer (↑ ↓ change)</translation>
    </message>
    <message>
        <source>存到哪个文件夹（本次登录期间）</source>
        <translation>Folder to save in (until you sign out)</translation>
    </message>
    <message>
        <source>向右</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>向下</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>怎么打（↑ ↓ 换）</source>
        <translation>How to print (↑ ↓ change)</translation>
    </message>
    <message>
        <source>版式（↑ ↓ 换）</source>
        <translation>Layout (↑ ↓ change)</translation>
    </message>
    <message>
        <source>试打一张</source>
        <translation>Test print</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>默认，</source>
        <translation>default, </translation>
    </message>
    <message>
        <source>灰色的是预印好的表格，只在这里显示。</source>
        <translation>The grey part is the pre-printed form, shown only here.</translation>
    </message>
    <message>
        <source>正在送打印机……</source>
        <translation>Sending to the printer …</translation>
    </message>
    <message>
        <source>今天还没有凭据。请输入或扫描凭据号。</source>
        <translation>There are no receipts today yet. Please type or scan a receipt no.</translation>
    </message>
    <message>
        <source>补打凭据</source>
        <translation>Reprint a receipt</translation>
    </message>
    <message>
        <source>今天的凭据</source>
        <translation>Today&apos;s receipts</translation>
    </message>
    <message>
        <source>凭据号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>扫描条形码，或输入 22 位凭据号；不填就是上面选中的一张</source>
        <translation>Scan the barcode or type the 22-digit receipt no.; empty means the one chosen above</translation>
    </message>
    <message>
        <source>↑ ↓ 选一张。卡纸、空白、打花了，先按 F8 登记，免得多出一张算不清。</source>
        <translation>↑ ↓ choose one. If it jammed, came out blank or smudged, record that first with F8, so that no extra print is left unaccounted for.</translation>
    </message>
    <message>
        <source>大字单</source>
        <translation>Large type</translation>
    </message>
    <message>
        <source>打过 {copies} 次，没打出来</source>
        <translation>Printed {copies}×, print failed</translation>
    </message>
    <message>
        <source>已打 {copies} 次</source>
        <translation>Printed {copies}×</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>未打印的凭据 {waiting} 张</source>
        <translation>Receipts not printed: {waiting}</translation>
    </message>
    <message>
        <source>未打印的凭据</source>
        <translation>Receipts not printed</translation>
    </message>
    <message>
        <source>收款都已记好，这些凭据只是还没有打印出来。</source>
        <translation>The payments are all recorded; these receipts just have not been printed yet.</translation>
    </message>
    <message>
        <source>凭据都打印过了。</source>
        <translation>All receipts have been printed.</translation>
    </message>
    <message>
        <source>全部打印</source>
        <translation>Print all</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>凭据存到哪个文件夹？</source>
        <translation>Which folder are the receipts saved in?</translation>
    </message>
    <message>
        <source>凭据文件夹</source>
        <translation>Folder for receipts</translation>
    </message>
    <message>
        <source>就存这里</source>
        <translation>Save here</translation>
    </message>
    <message>
        <source>请选一个文件夹。收款已经记好，凭据可以以后再打印。</source>
        <translation>Please choose a folder. The payment is already recorded, and the receipt can be printed later.</translation>
    </message>
    <message>
        <source>身份类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>户籍居住</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>当面说的</source>
        <translation>Said here</translation>
    </message>
    <message>
        <source>参加了居民医保</source>
        <translation>Was insured as a resident</translation>
    </message>
    <message>
        <source>从未参保</source>
        <translation>Never insured</translation>
    </message>
    <message>
        <source>以前参加过，中断了</source>
        <translation>Was insured before, then lapsed</translation>
    </message>
    <message>
        <source>没有参保（是从未参加还是中断，名册没有写明）</source>
        <translation>Not insured (the roster does not say whether never or lapsed)</translation>
    </message>
    <message>
        <source>名册没有写上年是否参保</source>
        <translation>The roster does not say whether insured last year</translation>
    </message>
    <message>
        <source>{name}：名册里的资料</source>
        <translation>{name}: details in the roster</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>这些内容来自 {listed_at} 导入的名册</source>
        <translation>This comes from the roster imported {listed_at}</translation>
    </message>
    <message>
        <source>没有记下这些内容来自哪一次导入</source>
        <translation>It is not on record which import this comes from</translation>
    </message>
    <message>
        <source>{whence}。身份类别只以部门的名单为准，柜台不能改。</source>
        <translation>{whence}. A category rests only on the department&apos;s list; the counter cannot change it.</translation>
    </message>
    <message>
        <source>名册里没有写人员类别。</source>
        <translation>The roster gives no category.</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{recognised_on} 认定</source>
        <translation>recognised {recognised_on}</translation>
    </message>
    <message>
        <source>没有写认定日期</source>
        <translation>no date of recognition given</translation>
    </message>
    <message>
        <source>{removed_on} 取消</source>
        <translation>ended {removed_on}</translation>
    </message>
    <message>
        <source>没有取消</source>
        <translation>not ended</translation>
    </message>
    <message>
        <source>{identifier}认定</source>
        <translation>recognised by {identifier}</translation>
    </message>
    <message>
        <source>通知没有写由谁认定</source>
        <translation>the notice does not say who recognises it</translation>
    </message>
    <message>
        <source>{funder}出资</source>
        <translation>funded by {funder}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{paid_last_year}，今年 {due}</source>
        <translation>{paid_last_year}, this year {due}</translation>
    </message>
    <message>
        <source>待核定</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>去年的身份类别：{last_year_category}</source>
        <translation>Category last year: {last_year_category}</translation>
    </message>
    <message>
        <source>户号 {household}</source>
        <translation>Household no. {household}</translation>
    </message>
    <message>
        <source>户籍</source>
        <translation>Household registration: </translation>
    </message>
    <message>
        <source>居住证：</source>
        <translation>Residence permit: </translation>
    </message>
    <message>
        <source>居住：</source>
        <translation>Residence: </translation>
    </message>
    <message>
        <source>别的原因</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>可以退</source>
        <translation>Refundable</translation>
    </message>
    <message>
        <source>由县里定</source>
        <translation>Up to county</translation>
    </message>
    <message>
        <source>不退</source>
        <translation>No refund</translation>
    </message>
    <message>
        <source>退费申请：{name}</source>
        <translation>Refund request: {name}</translation>
    </message>
    <message>
        <source>退费理由</source>
        <translation>Reasons for a refund</translation>
    </message>
    <message>
        <source>是什么原因</source>
        <translation>What the reason is</translation>
    </message>
    <message>
        <source>例如：重复参保，单位已给缴职工医保</source>
        <translation>e.g. insured twice, the employer already pays for employee insurance</translation>
    </message>
    <message>
        <source>哪一天发生的</source>
        <translation>Day it happened</translation>
    </message>
    <message>
        <source>看过的材料</source>
        <translation>Papers seen</translation>
    </message>
    <message>
        <source>例如：死亡证明，编号 341821…</source>
        <translation>e.g. death certificate, no. 341821…</translation>
    </message>
    <message>
        <source>联系人和电话</source>
        <translation>Contact person and phone</translation>
    </message>
    <message>
        <source>只是申请，钱由县里办理退回；村里不退现金。</source>
        <translation>This is only a request. The county refunds the money; the village gives no cash back.</translation>
    </message>
    <message>
        <source>申请退费</source>
        <translation>Request refund</translation>
    </message>
    <message>
        <source>，{before} 以前发生的</source>
        <translation>, if it happened before {before}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>看日期</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>{reason}{also}{limit}（{clause}）</source>
        <translation>{reason}{also}{limit} ({clause})</translation>
    </message>
    <message>
        <source>撤回退费申请：{name}</source>
        <translation>Withdraw refund request: {name}</translation>
    </message>
    <message>
        <source>撤回原因</source>
        <translation>Reason for withdrawing</translation>
    </message>
    <message>
        <source>例如：居民说还是参保，不退了</source>
        <translation>e.g. the resident will stay insured after all and wants no refund</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Withdraw request</translation>
    </message>
    <message>
        <source>换账簿以前的账日只能和其余账日一起全额解缴。请都勾上，金额不要改。没有登记。</source>
        <translation>Account days from before the change of books can only be banked in full, together with the other days. Please tick them all and leave the sums unchanged. Nothing was recorded.</translation>
    </message>
    <message>
        <source>{on}（第 {day} 个账日）</source>
        <translation>{on} (account day {day})</translation>
    </message>
    <message>
        <source>{on} 解缴</source>
        <translation>Bank the cash of {on}</translation>
    </message>
    <message>
        <source>{on} 这次缴多少元</source>
        <translation>{on}: yuan paid in this time</translation>
    </message>
    <message>
        <source>登记缴款单</source>
        <translation>Record deposit slip</translation>
    </message>
    <message>
        <source>缴款单号</source>
        <translation>Deposit slip no.</translation>
    </message>
    <message>
        <source>照缴款单填写</source>
        <translation>as on the deposit slip</translation>
    </message>
    <message>
        <source>缴到哪里</source>
        <translation>Paid in at</translation>
    </message>
    <message>
        <source>银行或单位</source>
        <translation>Bank or office</translation>
    </message>
    <message>
        <source>缴款日期</source>
        <translation>Date paid in</translation>
    </message>
    <message>
        <source>缴款单金额</source>
        <translation>Sum of the deposit slip</translation>
    </message>
    <message>
        <source>照银行或税务所给的缴款单填。日结过的账日都勾好了：只缴一部分就改金额；不缴的，用 Tab 走到它，按空格去掉。</source>
        <translation>Copy the deposit slip given by the bank or the tax office. All closed days are ticked: to pay in only part, change the sum; to leave a day out, go to it with Tab and press Space to untick it.</translation>
    </message>
    <message>
        <source>还没有缴 {open}，这次缴</source>
        <translation>{open} left, now</translation>
    </message>
    <message>
        <source>账日</source>
        <translation>Account day</translation>
    </message>
    <message>
        <source>没有勾选账日，没有登记。请勾上这张缴款单缴的是哪几天的钱。</source>
        <translation>No account day is ticked, so nothing was recorded. Please tick the days whose money this deposit slip pays in.</translation>
    </message>
    <message>
        <source>登记到账日期</source>
        <translation>Record the day the bank received it</translation>
    </message>
    <message>
        <source>到账日期</source>
        <translation>Received by the bank on</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>yyyy-mm-dd</translation>
    </message>
    <message>
        <source>单号 {slip}&#x3000;{amount}</source>
        <translation>Slip no. {slip}  {amount}</translation>
    </message>
    <message>
        <source>{remitted_on} 缴到 {bank}；是 {days} 收的钱。</source>
        <translation>Paid in at {bank} on {remitted_on}: the money taken on {days}.</translation>
    </message>
    <message>
        <source>请照银行或税务所的单据填，不要估计：有的县待遇从到账日期起算。</source>
        <translation>Please copy the date from the slip of the bank or the tax office, do not guess: in some counties benefits start from the day the money is received.</translation>
    </message>
    <message>
        <source>登记到账</source>
        <translation>Record as received</translation>
    </message>
    <message>
        <source>不转给别人：记红字，抽屉里的钱不动，自动向县里申请退费。</source>
        <translation>Nobody else gets it: a reversal is entered, the money in the drawer is not touched, and the county is asked for the refund automatically.</translation>
    </message>
    <message>
        <source>↑ ↓ 选人，Enter 选定；清空就是不转给别人。</source>
        <translation>↑ ↓ choose a person, Enter selects; leave it empty if nobody else gets the money.</translation>
    </message>
    <message>
        <source>没有找到“{asked}”。请换一种写法，或清空不填。</source>
        <translation>&quot;{asked}&quot; was not found. Please write it another way, or leave it empty.</translation>
    </message>
    <message>
        <source>红冲：{name}</source>
        <translation>Reverse: {name}</translation>
    </message>
    <message>
        <source>红冲原因</source>
        <translation>Reason for the reversal</translation>
    </message>
    <message>
        <source>转给谁（可以不填）</source>
        <translation>Who the money goes to (optional)</translation>
    </message>
    <message>
        <source>红冲以后钱怎么办</source>
        <translation>What becomes of the money after the reversal</translation>
    </message>
    <message>
        <source>红冲</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>查到的人</source>
        <translation>People found</translation>
    </message>
    <message>
        <source>选定</source>
        <translation>Select</translation>
    </message>
    <message>
        <source>红冲，报县里退费</source>
        <translation>Reverse, refund by the county</translation>
    </message>
    <message>
        <source>应缴 {due}</source>
        <translation>due {due}</translation>
    </message>
    <message>
        <source>红冲，转给{name}</source>
        <translation>Reverse, transfer to {name}</translation>
    </message>
    <message>
        <source>请先写明原因。什么也没有变。</source>
        <translation>Please write down the reason first. Nothing has changed.</translation>
    </message>
    <message>
        <source>刷卡结算单</source>
        <translation>Card settlement slip</translation>
    </message>
    <message>
        <source>还没有登记结算单的终端</source>
        <translation>Terminals without a recorded settlement slip</translation>
    </message>
    <message>
        <source>批次号</source>
        <translation>Batch no.</translation>
    </message>
    <message>
        <source>笔数</source>
        <translation>No. of payments</translation>
    </message>
    <message>
        <source>合计多少元</source>
        <translation>Total in yuan</translation>
    </message>
    <message>
        <source>为什么不同</source>
        <translation>Why it differs</translation>
    </message>
    <message>
        <source>例如：一笔测试刷卡，当天已撤销</source>
        <translation>e.g. one test payment, cancelled the same day</translation>
    </message>
    <message>
        <source>还没有登记结算单的：</source>
        <translation>Settlement slip not recorded yet:</translation>
    </message>
    <message>
        <source>刷过卡的终端都登记过结算单了；另有一张的，请照填。</source>
        <translation>A settlement slip is recorded for every terminal that took cards; if you have another one, please copy it in.</translation>
    </message>
    <message>
        <source>在 POS 机上打出当天的结算单，照着填写。钱一般第二天到账。</source>
        <translation>Print the day&apos;s settlement slip on the POS terminal and copy it here. The money usually arrives the next day.</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{name}：是哪一种情形？</source>
        <translation>{name}: which case is it?</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>按这种情形</source>
        <translation>In this case</translation>
    </message>
    <message>
        <source>照居民说的和证件选。选定以后，这一笔就按它算，并记进缴费记录。</source>
        <translation>Choose by what the resident says and the papers show. Once chosen, this payment is worked out on that basis, and it goes into the payment record.</translation>
    </message>
    <message>
        <source>就按这种</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>{event_day}：</source>
        <translation>{event_day}:</translation>
    </message>
    <message>
        <source>请居民出示{event_paper}。</source>
        <translation>Please ask the resident to show: {event_paper}.</translation>
    </message>
    <message>
        <source>{name}：为什么是这样</source>
        <translation>{name}: why it is so</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>依据：{title}</source>
        <translation>Based on: {title}</translation>
    </message>
    <message>
        <source>领用票据</source>
        <translation>Receive issued forms</translation>
    </message>
    <message>
        <source>票据名称</source>
        <translation>Form name</translation>
    </message>
    <message>
        <source>照票面填写</source>
        <translation>as on the form</translation>
    </message>
    <message>
        <source>起号</source>
        <translation>First no.</translation>
    </message>
    <message>
        <source>止号</source>
        <translation>Last no.</translation>
    </message>
    <message>
        <source>领用日期</source>
        <translation>Date received</translation>
    </message>
    <message>
        <source>发放单位</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>例如：县税务局建平分局</source>
        <translation>e.g. county tax bureau, Jianping branch</translation>
    </message>
    <message>
        <source>点清张数、看清起止号，双方签字以后照实登记。号码位数照票面，前面的 0 也要写。</source>
        <translation>Count the forms and check the first and last number; once both sides have signed, record them as they are. Write as many digits as on the form, including any 0 in front.</translation>
    </message>
    <message>
        <source>登记领用</source>
        <translation>Record issued forms</translation>
    </message>
    <message>
        <source>作废一张票</source>
        <translation>Void a form</translation>
    </message>
    <message>
        <source>登记遗失</source>
        <translation>Record as lost</translation>
    </message>
    <message>
        <source>票号</source>
        <translation>Form no.</translation>
    </message>
    <message>
        <source>例如：打花了、填错了</source>
        <translation>e.g. smudged, filled in wrongly</translation>
    </message>
    <message>
        <source>例如：下乡途中遗失，已找过</source>
        <translation>e.g. lost on the way to a village, already searched for</translation>
    </message>
    <message>
        <source>联，都留存备查</source>
        <translation>copies, all kept for inspection</translation>
    </message>
    <message>
        <source>遗失要立即报告发放单位。票号不再使用，已记的收款不受影响。</source>
        <translation>Report a loss to the issuer at once. The form number is not used again; payments already recorded are not affected.</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>结报缴销</source>
        <translation>Settle and hand back</translation>
    </message>
    <message>
        <source>结报日期</source>
        <translation>Settlement date</translation>
    </message>
    <message>
        <source>接收单位</source>
        <translation>Handed back to</translation>
    </message>
    <message>
        <source>收回票据的单位</source>
        <translation>Office that takes the forms back</translation>
    </message>
    <message>
        <source>没有用的 {unused} 张要一起交回。</source>
        <translation>The {unused} unused forms must be handed back as well.</translation>
    </message>
    <message>
        <source>结报以后这一本不能再用，可以领下一本。</source>
        <translation>Once settled, this book can no longer be used; the next one can be received.</translation>
    </message>
    <message>
        <source>两个人一起点：抽屉里的钱（连备用金）照实填张数，交班人输入口令。点完登记了才显示应有多少。</source>
        <translation>Count together: enter the notes and coins in the drawer (float included) as they are; the clerk handing over enters the passphrase. What should be there is shown only after the count is recorded.</translation>
    </message>
    <message>
        <source>交班人不在场：请照实填张数，写明为什么不能来。点完登记了才显示应有多少。</source>
        <translation>The clerk handing over is absent: enter the notes and coins as they are and write down why that clerk cannot come. What should be there is shown only after the count is recorded.</translation>
    </message>
    <message>
        <source>交接班：从 {holder} 手里接过现金</source>
        <translation>Handover: take the cash over from {holder}</translation>
    </message>
    <message>
        <source>合计 0 元</source>
        <translation>Total 0 yuan</translation>
    </message>
    <message>
        <source>点钞合计</source>
        <translation>Total counted</translation>
    </message>
    <message>
        <source>交班人</source>
        <translation>Clerk handing over</translation>
    </message>
    <message>
        <source>例如：生病不能来；或点了两遍确实少了</source>
        <translation>e.g. ill and cannot come; or counted twice and really short</translation>
    </message>
    <message>
        <source>交接结果</source>
        <translation>Result of the handover</translation>
    </message>
    <message>
        <source>交班人不在场</source>
        <translation>Clerk handing over absent</translation>
    </message>
    <message>
        <source>点好了，接过来</source>
        <translation>Counted, take over</translation>
    </message>
    <message>
        <source>合计 {sum} 元</source>
        <translation>Total {sum} yuan</translation>
    </message>
    <message>
        <source>交班人在场</source>
        <translation>Clerk handing over present</translation>
    </message>
    <message>
        <source>✓ 现金从现在起由 {taker} 保管。</source>
        <translation>✓ From now on {taker} keeps the cash.</translation>
    </message>
    <message>
        <source>实点 {counted} 元，应有 {expected} 元，{difference_text}。
差额记在 {giver} 名下，日结时还会列出。</source>
        <translation>Counted {counted} yuan, expected {expected} yuan, {difference_text}.
The difference stands against {giver} and is listed again when the day is closed.</translation>
    </message>
    <message>
        <source>实点 {counted} 元，与应有的相符。</source>
        <translation>Counted {counted} yuan, as expected.</translation>
    </message>
    <message>
        <source>作废一张凭据</source>
        <translation>Void a receipt</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>例如：人选错了，居民改为线上缴费</source>
        <translation>e.g. wrong person chosen, resident will pay online instead</translation>
    </message>
    <message>
        <source>请写明原因再作废。什么也没有变。</source>
        <translation>Please write down the reason before voiding. Nothing has changed.</translation>
    </message>
    <message>
        <source>个人缴</source>
        <translation>Resident pays</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>待遇</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>等待期</source>
        <translation>Waiting period</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>{name}：试算</source>
        <translation>{name}: try out</translation>
    </message>
    <message>
        <source>事由日期</source>
        <translation>Date of the event</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>假如</source>
        <translation>Supposing</translation>
    </message>
    <message>
        <source>▲ 只是试算，不会保存，也不会收款。</source>
        <translation>▲ This only tries it out: nothing is saved and no payment is taken.</translation>
    </message>
    <message>
        <source>看好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>今天&#x3000;{supposition}</source>
        <translation>Today  {supposition}</translation>
    </message>
    <message>
        <source>假如这一天缴</source>
        <translation>Supposing paid on</translation>
    </message>
    <message>
        <source>情形（↑ ↓ 换）</source>
        <translation>Case (↑ ↓ to change)</translation>
    </message>
    <message>
        <source>假如&#x3000;{supposition}</source>
        <translation>Supposing  {supposition}</translation>
    </message>
    <message>
        <source>（{event_date}）</source>
        <translation>({event_date})</translation>
    </message>
    <message>
        <source>{paid_on}，{answer}{event}</source>
        <translation>{paid_on}, {answer} {event}</translation>
    </message>
    <message>
        <source>{benefit_start} 至 {benefit_end}</source>
        <translation>{benefit_start} to {benefit_end}</translation>
    </message>
    <message>
        <source>，可追溯自 {retroactive_from}</source>
        <translation>, can be backdated to {retroactive_from}</translation>
    </message>
    <message>
        <source>不等待</source>
        <translation>No waiting</translation>
    </message>
    <message>
        <source>撤回退费申请</source>
        <translation>Withdraw refund request</translation>
    </message>
    <message>
        <source>例如：本人不退了，材料不齐以后再申请</source>
        <translation>For example: no longer wants the refund; will apply again once the papers are complete</translation>
    </message>
    <message>
        <source>{name}&#x3000;{amount}&#x3000;{reason}</source>
        <translation>{name}  {amount}  {reason}</translation>
    </message>
    <message>
        <source>凭据 {receipt}，{at} 由 {by} 申请</source>
        <translation>Receipt {receipt}, requested by {by} on {at}</translation>
    </message>
    <message>
        <source>&#x3000;联系：{contact}</source>
        <translation>  Contact: {contact}</translation>
    </message>
    <message>
        <source>撤回以后缴费照旧有效；以后要退可以再申请。</source>
        <translation>Once withdrawn, the payment stands as before; a refund can be requested again later.</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>导入名册</source>
        <translation>Import the roster</translation>
    </message>
    <message>
        <source>凭据和打印机</source>
        <translation>Receipts and printer</translation>
    </message>
    <message>
        <source>开账</source>
        <translation>Open the day</translation>
    </message>
    <message>
        <source>收第一笔</source>
        <translation>Take the first payment</translation>
    </message>
    <message>
        <source>选名册文件，按 F9 预览：看清人数和不能导入的行，再按 F10 确认。预览不改动任何东西。</source>
        <translation>Choose the roster file and press F9 to preview: look at the number of people and the rows that cannot be imported, then press F10 to confirm. The preview changes nothing.</translation>
    </message>
    <message>
        <source>输入这一家任意一个人的拼音首字母（王建国就输 wjg），或身份证末几位。</source>
        <translation>Type the pinyin initials of anyone in the household (wjg for Wang Jianguo), or the last digits of an ID card.</translation>
    </message>
    <message>
        <source>输入收到多少元，看清找零，按 Enter。凭据会自己打出来。</source>
        <translation>Type how many yuan were received, check the change and press Enter. The receipt prints by itself.</translation>
    </message>
    <message>
        <source>第 {number} 步，共 {of} 步</source>
        <translation>Step {number} of {of}</translation>
    </message>
    <message>
        <source>已选，</source>
        <translation>Chosen, </translation>
    </message>
    <message>
        <source>已收 {due}</source>
        <translation>Paid {due}</translation>
    </message>
    <message>
        <source>户主 {head}</source>
        <translation>Head: {head}</translation>
    </message>
    <message>
        <source>户主未填</source>
        <translation>Head of household not given</translation>
    </message>
    <message>
        <source>用一个做好的村子练手：开账、收款、打凭据、日结。收款和凭据都不作数，随时可以关掉。</source>
        <translation>Practise in a ready-made village: open the day, take payments, print receipts, close the day. No payment or receipt counts, and you can quit at any time.</translation>
    </message>
    <message>
        <source>要准备好：县里给的区划代码、政策包，本村的名册文件，一个能打印的地方。大约十分钟，中途关掉，填过的不会丢。</source>
        <translation>Have ready: the area code and the rule pack from the county, the village&apos;s roster file, and somewhere to print. It takes about ten minutes; if you stop halfway, what you have filled in is kept.</translation>
    </message>
    <message>
        <source>正在建立收款点……</source>
        <translation>Setting up the collecting point …</translation>
    </message>
    <message>
        <source>正在准备练习点（3000 人的名册），大约半分钟……</source>
        <translation>Preparing the practice point (a roster of 3000 people), about half a minute …</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>先练习</source>
        <translation>Practise first</translation>
    </message>
    <message>
        <source>建立正式收款点</source>
        <translation>Set up a real collecting point</translation>
    </message>
    <message>
        <source>村缴通</source>
        <translation>Cunjiao</translation>
    </message>
    <message>
        <source>城乡居民医保 村级征缴</source>
        <translation>Residents&apos; medical insurance: village till</translation>
    </message>
    <message>
        <source>哪里不明白，按 F1 看说明。</source>
        <translation>Press F1 wherever something is not clear.</translation>
    </message>
    <message>
        <source>凭据打到哪里、用什么纸、对不对得准：</source>
        <translation>Where receipts are printed, on which paper, and whether they line up:</translation>
    </message>
    <message>
        <source>已登记没有扣款，没有收款。可以再刷一次（F8），或改收现金（F9）。</source>
        <translation>Recorded as not charged; no payment taken. You can try the card again (F8) or take cash instead (F9).</translation>
    </message>
    <message>
        <source>已登记没有扣款，没有收款。</source>
        <translation>Recorded as not charged; no payment taken.</translation>
    </message>
    <message>
        <source>已登记在终端撤销，没有收款，卡上的钱会退回。</source>
        <translation>Recorded as cancelled on the terminal; no payment taken. The money goes back to the card.</translation>
    </message>
    <message>
        <source>没有待查的刷卡。</source>
        <translation>No card payments to check.</translation>
    </message>
    <message>
        <source>{name} 已经缴过费，不用登记不参保。要更正请按 F11。</source>
        <translation>{name} has already paid, so there is no need to record that they do not join. To correct something, press F11.</translation>
    </message>
    <message>
        <source>先查到这个人，再登记为什么不参保。</source>
        <translation>First look the person up, then record why they do not join.</translation>
    </message>
    <message>
        <source>{name} 的退费申请已登记：{sum}，{decision}。村里不退现金，请等县里办理。</source>
        <translation>Refund request for {name} recorded: {sum}, {decision}. The village refunds no cash; please wait for the county to deal with it.</translation>
    </message>
    <message>
        <source>通知规定可以退</source>
        <translation>the notice allows a refund</translation>
    </message>
    <message>
        <source>退不退由县里定</source>
        <translation>the county decides whether to refund</translation>
    </message>
    <message>
        <source>更正：{name}</source>
        <translation>Correct: {name}</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>{said}红字凭据已写成 PDF，请双方签字。</source>
        <translation>{said} The red reversal receipt has been written as a PDF; both sides please sign it.</translation>
    </message>
    <message>
        <source>{at} {by} 登记：{reason}，{amount}，材料 {evidence}</source>
        <translation>{at} recorded by {by}: {reason}, {amount}, papers {evidence}</translation>
    </message>
    <message>
        <source>{name} 的退费申请已撤回，缴费照旧有效。</source>
        <translation>The refund request for {name} has been withdrawn; the payment stands as before.</translation>
    </message>
    <message>
        <source>已提请县里核对 {name}，随下一次交县报上去。柜台先不改、不退。</source>
        <translation>The county has been asked to check {name}; this goes up with the next handover to the county. For now nothing is changed or refunded at the till.</translation>
    </message>
    <message>
        <source>已登记 {name} 不参保的原因。以后要缴，随时可以收。</source>
        <translation>The reason why {name} does not join has been recorded. If they want to pay later, you can take payment at any time.</translation>
    </message>
    <message>
        <source>{who}，本年度还没有缴费</source>
        <translation>{who}, not yet paid for this year</translation>
    </message>
    <message>
        <source>{who}
{paid_on} {method} {due}&#x3000;凭据 {receipt}</source>
        <translation>{who}
{paid_on} {method} {due}  Receipt {receipt}</translation>
    </message>
    <message>
        <source>请输入姓名、拼音首字母、身份证号或电话末几位，
也可以直接扫码、刷身份证。</source>
        <translation>Type a name, pinyin initials,
or the last digits of an ID card or phone;
or scan a code, or tap an ID card.</translation>
    </message>
    <message>
        <source>展开理由</source>
        <translation>Show reasons</translation>
    </message>
    <message>
        <source>试算</source>
        <translation>Try out</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>不参保</source>
        <translation>Declines</translation>
    </message>
    <message>
        <source>给居民看</source>
        <translation>Show large</translation>
    </message>
    <message>
        <source>已经缴过费</source>
        <translation>has already paid</translation>
    </message>
    <message>
        <source>{name} {why}，没有勾选。</source>
        <translation>{name} {why}; not ticked.</translation>
    </message>
    <message>
        <source>有 {count} 笔刷卡还没有弄清结果，不能日结。请按 Shift+F8 逐笔登记，再回来日结。</source>
        <translation>Card payments still without a clear result: {count}. The day cannot be closed. Please press Shift+F8, record them one by one, then come back to close the day.</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Shift handover</translation>
    </message>
    <message>
        <source>登记结算单</source>
        <translation>Record settlement slip</translation>
    </message>
    <message>
        <source>写出日报 PDF</source>
        <translation>Write day report PDF</translation>
    </message>
    <message>
        <source>有差异时要写明原因才能日结。账还开着，什么也没有变。</source>
        <translation>If there is a difference, you must write down the reason before closing the day. The day is still open; nothing has changed.</translation>
    </message>
    <message>
        <source>{sentence}账还没有日结。</source>
        <translation>{sentence} The day is not closed yet.</translation>
    </message>
    <message>
        <source>四相符。</source>
        <translation>Four-way match.</translation>
    </message>
    <message>
        <source>有差异，原因已记下：{reason}。</source>
        <translation>There is a difference; the reason is on record: {reason}.</translation>
    </message>
    <message>
        <source>还有 {unprinted} 张凭据未打印（F6）。</source>
        <translation>Receipts not printed yet: {unprinted} (F6).</translation>
    </message>
    <message>
        <source>{date} 已日结，{how}{waits}请写出日报，两人签字。</source>
        <translation>{date} is closed. {how} Please write the day report and have two people sign it. {waits}</translation>
    </message>
    <message>
        <source>结算单 {slip} 已登记：{count} 笔 {amount}，{agrees}。</source>
        <translation>Settlement slip {slip} recorded: {count} payments, {amount}; {agrees}.</translation>
    </message>
    <message>
        <source>请先选日报存到哪里。</source>
        <translation>Please choose first where to save the day report.</translation>
    </message>
    <message>
        <source>第二块屏幕已经打开，跟着这里变；再按 Alt+D 关掉。</source>
        <translation>The second screen is open and follows this one; press Alt+D again to close it.</translation>
    </message>
    <message>
        <source>第二块屏幕已经关掉。</source>
        <translation>The second screen is closed.</translation>
    </message>
    <message>
        <source>一共应缴</source>
        <translation>Total due</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>请收好凭据。</source>
        <translation>Please keep your receipt.</translation>
    </message>
    <message>
        <source>优盘或文件夹</source>
        <translation>USB stick or folder</translation>
    </message>
    <message>
        <source>优盘的位置，例如 E:\ 或 /media/优盘</source>
        <translation>Where the USB stick is, e.g. E:\ or /media/usb</translation>
    </message>
    <message>
        <source>县里的回执文件</source>
        <translation>Reply file from the county</translation>
    </message>
    <message>
        <source>回执 (*.cunjiao)</source>
        <translation>Reply (*.cunjiao)</translation>
    </message>
    <message>
        <source>县里发下来的 .cunjiao 文件</source>
        <translation>The .cunjiao file sent by the county</translation>
    </message>
    <message>
        <source>导出到优盘</source>
        <translation>Export to USB stick</translation>
    </message>
    <message>
        <source>导入回执</source>
        <translation>Import reply</translation>
    </message>
    <message>
        <source>写出登记申请</source>
        <translation>Write enrolment request</translation>
    </message>
    <message>
        <source>备份到优盘</source>
        <translation>Back up to USB stick</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>上次备份</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>本机指纹</source>
        <translation>This computer&apos;s fingerprint</translation>
    </message>
    <message>
        <source>县里退回的记录</source>
        <translation>Entries sent back by the county</translation>
    </message>
    <message>
        <source>县级指纹</source>
        <translation>County fingerprint</translation>
    </message>
    <message>
        <source>第一次导入，或县里换了密钥：电话里读出的六组数字</source>
        <translation>First import or new county keys: six groups of digits read out by phone</translation>
    </message>
    <message>
        <source>还没有导出</source>
        <translation>Not exported yet</translation>
    </message>
    <message>
        <source>已导出，等县里回执</source>
        <translation>Exported, awaiting reply</translation>
    </message>
    <message>
        <source>县里确认收到</source>
        <translation>Confirmed by the county</translation>
    </message>
    <message>
        <source>要按办法补救</source>
        <translation>To be put right as told</translation>
    </message>
    <message>
        <source>交给县里</source>
        <translation>Hand over to the county</translation>
    </message>
    <message>
        <source>插好优盘，选它的位置。写完会读回核对，看到“可以拔优盘”再拔。</source>
        <translation>Plug in the USB stick and choose where it is. What is written is read back and checked; take the stick out only when you see “You can take the USB stick out”.</translation>
    </message>
    <message>
        <source>本机指纹（打电话时读给县里核对）</source>
        <translation>This computer&apos;s fingerprint (read it out when the county checks it by phone)</translation>
    </message>
    <message>
        <source>县里的回执，或同村另一台电脑的文件</source>
        <translation>The county&apos;s reply, or the file of another computer in this village</translation>
    </message>
    <message>
        <source>县里退回的记录和补救办法</source>
        <translation>Entries sent back by the county, and how to put them right</translation>
    </message>
    <message>
        <source>已认识：{name}</source>
        <translation>Known: {name}</translation>
    </message>
    <message>
        <source>第 {seq} 条：{remedy}</source>
        <translation>Entry {seq}: {remedy}</translation>
    </message>
    <message>
        <source>没有退回的记录。</source>
        <translation>No entries have been sent back.</translation>
    </message>
    <message>
        <source>还没有备份过。电脑丢了、坏了，只能靠备份。请常按 F7 备份到优盘，另放一处。</source>
        <translation>No backup has been made yet. If the computer is lost or breaks down, only a backup helps. Please press F7 often to back up to a USB stick, and keep it somewhere else.</translation>
    </message>
    <message>
        <source>上次备份：{at}，到第 {last_seq} 条记录。</source>
        <translation>Last backup: {at}, up to entry {last_seq}.</translation>
    </message>
    <message>
        <source>请先选优盘或文件夹。还没有写文件。</source>
        <translation>Please choose a USB stick or folder first. No file has been written.</translation>
    </message>
    <message>
        <source>请先选县里的回执文件。什么也没有变。</source>
        <translation>Please choose the county&apos;s reply file first. Nothing has changed.</translation>
    </message>
    <message>
        <source>✓ {device} 号设备上已缴费的有 {people} 人，新知道 {new} 人，不再收他们的款。</source>
        <translation>✓ {people} people have paid on device no. {device}, {new} of them not known here before; no payment will be taken from them again.</translation>
    </message>
    <message>
        <source>没有退回。</source>
        <translation>Nothing was sent back.</translation>
    </message>
    <message>
        <source>✓ 县里已收到第 {acknowledged_to} 条为止的记录，{returned}</source>
        <translation>✓ The county has the entries up to no. {acknowledged_to}. {returned}</translation>
    </message>
    <message>
        <source>请重新登录，之后按新的政策包收款。</source>
        <translation> Please sign in again; after that, payments follow the new rule pack.</translation>
    </message>
    <message>
        <source>这份回执已经用过或已过时，没有变化。</source>
        <translation>This reply has already been used or is out of date; nothing has changed.</translation>
    </message>
    <message>
        <source>请先选优盘或文件夹，登记申请会写在那里。</source>
        <translation>Please choose a USB stick or folder first; the enrolment request will be written there.</translation>
    </message>
    <message>
        <source>请先选优盘或文件夹，备份会写在那里。</source>
        <translation>Please choose a USB stick or folder first; the backup will be written there.</translation>
    </message>
    <message>
        <source>✓ 已备份到 {name}，到第 {last_seq} 条记录。请把优盘另放一处。</source>
        <translation>✓ Backed up to {name}, up to entry {last_seq}. Please keep the USB stick somewhere else.</translation>
    </message>
    <message>
        <source>正在整理……</source>
        <translation>Gathering …</translation>
    </message>
    <message>
        <source>整理报表</source>
        <translation>Preparing the report</translation>
    </message>
    <message>
        <source>按 ↑ ↓ 选报表</source>
        <translation>Choose a report with ↑ ↓</translation>
    </message>
    <message>
        <source>报表文件</source>
        <translation>Report file</translation>
    </message>
    <message>
        <source>报表 (*.pdf *.xlsx)</source>
        <translation>Reports (*.pdf *.xlsx)</translation>
    </message>
    <message>
        <source>报表.pdf</source>
        <translation>report.pdf</translation>
    </message>
    <message>
        <source>写到哪里</source>
        <translation>Where to write it</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>报表的哪一张</source>
        <translation>Which sheet of the report</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Number of rows</translation>
    </message>
    <message>
        <source>写成 PDF</source>
        <translation>Write PDF</translation>
    </message>
    <message>
        <source>写成电子表格</source>
        <translation>Write spreadsheet</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>{date}（第 {day} 个账日）</source>
        <translation>{date} (account day {day})</translation>
    </message>
    <message>
        <source>换账日</source>
        <translation>Change day</translation>
    </message>
    <message>
        <source>共 {sum} 行</source>
        <translation>{sum} rows</translation>
    </message>
    <message>
        <source>请先填写报表存到哪里。什么也没有写。</source>
        <translation>Please enter first where to save the report. Nothing has been written.</translation>
    </message>
    <message>
        <source>读到</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>不能导入</source>
        <translation>Cannot import</translation>
    </message>
    <message>
        <source>选一个名册文件（.xlsx、.xls 或 .csv），先预览，看清要变什么，再确认导入。只增加和更改，不会删人。</source>
        <translation>Choose a roster file (.xlsx, .xls or .csv), preview it to see what would change, then confirm the import. People are only added and changed, never removed.</translation>
    </message>
    <message>
        <source>名册文件</source>
        <translation>Roster file</translation>
    </message>
    <message>
        <source>名册 (*.xlsx *.xls *.csv)</source>
        <translation>Roster (*.xlsx *.xls *.csv)</translation>
    </message>
    <message>
        <source>名册文件的位置</source>
        <translation>Where the roster file is</translation>
    </message>
    <message>
        <source>确认导入</source>
        <translation>Confirm import</translation>
    </message>
    <message>
        <source>不能导入的行</source>
        <translation>Rows that cannot be imported</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Row no.</translation>
    </message>
    <message>
        <source>列名</source>
        <translation>Column names</translation>
    </message>
    <message>
        <source>名册提醒</source>
        <translation>Roster warnings</translation>
    </message>
    <message>
        <source>名册说明</source>
        <translation>Roster notes</translation>
    </message>
    <message>
        <source>行</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>不能导入的行（其余照常导入；这些会写进名册旁边的“未导入”表）</source>
        <translation>Rows that cannot be imported (the rest is imported as usual; these are written to a “not imported” file beside the roster)</translation>
    </message>
    <message>
        <source>请先选名册文件。什么也没有变。</source>
        <translation>Please choose a roster file first. Nothing has changed.</translation>
    </message>
    <message>
        <source>正在读名册，还什么都没有改。</source>
        <translation>Reading the roster; nothing has been changed yet.</translation>
    </message>
    <message>
        <source>名册里的人都已经有了，导入不会改变什么。</source>
        <translation>Everyone in the roster is already there; importing would change nothing.</translation>
    </message>
    <message>
        <source>正在导入名册：查人照常，暂不收款。</source>
        <translation>Importing the roster: people can be looked up as usual, but no payments taken for now.</translation>
    </message>
    <message>
        <source>✓ 已导入：新增 {added} 人，更改 {changed} 人，{rejected} 行没有导入。</source>
        <translation>✓ Imported: {added} people new, {changed} changed; {rejected} rows not imported.</translation>
    </message>
    <message>
        <source>名册已导入，可以收款了。按 F2 回到收款。</source>
        <translation>The roster has been imported; you can take payments. Press F2 to go back to payments.</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>操作员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>请输入口令</source>
        <translation>Enter your passphrase</translation>
    </message>
    <message>
        <source>练习点的口令是 {passphrase_hint}</source>
        <translation>Practice passphrase: {passphrase_hint}</translation>
    </message>
    <message>
        <source>字太小、屏幕太亮：按 Alt+X 换</source>
        <translation>Text too small, screen too bright: press Alt+X</translation>
    </message>
    <message>
        <source>正在打开……</source>
        <translation>Opening …</translation>
    </message>
    <message>
        <source>{name} 已经缴过费，不用再问、也不用试算。要看是怎么算的，请按 F7。</source>
        <translation>{name} has already paid; there is nothing more to ask or try out. To see how it was worked out, press F7.</translation>
    </message>
    <message>
        <source>正在导入名册：查人照常，导入完才能收款。</source>
        <translation>Importing the roster: people can be looked up as usual; payments can be taken once it is done.</translation>
    </message>
    <message>
        <source>还没有开账，不能收款。请按 F3，清点备用金并开账。</source>
        <translation>The day is not open yet, so no payment can be taken. Please press F3, count the float and open the day.</translation>
    </message>
    <message>
        <source>这里的人都已经缴过费，不用再收。弄错了要更正，请按 F11。</source>
        <translation>Everyone here has already paid; there is nothing more to take. If something is wrong and needs correcting, press F11.</translation>
    </message>
    <message>
        <source>▲ {limit}。收现金要第二个人确认，请先日结并解缴。</source>
        <translation>▲ {limit}. Taking cash needs a second person to confirm; please close the day and bank the cash first.</translation>
    </message>
    <message>
        <source>▲ 收完就超限：{limit}。收现金要第二个人确认，请先日结并解缴。</source>
        <translation>▲ This would go over the limit: {limit}. Taking cash needs a second person to confirm; please close the day and bank the cash first.</translation>
    </message>
    <message>
        <source>▲ 快到限额：{limit}。请尽快日结并解缴。</source>
        <translation>▲ Near the limit: {limit}. Please close the day and bank the cash soon.</translation>
    </message>
    <message>
        <source>合计 {total}</source>
        <translation>Total {total}</translation>
    </message>
    <message>
        <source>{names} 的 {total} 已记成缴费，凭据已送去打印。</source>
        <translation>{total} for {names} has been recorded as paid; the receipts have been sent to print.</translation>
    </message>
    <message>
        <source>这次登录以后还没有打印过凭据。要给老人打大字提示单，按 F10 选一张，再按 Alt+L。</source>
        <translation>No receipt has been printed since you signed in. To print a large-type slip for an elderly person, press F10, choose a receipt, then press Alt+L.</translation>
    </message>
    <message>
        <source>大字提示单要用 A5 纸，小票机打不了，没有打印。要打大字单，请在打印设置里改用打印机或存成 PDF。</source>
        <translation>The large-type slip needs A5 paper; the receipt printer cannot print it, so nothing was printed. To print large-type slips, change to a printer or to saving PDF in the print settings.</translation>
    </message>
    <message>
        <source>打坏的那一张票已作废，各联请留存。</source>
        <translation>The spoilt form is void; please keep all its copies.</translation>
    </message>
    <message>
        <source>已记下：凭据 {number} 没有打出来。{kept}收款不受影响，弄好打印机以后按 F6 再打。</source>
        <translation>Noted: receipt {number} did not come out. The payment is not affected; once the printer works again, press F6 to print it. {kept}</translation>
    </message>
    <message>
        <source>收回的 {copies} 联请留存。</source>
        <translation>Please keep the {copies} copies taken back.</translation>
    </message>
    <message>
        <source>（那笔刷卡共 {charged}、{charged_people} 人，只退这一人的）</source>
        <translation> (that card payment was {charged} for {charged_people} people; refund only this person&apos;s part)</translation>
    </message>
    <message>
        <source>请在终端上退回 {due}{shared}。</source>
        <translation>Please refund {due} on the terminal{shared}.</translation>
    </message>
    <message>
        <source>请当面退还现金 {give_back}。</source>
        <translation>Please hand back {give_back} in cash to the resident.</translation>
    </message>
    <message>
        <source>没有现金要退。</source>
        <translation>There is no cash to give back.</translation>
    </message>
    <message>
        <source>已说明：{told}</source>
        <translation>Already told: {told}</translation>
    </message>
    <message>
        <source>重新问</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>重新问：说过的都不算</source>
        <translation>Ask again: nothing said so far counts</translation>
    </message>
    <message>
        <source>当面问：{name}？</source>
        <translation>Ask now: {name}?</translation>
    </message>
    <message>
        <source>另一种情形…</source>
        <translation>Another case…</translation>
    </message>
    <message>
        <source>填好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>第 {number} 行：假币还是残币</source>
        <translation>Line {number}: counterfeit or torn</translation>
    </message>
    <message>
        <source>第 {number} 行：面值</source>
        <translation>Line {number}: denomination</translation>
    </message>
    <message>
        <source>第 {number} 行：假币、残币张数</source>
        <translation>Line {number}: number of counterfeit or torn notes</translation>
    </message>
    <message>
        <source>{label}，已缴 {paid} 人，共 {people} 人，{percent}</source>
        <translation>{label}, {paid} paid of {people} people, {percent}</translation>
    </message>
    <message>
        <source>{paid} / {people} 人</source>
        <translation>{paid} / {people}</translation>
    </message>
    <message>
        <source>没有已经日结、还没有解缴的现金。先在“账日”（F3）点钞日结，再来登记缴款单。</source>
        <translation>There is no cash from closed days still to be banked. First count the drawer and close the day under “Account day” (F3), then record the deposit slip.</translation>
    </message>
    <message>
        <source>没有等着到账的缴款单。先按 F9 登记缴款单。</source>
        <translation>No deposit slip is waiting to be received by the bank. First record a deposit slip with F9.</translation>
    </message>
    <message>
        <source>还没有解缴的现金</source>
        <translation>Cash not yet banked</translation>
    </message>
    <message>
        <source>现金都已解缴，手里没有。</source>
        <translation>All cash has been banked; none is held.</translation>
    </message>
    <message>
        <source>缴款单</source>
        <translation>Deposit slips</translation>
    </message>
    <message>
        <source>还没有登记过缴款单。</source>
        <translation>No deposit slip has been recorded yet.</translation>
    </message>
    <message>
        <source>手里的现金</source>
        <translation>Cash held</translation>
    </message>
    <message>
        <source>限额和期限</source>
        <translation>Limit and deadline</translation>
    </message>
    <message>
        <source>↑ ↓ 选一张，登记它到账的日期</source>
        <translation>↑ ↓ choose a slip to record the date it was received</translation>
    </message>
    <message>
        <source>单号 {slip} 已登记 {received_on} 到账，不用再登记。</source>
        <translation>Slip no. {slip} is already recorded as received on {received_on}; there is nothing more to record.</translation>
    </message>
    <message>
        <source>单号 {slip} 已登记 {received_on} 到账。</source>
        <translation>Slip no. {slip} is recorded as received on {received_on}.</translation>
    </message>
    <message>
        <source>▲ 还没有</source>
        <translation>▲ Not yet</translation>
    </message>
    <message>
        <source>没有退费申请可以撤回。</source>
        <translation>There is no refund request to withdraw.</translation>
    </message>
    <message>
        <source>这是请县里核对的事，交上去就由县里办，不用撤回。要撤回退费申请，先用 ↑ ↓ 选中它。</source>
        <translation>This is something the county was asked to check; once handed over, the county deals with it, so it need not be withdrawn. To withdraw a refund request, choose it first with ↑ ↓.</translation>
    </message>
    <message>
        <source>请县里办的事</source>
        <translation>Asked of the county</translation>
    </message>
    <message>
        <source>没有退费申请，也没有请县里核对的事。</source>
        <translation>No refund requests, and nothing the county was asked to check.</translation>
    </message>
    <message>
        <source>退费由县里退，柜台不退现金</source>
        <translation>The county pays refunds; the till refunds no cash</translation>
    </message>
    <message>
        <source>{name} 的退费申请已经撤回了。</source>
        <translation>The refund request for {name} has already been withdrawn.</translation>
    </message>
    <message>
        <source>（由县里定）</source>
        <translation> (the county decides)</translation>
    </message>
    <message>
        <source>退费：{reason}{doubt}，{evidence}</source>
        <translation>Refund: {reason}{doubt}, {evidence}</translation>
    </message>
    <message>
        <source>（{category}）</source>
        <translation> ({category})</translation>
    </message>
    <message>
        <source>还没有领用过票据。先按 Alt+1 登记领用。</source>
        <translation>No forms have been issued to you yet. First press Alt+1 to record issued forms.</translation>
    </message>
    <message>
        <source>这一本已经结报缴销，不用再结。</source>
        <translation>This book has already been settled and handed back; there is nothing more to settle.</translation>
    </message>
    <message>
        <source>票证</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>还没有领用过票据。</source>
        <translation>No forms have been issued to you yet.</translation>
    </message>
    <message>
        <source>没有交代的票号</source>
        <translation>Form numbers not accounted for</translation>
    </message>
    <message>
        <source>领用</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>遗失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>№ {done} 已作废，收回的 {copies} 联请留存。</source>
        <translation>№ {done} is void; please keep the {copies} copies taken back.</translation>
    </message>
    <message>
        <source>№ {done} 已登记遗失，请立即报告发放单位。</source>
        <translation>№ {done} is recorded as lost; please report it to the issuing office at once.</translation>
    </message>
    <message>
        <source>没有用的 {returned} 张请一起交回。</source>
        <translation>Please hand back the {returned} unused forms with it.</translation>
    </message>
    <message>
        <source>{book_words} 已结报缴销。{back}可以领下一本了。</source>
        <translation>{book_words} has been settled and handed back. You can be issued the next book. {back}</translation>
    </message>
    <message>
        <source>已结报</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>用完了</source>
        <translation>Used up</translation>
    </message>
    <message>
        <source>{name}：列名</source>
        <translation>{name}: column names</translation>
    </message>
    <message>
        <source>已申请</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>已报县</source>
        <translation>Sent to county</translation>
    </message>
    <message>
        <source>县已收</source>
        <translation>County has it</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>现金</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>刷卡结算</source>
        <translation>card settlement</translation>
    </message>
    <message>
        <source>收的现金</source>
        <translation>Cash taken</translation>
    </message>
    <message>
        <source>还在手里</source>
        <translation>Still held</translation>
    </message>
    <message>
        <source>已经几天</source>
        <translation>Held for</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Slip no.</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>解缴</source>
        <translation>Banking</translation>
    </message>
    <message>
        <source>到账</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>哪几天的钱</source>
        <translation>Days covered</translation>
    </message>
    <message>
        <source>参保人</source>
        <translation>Insured person</translation>
    </message>
    <message>
        <source>请县里办什么</source>
        <translation>What the county is asked</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>票据</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>已用</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>交回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>没用</source>
        <translation>Unused</translation>
    </message>
    <message>
        <source>今天收的</source>
        <translation>Taken today</translation>
    </message>
    <message>
        <source>{days} 天</source>
        <translation>{days} day(s)</translation>
    </message>
    <message>
        <source>当天收的当天解缴</source>
        <translation>cash is banked on the day it is taken</translation>
    </message>
    <message>
        <source>收款后 {within_days} 天内解缴</source>
        <translation>cash is banked within {within_days} days of being taken</translation>
    </message>
    <message>
        <source>手头现金不超过 {held_yuan} 元</source>
        <translation>no more than {held_yuan} yuan of cash is held</translation>
    </message>
    <message>
        <source>本县通知没有写现金限额和解缴期限，请按税务机关的要求及时解缴。</source>
        <translation>The county&apos;s notice sets no cash limit and no deadline for banking; please bank the cash promptly, as the tax authority requires.</translation>
    </message>
    <message>
        <source>{on}（还没有日结）</source>
        <translation>{on} (day not closed yet)</translation>
    </message>
    <message>
        <source>{days} 等 {days2} 天</source>
        <translation>{days} and others, {days2} days</translation>
    </message>
    <message>
        <source>{form}（代码 {code}）№ {text}–{text2}</source>
        <translation>{form} (code {code}) № {text}–{text2}</translation>
    </message>
    <message>
        <source>领用 {received} 张：已用 {used}，作废 {void}，遗失 {lost}，交回 {returned}，没用 {unused}</source>
        <translation>Issued {received}: used {used}, void {void}, lost {lost}, returned {returned}, unused {unused}</translation>
    </message>
    <message>
        <source>差异原因（必填）</source>
        <translation>Reason for the difference (required)</translation>
    </message>
    <message>
        <source>例如：找零多给了 50 元，已告知村主任</source>
        <translation>For example: gave 50 yuan too much change; the village head has been told</translation>
    </message>
    <message>
        <source>一起确认的另一位操作员</source>
        <translation>Second clerk confirming</translation>
    </message>
    <message>
        <source>重新点钞</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>累计开票金额</source>
        <translation>Total receipted to date</translation>
    </message>
    <message>
        <source>还要做的</source>
        <translation>Still to do</translation>
    </message>
    <message>
        <source>再开一个账日</source>
        <translation>Open another day</translation>
    </message>
    <message>
        <source>{clean}{date} 已日结{clean2}</source>
        <translation>{clean}{date} is closed{clean2}</translation>
    </message>
    <message>
        <source>，四相符</source>
        <translation>, four-way match</translation>
    </message>
    <message>
        <source>，有差异</source>
        <translation>, with a difference</translation>
    </message>
    <message>
        <source>本点累计开票 {perpetual} 元</source>
        <translation>Total receipted at this point to date: {perpetual} yuan</translation>
    </message>
    <message>
        <source>现金 {cash} 元，刷卡 {pos} 元</source>
        <translation>Cash {cash} yuan, card {pos} yuan</translation>
    </message>
    <message>
        <source>{taken}，{difference_text}</source>
        <translation>{taken}, {difference_text}</translation>
    </message>
    <message>
        <source>；与 {second} 一起确认</source>
        <translation>; confirmed together with {second}</translation>
    </message>
    <message>
        <source>日报</source>
        <translation>Day report</translation>
    </message>
    <message>
        <source>写出日报 PDF（F7），打印后两人签字。</source>
        <translation>Write the day report PDF (F7), print it and have two people sign it.</translation>
    </message>
    <message>
        <source>把现金 {held} 元缴到银行，在“解缴票证”登记缴款单。</source>
        <translation>Pay {held} yuan of cash in at the bank, and record the deposit slip under “Banking and forms”.</translation>
    </message>
    <message>
        <source>结算单</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>请把抽屉里的钱全部点一遍（连备用金），照实填张数。点完才显示应有多少。</source>
        <translation>Please count all the money in the drawer (including the float) and enter the true number of each. What should be there is shown only after the count.</translation>
    </message>
    <message>
        <source>点好了</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>有假币、残币</source>
        <translation>Counterfeit or torn</translation>
    </message>
    <message>
        <source>点钞</source>
        <translation>Count the drawer</translation>
    </message>
    <message>
        <source>↑ ↓ 选人&#x3000;Enter 选定&#x3000;Esc 清空</source>
        <translation>↑ ↓ choose  Enter select  Esc clear</translation>
    </message>
    <message>
        <source>▲ 还有很多人：多输一个字母，或输身份证末四位。</source>
        <translation>▲ Many more match: type one more letter, or the last four digits of the ID card.</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>请读给居民听</source>
        <translation>Please read to the resident</translation>
    </message>
    <message>
        <source>现金限额</source>
        <translation>Cash limit</translation>
    </message>
    <message>
        <source>还没有开账</source>
        <translation>The day is not open</translation>
    </message>
    <message>
        <source>开账以后才能收款。</source>
        <translation>Payments can be taken once the day is open.</translation>
    </message>
    <message>
        <source>账已经日结</source>
        <translation>The day is closed</translation>
    </message>
    <message>
        <source>今天还要收款，请再开一个账日（F9）。</source>
        <translation>To take more payments today, please open another account day (F9).</translation>
    </message>
    <message>
        <source>现金由谁保管</source>
        <translation>Who holds the cash</translation>
    </message>
    <message>
        <source>日报文件</source>
        <translation>Day report file</translation>
    </message>
    <message>
        <source>日报.pdf</source>
        <translation>day-report.pdf</translation>
    </message>
    <message>
        <source>{date}  第 {day} 个账日</source>
        <translation>{date}  Account day {day}</translation>
    </message>
    <message>
        <source>缴费 {people} 人</source>
        <translation>People paid: {people}</translation>
    </message>
    <message>
        <source>有效凭据 {receipts} 张，作废 {voids} 张，未打印 {unprinted} 张</source>
        <translation>Valid receipts {receipts}, void {voids}, not printed {unprinted}</translation>
    </message>
    <message>
        <source>红冲 {reversed_count} 张（不动现金）</source>
        <translation>Reversals {reversed_count} (no cash moved)</translation>
    </message>
    <message>
        <source>▲ 刷卡待查 {cards_open} 笔（Shift+F8），弄清才能日结</source>
        <translation>▲ Card payments to check: {cards_open} (Shift+F8), before the day can be closed</translation>
    </message>
    <message>
        <source>现金由 {holder} 保管</source>
        <translation>Cash held by {holder}</translation>
    </message>
    <message>
        <source>{terminal}（{date}）</source>
        <translation>{terminal} ({date})</translation>
    </message>
    <message>
        <source>▲ 还没有登记结算单：{said}</source>
        <translation>▲ Settlement slips not yet recorded: {said}</translation>
    </message>
    <message>
        <source>没有要补登的结算单。</source>
        <translation>No settlement slips left to record.</translation>
    </message>
    <message>
        <source>{day} 已日结：{people} 人，现金 {cash}，刷卡 {pos}，{difference_text}。</source>
        <translation>{day} is closed: {people} people, cash {cash}, card {pos}, {difference_text}.</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>参保范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>缴费期</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>要核对</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>要问清</source>
        <translation>To ask</translation>
    </message>
    <message>
        <source>待县级确认</source>
        <translation>County to confirm</translation>
    </message>
    <message>
        <source>{sentence}（{clause}）</source>
        <translation>{sentence} ({clause})</translation>
    </message>
    <message>
        <source>（{clause}）</source>
        <translation> ({clause})</translation>
    </message>
    <message>
        <source>
现在暂按：{default}</source>
        <translation>
For now: {default}</translation>
    </message>
    <message>
        <source>◆ 练习&#x3000;这里的收款和凭据都不作数</source>
        <translation>◆ Practice  Payments and receipts here do not count</translation>
    </message>
    <message>
        <source>居民医保缴费</source>
        <translation>Residents&apos; medical insurance payment</translation>
    </message>
    <message>
        <source>还有 {people} 人</source>
        <translation>and {people} more people</translation>
    </message>
    <message>
        <source>这一步怎么做</source>
        <translation>How to do this step</translation>
    </message>
    <message>
        <source>去做</source>
        <translation>Do it now</translation>
    </message>
    <message>
        <source>以后再设</source>
        <translation>Set up later</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>交县</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>解缴票证</source>
        <translation>Banking</translation>
    </message>
    <message>
        <source>帮助 F1</source>
        <translation>Help F1</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>&#x3000;练习日期 {on}</source>
        <translation>  Practice date {on}</translation>
    </message>
    <message>
        <source>&#x3000;▲ 政策包是征求意见稿，不能照它收费</source>
        <translation>  ▲ The rule pack is a draft for comment; do not collect by it</translation>
    </message>
    <message>
        <source>◆ 练习&#x3000;这里的收款和凭据都不作数{day}{rules}</source>
        <translation>◆ Practice  Payments and receipts here do not count{day}{rules}</translation>
    </message>
    <message>
        <source>● 正式收款点</source>
        <translation>● Real collecting point</translation>
    </message>
    <message>
        <source>操作员 {clerk}</source>
        <translation>Clerk {clerk}</translation>
    </message>
    <message>
        <source>手册目录</source>
        <translation>Manual contents</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>手册正文</source>
        <translation>Manual text</translation>
    </message>
    <message>
        <source>还没有开过账。按 F3 开账以后才能收款。</source>
        <translation>No day has been opened yet. Press F3 to open the day; then payments can be taken.</translation>
    </message>
    <message>
        <source>点钞后才对账</source>
        <translation>After the count</translation>
    </message>
    <message>
        <source>人数和凭据</source>
        <translation>People and receipts</translation>
    </message>
    <message>
        <source>{date}&#x3000;第 {number} 个账日</source>
        <translation>{date}  Account day no. {number}</translation>
    </message>
    <message>
        <source>账日开着</source>
        <translation>Account day open</translation>
    </message>
    <message>
        <source>已日结</source>
        <translation>Day closed</translation>
    </message>
    <message>
        <source>{people} 人</source>
        <translation>{people} people</translation>
    </message>
    <message>
        <source>缴费 {people} 人&#x3000;有效凭据 {receipts} 张&#x3000;作废 {voids} 张</source>
        <translation>Paid: {people} people  Valid receipts: {receipts}  Void: {voids}</translation>
    </message>
    <message>
        <source>现金和四相符</source>
        <translation>Cash and four-way match</translation>
    </message>
    <message>
        <source>现金在手</source>
        <translation>Cash in hand</translation>
    </message>
    <message>
        <source>备用金和限额</source>
        <translation>Float and limit</translation>
    </message>
    <message>
        <source>四相符结论</source>
        <translation>Four-way match result</translation>
    </message>
    <message>
        <source>四相符的数字</source>
        <translation>Four-way match figures</translation>
    </message>
    <message>
        <source>不相符的地方</source>
        <translation>What does not match</translation>
    </message>
    <message>
        <source>备用金 {float}不算在内</source>
        <translation>Float {float} not included</translation>
    </message>
    <message>
        <source>备用金不算在内</source>
        <translation>Float not included</translation>
    </message>
    <message>
        <source>✓ 四相符</source>
        <translation>✓ Four-way match</translation>
    </message>
    <message>
        <source>还没有名册。按 F5 导入名册以后，这里按村民小组显示进度。</source>
        <translation>No roster yet. Once a roster has been imported with F5, progress is shown here by group.</translation>
    </message>
    <message>
        <source>还不知道任务数：按名册上可以在这里参保的人算。</source>
        <translation>The target is not known yet: measured against the people in the roster who can join here.</translation>
    </message>
    <message>
        <source>名册上可以在这里参保的人都缴了。</source>
        <translation>Everybody in the roster who can join here has paid.</translation>
    </message>
    <message>
        <source>↑ ↓ 选一户，Enter 到收款页。</source>
        <translation>↑ ↓ choose a household, Enter goes to the payment page.</translation>
    </message>
    <message>
        <source>各组进度</source>
        <translation>Progress by group</translation>
    </message>
    <message>
        <source>任务数</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>参保进度</source>
        <translation>Progress of joining</translation>
    </message>
    <message>
        <source>差得多的组在前</source>
        <translation>Furthest behind first</translation>
    </message>
    <message>
        <source>{year} 年度参保进度</source>
        <translation>Progress of joining for {year}</translation>
    </message>
    <message>
        <source>通知（{clause}）</source>
        <translation>the notice ({clause})</translation>
    </message>
    <message>
        <source>县里</source>
        <translation>the county</translation>
    </message>
    <message>
        <source>{said}没缴的人里有 {there} 人已在别处缴，不用上门。</source>
        <translation>{said} Of those who have not paid here, {there} have paid elsewhere and need no visit.</translation>
    </message>
    <message>
        <source>入户名单</source>
        <translation>Door-to-door list</translation>
    </message>
    <message>
        <source>还没缴的户数</source>
        <translation>Number of households still to pay</translation>
    </message>
    <message>
        <source>没有列出的户</source>
        <translation>Households not listed</translation>
    </message>
    <message>
        <source>还没缴的 {homes} 户 {people} 人</source>
        <translation>Still to pay: {homes} households, {people} people</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>户号</source>
        <translation>Household no.</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head of household</translation>
    </message>
    <message>
        <source>没缴</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>应缴</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>没有要去的户。</source>
        <translation>No household left to visit.</translation>
    </message>
    <message>
        <source>{undecided} 人待核定</source>
        <translation>{undecided} to be settled</translation>
    </message>
    <message>
        <source>{zero} 人免缴，待确认</source>
        <translation>{zero} with nothing due, to be confirmed</translation>
    </message>
    <message>
        <source>{noted} 人已记原因</source>
        <translation>{noted} with a reason recorded</translation>
    </message>
    <message>
        <source>没有户号</source>
        <translation>No household no.</translation>
    </message>
    <message>
        <source>还没缴的户</source>
        <translation>Households still to pay</translation>
    </message>
    <message>
        <source>还没缴的户：列名</source>
        <translation>Households left: columns</translation>
    </message>
    <message>
        <source>刷卡待查 {cards_open} 笔</source>
        <translation>Card payments to check: {cards_open}</translation>
    </message>
    <message>
        <source>县退回 {rejected} 笔，要补救</source>
        <translation>Sent back by the county: {rejected}, to be put right</translation>
    </message>
    <message>
        <source>没打印的凭据 {unprinted} 张</source>
        <translation>Receipts not printed: {unprinted}</translation>
    </message>
    <message>
        <source>凭据都打印了</source>
        <translation>All receipts are printed</translation>
    </message>
    <message>
        <source>没解缴的现金 {to_bank}（{oldest} 起）</source>
        <translation>Cash not banked {to_bank} (since {oldest})</translation>
    </message>
    <message>
        <source>日结的现金都解缴了</source>
        <translation>All cash of closed days is banked</translation>
    </message>
    <message>
        <source>等到账 {on_way}（{slips} 张单）</source>
        <translation>Not yet received by the bank: {on_way} (deposit slips: {slips})</translation>
    </message>
    <message>
        <source>解缴的都到账了</source>
        <translation>All cash banked has been received by the bank</translation>
    </message>
    <message>
        <source>没导出的缴费 {unsent} 笔</source>
        <translation>Payments not exported: {unsent}</translation>
    </message>
    <message>
        <source>缴费都导出了</source>
        <translation>All payments are exported</translation>
    </message>
    <message>
        <source>等县里回执 {sent} 笔</source>
        <translation>Waiting for the county&apos;s reply: {sent}</translation>
    </message>
    <message>
        <source>导出的县里都收到了</source>
        <translation>The county has everything exported</translation>
    </message>
    <message>
        <source>等着办的</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>什么时候的情况</source>
        <translation>As of when</translation>
    </message>
    <message>
        <source>{now} 的情况</source>
        <translation>As of {now}</translation>
    </message>
    <message>
        <source>按键 {key}</source>
        <translation>Key {key}</translation>
    </message>
    <message>
        <source>已申请，还没有报县</source>
        <translation>requested, not yet sent to the county</translation>
    </message>
    <message>
        <source>县里已收到</source>
        <translation>the county has it</translation>
    </message>
    <message>
        <source>解缴 {remitted_on}&#x3000;到账 {received_on}</source>
        <translation>Banked {remitted_on}  Received by the bank {received_on}</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>收款 {paid_on}&#x3000;{moved}
待遇 {period}</source>
        <translation>Taken {paid_on}  {moved}
Benefit {period}</translation>
    </message>
    <message>
        <source>免缴，没有钱要解缴</source>
        <translation>Nothing due, no money to bank</translation>
    </message>
    <message>
        <source>红冲转入，解缴和到账见原来那笔</source>
        <translation>Carried over by a reversal; see the original payment for when it was banked and received by the bank</translation>
    </message>
    <message>
        <source>还没有定，到账以后才知道</source>
        <translation>not settled yet; known once the bank has received the money</translation>
    </message>
    <message>
        <source>本年度没有，或待县里核定</source>
        <translation>none this year, or to be settled by the county</translation>
    </message>
    <message>
        <source>（暂定，以到账日期为准）</source>
        <translation> (provisional; the date received by the bank decides)</translation>
    </message>
    <message>
        <source>{starts} 至 {ends}{kind}</source>
        <translation>{starts} to {ends}{kind}</translation>
    </message>
    <message>
        <source>缴款人 {paid_by}</source>
        <translation>Paid by {paid_by}</translation>
    </message>
    <message>
        <source>&#x3000;</source>
        <translation>  </translation>
    </message>
    <message>
        <source>补录：{late}</source>
        <translation>Paper receipt entered later: {late}</translation>
    </message>
    <message>
        <source>，{note}</source>
        <translation>, {note}</translation>
    </message>
    <message>
        <source>▲ 登记过不参保：{get}{note}（{at} {by}）</source>
        <translation>▲ Recorded as not joining: {get}{note} ({at} {by})</translation>
    </message>
    <message>
        <source>报表内容</source>
        <translation>Report contents</translation>
    </message>
    <message>
        <source>报表说明</source>
        <translation>Notes to the report</translation>
    </message>
    <message>
        <source>应有现金</source>
        <translation>Cash expected</translation>
    </message>
    <message>
        <source>实点现金</source>
        <translation>Cash counted</translation>
    </message>
    <message>
        <source>长短款</source>
        <translation>Over / short</translation>
    </message>
    <message>
        <source>{expected} 元</source>
        <translation>{expected} yuan</translation>
    </message>
    <message>
        <source>{counted} 元</source>
        <translation>{counted} yuan</translation>
    </message>
    <message>
        <source>{receipts} 张</source>
        <translation>{receipts} receipts</translation>
    </message>
    <message>
        <source>{records} 条</source>
        <translation>{records} records</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>不相符</source>
        <translation>Does not match</translation>
    </message>
    <message>
        <source>{sum} 元</source>
        <translation>{sum} yuan</translation>
    </message>
    <message>
        <source>{sum} 角</source>
        <translation>{sum} jiao</translation>
    </message>
    <message>
        <source>{name}张数</source>
        <translation>{name}: number of pieces</translation>
    </message>
    <message>
        <source>退费申请</source>
        <translation>Refund request</translation>
    </message>
    <message>
        <source>申请核对</source>
        <translation>Ask for a check</translation>
    </message>
    <message>
        <source>先查到这个人，再按 F11。</source>
        <translation>Find the person first, then press F11.</translation>
    </message>
    <message>
        <source>{name} 本年度没有缴费记录，没有可{what}的。</source>
        <translation>{what} is not possible: {name} has no payment this year.</translation>
    </message>
    <message>
        <source>从今天的凭据里选一张作废，当面退还现金。</source>
        <translation>Choose one of today&apos;s receipts to void and give the cash back on the spot.</translation>
    </message>
    <message>
        <source>还没有开账，今天没有凭据。</source>
        <translation>The day has not been opened, so there are no receipts today.</translation>
    </message>
    <message>
        <source>退费</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>类别、个人信息有疑问，请县里核对；柜台不改类别，也不退钱。</source>
        <translation>For doubts about the category or personal details: the county is asked to check. The counter changes no category and gives no money back.</translation>
    </message>
    <message>
        <source>写明理由和看过的材料，报县里办理；村里不退现金。</source>
        <translation>Write down the reason and the papers seen; the county deals with it. The village gives no cash back.</translation>
    </message>
    <message>
        <source>今天还没有日结：凭据作废，号码保留。请先在 POS 机上撤销这一笔。</source>
        <translation>The day is not closed yet: the receipt becomes void, its number is kept. Please cancel this payment on the POS terminal first.</translation>
    </message>
    <message>
        <source>今天还没有日结：凭据作废，号码保留，现金当面退还。</source>
        <translation>The day is not closed yet: the receipt becomes void, its number is kept, and the cash is given back on the spot.</translation>
    </message>
    <message>
        <source>这是红冲转入的，今天的抽屉里没有这笔钱；日结以后可以红冲。</source>
        <translation>This was carried over by a reversal, and today&apos;s drawer does not hold the money; it can be reversed after the day is closed.</translation>
    </message>
    <message>
        <source>今天还没有日结，不用红冲，直接作废。</source>
        <translation>The day is not closed yet: no reversal is needed, just void it.</translation>
    </message>
    <message>
        <source>请日结以后再红冲。</source>
        <translation>Please reverse it after the day is closed.</translation>
    </message>
    <message>
        <source>这笔记在更换以前的账簿上，请填退费申请。</source>
        <translation>This payment stands in the journal from before the replacement; please make a refund request.</translation>
    </message>
    <message>
        <source>已有退费申请在办；要红冲，请先撤回那份申请。</source>
        <translation>A refund request is under way; to reverse the payment, please withdraw that request first.</translation>
    </message>
    <message>
        <source>还没有开账。请先开账（F3），红冲记在新的账日上。</source>
        <translation>No day is open. Please open the day first (F3); the reversal is recorded in the new account day.</translation>
    </message>
    <message>
        <source>“{reason}”的申请在办。居民不退了，可以撤回。</source>
        <translation>The request “{reason}” is under way. If the resident no longer wants the refund, it can be withdrawn.</translation>
    </message>
    <message>
        <source>免缴确认没有收钱，没有可退的。</source>
        <translation>A nothing-due confirmation took no money, so there is nothing to refund.</translation>
    </message>
    <message>
        <source>今天还没有日结，直接作废、当面退钱更快。</source>
        <translation>The day is not closed yet: it is quicker to void the receipt and give the money back on the spot.</translation>
    </message>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>浏览：{name}</source>
        <translation>Browse: {name}</translation>
    </message>
    <message>
        <source>本人应缴</source>
        <translation>Due for this person</translation>
    </message>
    <message>
        <source>先问清，再收款</source>
        <translation>Ask first, then take payment</translation>
    </message>
    <message>
        <source>先登记，再收款</source>
        <translation>Register first, then take payment</translation>
    </message>
    <message>
        <source>享受不到待遇，先不收款</source>
        <translation>Would get no benefit, take no payment yet</translation>
    </message>
    <message>
        <source>点一下或按 F7，一步一步看理由</source>
        <translation>Click or press F7 to see the reason step by step</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>应缴金额</source>
        <translation>Amount due</translation>
    </message>
    <message>
        <source>应缴理由</source>
        <translation>Reason for the amount due</translation>
    </message>
    <message>
        <source>还有什么要知道</source>
        <translation>What else to know</translation>
    </message>
    <message>
        <source>▲ 同名 {namesakes} 人，请核对户主、组别、出生日期</source>
        <translation>▲ {namesakes} of this name: check head, group, birth</translation>
    </message>
    <message>
        <source>（还有 {said} 条，按 F7 看）</source>
        <translation> ({said} more, press F7)</translation>
    </message>
    <message>
        <source>先不收款</source>
        <translation>Take no payment yet</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在做什么</source>
        <translation>What is being done</translation>
    </message>
    <message>
        <source>还要多久</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>正在准备……</source>
        <translation>Preparing …</translation>
    </message>
    <message>
        <source>正在停下……</source>
        <translation>Stopping …</translation>
    </message>
    <message>
        <source>正在{what}：已有 {done} {unit}</source>
        <translation>{what}: {done} {unit} so far</translation>
    </message>
    <message>
        <source>正在{what}……</source>
        <translation>{what} …</translation>
    </message>
    <message>
        <source>马上就好</source>
        <translation>Nearly done</translation>
    </message>
    <message>
        <source>查人</source>
        <translation>Find a person</translation>
    </message>
    <message>
        <source>姓名、首字母、证件或电话末位</source>
        <translation>Name, initials, or last digits of ID or phone</translation>
    </message>
    <message>
        <source>清空查人框</source>
        <translation>Clear the search box</translation>
    </message>
    <message>
        <source>家庭成员</source>
        <translation>Family members</translation>
    </message>
    <message>
        <source>第二个人</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>{caption}姓名</source>
        <translation>{caption}: name</translation>
    </message>
    <message>
        <source>在场的另一个人，例如村主任</source>
        <translation>Another person present, e.g. the village head</translation>
    </message>
    <message>
        <source>{caption}口令</source>
        <translation>{caption}: passphrase</translation>
    </message>
    <message>
        <source>点钞前不显示</source>
        <translation>hidden until counted</translation>
    </message>
    <message>
        <source>练习或正式</source>
        <translation>Practice or real</translation>
    </message>
    <message>
        <source>未报</source>
        <translation>Unsent</translation>
    </message>
    <message>
        <source>◆ 练习点</source>
        <translation>◆ Practice point</translation>
    </message>
    <message>
        <source>账日 已开 {date}</source>
        <translation>Account day open: {date}</translation>
    </message>
    <message>
        <source>账日 没有开</source>
        <translation>Account day not open</translation>
    </message>
    <message>
        <source>未报 {unsent} 笔</source>
        <translation>Unsent: {unsent}</translation>
    </message>
    <message>
        <source>{age_of_roster} · {residents} 人</source>
        <translation>{age_of_roster} · {residents} people</translation>
    </message>
    <message>
        <source>现金在手 {cash_held} 元</source>
        <translation>Cash in hand: {cash_held} yuan</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>请留意</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>下一位：直接输入姓名或首字母。给老人打大字提示单：Alt+L。</source>
        <translation>Next person: just type a name or initials. Large-type slip for the elderly: Alt+L.</translation>
    </message>
    <message>
        <source>✓ 已收 {total}，{people} 人</source>
        <translation>✓ Taken: {total}, {people} people</translation>
    </message>
    <message>
        <source>✓ 已确认免缴，{people} 人</source>
        <translation>✓ Nothing due, confirmed for {people} people</translation>
    </message>
    <message>
        <source>已有纸质凭据，不用打印</source>
        <translation>On a paper receipt, no print needed</translation>
    </message>
    <message>
        <source>等待打印</source>
        <translation>Waiting to print</translation>
    </message>
    <message>
        <source>还有 {payments} 张，见 F10 补打。</source>
        <translation>{payments} more; press F10 to reprint.</translation>
    </message>
    <message>
        <source>刷卡已登记，请把签购单夹好。</source>
        <translation>The card payment is recorded; please file the card slip.</translation>
    </message>
    <message>
        <source>请当面点清找零</source>
        <translation>please count out the change in front of the resident</translation>
    </message>
    <message>
        <source>正好，不用找零</source>
        <translation>exact, no change</translation>
    </message>
    <message>
        <source>收到 {tendered}，{rest}。</source>
        <translation>Received {tendered}; {rest}.</translation>
    </message>
    <message>
        <source>没有收钱，请把确认单交给居民。</source>
        <translation>No money was taken; please give the confirmation slip to the resident.</translation>
    </message>
    <message>
        <source>▲ 没有打印成，可按 F6 再打</source>
        <translation>▲ Not printed; press F6 to print again</translation>
    </message>
    <message>
        <source>未打印，可按 F6</source>
        <translation>Not printed; press F6</translation>
    </message>
    <message>
        <source> 毫米</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>请写四位年份，例如 2021。</source>
        <translation>Please type a four-digit year, e.g. 2021.</translation>
    </message>
    <message>
        <source>请写补缴了几年，例如 2；没有补缴就写 0。</source>
        <translation>Please type how many years were paid up afterwards, e.g. 2; type 0 if none.</translation>
    </message>
    <message>
        <source>请写日期，例如 2024-01-10，也可以写 20240110。</source>
        <translation>Please type a date, e.g. 2024-01-10; 20240110 will do too.</translation>
    </message>
    <message>
        <source>系统报告它出错或已停用</source>
        <translation>the system reports an error or that it is disabled</translation>
    </message>
    <message>
        <source>样张已送到小票机，请看字是否清楚、有没有切纸。</source>
        <translation>The sample was sent to the receipt printer. Please see whether the print is clear and the paper was cut.</translation>
    </message>
    <message>
        <source>校准页已送到打印机。照纸上的说明用钢尺量，把偏移填在这里，再试打一张。</source>
        <translation>The calibration page was sent to the printer. Measure with a steel ruler as the page says, enter the offsets here, then try a print again.</translation>
    </message>
    <message>
        <source>系统打印机</source>
        <translation>System printer</translation>
    </message>
    <message>
        <source>已写成 PDF</source>
        <translation>Saved as PDF</translation>
    </message>
    <message>
        <source>已送打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>已送小票机</source>
        <translation>Sent to the receipt printer</translation>
    </message>
    <message>
        <source>时间已确认，可以继续了。</source>
        <translation>The time is confirmed; you can go on.</translation>
    </message>
    <message>
        <source>谁来收款</source>
        <translation>Who takes payments</translation>
    </message>
    <message>
        <source>每笔收款都记操作员的名字。口令自己记牢，不要告诉别人；别的操作员以后再添加。</source>
        <translation>Every payment is recorded under the clerk&apos;s name. Remember your passphrase well and tell nobody; other clerks can be added later.</translation>
    </message>
    <message>
        <source>建立收款点</source>
        <translation>Set up the collecting point</translation>
    </message>
    <message>
        <source>操作员姓名</source>
        <translation>Clerk&apos;s name</translation>
    </message>
    <message>
        <source>再输一次口令</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Repeat it</translation>
    </message>
    <message>
        <source>还没有填操作员姓名。</source>
        <translation>The clerk&apos;s name is not filled in yet.</translation>
    </message>
    <message>
        <source>两次输入的口令不一样，请再输一次。</source>
        <translation>The two passphrases differ; please enter it again.</translation>
    </message>
    <message>
        <source>这台电脑是哪个收款点</source>
        <translation>Which collecting point is this computer</translation>
    </message>
    <message>
        <source>名称印在凭据上；区划代码是凭据号的前十二位，请照县里给的填。</source>
        <translation>The name is printed on receipts. The division code makes the first twelve digits of receipt numbers; please fill it in as the county gave it.</translation>
    </message>
    <message>
        <source>收款点名称</source>
        <translation>Name of the collecting point</translation>
    </message>
    <message>
        <source>例如 建平镇南漪村</source>
        <translation>e.g. Jianping Town, Nanyi Village</translation>
    </message>
    <message>
        <source>区划代码（12 位）</source>
        <translation>Division code (12 digits)</translation>
    </message>
    <message>
        <source>例如 341821100201</source>
        <translation>e.g. 341821100201</translation>
    </message>
    <message>
        <source>第几台电脑</source>
        <translation>Which computer</translation>
    </message>
    <message>
        <source>{number} 号</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>本村第几台电脑</source>
        <translation>Which computer of this village</translation>
    </message>
    <message>
        <source>一个村有几台电脑收款的，每台的号都不同；只有一台就是 1 号。</source>
        <translation>Where a village takes payments on several computers, each has its own number; a single one is no. 1.</translation>
    </message>
    <message>
        <source>还没有填收款点名称。</source>
        <translation>The name of the collecting point is not filled in yet.</translation>
    </message>
    <message>
        <source>区划代码要填 12 位数字，现在是 {code} 位。</source>
        <translation>The division code must have 12 digits; it has {code} now.</translation>
    </message>
    <message>
        <source>打印恢复单</source>
        <translation>Print the recovery sheet</translation>
    </message>
    <message>
        <source>收款点已经建好。忘了口令只有靠这个恢复码，它只显示这一次：写成恢复单打印，锁进柜子。</source>
        <translation>The collecting point is set up. If the passphrase is forgotten, only this recovery code helps, and it is shown only this once: write it to a recovery sheet, print it and lock it in a cabinet.</translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation>Start using</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>恢复单写到哪个文件夹</source>
        <translation>Folder for the recovery sheet</translation>
    </message>
    <message>
        <source>例如优盘；打印以后把文件删掉</source>
        <translation>e.g. a USB stick; delete the file after printing</translation>
    </message>
    <message>
        <source>写恢复单</source>
        <translation>Write recovery sheet</translation>
    </message>
    <message>
        <source>恢复码的最后一组</source>
        <translation>Last group of the recovery code</translation>
    </message>
    <message>
        <source>照着上面抄</source>
        <translation>Copy it from above</translation>
    </message>
    <message>
        <source>抄一遍恢复码的最后一组，证明已经抄下或打印了</source>
        <translation>Copy the last group of the recovery code, to show that it was written down or printed</translation>
    </message>
    <message>
        <source>按哪一份通知收费</source>
        <translation>Which notice to collect by</translation>
    </message>
    <message>
        <source>选本县本年度的政策包；县里另外给了文件的，在下面选那个文件。</source>
        <translation>Choose this county&apos;s rule pack for this year; if the county gave you a file of its own, choose that file below.</translation>
    </message>
    <message>
        <source>政策包</source>
        <translation>Rule pack</translation>
    </message>
    <message>
        <source>县里给的政策包文件</source>
        <translation>Rule pack file from the county</translation>
    </message>
    <message>
        <source>政策包 (*.toml)</source>
        <translation>Rule pack (*.toml)</translation>
    </message>
    <message>
        <source>没有就不用填</source>
        <translation>Leave empty if there is none</translation>
    </message>
    <message>
        <source>选中的政策包</source>
        <translation>Chosen rule pack</translation>
    </message>
    <message>
        <source>{notice}
{county}&#x3000;{year} 年度</source>
        <translation>{notice}
{county}  {year}</translation>
    </message>
    <message>
        <source>没有待县里确认的问题。</source>
        <translation>No questions are waiting for the county.</translation>
    </message>
    <message>
        <source>还没有选政策包。</source>
        <translation>No rule pack has been chosen yet.</translation>
    </message>
    <message>
        <source>未缴</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>已缴</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>免缴</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>不能缴</source>
        <translation>Cannot pay</translation>
    </message>
    <message>
        <source>男</source>
        <translation>male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>female</translation>
    </message>
    <message>
        <source>性别未填</source>
        <translation>sex not given</translation>
    </message>
    <message>
        <source>红冲转入</source>
        <translation>Carried over (reversal)</translation>
    </message>
    <message>
        <source>已报</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>县退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>参加了</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>从未参加</source>
        <translation>Never insured</translation>
    </message>
    <message>
        <source>中断</source>
        <translation>Lapsed</translation>
    </message>
    <message>
        <source>外出务工</source>
        <translation>Migrant worker</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>没有登记</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>有居住证</source>
        <translation>Has a permit</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>长期居住</source>
        <translation>Long-term resident</translation>
    </message>
    <message>
        <source>不是</source>
        <translation>No</translation>
    </message>
    <message>
        <source>本县</source>
        <translation>This county</translation>
    </message>
    <message>
        <source>本市其他县</source>
        <translation>Another county of this city</translation>
    </message>
    <message>
        <source>外县</source>
        <translation>Another county</translation>
    </message>
    <message>
        <source>外市</source>
        <translation>Another city</translation>
    </message>
    <message>
        <source>外籍</source>
        <translation>Foreign national</translation>
    </message>
    <message>
        <source>几年，没有就写 0</source>
        <translation>How many years, 0 if none</translation>
    </message>
    <message>
        <source>上年是否参保</source>
        <translation>Insurance last year</translation>
    </message>
    <message>
        <source>最近一次参保是哪一年度</source>
        <translation>Last insured year</translation>
    </message>
    <message>
        <source>断保的年份补缴了几年</source>
        <translation>Lapsed years paid up afterwards</translation>
    </message>
    <message>
        <source>是否已办参保登记</source>
        <translation>Insurance registration</translation>
    </message>
    <message>
        <source>有没有本县居住证</source>
        <translation>Residence permit of this county</translation>
    </message>
    <message>
        <source>是否长期在本县居住</source>
        <translation>Living in this county long-term</translation>
    </message>
    <message>
        <source>户籍在哪里</source>
        <translation>Place of household registration</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>退出现役的日期</source>
        <translation>Date of leaving active service</translation>
    </message>
    <message>
        <source>军人退出现役的日期</source>
        <translation>Date the soldier left active service</translation>
    </message>
    <message>
        <source>释放的日期</source>
        <translation>Date of release</translation>
    </message>
    <message>
        <source>职工医保的最后一天</source>
        <translation>Last day of employee medical insurance</translation>
    </message>
    <message>
        <source>部门认定的日期</source>
        <translation>Date of recognition by the department</translation>
    </message>
    <message>
        <source>毕业的日期</source>
        <translation>Date of graduation</translation>
    </message>
    <message>
        <source>可以收款</source>
        <translation>Payment can be taken</translation>
    </message>
    <message>
        <source>免缴，可以确认</source>
        <translation>Nothing due, can be confirmed</translation>
    </message>
    <message>
        <source>先登记，再缴费</source>
        <translation>Register first, then pay</translation>
    </message>
    <message>
        <source>先问清，不收款</source>
        <translation>Ask first, take no payment</translation>
    </message>
    <message>
        <source>已有参保，不重复收</source>
        <translation>Already insured, do not take again</translation>
    </message>
    <message>
        <source>还没有开始</source>
        <translation>Not started yet</translation>
    </message>
    <message>
        <source>（{last_year_category}）</source>
        <translation> ({last_year_category})</translation>
    </message>
    <message>
        <source>去年缴 {last_year_paid}{kind}</source>
        <translation>Paid {last_year_paid} last year{kind}</translation>
    </message>
    <message>
        <source>出生日期未填</source>
        <translation>date of birth not given</translation>
    </message>
    <message>
        <source>{day_text}生</source>
        <translation>born {day_text}</translation>
    </message>
    <message>
        <source>还没有名册</source>
        <translation>No roster yet</translation>
    </message>
    <message>
        <source>名册 {days} 天没有更新</source>
        <translation>Roster not updated for {days} days</translation>
    </message>
    <message>
        <source>名册今天导入</source>
        <translation>Roster imported today</translation>
    </message>
    <message>
        <source>名册 {days} 天前导入</source>
        <translation>Roster imported {days} days ago</translation>
    </message>
    <message>
        <source>户主{head}</source>
        <translation>head of household {head}</translation>
    </message>
    <message>
        <source>{names} 共 {people} 人</source>
        <translation>{names} ({people} people)</translation>
    </message>
    <message>
        <source>程序遇到没有料到的情况，刚才这一步可能没有做成；已经记下的收款都是安全的。请重新查一次再继续，并把情况告诉县里的技术人员。</source>
        <translation>Something unexpected happened in the program, and the last step may not have been done; all payments already recorded are safe. Please look the person up again before going on, and tell the county&apos;s technical staff what happened.</translation>
    </message>
    <message>
        <source>显示已经换好，但没有能记住：文件写不进去（{file}）。下次打开还是原来的样子，要再换一次。</source>
        <translation>The display has been changed, but this could not be remembered: the file cannot be written ({file}). Next time the program opens as before, and you will have to change it again.</translation>
    </message>
    <message>
        <source>练习 {on}</source>
        <translation>Practice {on}</translation>
    </message>
    <message>
        <source>正式</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>村缴通 · {name} · {title} · {mark}</source>
        <translation>Cunjiao · {name} · {title} · {mark}</translation>
    </message>
    <message>
        <source>准备</source>
        <translation>Preparing</translation>
    </message>
    <message>
        <source>{replace}&#x3000;{names}&#x3000;{state}（{by}）</source>
        <translation>{replace}  {names}  {state} ({by})</translation>
    </message>
    <message>
        <source>{name}（{default}{state}）</source>
        <translation>{name} ({default}{state})</translation>
    </message>
    <message>
        <source>{printer}（这台电脑还没有装打印机）</source>
        <translation>{printer} (no printer is installed on this computer yet)</translation>
    </message>
    <message>
        <source>打印设置已保存：{how}，{layout}。</source>
        <translation>Print settings saved: {how}, {layout}.</translation>
    </message>
    <message>
        <source>{name}：{since}，{until}
{whose}（{clause}）</source>
        <translation>{name}: {since}, {until}
{whose} ({clause})</translation>
    </message>
    <message>
        <source>{other}（写在下面）</source>
        <translation>{other} (write it below)</translation>
    </message>
    <message>
        <source>（{also}）</source>
        <translation> ({also})</translation>
    </message>
    <message>
        <source>{name}，{sex}，{second_line}，{id_masked}</source>
        <translation>{name}, {sex}, {second_line}, {id_masked}</translation>
    </message>
    <message>
        <source>{outcome}&#x3000;{headline}</source>
        <translation>{outcome}  {headline}</translation>
    </message>
    <message>
        <source>{when}：{name}</source>
        <translation>{when}: {name}</translation>
    </message>
    <message>
        <source>{chosen}{name}，{status}，{amount}</source>
        <translation>{chosen}{name}, {status}, {amount}</translation>
    </message>
    <message>
        <source>{name}，{second_line}，{status}</source>
        <translation>{name}, {second_line}, {status}</translation>
    </message>
    <message>
        <source>建立收款点&#x3000;第 {at} 步，共 {all} 步</source>
        <translation>Set up a collecting point  Step {at} of {all}</translation>
    </message>
    <message>
        <source>记下了：打印机里的下一张是 № {number}。</source>
        <translation>Noted: the next form in the printer is № {number}.</translation>
    </message>
    <message>
        <source>{question}：{word}</source>
        <translation>{question}: {word}</translation>
    </message>
    <message>
        <source>缴款单 {slip} 已登记：{amount}，{days} 收的。手里还有现金 {still_held} 元。到账以后按 F10 登记到账日期。</source>
        <translation>Deposit slip {slip} recorded: {amount}, taken on {days}. Cash still held: {still_held} yuan. Once the bank has received it, press F10 to record the date received.</translation>
    </message>
    <message>
        <source>核对：{kind}{category}，{evidence}</source>
        <translation>Check: {kind}{category}, {evidence}</translation>
    </message>
    <message>
        <source>本县规定：{parts}（{clause}）。</source>
        <translation>Rule of this county: {parts} ({clause}).</translation>
    </message>
    <message>
        <source>{slip}（{method}）</source>
        <translation>{slip} ({method})</translation>
    </message>
    <message>
        <source>差异：{differences}。原因：{reason}{witness}</source>
        <translation>Difference: {differences}. Reason: {reason}{witness}</translation>
    </message>
    <message>
        <source>终端 {terminals} 还没有登记结算单（F12）。</source>
        <translation>No settlement slip has been recorded yet for terminal {terminals} (F12).</translation>
    </message>
    <message>
        <source>还有 {hidden} 户没有列出，都在入户名单里。{how}</source>
        <translation>{hidden} more households are not listed here; all are in the door-to-door list. {how}</translation>
    </message>
    <message>
        <source>▲ 退费申请在办：{reason}，{state}</source>
        <translation>▲ Refund request under way: {reason}, {state}</translation>
    </message>
    <message>
        <source>{at} 刷卡 {total} 元{state}，弄清以前不能再收。请按 Shift+F8 登记结果。</source>
        <translation>Card payment of {total} yuan at {at}: {state}. Nothing more can be taken until this is cleared up. Please press Shift+F8 to record the result.</translation>
    </message>
    <message>
        <source>{at} {at2} {by} 收款（{method}），凭据 {receipt}，{sync}</source>
        <translation>{method}, {at} {at2}, clerk {by}. Receipt {receipt}. {sync}</translation>
    </message>
    <message>
        <source>正在{what}：{done} / {of} {unit}</source>
        <translation>{what}: {done} / {of} {unit}</translation>
    </message>
    <message>
        <source>大约还要 {left} 秒</source>
        <translation>About {left} seconds left</translation>
    </message>
    <message>
        <source>大约还要 {left} 分钟</source>
        <translation>About {left} minutes left</translation>
    </message>
    <message>
        <source>现金在手 {hidden}</source>
        <translation>Cash in hand: {hidden}</translation>
    </message>
    <message>
        <source>大字提示单 {numbers} 张：{printed}。它不代替凭据。</source>
        <translation>Large-type slips: {numbers}. {printed}. They do not replace the receipts.</translation>
    </message>
    <message>
        <source>口令至少 {least} 个字。忘了口令要用下一步的恢复单，所以恢复单一定要打印、锁好。</source>
        <translation>The passphrase needs at least {least} characters. If it is forgotten, the recovery sheet of the next step is needed, so be sure to print that sheet and lock it away.</translation>
    </message>
    <message>
        <source>请照着上面抄恢复码的最后一组（{length} 个字符）。</source>
        <translation>Please copy the last group of the recovery code from above ({length} characters).</translation>
    </message>
    <message>
        <source>{name}（{told}）</source>
        <translation>{name} ({told})</translation>
    </message>
    <message>
        <source>征求意见稿</source>
        <translation>draft for comment</translation>
    </message>
    <message>
        <source>照证件填。低保、特困这些身份类别这里不填：只以部门的名单为准，等部门的名单来。</source>
        <translation>Fill in as on the document. Categories such as minimum-living allowance are not entered here: only the department&apos;s list counts.</translation>
    </message>
    <message>
        <source>身份证号从身份证或户口簿上抄；还没有上户口的新生儿，抄出生医学证明编号。</source>
        <translation>Copy the ID number from the ID card or the household register; for a newborn not yet registered, the number of the birth certificate.</translation>
    </message>
    <message>
        <source>这个号码看不全生日：请填出生日期。</source>
        <translation>This number does not tell the whole birth date: please fill it in.</translation>
    </message>
    <message>
        <source>不知道，用到时再问</source>
        <translation>Not known, ask when needed</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>Residence permit (HK, Macao, Taiwan)</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreigner&apos;s permanent residence card</translation>
    </message>
    <message>
        <source>出生医学证明</source>
        <translation>Birth certificate</translation>
    </message>
    <message>
        <source>登记一个名册上没有的人</source>
        <translation>Register somebody who is on no roster</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to the head</translation>
    </message>
    <message>
        <source>例如：子、儿媳、户主</source>
        <translation>e.g. son, daughter-in-law, head</translation>
    </message>
    <message>
        <source>电话（可以不填）</source>
        <translation>Phone (optional)</translation>
    </message>
    <message>
        <source>户籍（↑ ↓ 选）</source>
        <translation>Household registration (↑ ↓ choose)</translation>
    </message>
    <message>
        <source>上年参保（↑ ↓ 选）</source>
        <translation>Insured last year (↑ ↓ choose)</translation>
    </message>
    <message>
        <source>为什么名册上没有（可以不填）</source>
        <translation>Why not on the roster (optional)</translation>
    </message>
    <message>
        <source>例如：10 月嫁入，户口已迁来</source>
        <translation>e.g. married here in October, registration moved</translation>
    </message>
    <message>
        <source>证件说明</source>
        <translation>What the document says</translation>
    </message>
    <message>
        <source>✓ {document}：{sex}，{born}。请与本人核对。</source>
        <translation>✓ {document}: {sex}, {born}. Please check with the person.</translation>
    </message>
    <message>
        <source>{change}，没有收款，什么也没有记。要一次缴齐；不够就先退还，或去掉这次不缴的人。</source>
        <translation>{change}: nothing was taken, nothing recorded. It is paid in full: hand the money back, or leave out who does not pay now.</translation>
    </message>
    <message>
        <source>从柜子里取出恢复单，把上面的七组字照着输进来，再起一个新口令。数据都在，不会变。大小写、横线不用管；字母 O 和数字 0、字母 I、L 和数字 1 也不用分。</source>
        <translation>Take the recovery sheet out of the cabinet, type its seven groups and choose a new passphrase. All data stays as it is. Capitals and hyphens do not matter; the letter O may stand for the figure 0, I and L for 1.</translation>
    </message>
    <message>
        <source>换上新口令</source>
        <translation>Use the new passphrase</translation>
    </message>
    <message>
        <source>正在核对……</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>忘了口令</source>
        <translation>Forgot passphrase</translation>
    </message>
    <message>
        <source>恢复单上的恢复码</source>
        <translation>Recovery code on the sheet</translation>
    </message>
    <message>
        <source>给谁换口令</source>
        <translation>Whose passphrase</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>再输一次新口令</source>
        <translation>New passphrase once more</translation>
    </message>
    <message>
        <source>请照恢复单输入恢复码，一共七组。</source>
        <translation>Please type the recovery code from the sheet, seven groups.</translation>
    </message>
    <message>
        <source>请起一个新口令。</source>
        <translation>Please choose a new passphrase.</translation>
    </message>
    <message>
        <source>请把新口令再输一次。</source>
        <translation>Please type the new passphrase once more.</translation>
    </message>
    <message>
        <source>两次输入的新口令不一样，请再输一次。</source>
        <translation>The two new passphrases differ; please type it again.</translation>
    </message>
    <message>
        <source>结果不明的，请打收单银行电话查清：扣了款就填银行说的参考号，按 Enter；没扣款（F10）、已撤销（F11）写明怎么查的。</source>
        <translation>If the result is unknown, ring the acquiring bank: if the card was charged, fill in the reference no. they give and press Enter; if not charged (F10) or cancelled (F11), write down how that was found out.</translation>
    </message>
    <message>
        <source>上一个恢复码没有写下来，现在谁也看不到了。换一个新的，写成恢复单打印，锁进柜子：忘了口令、电脑坏了，全靠它。</source>
        <translation>The last recovery code was not written down and nobody can see it any more. Make a new one, write the recovery sheet, print it and lock it away: it is all that helps when the passphrase is forgotten or the computer breaks.</translation>
    </message>
    <message>
        <source>恢复单丢了，或被人看过，就换一个新的恢复码。换好以后，原来那张恢复单作废，什么也打不开。</source>
        <translation>If the recovery sheet is lost or was seen, make a new recovery code. The old sheet then opens nothing any more.</translation>
    </message>
    <message>
        <source>这是新的恢复码，原来的已经作废。它只显示这一次：写成恢复单打印，锁进柜子。</source>
        <translation>This is the new recovery code; the old one is void. It is shown only this once: write the recovery sheet, print it and lock it away.</translation>
    </message>
    <message>
        <source>正在换……</source>
        <translation>Changing…</translation>
    </message>
    <message>
        <source>换一个恢复码</source>
        <translation>Make a new recovery code</translation>
    </message>
    <message>
        <source>办好了</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>恢复码还没有写下来，关掉就看不到了。真要关，再按一次 Esc：以后要重新换一个。</source>
        <translation>The recovery code is not written down yet and is gone once this is closed. To close all the same press Esc again: a new one is made later.</translation>
    </message>
    <message>
        <source>恢复单已经办好：装进信封，锁进柜子。原来那张作废，请销毁。</source>
        <translation>The recovery sheet is done: put it in an envelope and lock it away. Destroy the old sheet.</translation>
    </message>
    <message>
        <source>恢复单</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>{clerk}的口令</source>
        <translation>Passphrase of {clerk}</translation>
    </message>
    <message>
        <source>请输入您自己的口令：换恢复码要本人来换。</source>
        <translation>Please type your own passphrase: only you may change the recovery code.</translation>
    </message>
    <message>
        <source>恢复码还没有写成恢复单，忘了口令就打不开数据。按 Alt+N 换一个新的，打印出来锁好。</source>
        <translation>The recovery code has not been written down; without it a forgotten passphrase locks the data. Press Alt+N for a new one, print it and lock it away.</translation>
    </message>
    <message>
        <source>以后再办</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>要补办</source>
        <translation>To be done</translation>
    </message>
    <message>
        <source>正在导入名册，等导完再登记。什么也没有变。</source>
        <translation>A roster is being imported; please register when it is done. Nothing has changed.</translation>
    </message>
    <message>
        <source>已登记 {name}，请接着收款。这条登记会随下一次交县报上去，请县里核对后补进名册。</source>
        <translation>{name} is registered; please go on to payment. This goes to the county with the next hand-over, which checks it and adds the person to the roster.</translation>
    </message>
    <message>
        <source>接着上次的：填过的都在，只有口令没有记。</source>
        <translation>Going on from last time: all that was filled in is here, but for the passphrase.</translation>
    </message>
    <message>
        <source>换恢复单</source>
        <translation>New recovery sheet</translation>
    </message>
    <message>
        <source>县里还没有登记本点：先写出登记申请（F8）交给县里，再导入县里的第一份回执。</source>
        <translation>The county has not enrolled this point yet: write the request (F8), give it to the county, then import the county&apos;s first reply.</translation>
    </message>
    <message>
        <source>✓ 可以拔优盘了。已写好并读回核对：{name}，共 {entries} 条。只交这一份：以前没有回执的都在里面。</source>
        <translation>✓ You can take the USB stick out. Written and read back: {name}, {entries} entries. Hand over only this one: all that has no reply yet is in it.</translation>
    </message>
    <message>
        <source>登记一个人</source>
        <translation>Register a person</translation>
    </message>
    <message>
        <source>只差一个人（新生儿、刚嫁来的）：不用名册文件，照证件登记。</source>
        <translation>Only one person is missing (newborn, newly married): register from the document, without a roster file.</translation>
    </message>
    <message>
        <source>名册已导入。开账以后就能收款。</source>
        <translation>The roster is imported. Payments can be taken once the day is open.</translation>
    </message>
    <message>
        <source>✓ {clerk} 的口令已经换好，请用新口令登录。恢复单装回信封，锁进柜子。</source>
        <translation>✓ The passphrase of {clerk} is changed; please sign in with it. Put the recovery sheet back into its envelope and lock it away.</translation>
    </message>
    <message>
        <source>▲ 这次没有{name}（{said}），收的是家里别的人。</source>
        <translation>▲ {name} is not in this ({said}): it is others of the family who pay.</translation>
    </message>
    <message>
        <source>空格 勾选&#x3000;Shift+空格 只收这一人&#x3000;Alt+0 另一种情形&#x3000;Enter 收款&#x3000;Esc 回去查人</source>
        <translation>Space tick&#x3000;Shift+Space only this one&#x3000;Alt+0 another case&#x3000;Enter payment&#x3000;Esc search</translation>
    </message>
    <message>
        <source>空着就是单独一户。要和家里人一起缴，就填家里任意一个人。</source>
        <translation>Empty means a household of their own. To pay together with the family, name any of its members.</translation>
    </message>
    <message>
        <source>并到 {name} 这一户：{home}。不对就按 ↑ ↓ 换。</source>
        <translation>Joins the household of {name}: {home}. If that is wrong, press ↑ ↓.</translation>
    </message>
    <message>
        <source>名册里没有户号 {number}：登记成新的一户。</source>
        <translation>No household no. {number} in the roster: registered as a new one.</translation>
    </message>
    <message>
        <source>没有找到“{asked}”。请换一种写法，或清空，单独一户。</source>
        <translation>Nobody found for “{asked}”. Try another way, or leave it empty for a household of their own.</translation>
    </message>
    <message>
        <source>{name} 在名册里没有户号，并不进去。请换家里别的人，或清空，单独一户。</source>
        <translation>{name} has no household no. in the roster and cannot be joined. Name somebody else of the family, or leave it empty.</translation>
    </message>
    <message>
        <source>哪一户（可以空着）</source>
        <translation>Which household (may be empty)</translation>
    </message>
    <message>
        <source>家里任意一个人的姓名、首字母，或户号</source>
        <translation>Name or initials of any member, or the household no.</translation>
    </message>
    <message>
        <source>登记到哪一户</source>
        <translation>Household to join</translation>
    </message>
    <message>
        <source>已收 {due}，不再收</source>
        <translation>{due} taken, nothing more</translation>
    </message>
    <message>
        <source>免缴已确认，不再收</source>
        <translation>Nothing due, confirmed</translation>
    </message>
    <message>
        <source>✓ 已缴</source>
        <translation>✓ Paid</translation>
    </message>
    <message>
        <source>还没有写恢复单：请先选一个文件夹，例如优盘，再按 F7。</source>
        <translation>The recovery sheet is not written yet: please choose a folder, such as a USB stick, and press F7.</translation>
    </message>
    <message>
        <source>还没有写恢复单。这个码关掉就看不到了，没有它，忘了口令谁也打不开数据：请选好文件夹，按 F7 写。实在写不成，就把七组全部抄在纸上，再按空格勾上。</source>
        <translation>The recovery sheet is not written yet. The code is gone once this is closed, and without it nobody opens the data when the passphrase is forgotten: choose a folder and press F7. If it really cannot be written, copy all seven groups onto paper and press Space to tick.</translation>
    </message>
    <message>
        <source>✓ 恢复单已写好：{file}。请打印，锁好，再删掉这个文件。</source>
        <translation>✓ Recovery sheet written: {file}. Print it, lock it away, then delete the file.</translation>
    </message>
    <message>
        <source>恢复单在哪里</source>
        <translation>Where the recovery sheet is</translation>
    </message>
    <message>
        <source>没有写成文件：七组都已经抄在纸上（空格勾选）</source>
        <translation>No file written: all seven groups are copied onto paper (Space ticks)</translation>
    </message>
    <message>
        <source>参考号一般是 12 位数字，这里是“{reference}”（{count} 位），还没有登记。请照签购单核对；确实如此，再按一次 Enter。</source>
        <translation>A reference no. usually has 12 digits; this is “{reference}” ({count}), nothing is recorded yet. Please check the slip; if it is right, press Enter again.</translation>
    </message>
    <message>
        <source>请把口令再输一次。</source>
        <translation>Please type the passphrase once more.</translation>
    </message>
    <message>
        <source>请填区划代码：12 位数字，照县里给的填。</source>
        <translation>Please fill in the division code: 12 digits, as the county gave it.</translation>
    </message>
    <message>
        <source>区划代码只有数字，请看看是不是夹了别的字。</source>
        <translation>A division code has digits only; please look whether something else slipped in.</translation>
    </message>
    <message>
        <source>通知没有写明的地方</source>
        <translation>What the notice leaves open</translation>
    </message>
    <message>
        <source>{price} 减资助 {subsidy}</source>
        <translation>{price} less aid of {subsidy}</translation>
    </message>
    <message>
        <source>凭据文件在 {folder}</source>
        <translation>Receipt files are in {folder}</translation>
    </message>
    <message>
        <source>接着收：今天最后记下的一笔是 {at} {name} {due}。</source>
        <translation>Going on: the last payment recorded today is {at} {name} {due}.</translation>
    </message>
    <message>
        <source>{groups} 个村民小组（{names}），</source>
        <translation>{groups} village groups ({names}), </translation>
    </message>
    <message>
        <source>这份名册：{of}{households} 户，第一行是 {first}。请看是不是本村的。</source>
        <translation>This roster: {of}{households} households, {first} in its first row. Please see whether it is your village&apos;s.</translation>
    </message>
    <message>
        <source>{name} 的凭据 {receipt} 已作废，号码保留。请收回原凭据。{kept}{back}</source>
        <translation>{name}: receipt {receipt} is void, its number is kept. Please take the paper back. {kept}{back}</translation>
    </message>
    <message>
        <source>出生医学证明的编号里没有出生日期：请照证明填上。</source>
        <translation>The number of a birth certificate has no birth date in it: please fill it in from the certificate.</translation>
    </message>
    <message>
        <source>例如：2023-11-02</source>
        <translation>e.g. 2023-11-02</translation>
    </message>
    <message>
        <source>依据和看过的材料</source>
        <translation>Grounds and papers seen</translation>
    </message>
    <message>
        <source>例如：2023-11-10</source>
        <translation>e.g. 2023-11-10</translation>
    </message>
    <message>
        <source>票要随凭据一起作废，各联都要留存：请先向居民收回，数一数有几联。没有收齐就先不作废。</source>
        <translation>The form is voided with the receipt and all its copies are kept: first take them back from the resident and count them. If any is missing, do not void yet.</translation>
    </message>
    <message>
        <source>例如：7K2M-…，一共七组</source>
        <translation>e.g. 7K2M-…, seven groups</translation>
    </message>
    <message>
        <source>{form} № {text} 作废。这张票各联都要留存，请收齐，数一数有几联：</source>
        <translation>{form} № {text} becomes void. All copies of this form have to be kept; please collect them and count how many there are:</translation>
    </message>
    <message>
        <source>接口或地址，例如：/dev/usb/lp0、LPT1、192.168.1.9</source>
        <translation>Port or address, e.g. /dev/usb/lp0, LPT1, 192.168.1.9</translation>
    </message>
    <message>
        <source>只有您能打开的文件夹</source>
        <translation>A folder only you can open</translation>
    </message>
    <message>
        <source>套打偏移（每格 0.1 毫米；负数是向左、向上）</source>
        <translation>Offset when printing onto a form (steps of 0.1 mm; negative is left or up)</translation>
    </message>
    <message>
        <source>纸张 {size} 毫米。样张就是打出来的样子。{beneath}</source>
        <translation>Paper {size} mm. The sample is how it will come out. {beneath}</translation>
    </message>
    <message>
        <source>凭据上有姓名，请选只有您能打开的文件夹。本次登录期间都存到这里。</source>
        <translation>Receipts have names on them, so please choose a folder only you can open. Everything is saved there until you sign out.</translation>
    </message>
    <message>
        <source>今年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>例如：同名认错了人，应当是东村3组的那一位</source>
        <translation>e.g. mistaken for a namesake, should be the one in Dongcun group 3</translation>
    </message>
    <message>
        <source>转给 {who}，{due}。请与身份证核对；抽屉里的钱不动，给他开新凭据。</source>
        <translation>Goes to {who}, {due}. Please check against the ID card; the money in the drawer stays, and a new receipt is made out.</translation>
    </message>
    <message>
        <source>原来收的用不完，余下 {left}自动向县里申请退费。</source>
        <translation> More was taken than is due: a refund of the remaining {left} is requested from the county automatically.</translation>
    </message>
    <message>
        <source>例如：0001001</source>
        <translation>e.g. 0001001</translation>
    </message>
    <message>
        <source>例如：0001050</source>
        <translation>e.g. 0001050</translation>
    </message>
    <message>
        <source>票号不再使用，收款不受影响。打过凭据的票作废以后，回到收款（F2），按 F10 把那张凭据补打到下一张票上。</source>
        <translation>The form number is not used again; payments are not affected. After voiding a form that a receipt was printed on, go back to the counter (F2) and press F10 to reprint that receipt on the next form.</translation>
    </message>
    <message>
        <source>依据：{evidence}{contact}</source>
        <translation>Evidence: {evidence}{contact}</translation>
    </message>
    <message>
        <source>数清抽屉里的备用金，填进去，按 F9 开账。没有备用金就填 0。</source>
        <translation>Count the float in the drawer, type it in and press F9 to open the day. If there is no float, type 0.</translation>
    </message>
    <message>
        <source>先到“账日”（Alt+N 或 F3）：数清抽屉里的备用金，填进去，按 F9 开账。</source>
        <translation>First go to “Account day” (Alt+N or F3): count the float in the drawer, type it in, F9 opens the day.</translation>
    </message>
    <message>
        <source>先到“收款”（Alt+N 或 F2），输入这一家任意一个人的拼音首字母（王建国就输 wjg）。</source>
        <translation>First go to the counter (Alt+N or F2) and type the pinyin initials of anyone in the household (wjg for Wang Jianguo).</translation>
    </message>
    <message>
        <source>看清应缴多少、为什么。↑ ↓ 换人，对了按 Enter，到家里人那里。</source>
        <translation>See how much is due, and why. ↑ ↓ changes the person; when it is the right one, press Enter to go to the family.</translation>
    </message>
    <message>
        <source>勾着的这次一起缴，空格去掉或勾上；把下面那句读给居民听，按 Enter 收款。</source>
        <translation>Everyone ticked pays this time; Space ticks or unticks. Read the sentence below to the resident and press Enter to take payment.</translation>
    </message>
    <message>
        <source>现在还不能收，原因写在合计旁边。按 Esc 回去，换一家试。</source>
        <translation>Nothing can be taken yet; the reason stands beside the total. Press Esc to go back and try another household.</translation>
    </message>
    <message>
        <source>这一家现在没有能收款的人，理由写在姓名下面。按 Esc 回去，换一家试。</source>
        <translation>Nobody in this household can pay now; the reasons are below the name. Press Esc to go back and try another household.</translation>
    </message>
    <message>
        <source>卡上的 {sum}已经扣了，还没有记成缴费。请在终端上撤销，再按 Shift+F8 登记为已撤销。</source>
        <translation>The card has already been charged {sum}, but no payment has been recorded. Please cancel it on the terminal, then press Shift+F8 and record it as cancelled.</translation>
    </message>
    <message>
        <source>{name} 的 {amount}已红冲，抽屉里的钱不动。</source>
        <translation>{name}: {amount} has been reversed; the money in the drawer stays as it is.</translation>
    </message>
    <message>
        <source>剩下的 {refund}已自动申请退费，由县里办理。</source>
        <translation> A refund of the remaining {refund} has been requested automatically; the county deals with it.</translation>
    </message>
    <message>
        <source>先清点抽屉里的备用金（找零用的钱），输入金额，按 F9 开账。</source>
        <translation>First count the float in the drawer (the money for giving change), type the amount and press F9 to open the day.</translation>
    </message>
    <message>
        <source>收到 {tendered}，应缴 {total}，请当面点清找零。</source>
        <translation>Handed over {tendered}, due {total}. Please count your change here and now.</translation>
    </message>
    <message>
        <source>这是文件夹，不是回执文件，什么也没有变。要交给县里，请填在“优盘或文件夹”；要导入回执，请选里面的 .cunjiao 文件。</source>
        <translation>This is a folder, not a reply; nothing has changed. To hand over, put it in “USB stick or folder”; to import, choose the .cunjiao file in it.</translation>
    </message>
    <message>
        <source>退回 {rejected} 条，办法列在“县里退回的记录和补救办法”。</source>
        <translation>{rejected} sent back; what to do is listed under “Entries the county sent back”.</translation>
    </message>
    <message>
        <source>✓ 可以拔优盘了。登记申请已写好：{name}。交给县里，并用电话核对本机指纹。</source>
        <translation>✓ You can take the USB stick out. Request written: {name}. Give it to the county and check this computer’s fingerprint by telephone.</translation>
    </message>
    <message>
        <source>还没有改动。看清楚各项数字和不能导入的行，按 F10 确认导入。导入时查人照常，暂不收款。</source>
        <translation>Nothing has changed yet. Check the figures and the rows that cannot be imported, then press F10 to confirm the import. During the import people can be looked up as usual, but no payments taken.</translation>
    </message>
    <message>
        <source>没有导入的行和原因写在 {rejects_file}：照着改正，再导入一次。</source>
        <translation>Rows not imported, with the reasons, are in {rejects_file}: correct them and import once more.</translation>
    </message>
    <message>
        <source>有 {rejected} 行没有导入，请看原因。</source>
        <translation> {rejected} rows were not imported; please see why.</translation>
    </message>
    <message>
        <source>跳过的票还没有交代：№ {numbers}。请在“解缴票证”（Alt+J）里逐张登记作废（Alt+2）或遗失（Alt+3）。</source>
        <translation>Skipped forms not yet accounted for: № {numbers}. Please record each one as void (Alt+2) or lost (Alt+3) under “Banking and forms” (Alt+J).</translation>
    </message>
    <message>
        <source>已登记领用 {received} 张：{book_words}。第一次打印前会请您看一眼票号。</source>
        <translation>{received} issued forms recorded: {book_words}. Before the first print you will be asked to look at the form number.</translation>
    </message>
    <message>
        <source>▲ 已超过限额或期限：{sentence}。请马上解缴，解缴以前不再收现金。</source>
        <translation>▲ Over the limit or past the deadline: {sentence}. Please bank the cash at once; until then take no more cash.</translation>
    </message>
    <message>
        <source>▲ 快到限额或期限了：{sentence}。请尽快解缴。</source>
        <translation>▲ Near the limit or deadline: {sentence}. Please bank the cash soon.</translation>
    </message>
    <message>
        <source>▲ № {missing_text} 跳过了，还没有交代去向：请找到它们，逐张登记作废（Alt+2）或遗失（Alt+3）。</source>
        <translation>▲ № {missing_text} skipped and not yet accounted for: please find these forms and record each one as void (Alt+2) or lost (Alt+3).</translation>
    </message>
    <message>
        <source>累计开票只增不减（作废、红冲也不减），县里凭它看有没有漏报。</source>
        <translation>This total only grows, voids and reversals included; by it the county sees whether anything is left out.</translation>
    </message>
    <message>
        <source>（您）</source>
        <translation> (you)</translation>
    </message>
    <message>
        <source>四相符核对</source>
        <translation>Four-way match check</translation>
    </message>
    <message>
        <source>▲ 有不相符的地方</source>
        <translation>▲ Some figures do not match</translation>
    </message>
    <message>
        <source>{people} 人&#x3000;{receipts} 张&#x3000;{records} 条&#x3000;{drawer}</source>
        <translation>{people} people  {receipts} receipts  {records} records  {drawer}</translation>
    </message>
    <message>
        <source>没有名册，还不知道谁没缴。</source>
        <translation>No roster: who has not paid is not known yet.</translation>
    </message>
    <message>
        <source>合计按{by}给的任务 {people} 人算，各组按名册上可以参保的人算。</source>
        <translation>The total is measured against the target of {people} people set by {by}, each group against those in the roster who can join.</translation>
    </message>
    <message>
        <source>缴费人数</source>
        <translation>People paid</translation>
    </message>
    <message>
        <source>有效凭据</source>
        <translation>Valid receipts</translation>
    </message>
    <message>
        <source>款项和凭据</source>
        <translation>Money and receipts</translation>
    </message>
    <message>
        <source>登记条数</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>▲ 有不相符的地方，请先核对，再写明原因</source>
        <translation>▲ Some figures do not match; check first, then write down the reason</translation>
    </message>
    <message>
        <source>应有现金（含备用金 {float}）</source>
        <translation>Cash expected (float of {float} included)</translation>
    </message>
    <message>
        <source>{at} {at2} {by} 补录（{method}），凭据 {receipt}，{sync}</source>
        <translation>{at} {at2} entered late by {by} ({method}), receipt {receipt}, {sync}</translation>
    </message>
    <message>
        <source>账日 已日结</source>
        <translation>Account day closed</translation>
    </message>
    <message>
        <source>账日 {date}</source>
        <translation>Account day {date}</translation>
    </message>
    <message>
        <source>名册 {residents} 人</source>
        <translation>Roster: {residents} people</translation>
    </message>
    <message>
        <source>校准页已写成 PDF：{file}。请打开它打印一张，照纸上的说明用钢尺量。</source>
        <translation>Calibration page written as PDF: {file}. Open and print it, then measure with a steel rule as it says.</translation>
    </message>
    <message>
        <source>一般情形</source>
        <translation>Ordinary case</translation>
    </message>
    <message>
        <source>年-月-日，例如：2024-01-10</source>
        <translation>Year-month-day, e.g. 2024-01-10</translation>
    </message>
    <message>
        <source>四位年份，例如：2021</source>
        <translation>Four-digit year, e.g. 2021</translation>
    </message>
    <message>
        <source>属于哪种情形</source>
        <translation>Which kind of case</translation>
    </message>
    <message>
        <source>上年参保</source>
        <translation>Cover last year</translation>
    </message>
    <message>
        <source>最近一次参保年度</source>
        <translation>Last year covered</translation>
    </message>
    <message>
        <source>断保补缴的年数</source>
        <translation>Missed years repaid</translation>
    </message>
    <message>
        <source>参保登记</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Residence permit</translation>
    </message>
    <message>
        <source>{who_pays}，交 {year} 年度居民医保，一共 {total}。</source>
        <translation>{who_pays}: residents&apos; medical insurance for {year}, {total} in all.</translation>
    </message>
    <message>
        <source>{who_pays}，参加 {year} 年度居民医保，不用交钱。</source>
        <translation>{who_pays}: residents&apos; medical insurance for {year}, nothing to pay.</translation>
    </message>
    <message>
        <source>现在不能收款，按 F7 看理由</source>
        <translation>cannot pay now; F7 tells why</translation>
    </message>
    <message>
        <source>这里没有现在能收款的人：按 F7 看理由。</source>
        <translation>Nobody here can pay now: F7 tells why.</translation>
    </message>
    <message>
        <source>假币、残币不算钱，不要点进各种面额的张数里。↑ ↓ 选，Tab 到下一格。</source>
        <translation>Counterfeit and torn notes are not money: do not count them among the pieces of their denomination. ↑ ↓ choose, Tab to the next field.</translation>
    </message>
    <message>
        <source>↑ ↓ 选凭据，按 Enter 写原因，再按 Enter 作废。号码保留；现金当面退还，刷卡的在 POS 机上撤销。</source>
        <translation>↑ ↓ choose a receipt, Enter to write the reason, Enter again to void. The number is kept; cash is given back on the spot, a card is cancelled on the terminal.</translation>
    </message>
    <message>
        <source>按 Alt+N 打开：选怎么打、什么版式，按 F7 试打，对了按 Enter 保存。没有打印机就以后再设，先存成 PDF。</source>
        <translation>Alt+N opens it: choose how to print and which layout, F7 prints a test page, Enter saves when it is right. Without a printer, set it up later; receipts become PDF files until then.</translation>
    </message>
    <message>
        <source>先到“名册”（Alt+N 或 F5）：选名册文件，按 F9 预览，看清楚再按 F10 确认。</source>
        <translation>First go to “Roster” (Alt+N or F5): choose the roster file, F9 previews it, F10 confirms when it is right.</translation>
    </message>
    <message>
        <source>先问清“当面问”的事：按 Alt+1、Alt+2……选答案，要填的填好按 Enter。</source>
        <translation>First ask what stands under “Ask”: Alt+1, Alt+2 … choose an answer; where something is to be typed, type it and press Enter.</translation>
    </message>
    <message>
        <source>与程序里记的相符</source>
        <translation>agrees with the program</translation>
    </message>
    <message>
        <source>与程序里记的不同，原因已记下</source>
        <translation>differs from the program, with the reason noted</translation>
    </message>
    <message>
        <source>要先问清才能收款：请回答“当面问”的问题。</source>
        <translation>Something has to be asked first: please answer the question under “Ask”.</translation>
    </message>
    <message>
        <source>等 {people} 人</source>
        <translation> and others, {people} people in all</translation>
    </message>
    <message>
        <source>当面问（Alt+1）：{name}？</source>
        <translation>Ask (Alt+1): {name}?</translation>
    </message>
    <message>
        <source>其中一共短款 {short} 元不在抽屉里，解缴照收的数，不照点的数；谁来补，请村里问县里。</source>
        <translation> {short} yuan of it in all are missing from the drawer: pay in what was taken, not what was counted; who makes it good is for the village to ask the county.</translation>
    </message>
    <message>
        <source>一家 {people} 人，勾上的一起缴</source>
        <translation>{people} in the household; those ticked pay together</translation>
    </message>
    <message>
        <source>未打印 {unprinted} 张</source>
        <translation>To print: {unprinted}</translation>
    </message>
    <message>
        <source>Alt+0 另一种情形&#x3000;Esc 回去查人</source>
        <translation>Alt+0 other situation  Esc back to search</translation>
    </message>
    <message>
        <source>Esc 回去查人</source>
        <translation>Esc back to search</translation>
    </message>
    <message>
        <source>今天还没有开账。按 F3 开账以后才能收款。</source>
        <translation>No day is open yet. Press F3 and open one before taking money.</translation>
    </message>
    <message>
        <source>还没有收过款，没有等着办的。</source>
        <translation>Nothing has been taken yet; nothing waits.</translation>
    </message>
    <message>
        <source>那个账日已经日结：记一笔红字，抽屉里的钱不动；可以转给真正要缴的人，不转的报县里退费。</source>
        <translation>That account day is closed: a reversal is recorded and the money in the drawer stays. It can be carried over to the person who really has to pay; otherwise the county is asked for a refund.</translation>
    </message>
    <message>
        <source>收这笔的第 {day} 个账日已经日结，不能作废，也不能从抽屉退钱。</source>
        <translation>It was taken on account day no. {day}, which is closed: it cannot be voided, and no money comes out of the drawer.</translation>
    </message>
    <message>
        <source>下面 {count} 处通知没有写明，现在不用管：收款时碰到有关的人，程序会当场说怎么办、要不要先问县里。</source>
        <translation>The notice is silent on these {count} points. Nothing to do now: at the counter the program says what to do, and whether to ask the county first.</translation>
    </message>
    <message>
        <source>没有找到“{asked}”。
试试只输姓氏，或拼音首字母（张小明 → zxm），
或身份证号末四位。
名册里真没有的人（新生儿、刚嫁来的），
按 Shift+F5 照证件登记，再收款。</source>
        <translation>Nobody found for “{asked}”.
Try the surname only, the initials (Zhang Xiaoming → zxm),
or the last four digits of the ID card.
For people really on no roster (newborn, just married in),
press Shift+F5, enter them from their document, then take the payment.</translation>
    </message>
    <message>
        <source>结果不明：写明为什么，按 Enter 登记。查到了签购单，就再按 F11，回去照它填写。</source>
        <translation>Result unknown: say why and press Enter to record it. If the slip turns up, press F11 again and fill in what it says.</translation>
    </message>
    <message>
        <source>按 Enter，填上{event_day}，就能算出来。</source>
        <translation>Press Enter and fill in {event_day}; then it can be worked out.</translation>
    </message>
    <message>
        <source>已登记结果不明，还不算收款。请打收单银行电话查清，再按 Shift+F8 登记；弄清以前不能日结。</source>
        <translation>Recorded as unknown; it does not count as taken yet. Phone the acquiring bank, then record the result with Shift+F8; until then the day cannot be closed.</translation>
    </message>
    <message>
        <source>点钞以前</source>
        <translation>Before counting</translation>
    </message>
    <message>
        <source>空格 勾选&#x3000;Shift+空格 只收这一人&#x3000;Alt+0 另一种情形&#x3000;Esc 回去查人</source>
        <translation>Space tick  Shift+Space this person only  Alt+0 other situation  Esc back to search</translation>
    </message>
    <message>
        <source>▲ 现金由 {holder} 保管，接班请按 F11。</source>
        <translation>▲ The cash is held by {holder}; press F11 to take over.</translation>
    </message>
    <message>
        <source>收到多少元没有看懂，没有收款，什么也没有记。只填数字，例如 400 或 400.5。</source>
        <translation>The sum received could not be read; nothing was taken or recorded. Type figures only, such as 400 or 400.5.</translation>
    </message>
    <message>
        <source>收到 {got} 元，应收只有 {due} 元：是不是多输了一位？没有错，再按一次 Enter。什么也还没有记。</source>
        <translation>Received {got} yuan, due only {due}: is there a digit too many? If it is right, press Enter once more. Nothing is recorded yet.</translation>
    </message>
    <message>
        <source>凭据号不变。一张都没有打出来的回到“未打印”（F6）；再打时标“补打”。</source>
        <translation>The receipt number stays. What never came out waits among the unprinted (F6) again; the next print is marked as a reprint.</translation>
    </message>
    <message>
        <source>终端 {terminal}（第 {day} 个账日）</source>
        <translation>Terminal {terminal} (account day no. {day})</translation>
    </message>
    <message>
        <source>{total}已转给 {names}，新凭据 {receipts}。</source>
        <translation>{total} carried over to {names}, new receipt {receipts}.</translation>
    </message>
    <message>
        <source>先要回答“当面问”的问题</source>
        <translation>the question to ask has to be answered first</translation>
    </message>
    <message>
        <source>以前账日收的 {sum}另外收好，等着解缴，不点在里面。</source>
        <translation>The {sum} of earlier account days are kept apart for the bank and not counted in.</translation>
    </message>
    <message>
        <source>一张也没有填。抽屉里真的一分钱也没有，就再按一次 F9；有钱，请照实填张数。什么也还没有记。</source>
        <translation>Nothing has been filled in. If the drawer really is empty, press F9 once more; otherwise fill in what there is. Nothing is recorded yet.</translation>
    </message>
    <message>
        <source>{date} 已开账，备用金 {held}，可以收款了。</source>
        <translation>{date} is open with a float of {held}; payments can be taken.</translation>
    </message>
    <message>
        <source>今天的账已经日结，不能收款。还要收，请按 F3 再开一个账日。</source>
        <translation>Today&apos;s account day is closed; no payments can be taken. To take more, press F3 and open another one.</translation>
    </message>
    <message>
        <source>▲ {name} 已经缴过费，这次收的是家里别的人。</source>
        <translation>▲ {name} has paid already; this takes the money of others in the family.</translation>
    </message>
    <message>
        <source>已记下：凭据 {number} 这一次没有打出来。{kept}以前打出来过，所以不列在“未打印”里；还要一张，就按 F10 再补打。</source>
        <translation>Noted: this print of receipt {number} did not come out. {kept}An earlier one did, so it is not among the unprinted; press F10 to print it once more.</translation>
    </message>
    <message>
        <source>凭据 {number} 又打了一次：{where}。</source>
        <translation>Receipt {number} printed again: {where}.</translation>
    </message>
    <message>
        <source>没登记的刷卡结算单 {slips} 张</source>
        <translation>{slips} settlement slips not entered</translation>
    </message>
    <message>
        <source>▲ 有一处还没有定论，没有替您勾上：按 F7 看，问清了按空格勾上。</source>
        <translation>▲ One point is still open, so this person is not ticked: press F7 to see it; once it is clear, tick with Space.</translation>
    </message>
    <message>
        <source>日报已写好：{file}。</source>
        <translation>The day report is written: {file}.</translation>
    </message>
    <message>
        <source>报表已写好：{file}。</source>
        <translation>The report is written: {file}.</translation>
    </message>
    <message>
        <source>按 Alt+O 打开，就能打印。</source>
        <translation> Press Alt+O to open it; it can be printed from there.</translation>
    </message>
    <message>
        <source>这次登录以后还没有写过文件，没有可以打开的。</source>
        <translation>Nothing has been written since you signed in; there is no file to open.</translation>
    </message>
    <message>
        <source>{file} 已经不在原来的地方，没有打开。要的话请再写一次。</source>
        <translation>{file} is no longer where it was and was not opened. If you need it, please write it again.</translation>
    </message>
    <message>
        <source>这台电脑没有能打开它的程序，文件好好的，没有变：{file}。请拷到能打开 PDF 和表格的电脑上打印。</source>
        <translation>This computer has no program that opens it; the file is whole and unchanged: {file}. Copy it to a computer that opens PDF and spreadsheets and print it there.</translation>
    </message>
    <message>
        <source>这一张 {rows} 行，{sheets} 张共 {sum} 行</source>
        <translation>{rows} rows on this sheet, {sum} on all {sheets}</translation>
    </message>
    <message>
        <source>日报已写好：打印出来，两人签字。</source>
        <translation>The daily report is written: print it, two people sign it.</translation>
    </message>
    <message>
        <source>&#x3000;▲ 政策包管的 {year} 年度已经过完，请向县里要新的</source>
        <translation>&#x3000;▲ The pack&apos;s year {year} is over: ask the county for a new one</translation>
    </message>
    <message>
        <source>● 正式收款点{rules}</source>
        <translation>● Real collecting point{rules}</translation>
    </message>
    <message>
        <source>↑ ↓ 选原因，按 Enter 写说明，再按 Enter 登记。人来了随时可以收。</source>
        <translation>↑ ↓ choose a reason, Enter goes to the note, Enter again records it. Only the reason is recorded: whoever comes after all can pay at any time.</translation>
    </message>
    <message>
        <source>这笔 {sum}的刷卡还没有结果，已先记下，还不算收款。弄清以前不能再收这些人的钱；请按 Shift+F8 登记；没刷过卡的，在那里按两次 F10。</source>
        <translation>This card payment of {sum} has no result yet; it is noted and does not count as taken. Until it is clear these people&apos;s money cannot be taken again; press Shift+F8 to record the result. Where the card was never charged, press F10 twice there.</translation>
    </message>
    <message>
        <source>还没有勾选要缴费的人：按 Enter 到家里人那里，用 ↑ ↓ 移动，按空格勾选。</source>
        <translation>Nobody is ticked to pay yet: Enter goes to the family, move with ↑ ↓, tick with Space.</translation>
    </message>
    <message>
        <source>{name}等 {people} 人</source>
        <translation>{name} and others, {people} people</translation>
    </message>
    <message>
        <source>{name} 没有可作废的凭据。要作废别人的，先查到那个人，再按 F11。</source>
        <translation>{name} has no receipt that could be voided. To void another person&apos;s, look them up first, then press F11.</translation>
    </message>
    <message>
        <source>▲ {name} 没有凭据可补打，选中的是别人的。</source>
        <translation>▲ {name} has no receipt to print again; the one chosen is another person&apos;s.</translation>
    </message>
</context>
</TS>
