"""What a clerk may read aloud: the answer, the line at the counter, the steps with their clauses."""

from datetime import date

import pytest

from app.domain.assessment import Assessment, Facts, assess
from app.domain.errors import WrongUse
from app.domain.facts import COVERS, ENROLMENTS
from app.domain.wording import SENTENCES, sentence
from app.packs import load
from app.packs.words import render
from tests.facts import PACKS, assessed, listed, stated


def codes(answer: Assessment) -> list[str]:
    return [step.code for step in answer.steps]


def test_an_ordinary_resident_pays_the_price_of_the_year() -> None:
    answer = assessed()
    assert (answer.outcome, answer.due_fen, answer.subsidy_fen, answer.price_fen) == ("collect", 38000, 0, 38000)
    assert answer.headline == "一般居民：个人缴 380 元（三(一)）"
    assert codes(answer) == ["scope_in", "window_open", "price_individual", "period"]


def test_the_line_at_the_counter_names_category_amounts_and_clause() -> None:
    answer = assessed(categories=[listed("低保")])
    assert answer.headline == "低保对象：标准 380 元，资助 342 元，个人缴 38 元（三(二)2）"
    assert answer.clause == "三(二)2"


def test_losing_categories_stand_in_the_steps_with_the_reason() -> None:
    held = [listed("一般重度残疾人"), listed("稳定脱贫人口"), listed("低保对象")]
    answer = assessed(categories=held)
    said = [sentence(answer.policy, step) for step in answer.steps if step.effect == "loses"]
    assert said == [
        "稳定脱贫人口：本通知没有资助",
        "一般重度残疾人：资助 190 元，不高于低保对象，就高不就低，不重复资助",
    ]


def test_who_identifies_and_who_pays_is_said_from_the_pack() -> None:
    answer = assessed(categories=[listed("计生特扶对象")])
    won = next(step for step in answer.steps if step.code == "category_won")
    assert render(answer.policy, won).endswith("个人缴 0 元（县卫健委认定，县卫健委专项资金出资）")
    assert answer.outcome == "collect_zero"


def test_a_category_recorded_twice_counts_once() -> None:
    """Removed and recognised again: the record that holds decides."""
    answer = assessed(
        "yixian-2024",
        categories=[listed("低保对象", "2019-01-01", "2021-01-01"), listed("农村低保", "2022-01-01")],
    )
    assert (answer.category, answer.due_fen) == ("低保对象", 4500)
    assert "lost_removed" not in codes(answer)


def test_a_category_the_pack_does_not_know_is_never_charged_in_full() -> None:
    facts = Facts.from_json(stated(categories=[listed("土豪")]))
    with pytest.raises(WrongUse) as caught:
        assess(load("langxi-2024"), facts)
    assert caught.value.code == "category_unknown"
    assert "土豪" in str(caught.value)


def test_an_open_amount_is_referred_with_the_period_and_the_question() -> None:
    answer = assessed(categories=[listed("孤儿")])
    assert (answer.outcome, answer.eligible, answer.due_fen) == ("refer", True, None)
    assert answer.benefit_start == date(2024, 1, 1)
    assert [question.id for question in answer.questions] == ["orphans"]
    assert answer.headline == "孤儿：通知没有给出资助数额，待县级确认，先不收款（七(五)）"


def test_register_first_carries_what_will_be_due() -> None:
    answer = assessed("yixian-2024", last_year="never", registered=False)
    assert (answer.outcome, answer.due_fen) == ("register_first", 38000)
    assert answer.headline == "请先办理参保登记；一般居民：个人缴 380 元（四(二)）"


def test_a_refusal_says_why() -> None:
    answer = assessed(other_cover="employee")
    assert answer.headline == "已有其他保障（职工医保），不应在这里重复参保缴费（二）"
    assert (answer.due_fen, answer.benefit_start, answer.waiting) == (None, None, None)


def test_a_payment_after_the_season_waits_and_says_so() -> None:
    answer = assessed("xingguo-2024", paid_on="2024-01-01")
    assert (answer.waiting, answer.benefit_start) == ("90d", date(2024, 3, 31))
    assert answer.headline == "一般居民：个人缴 380 元，等待90日（二(一)；四）"


