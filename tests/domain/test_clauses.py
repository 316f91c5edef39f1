"""A clause as it is read out."""

import pytest

from app.domain.clauses import clause_words


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("三(二)2", "三(二)2"),
        ("附件", "附件"),
        ("二¶1", "二第1段"),
        ("二(二)3¶2", "二(二)3第2段"),
        ("五末;六(二)", "五末段；六(二)"),
        ("七(四);六¶1", "七(四)；六第1段"),
        ("一(一);附件备注", "一(一)；附件备注"),
        ("国办发〔2024〕38号·等待期", "国办发〔2024〕38号·等待期"),
        ("五末段", "五末段"),
    ],
)
def test_a_clause_in_words(clause: str, words: str) -> None:
    assert clause_words(clause) == words
