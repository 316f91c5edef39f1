"""`pack ask`: refunds, methods, remittance, reports, targets and tasks, each answered in a line with its clause."""

import pytest

from tests.factories import run_here, sentence_of


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("langxi-2024", "refund", "reason=自然减员", "on=2023-12-31"), "退（三(一)"),
        (("langxi-2024", "refund", "reason=自然减员", "on=2024-01-01"), "报县级（三(一)"),
        (("langxi-2024", "report", "what=登记表"), "最迟 2024-01-10 报县医保局、县税务局（六(三)）"),
        (("suixian-2023", "method", "channel=village", "method=cash"), "可以（三(二)2"),
        (("suixian-2023", "remittance", "paid_on=2022-10-12"), "最迟 2022-10-12 解缴（七(四)"),
        (("suixian-2023", "target", "town=高城镇"), "高城镇：任务 19349 人（免缴 761 人，其他 18588 人）（附件"),
        (("suixian-2023", "target", "town=太白顶景区"), "万和镇：任务 52741 人"),
        (("suixian-2023", "target", "town=没有镇"), "通知没有这个乡镇的任务数"),
        (("xingguo-2024", "task", "base=1500", "less.prison=3", "less.military=6"), "任务 1491 人"),
        (("xingguo-2024", "task", "base=1500"), "任务 1500 人"),
        (("langxi-2024", "refund", "reason=死亡"), "报县级，要先问清是哪一天（三(一)"),
        (("yixian-2024", "method", "channel=bank", "method=batch_deduction"), "通知已取消银行批量扣款，不可以（五）"),
        (("yixian-2024", "method", "channel=village", "method=cash"), "通知没有列出，不可以"),
    ],
)
def test_the_answer_is_one_line_with_its_clause(words: tuple[str, ...], said: str) -> None:
    found = run_here("pack", "ask", *words)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith(said)


def test_an_open_question_is_named_with_the_default_in_force() -> None:
    out = run_here("pack", "ask", "langxi-2024", "remittance", "paid_on=2023-11-01").out
    assert "待县级确认：" in out and "（暂按：" in out


def test_what_nobody_gave_a_number_for_is_said() -> None:
    out = run_here("pack", "ask", "xingguo-2024", "task", "base=1500", "less.prison=3").out
    assert "没有给出，按 0 计" in out and "服刑" not in out.split("；")[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nowhere-2024", "refund", "reason=x"), "pack_unknown"),
        (("langxi-2024", "weather"), "topic_unknown"),
        (("langxi-2024", "refund"), "facts_invalid"),
        (("langxi-2024", "refund", "reason"), "fact_invalid"),
        (("langxi-2024", "refund", "reason=a", "reason=b"), "fact_twice"),
        (("langxi-2024", "refund", "reason=a", "reason.deep=b"), "fact_invalid"),
        (("langxi-2024", "refund", "reason=自然减员", "on=2024-02-30"), "facts_invalid"),
        (("xingguo-2024", "task", "base=10", "less.dogs=1"), "task_unknown"),
        (("xingguo-2024", "task", "base=10", "less.prison=11"), "task_negative"),
    ],
)
def test_what_cannot_be_asked_is_named(words: tuple[str, ...], code: str) -> None:
    found = run_here("pack", "ask", *words)
    assert (found.code, found.out) == (2, "")
    sentence_of(found.err, code)
