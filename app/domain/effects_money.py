"""What cards, settlement slips and remittances put into the tables."""

from collections.abc import Iterator

from app.domain.effects import Body, Kinds, Stamp, put
from app.domain.tables import Effect


def _card_intended(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("cards", body, stamp)
    for person in body["people"]:
        yield put("card_people", body, stamp, person=person)


def _card_answered(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("card_results", body, stamp)


def _settled(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("settlements", body, stamp)
    if body["amount_fen"]:
        yield put(
            "remittances", body, stamp, method="pos", remitted_on=body["settled_on"], bank=f"POS {body['terminal']}"
        )
        yield put("remitted_days", body, stamp)


def _remitted(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("remittances", body, stamp, method="cash")
    for each in body["days"]:
        yield put("remitted_days", each, stamp, slip=body["slip"])


def _arrived(body: Body, stamp: Stamp) -> Iterator[Effect]:
    yield put("arrivals", body, stamp)


KINDS: Kinds = {
    "card_intended": _card_intended,
    "card_answered": _card_answered,
    "pos_settled": _settled,
    "remitted": _remitted,
    "remittance_arrived": _arrived,
}
