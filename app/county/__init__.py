"""The county's end of the stick: enrol a point, receive its files exactly once, reconcile, reply.

office.py opens the county's folder; enrol.py, receive.py, reconcile.py and reply.py are its verbs, one file each.
The books (lists, days, cases, the page) are laid out in reconcile.py; take_list.py and cases.py are their verbs.
schema.py has all tables. Nothing here knows the counter's store, desk or window.
"""
