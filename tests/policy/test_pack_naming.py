"""Places as an official types them: entries by their id or name, whatever stands above them."""

import pytest

from app import packs
from app.domain.errors import WrongUse
from app.packs import edit, typed
from app.packs.naming import dotted, find, tree_of, values
from tests.facts import PACKS


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_value_of_a_pack_is_found_by_its_name(pack_id: str) -> None:
    tree = tree_of(packs.load(pack_id))
    for place, _ in values(packs.load(pack_id)):
        assert find(tree, dotted(tree, place)) == place


def test_names_of_entries() -> None:
    tree = {
        "category": [{"name": "低保对象"}, {"name": "A.B"}, {"name": "A"}],
        "channel": [{"channel": "village", "methods": ["cash", "pos"]}],
        "report": [{"what": "表"}, {"what": "表"}],
    }
    assert dotted(tree, ("category", 0, "subsidy")) == "category.低保对象.subsidy"
    assert find(tree, "category.A.B.subsidy") == ("category", 1, "subsidy")
    assert find(tree, "category.A.subsidy") == ("category", 2, "subsidy")
    assert dotted(tree, ("channel", 0)) == "channel.village/cash+pos"
    assert dotted(tree, ("report", 1)) == "report.2", "two of the same name go by their number"
    assert find(tree, "report.2.due") == ("report", 1, "due")


@pytest.mark.parametrize(
    "name", ["", ".", "category.土豪.subsidy", "prices.nothing.yuan", "id.x", "category.低保对象.x.y"]
)
def test_what_is_nowhere_is_not_found(name: str) -> None:
    assert find(tree_of(packs.load("langxi-2024")), name) is None


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("prices.full.yuan", "1020", 1020),
        ("category.孤儿.subsidy", "full", "full"),
        ("category.孤儿.subsidy", "190", 190),
        ("prices.full.confirmed", "true", True),
        ("window.migrant.closes", "2024-02-28", "2024-02-28"),
        ("late.dynamic.categories", "孤儿、特困人员", ["孤儿", "特困人员"]),
        ("channel.village/cash.methods", "cash，pos", ["cash", "pos"]),
        ("late.newborn.bring", "出生医学证明", "出生医学证明"),
    ],
)
def test_a_value_gets_the_type_of_its_place(name: str, text: str, value: object) -> None:
    document = edit.read(packs.pack_bytes("langxi-2024"))
    place = find(document, name)
    assert place is not None
    read = typed.read(name, place, text)
    assert (str(read) if name.endswith("closes") else read) == value


@pytest.mark.parametrize(
    ("name", "text", "code", "says"),
    [
        ("prices.full.yuan", "a lot", "place_value_invalid", "整数"),
        ("prices.full.yuan", "10.5", "place_value_invalid", "整数"),
        ("prices.full.confirmed", "ja", "place_value_invalid", "true（是）或 false（否）"),
        ("window.migrant.closes", "2024-02-30", "place_value_invalid", "日期"),
        (
            "late.others.within.decision",
            "maybe",
            "place_value_invalid",
            "accept（可以）、hold（可以，待县级确认后收）、refer（先问县级）、refuse（不可以）",
        ),
        ("category.孤儿.subsidy", "some", "place_value_invalid", "整数，或 full（全额资助）、undetermined（数额未定）"),
        ("prices.full.colour", "1", "place_unknown", "prices.full.colour"),
        ("prices.full", "1", "place_unknown", "prices.full"),
        ("category", "1", "place_unknown", "category"),
    ],
)
def test_a_value_that_cannot_stand_there(name: str, text: str, code: str, says: str) -> None:
    with pytest.raises(WrongUse) as caught:
        edit.set_value(edit.read(packs.pack_bytes("langxi-2024")), name, text)
    assert caught.value.code == code
    assert says in str(caught.value)
