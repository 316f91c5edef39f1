"""村缴通 (cunjiao): the counter of a village for the yearly premium of 城乡居民基本医疗保险.

The way of the data, which is also the way through the folders:
notice      a county's text, carried as values with clauses      resources/policy, packs
assessment  what is due, and why, step by step                   domain/assessment.py
payment     one person, one year, one entry in the journal       desk/collect.py, domain/journal.py
receipt     the paper the resident takes home                    desk/print_receipt.py, devices/receipt_pdf.py
day         opened with a float, counted blind, closed           desk/day.py
sync file   the journal slice, signed and sealed on a stick      desk/hand_over.py, devices/envelope.py
county      takes each entry exactly once and replies              county/
reply       moves entries from 已报 to 县已收 or 县退回           desk/take_reply.py
"""

from pathlib import Path

NAME = "村缴通"
__version__ = "0.1.0"

# Beside this package in the checkout, in a wheel and in a frozen bundle alike; no path goes through a folder that a
# bundle does not have.
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
