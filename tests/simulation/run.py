"""One run from one seed: `python -m tests.simulation.run SEED [small|whole]` replays it and prints what happened."""

import json
import sys
from pathlib import Path

from tests.simulation.ending import Ending
from tests.simulation.moulds import scratch
from tests.simulation.sizes import SIZES, Size, Told
from tests.simulation.world import World


def run(seed: int, size: Size) -> Told:
    """Live all days, deliver what is left, compare. Raises AssertionError, or whatever the program ran into."""
    with scratch() as folder:
        world = World(Path(folder), seed, size)
        world.live()
        Ending(world).run()
        world.end()
    return world.told


if __name__ == "__main__":
    size = SIZES[sys.argv[2] if len(sys.argv) > 2 else "small"]
    print(json.dumps(run(int(sys.argv[1]), size).plain(), ensure_ascii=False, indent=1))
