"""Two clerks do whatever they like in whatever order, and every yuan and every sheet is accounted for after each step.

`dev.py bench till` lets the same machine run thousands of times.
"""

from hypothesis import HealthCheck, Phase, settings

from tests.till_machine import TillMachine

# Not shrunk: each run makes a point, and a failure is to be seen in seconds.
TillMachine.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
TestMoneyAndPaper = TillMachine.TestCase
