"""A pack about to be used: the program's own, or a county's file that checks and cases have proved."""

from app.domain.errors import WrongUse
from app.domain.policy import Policy
from app.packs import cases
from app.packs.sources import find, read


def installable(name: str) -> tuple[Policy, bytes]:
    """The policy of a pack (id or file) and its exact bytes.

    Raises WrongUse: pack_unknown, pack_missing, pack_invalid, cases_invalid, pack_cases_differ (cases beside a file).
    """
    source = find(name)
    policy = source.policy()
    if source.file is not None and source.cases.is_file():
        worked = cases.read(read(source.cases), str(source.cases))
        wrong = cases.run(policy, worked)
        if wrong:
            first = wrong[0]
            raise WrongUse("pack_cases_differ", file=name, number=len(wrong), case=first.case, field=first.field)
    return policy, source.data
