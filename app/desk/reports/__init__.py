"""The reports a village hands in or hangs up: each a file, each a `Listing`, all made from the journal's projections.

catalogue.py    which there are, by name
daily cash receipt_book stock_book remittances    money and paper
register summary unpaid progress board            people
inspection      everything an inspection asks for
head.py         what stands over each of them; write.py puts them on the disk
"""
