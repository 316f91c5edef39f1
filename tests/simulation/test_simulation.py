"""Twenty-five seeds of the simulation, and that a seed is a seed. `dev.py bench simulation` runs over a thousand."""

import pytest

from tests.simulation.run import run
from tests.simulation.sizes import SMALL, Size, Told

TINY = Size(points=3, days=6)
SEEDS = range(25)
# What these seeds together must have met, so that a simulation which injects nothing cannot pass.
FAULTS = {"lost", "twice", "late", "truncated", "flipped", "foreign", "resealed", "clock back", "died", "restored",
          "restored from an old backup", "folder copied", "disk cloned", "revoked", "old stick",
          "county restored", "county restored without files"}  # fmt: skip
ANSWERS = {"damaged", "not_ours", "envelope_swapped", "not_enrolled", "revoked", "fork", "fork listed", "waiting",
           "no_effect", "ack_differs", "clock_back", "paid_there", "already_paid", "sibling_unknown"}  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_the_county_ends_with_what_points_took(seed: int, met: Told):
    found = run(seed, SMALL)
    met.faults += found.faults
    met.answers += found.answers


@pytest.fixture(scope="module")
def met() -> Told:
    return Told()


def test_every_fault_was_met_and_answered(met: Told):
    assert met.faults.keys() >= FAULTS, FAULTS - met.faults.keys()
    assert met.answers.keys() >= ANSWERS, ANSWERS - met.answers.keys()


def test_the_same_seed_does_the_same():
    assert run(7, TINY).plain() == run(7, TINY).plain()
