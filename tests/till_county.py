"""The county's tables against the point's: of the same entries both have the same rows (design §2)."""

from sqlalchemy import select

from app.county import schema
from app.county.active import ACTIVE, STANDS
from app.county.office import County
from app.desk.desk import Desk
from app.domain.tables import TABLES


def compare(desk: Desk, county: County) -> None:
    """Every projection of what the county received equals the point's, and so do the payments that stand."""
    with county.engine.begin() as connection:
        for name in TABLES:
            query = f"SELECT {', '.join(schema.own_columns(TABLES[name]))} FROM {name}"
            theirs = connection.exec_driver_sql(query).fetchall()
            ours = desk.db.conn.execute(query).fetchall()
            assert sorted(map(tuple, theirs), key=repr) == sorted(map(tuple, ours), key=repr), name
        stands = select(schema.payments.c.payment).select_from(ACTIVE).where(STANDS)
        active = {row[0] for row in connection.execute(stands)}
    assert active == {row[0] for row in desk.db.conn.execute("SELECT payment FROM active")}
