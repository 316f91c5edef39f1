"""One target for each importer: a `Random` in, the code of the answer out; anything but a named answer is a finding."""

from collections.abc import Callable
from random import Random

from tests.fuzz import down_files, sheets, up_files
from tests.fuzz.ground import enrolled, ground, received


def at_county(rng: Random) -> str:
    """`county receive`."""
    here = ground()
    return here.at_county(up_files.up_file(rng, here.village, here.county_keys.public), received)


def at_enrolment(rng: Random) -> str:
    """`county enrol`."""
    here = ground()
    return here.at_county(up_files.request(rng, here.sibling), enrolled)


def at_desk(rng: Random) -> str:
    """`import` of a reply."""
    here = ground()
    return here.at_desk(down_files.reply(rng, here.desk, here.head, here.county_keys, here.sibling))


def from_sibling(rng: Random) -> str:
    """`import` of what the other PC of the village wrote."""
    here = ground()
    return here.at_desk(down_files.sibling_file(rng, here.desk, here.sibling))


TARGETS: dict[str, Callable[[Random], str]] = {
    "receive": at_county,
    "enrol": at_enrolment,
    "reply": at_desk,
    "sibling": from_sibling,
    "sheet": sheets.read,
}