def test_a_payment_that_buys_nothing_is_a_warning() -> None:
    answer = assessed("xingguo-2024", paid_on="2024-10-03")
    assert (answer.outcome, answer.due_fen, answer.benefit_start) == ("warn_no_benefit", 38000, None)
    assert answer.headline == "一般居民：个人缴 380 元，但本年度享受不到待遇（二(一)）"


def test_an_unconfirmed_price_is_never_charged() -> None:
    answer = assessed(enrolment="employee_gap", event_date="2024-03-31", paid_on="2024-05-10")
    assert (answer.outcome, answer.eligible, answer.due_fen, answer.price_fen) == ("refer", True, None, None)
    assert answer.benefit_start == date(2024, 5, 11)
    assert "full_financing" in [question.id for question in answer.questions]


def test_money_that_has_not_arrived_gives_a_provisional_start_and_the_question() -> None:
    told = {"enrolment": "released", "event_date": "2023-03-10", "paid_on": "2023-05-01"}
    answer = assessed("suixian-2023", **told, received_on=None)
    assert (answer.outcome, answer.benefit_start) == ("collect", date(2023, 5, 1))
    assert "received_on" in [question.id for question in answer.questions]


def test_an_event_after_the_payment_is_asked_about() -> None:
    told = {"enrolment": "released", "event_date": "2023-06-10", "paid_on": "2023-05-01"}
    answer = assessed("suixian-2023", **told)
    assert (answer.outcome, answer.eligible) == ("refer", False)


@pytest.mark.parametrize("pack_id", PACKS)
@pytest.mark.parametrize("cover", COVERS)
def test_every_other_cover_has_an_answer(pack_id: str, cover: str) -> None:
    answer = assessed(pack_id, other_cover=cover)
    assert answer.headline
    assert (answer.outcome == "refuse_duplicate") == (cover == "already_paid")


@pytest.mark.parametrize("pack_id", PACKS)
@pytest.mark.parametrize("enrolment", ENROLMENTS)
@pytest.mark.parametrize("months", [0, 2, 5, 14])
def test_every_enrolment_has_an_answer_at_any_time(pack_id: str, enrolment: str, months: int) -> None:
    """No rule is missing, and every step has words."""
    year = load(pack_id).benefit_year
    paid_on = date(year + (10 + months) // 13, (10 + months) % 12 + 1, 20).isoformat()
    told = {"enrolment": enrolment, "event_date": f"{year - 1}-11-05", "paid_on": paid_on, "received_on": paid_on}
    answer = assessed(pack_id, **told, birth_date=f"{year - 1}-11-05" if enrolment == "newborn" else "1990-01-01")
    assert all(sentence(answer.policy, step) for step in answer.steps)
    assert answer.headline


def test_no_sentence_is_without_a_step() -> None:
    """Codes are written in the rules as text; each sentence here is reached by one of them."""
    from pathlib import Path

    files = [file for file in Path("app/domain").glob("*.py") if file.name != "wording.py"]
    rules = "".join(file.read_text(encoding="utf-8") for file in files)
    unused = [code for code in SENTENCES if f'"{code}"' not in rules and not code.startswith("price_")]
    assert unused == []


def test_a_category_kept_by_the_base_day_is_open_and_says_so() -> None:
    answer = assessed(categories=[listed("低保对象", "2020-01-01", "2023-10-15")])
    assert (answer.due_fen, answer.category) == (3800, "低保对象")
    assert "kept_by_base" in codes(answer)
    assert [question.id for question in answer.questions] == ["removed_after_base"]


def test_what_was_removed_before_the_base_day_is_lost() -> None:
    answer = assessed(categories=[listed("低保对象", "2020-01-01", "2023-08-31")])
    assert (answer.due_fen, answer.category) == (38000, None)
    assert "lost_removed" in codes(answer)


@pytest.mark.parametrize("pack_id", ["langxi-2024", "suixian-2023", "xingguo-2024"])
@pytest.mark.parametrize("held", [[], [listed("低保对象")], [listed("特困人员"), listed("低保对象")]])
def test_the_everyday_case_leaves_no_question(pack_id: str, held: list[dict[str, str]]) -> None:
    """The counter ticks a family beforehand only where nothing is open."""
    assert assessed(pack_id, categories=held).questions == ()
