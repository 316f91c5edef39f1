"""Known errors: a code and facts; the sentence for each lives here and nowhere else.

A known error is something that can happen on any day at a counter (a full disk, a wrong passphrase, a person already
paid). Everything else is a bug and keeps its own exception type.
"""

from typing import Any


class KnownError(Exception):
    """A thing that can happen, with its code and facts; `str()` gives the Chinese sentence.

    `exit_code` is what the command line ends with (design §5): 1 for a refusal, 2 for wrong use.
    """

    exit_code = 1

    def __init__(self, code: str, **facts: Any) -> None:
        self.code = code
        self.facts = facts
        super().__init__(sentence(code, facts))


class Refused(KnownError):
    """The program understood and declines: the rule, the state or the outside world forbids it."""


class WrongUse(KnownError):
    """The request itself cannot be understood or carried out as given."""

    exit_code = 2


def sentence(code: str, facts: dict[str, Any]) -> str:
    """The sentence for `code`; a KeyError here is a bug (a code without words)."""
    return SENTENCES[code].format(**facts)


SENTENCES: dict[str, str] = {
    # -- counter
    "entry_invalid": "有一条记录看不懂：{problem}。它没有被采用，请把原文件交给县里的技术人员。",
    "day_not_open": "还没有开账，没有收款。请先清点备用金并开账，再收款。",
    "day_already_open": "{date} 的账还开着，没有重复开账。请先把它日结。",
    "day_not_counted": "还没有点钞，或点钞之后又有收款或作废，不能日结。请重新清点抽屉里的现金，再日结。",
    "day_not_closed": "这一天还没有日结，没有写日报。请先点钞并日结。",
    "difference_needs_reason": "四相符核对有差异：{differences}。账没有日结。请再清点一次；确有差异，请写明原因再日结。",
    "amount_negative": "金额不能是负数，什么也没有变。请重新输入。",
    "amount_too_large": "金额超过 {most} 元，多半是多按了几个零，什么也没有变。请重新输入。",
    "notes_invalid": "面值“{piece}”看不懂，没有登记。请写成“100x3,50x1”的样式，面值用 100、50、20、10、5、1、0.5、0.1。",
    "notes_differ": "各面值合计 {notes} 元，与总数 {counted} 元不同，没有登记。请重新清点。",
    "cash_missing": "没有写收到多少现金，没有收款。请输入收到的金额。",
    "cash_short": "收到的现金不够：合计 {total} 元，还差 {missing} 元。没有收款，请补足后再收。",
    "pos_incomplete": "刷卡要填终端号和参考号，没有登记。请照签购单填写。",
    "reference_invalid": "{name}“{text}”不对，没有登记。请照签购单填写（数字或字母）。",
    "reference_used": "参考号 {reference} 已登记在凭据 {receipt} 上，没有重复登记。请核对签购单。",
    "card_number": "这像是银行卡号。卡号不能存入，没有登记。请填签购单上的终端号和参考号。",
    "one_method": "请选一种收款方式：现金写 --cash-fen，刷卡写 --pos --terminal --reference。没有收款。",
    "nobody_to_pay": "没有选中任何人，没有收款。请先选人。",
    "person_twice": "同一个人选了两次，没有收款。请每人只选一次。",
    "id_reused": "编号 {id} 已用于另一笔缴费，没有收款。请换一个编号。",
    "id_invalid": "编号“{id}”不是 26 位的 ULID，没有收款。请省略 --id 或换一个。",
    "fact_invalid": "“{piece}”看不懂。请写成“名称=值”，例如 --fact enrolment=migrant_worker。",
    "fact_twice": "“{key}”说了两次，什么也没有变。请只说一次。",
    "fact_not_declarable": "“{key}”不能在柜台说明，什么也没有变。能说明的有：{known}；人员类别只以部门名单为准，请用名册导入。",
    "fact_contradicts_roster": "名册里的“{key}”与当面说的不同，以名册为准，没有采用。请报县级核对名册后再办。",
    "second_person_needed": "确认电脑时间要由另一位操作员来做，没有确认。请让 {last} 以外的人登录后确认。",
    "already_paid": "{name} 已于 {on} 缴费，凭据 {receipt}。没有重复收款。",
    "already_paid_elsewhere": "{name} 本年度已经缴过费，没有重复收款。请重新查这个人。",
    "outcome_refer": "{name} 现在不能收款：{headline}。请问清或报县级确认后再收，没有收款。",
    "outcome_register_first": "{name} 要先办参保登记，没有收款：{headline}。",
    "outcome_refuse": "{name} 按规定不能收款：{headline}。没有收款。",
    "outcome_refuse_duplicate": "{name} 本年度已参保缴费，没有重复收款：{headline}。",
    "outcome_not_open": "还没到缴费时间，没有收款：{headline}。",
    "outcome_warn_no_benefit": "{name} 现在缴费，本年度已享受不到待遇，没有收款：{headline}。请报县级确认。",
    "method_not_listed": "本县通知没有列出村级{method}收款（{clause}），没有收款。请按通知列出的渠道缴费，或请县级确认后更新政策包。",
    "pack_is_draft": "政策包“{pack}”是征求意见稿，正式收款点不能用它收费，没有收款。请等县里下发正式的政策包。",
    "payment_unknown": "没有编号为 {payment} 的收款。请核对凭据号或收款编号。",
    "already_void": "凭据 {receipt} 已经作废过了，什么也没有变。",
    "void_after_close": "凭据 {receipt} 的账日已经日结，不能作废，也不能从抽屉退钱。要退费请填退费申请，报县里办理。",
    "reason_missing": "没有写原因，什么也没有变。请写明原因。",
    "receipt_unknown": "没有号码为 {receipt} 的凭据。请核对 22 位号码。",
    "resident_unknown": "名册里没有 {asked}。请重新查找；名册外的人请先补进名册再收款。",
    "clock_back": "电脑时间 {now} 早于上一笔记录 {last}，暂停收款，已有记录不受影响。请校准电脑时间；确认现在的时间无误，请说明原因后继续。",
    # -- point and folder
    "no_point": "文件夹 {folder} 里没有收款点。请先用 point create 创建，或用 --data 指定正确的文件夹。",
    "folder_taken": "文件夹 {folder} 里已经有收款点或县级数据，没有改动。请换一个文件夹。",
    "folder_damaged": "文件夹 {folder} 的标记文件读不出来，没有打开。请从备份恢复，或联系县里的技术人员。",
    "folder_of_county": "文件夹 {folder} 是县级的数据，不是收款点。请用 --data 指定收款点的文件夹。",
    "operator_missing": "没有写操作员姓名，没有创建。请加上 --operator 姓名。",
    "point_code": "“{point}”不是 12 位区划代码，没有创建。请照民政或统计的区划代码填写。",
    "on_is_practice": "只有练习点可以指定日期（--on），没有创建。正式收款点用电脑的时间。",
    "clock_is_real": "CUNJIAO_NOW 只用于练习，正式的收款点和县级只用电脑的时间，没有执行。请去掉它再试。",
    "now_invalid": "CUNJIAO_NOW 的“{text}”不是时间，没有执行。请写成 2023-11-15T09:30:00。",
    "passphrase_needed": "需要口令：请在终端里运行，或设置 {variable}。",
    "journal_renewed_too_often": "这台设备的账簿已更换九次，不能再换，没有打开。请联系县里换一个设备号。",
    # -- exchange
    "county_unknown": "还不认识县级：请先写出登记申请交给县里，导入县里的第一份回执后再导出。没有写文件。",
    "nothing_to_send": "没有需要上报的新记录，县里都收到了。没有写文件。",
    "nothing_to_send_returned": "没有需要上报的新记录，没有写文件。县里收到后退回了 {count} 条，未计入县里的账，每条的办法列在“交县”页。第 {seq} 条：{remedy}",
    "reply_not_down": "这不是县里给收款点的回执，没有采用。请选择县里发下来的文件。",
    "practice_mismatch": "文件是{theirs}的，这里是{ours}的，两者不能混用，没有采用。",
    "other_point": "这份回执是给收款点 {point} 或另一台设备的，没有采用。请拿给它。",
    "fingerprint_needed": "第一次导入要核对县级指纹：请打电话给县里，请对方读出六组五位数字，连同它再导入一次。还没有采用。",
    "fingerprint_differs": "输入的指纹与文件不符，没有采用。请打电话向县里再核对一次；确实不同，就查明文件的来历。",
    "ack_differs": "回执确认的第 {seq} 条与本机不同，没有采用。可能有另一份数据在用同一本账簿，请停止收款并联系县里。",
    "records_unsupported": "回执里有本版本还不能采用的内容（{kinds}），整份没有采用。请先升级程序。",
    # -- rules and packs
    "facts_invalid": "{place}：{problem}。没有给出任何结果，请改正后再试。",
    "category_unknown": "政策包 {pack} 里没有“{name}”这一类人员，未按任何标准计算。请核对名称，或请县级把它加进政策包。",
    "pack_unsound": "政策包 {pack} 有 {number} 处必须改正，第一处在第 {line} 行：{problem}。现在不能使用，改好后再检查。",
    "pack_cases_differ": "政策包 {file} 和旁边的样例有 {number} 处不符，第一处是样例 {case} 的 {field}。没有采用，请先用 pack check 核对。",
    "cases_invalid": "样例文件 {file} 第 {line} 行：{problem}。政策包没有采用，请改正后再试。",
    "pack_not_in_folder": "文件夹 {folder} 里没有 pack.toml，什么也没有读入{instead}。",
    "topic_unknown": "没有“{topic}”这一类问题，什么也没有计算。可以问：{known}。",
    "task_unknown": "任务数的算法里没有“{kind}”这一项，什么也没有计算。可以写：{known}。",
    "task_negative": "人数不能是负数，扣除的人数也不能多于总人数，什么也没有计算。请核对后再试。",
    "pack_unknown": "没有名为 {pack} 的政策包，什么也没有计算。现有的政策包：{known}。",
    "pack_invalid": "政策包 {file} 第 {line} 行：{problem}。整个政策包没有采用，请改正后再试。",
    "pack_missing": "找不到政策包文件 {file}，什么也没有读入。请核对文件位置。",
    "pack_exists": "文件 {file} 已经有了，没有覆盖。请用 --out 换一个地方，或先把它移走。",
    "pack_id_invalid": "政策包编号“{id}”不对，没有写文件。请用 --id 写小写字母、数字和连字符，末尾写年度。",
    "pack_id_same": "新政策包的编号不能和原来的 {id} 相同，没有写文件。请用 --id 写一个新的编号。",
    "pack_shipped": "{pack} 是随程序发布的政策包，不在这里改。请先用 pack copy 复制一份，再改那一份。",
    "question_unknown": "政策包 {pack} 里没有待确认的问题“{question}”，文件没有动。待确认的有：{known}。",
    "review_unknown": "政策包 {pack} 里没有要核对的“{place}”，文件没有动。还要核对的有：{known}。",
    "place_unknown": "政策包里没有“{place}”这个值，文件没有动。请照 pack questions 列出的名称写。",
    "place_value_invalid": "“{place}”不能写成“{text}”，文件没有动。这里应写{wanted}。",
    "set_invalid": "--set 后面的“{piece}”看不懂，文件没有动。请写成“位置=值”，例如 recognition.base=2024-08-31。",
    "confirm_incomplete": "答复一个问题要写明答复、谁、哪天、哪份文件，缺少 {missing}，文件没有动。",
    "confirm_nothing": "没有写要确认什么，文件没有动。请写问题的编号，或用 --review 写核对过的一项。",
    "confirm_spoils": "照这样改，政策包会不对：{problem}（改后第 {line} 行）。文件没有动，请核对 --set 写的值。",
    "confirm_unsettled": "这个问题还关系到 {waiting}，答复以后怎么办没有写，文件没有动。请一起写上，例如 --set {example}；县里说照原来的办，也要写。",
    "confirm_falls_short": "只记下答复，政策包还不对：{problem}（第 {line} 行）。文件没有动，请用 --set 把照答复要改的值一起写上。",
    "answer_day_invalid": "--on 写的“{text}”不是日期，文件没有动。请写成四位年-两位月-两位日，例如 --on 2024-11-01。",
    "answer_day_ahead": "答复的日期 {on} 还没有到，文件没有动。请核对 --on，写县里实际答复的那一天。",
    "project_day_needed": "政策包“{pack}”没有写明从哪一天开始缴费，没有测算。请用 --on 写明缴费日期，例如 --on {example}。",
    "project_one_comparison": "--against-pack 和 --against-roster 一次只能选一个，没有测算。请分两次测算。",
    # -- identity and roster
    "id_blank": "没有身份证号。请补上证件号码；新生儿可填出生医学证明编号。",
    "id_stored_as_number": "身份证号按数字存放，末几位已丢失，无法复原。请把该列设为文本后，照身份证重新填写。",
    "id_digits_lost": "身份证号末三位为 000 且校验不符，很可能是表格软件抹掉了末几位。请把该列设为文本后，照身份证重新填写。",
    "id_fifteen_digits": "身份证号是 15 位旧号，已停用。推算的 18 位号码为 {suggestion}，请与户口簿核对后填写。",
    "id_fifteen_unclear": "身份证号是 15 位旧号，已停用，且不能推算出 18 位号码。请照户口簿填写 18 位号码。",
    "id_length": "身份证号应为 18 位，这里是 {length} 位。请照身份证核对。",
    "id_form": "证件号码不是能识别的样式（身份证、港澳台居住证、外国人永居证、出生医学证明）。请照证件核对。",
    "id_birth_date": "身份证号里的出生日期不存在。请照身份证核对。",
    "id_birth_in_future": "出生日期晚于今天。请照证件核对，并检查电脑日期是否正确。",
    "id_check_digit": "证件号码的校验位不符，有一位或几位填错了。请照证件逐位核对。",
    "id_travel_permit": "这是港澳台通行证的号码，不能用于参保登记。请填写港澳台居民居住证号码（18 位）。",
    "row_name_missing": "没有姓名。请补上。",
    "row_name_character_lost": "姓名里有字符已丢失（显示为问号或方框），多为生僻字转码所致。请照身份证补上原字。",
    "row_name_not_a_name": "姓名里有数字，或没有文字。请照身份证填写。",
    "row_too_long": "“{field}”超过 {limit} 个字。请缩短或检查是否串列。",
    "row_control_character": "“{field}”里有看不见的控制字符。请删除该单元格后重新输入。",
    "row_formula": "“{field}”以公式符号（= + - @）开头，为安全起见不读入。请改为普通文字。",
    "row_household_digits_lost": "户号按数字存放，末几位已丢失，会把不同的户混在一起。请把该列设为文本后重新填写。",
    "row_word_unknown": "“{field}”里的“{word}”不能识别。可以填：{known}。",
    "row_category_unknown": "人员类别“{word}”不在本县政策规定的类别里。请核对名称；确有此类别的，请县里更新政策包。",
    "row_category_twice": "人员类别“{name}”写了两次而日期不同。请保留正确的一次。",
    "row_date_unreadable": "“{field}”的“{text}”不是能识别的日期。请写成 2023-08-31 的样式。",
    "row_date_unreal": "“{field}”的“{text}”在日历上不存在。请核对。",
    "row_date_in_future": "“{field}”晚于今天。请核对。",
    "row_date_without_category": "有“{field}”却没有人员类别。请补上类别，或删去日期。",
    "row_dates_count": "“{field}”有 {dates} 个，人员类别有 {categories} 个，对不上。请一一对应，或只写一个共用的日期。",
    "row_removed_before_recognised": "取消日期早于认定日期。请核对。",
    "row_amount_unreadable": "“{field}”的“{text}”不是金额。请只填元，最多两位小数，例如 380 或 38.50；没有缴费的留空。",
    "row_document_type_differs": "证件类型与证件号码不符。请照证件核对。",
    "row_birth_date_missing": "用出生医学证明登记的，要有出生日期。请照证明补上“出生日期”一列。",
    "row_birth_date_differs": "出生日期与证件号码里的不一致。请照证件核对。",
    "row_sex_differs": "性别与身份证号里的不一致。请照身份证核对。",
    "row_repeated": "与第 {first} 行完全相同，只保留第 {first} 行。",
    "row_document_twice": "证件号码与第 {first} 行相同，但内容不同，只读入了第 {first} 行。请核对是不是同一个人。",
    "roster_column_missing": "表里没有“{field}”这一列（可写作：{aliases}），没有读入任何人。请补上表头后重新导入。",
    "roster_column_twice": "“{field}”有两列（{first} 列和 {second} 列），不知道用哪一列，没有读入任何人。请删去或改名其中一列。",
    "sheet_missing": "找不到文件“{file}”，没有读入任何人。请检查优盘是否插好、文件是否改名。",
    "sheet_unreadable": "文件“{file}”已损坏或不是真正的表格，没有读入任何人。请用表格软件打开后另存为 .xlsx 再导入。",
    "sheet_kind_unknown": "不认识“{file}”这种文件，没有读入任何人。请另存为 .xlsx、.xls 或 .csv 后再导入。",
    "sheet_encrypted": "文件“{file}”设有打开密码，没有读入任何人。请先在表格软件里取消密码再导入。",
    "sheet_too_large": "文件“{file}”超出限度（{what}），没有读入任何人，程序和已有数据不受影响。请只保留名册本身，另存后再导入。",
    "sheet_timeout": "读取文件“{file}”超过 {seconds} 秒，已停止，没有读入任何人，已有数据不受影响。请另存为 .csv 或拆成几份再导入。",
    "sheet_no_header": "前 {rows} 行里没有找到表头（至少要有“姓名”和“身份证号”），没有读入任何人。请检查是不是名册。",
    "sheet_too_tall": "{count} 行超出表格文件的限度（{limit} 行），没有写出文件。请减少人数或改用 .csv。",
    "sheet_empty": "表里没有人员，没有读入任何人。请检查名册是否在第一个工作表。",
    # -- paper
    "amount_unreadable": "金额“{text}”不能识别，未作任何更改。请只输入元，最多两位小数，例如 380 或 38.50。",
    "receipt_number_parts": "凭据号无法编制：收款点 {point}、年度 {year}、设备 {device}、"
    "账簿更换次数 {renewal} 中有不合规定的一项。请核对收款点设置（12 位区划代码，设备 1 至 9）。",
    "receipt_serials_used_up": "本系列凭据号已用完（序号 {serial} 不能使用）。已有的收款不受影响；"
    "请更换账簿或启用另一台设备后再收款。",
    "receipt_number_unreadable": "“{text}”不是凭据号。凭据号为 22 位数字，印在条形码下方，请重新输入或扫描。",
    "barcode_digits": "“{text}”不能编成条形码：需要偶数位的数字。",
    "glyph_missing": "“{name}”中的“{character}”字库里没有，未生成文件，收款记录不受影响。"
    "请记下该字，报县级添加字库后再补打。",
    "font_missing": "字体文件 {file} 缺失或已损坏，无法生成凭据，收款记录不受影响。请重新安装程序后补打。",
    "disk_full": "磁盘已满，文件 {file} 未写成，原有文件和收款记录不受影响。请腾出空间或换一个文件夹后重试。",
    "cannot_write": "文件 {file} 写不进去（{why}），原有文件和收款记录不受影响。"
    "请换一个能写入的文件夹，或关闭正在打开它的程序后重试。",
    # -- sync and county
    "payment_pack_unknown": "凭据 {receipt} 所用的政策包（{pack}）县里没有，未计入。钱款和凭据不受影响，不用作废重收：请县里采用该政策包，之后的回执会改为已收。",
    "pack_to_add": "所用的政策包 {pack}（指纹 {pack_hash:.8}）这里没有采用。请升级程序，或要来该文件用 county add-pack 采用，这些记录就会自动计入，不用重新接收。",
    "enrol_fingerprint_needed": "正式收款点登记须核对指纹，没有登记。请打电话让收款点念出 30 位指纹，用 --fingerprint 填上。",
    "enrol_fingerprint_differs": "指纹与申请文件里的不同，没有登记。文件可能被人换过，请打电话向收款点重新核对。",
    "wrong_direction": "这是县里发给收款点的回执，不是收款点上报的文件，没有采用。请改选收款点导出的文件。",
    "not_enrolled": "收款点 {point} 的这本账簿还没有登记，没有采用。请先用它的申请文件登记（county enrol），再接收一次。",
    "chain_broken": "第 {seq} 条记录与前后不相连，整个文件没有采用。已收到的数据不受影响，请收款点校验账簿后重新导出。",
    "fork": "这本账簿从第 {seq} 条起与县里已收到的不同（可能是复制或恢复的数据），没有采用，两份都已留存。请联系收款点查明。",
    "opening_differs": "文件的第一条与登记的账簿不符，没有采用。请核对收款点的登记，再请它重新导出。",
    "previous_unknown": "收款点 {point} 说这是换过的账簿，但原来的账簿没有在这里登记，没有登记它。请先登记原来的账簿。",
    "device_taken": "收款点 {point} 的 {device} 号设备已登记了另一本账簿，没有登记。请收款点另选设备号，或从原数据恢复。",
    "enrolled_differently": "收款点 {point} 的这本账簿已按另一把封装公钥登记，没有改动。请打电话核对后再处理。",
    "point_unknown": "收款点 {point} 没有登记，没有生成回执。请核对 12 位代码，或先登记它。",
    "not_a_county": "文件夹 {folder} 里没有县级数据。请用 --data 指到县级数据文件夹，或先用 county create 新建。",
    "folder_in_use": "文件夹 {folder} 里已有村缴通的数据，没有改动。请换一个空文件夹。",
    "county_unreadable": "县级数据库 {file} 打不开（缺失或损坏）。没有改动任何东西，请从备份恢复，再试一次。",
    "county_too_new": "县级数据由更新版本的程序写成，没有打开，也没有改动。请先升级程序。",
    "due_differs": "凭据 {receipt} 的应缴不等于标准减资助，未计入。请核对后作废重收。",
    "receipt_foreign": "凭据 {receipt} 的号码不属于这个收款点、设备或年度，未计入。请联系县里的技术人员。",
    "receipt_repeated": "凭据 {receipt} 的号码或缴费编号用过两次，后一次未计入。请核对后作废重收。",
    "void_unknown": "作废所指的凭据 {receipt} 没有收到过、已作废或不是同一人，作废未计入。请核对后重新处理。",
    "not_a_sync_file": "这不是村缴通的交换文件，没有读取其中内容。请选择以 .cunjiao 结尾的文件。",
    "damaged": "文件不完整或已损坏（可能没拷完就拔了优盘），没有采用。已收到的数据不受影响，请对方重新导出再送来。",
    "not_ours": "这个文件是封给别处的，这里打不开，没有采用。请核对是否拿错了文件，或送到它该去的地方。",
    "envelope_swapped": "这个文件原本写给别处，被人重新封装后送到这里，没有采用。请查明来历，向原单位要原件。",
    "member_unexpected": "文件里有不该有的内容，没有采用。已有数据不受影响，请查明文件来历，请对方重新导出。",
    "too_large": "文件超过允许的大小，没有读取。已有数据不受影响，请查明文件来历，请对方重新导出。",
    "header_invalid": "文件的说明部分不合格式（{problem}），没有采用。已有数据不受影响，请对方重新导出。",
    "payload_mismatch": "文件内容与说明不符（{problem}），没有采用。已有数据不受影响，请对方重新导出。",
    "record_invalid": "回执第 {number} 条看不懂（{problem}），整个回执都没有采用。请升级程序，或请县里重新生成回执。",
    "signature_invalid": "签名不对，不是登记过的那一方签发的，没有采用。已有数据不受影响，请用电话核对指纹，查明来历。",
    "format_too_new": "这个文件由更新版本的程序写成，没有采用。请先升级本机的村缴通，再读一次。",
    "request_invalid": "登记申请文件不合格式（{problem}），没有登记。请收款点重新生成申请文件。",
    "file_unreadable": "读不了文件 {file}（不存在、没有权限或优盘已断开）。什么也没有变，请重新插好优盘，再试一次。",
    "keys_damaged": "密钥文件损坏，不能签发或打开文件。已有数据没有变，请不要删除它，并联系县里的技术人员。",
    "seal_key_invalid": "对方的封装公钥不合格式，没有写文件。请重新核对登记，再试一次。",
    "folder_missing": "找不到文件夹 {folder}，什么也没有写。请确认优盘已插好、文件夹还在，再试一次。",
    "stick_gone": "写文件时 {folder} 断开了，文件 {file} 没有写成。本机的数据没有变。请重新插好优盘，再试一次。",
    "readback_differs": "写好的文件 {file} 读回来不一样，这个优盘不可靠。本机的数据没有变。请换一个优盘，再试一次。",
    "slots_exist": "这里已有口令文件 {file}，没有覆盖它。请换一个数据文件夹。",
    "slots_damaged": "口令文件 {file} 缺失或损坏，打不开数据。数据本身没有变。请把备份里的同名文件放回原处，再试一次。",
    "operator_exists": "操作员 {name} 已经有口令，没有改动。忘了口令请凭恢复单更换（clerk recover）。",
    "operator_unknown": "这里没有名为 {name} 的操作员。请核对姓名，或请已有口令的人先添加。",
    "operator_needed": "这里有几位操作员（{names}），不知道是谁。请用 --operator 写明姓名。",
    "operator_name_empty": "操作员姓名不能为空。请填写姓名，再试一次。",
    "passphrase_empty": "口令不能为空。请输入口令（或设好 CUNJIAO_PASSPHRASE），再试一次。",
    "passphrase_wrong": "{name} 的口令不对，数据没有打开，也没有变。请重新输入；忘记了请用恢复单。",
    "recovery_code_mistyped": "恢复码抄错了（校验不符）。请对照恢复单逐组核对，再输入一次。",
    "recovery_code_wrong": "恢复码没有抄错，但不是这份数据的。请找出与这台电脑对应的恢复单。",
    # -- store
    "store_missing": "文件夹 {folder} 里的数据库 point.db 不见了，没有打开，也没有新建。请从备份放回原处，或联系县里的技术人员。",
    "store_unreadable": "数据库打不开或已损坏（{problem}），没有改动。请不要删除任何文件，从备份恢复，或联系县里的技术人员。",
    "store_from_future": "这份数据由更新版本的程序写成，没有打开。请升级本机的村缴通。",
    "store_busy": "数据库正被另一个程序使用，这次没有写入。请关闭另一个村缴通窗口，稍等再试。",
    "store_unwritable": "数据库不能写入（只读或没有权限），没有改动。请检查数据文件夹的权限。",
    "folder_unwritable": "文件夹 {folder} 建不了或写不进去，没有创建。请用 --data 换一个能写入的文件夹。",
    "roster_changed": "预览之后名册已被另一个程序改动，这次没有导入任何人。请重新导入一次。",
    # -- command line
    "usage": "命令写得不对：{problem}。什么也没有做。请用 {command} --help 查看写法。",
    "interrupted": "已中断，没有做完。请核对后再试。",
}
