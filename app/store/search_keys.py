"""The search columns of a resident: one indexed column for each way of asking, so each question is one range scan."""

from typing import Any

from app.devices.pinyin import search_keys


def search_columns(row: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Search columns for a roster row, and its other readings: what few names have, so that it costs no column.

    Those are initials and pinyin of a polyphonic surname's other readings, and long names from the fourth character.
    """
    name: str = row["name"]
    keys = search_keys(name)
    columns = {
        "name2": name[1:] or None,
        "name3": name[2:] or None,
        "initials": keys.initials,
        "initials2": keys.initials[1:] or None,
        "pinyin": keys.pinyin,
        "number_reversed": row["document_number"][::-1],
        "phone_reversed": row["phone"][::-1] or None,
    }
    return columns, [*keys.initials_alt, *keys.pinyin_alt, *(name[at:] for at in range(3, len(name)))]
