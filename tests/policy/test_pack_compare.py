"""What would change against last year, value by value, in an official's words."""

from pathlib import Path

from app import packs
from app.packs.compare import changes
from app.packs.reading import load_bytes
from app.packs.renew import renew
from app.packs.sources import before, find
from tests.factories import run_here
from tests.policy.edited import PACK, changed, own_copy


def texts(data: bytes) -> list[str]:
    return [each.text for each in changes(packs.load(PACK), load_bytes(data, "x"))]


def test_a_pack_does_not_differ_from_itself() -> None:
    assert texts(packs.pack_bytes(PACK)) == []


def test_a_new_price_shows_in_every_amount_that_follows_from_it() -> None:
    said = texts(changed("prices.individual.yuan=400", "prices.full.yuan=1040"))
    assert "个人缴费：380元 → 400元（三(一)）" in said
    assert "低保对象：资助342元，个人缴38元 → 资助342元，个人缴58元（三(二)2）" in said
    assert "特困人员：全额资助380元 → 全额资助400元（三(二)1）" in said


def test_dates_limits_and_clauses() -> None:
    assert texts(changed("window.collection.opens=2023-09-15")) == [
        "集中征缴期：2023-10-01 至 2023-12-31 → 2023-09-15 至 2023-12-31（六(二)）"
    ]
    assert texts(changed("late.newborn.limit=90d", "late.newborn.clause=四(一)"))[0].startswith(
        "新生儿落地参保，3个月内 改为"
    )
    moved = texts(changed("stacking.clause=三(三)"))
    assert len(moved) == 1 and moved[0].startswith("多重身份：出处 ") and moved[0].endswith("→ 三(三)")


def test_a_category_that_comes_and_one_that_goes() -> None:
    new = {"name": "土豪", "subsidy": 0, "clause": "三(一)"}
    said = texts(changed("category.计生特扶对象.name=特扶户", add={"category": [new]}))
    assert "新增人员类别 土豪：资助0元，个人缴380元（三(一)）" in said
    assert any(each.startswith("新增人员类别 特扶户：全额资助380元") for each in said)
    assert any(each.startswith("没有了人员类别 计生特扶对象（原为：全额资助380元") for each in said)


def test_a_value_that_is_no_default_any_more() -> None:
    said = texts(changed("channel.village/pos.silent=", "channel.village/pos.question=", "status=draft"))
    assert "村（社区）：POS机：可以（待县级确认） → 可以（五(二)）" in said


def test_it_is_compared_with_what_it_was_copied_from(tmp_path: Path) -> None:
    file = own_copy(tmp_path, renew(find(PACK), year=2025).data)
    done = run_here("pack", "check", file, "--json")
    assert done.json["against"] == PACK
    assert any(each["text"].startswith("集中征缴期：2023-10-01") for each in done.json["changes"])
    printed = run_here("pack", "check", file).out
    assert f"和 {PACK} 相比" in printed
    named = run_here("pack", "check", file, "--against", "yixian-2024", "--json")
    assert named.json["against"] == "yixian-2024"
    assert len(named.json["changes"]) > len(done.json["changes"])


def test_a_neighbour_in_the_same_folder_goes_before_the_program_s_own(tmp_path: Path) -> None:
    county = own_copy(tmp_path, changed("prices.full.yuan=1100"))
    file = tmp_path / "new" / "pack.toml"
    file.parent.mkdir()
    file.write_bytes(renew(find(county), year=2025).data)
    source = find(file)
    found = before(source, source.policy())
    assert found is not None and found.file == county.resolve()


def test_without_a_former_pack_it_is_last_year_s_of_the_county_or_none(tmp_path: Path) -> None:
    next_year = own_copy(tmp_path, renew(find(PACK), year=2025).data.replace(b'copied_from = "langxi-2024"\n', b""))
    source = find(next_year)
    found = before(source, source.policy())
    assert found is not None and found.policy().id == PACK
    assert before(find(PACK), packs.load(PACK)) is None
    assert run_here("pack", "check", PACK, "--json").json["changes"] == []


def test_a_comma_inside_brackets_is_no_end() -> None:
    """Nothing is cut out of 1020元（未确认，不收）（待县级确认）."""
    said = texts(changed("prices.full.yuan=1070"))
    assert "筹资总额：1020元（未确认，不收）（待县级确认） → 1070元（未确认，不收）（待县级确认）（三(一)）" in said
