"""The county's end of the stick: enrol a point, receive its files exactly once, reconcile, reply.

office.py opens the county's folder; enrol.py, receive.py, reconcile.py and reply.py are its verbs, one file each.
schema.py and records.py hold the only SQL. Nothing here knows the counter's store, desk or window.
"""
