"""The window: Qt only here, and no SQL, rules or arithmetic.

entry.py     what main hands over          window.py   one window: band, pages, notices, state bar
session.py   the signed-in desk, shared     pages/      beginning, sign-in, counter, day, hand-over …
                                            setup/      the steps of setting a point up
worker.py    long work off the window       dialogs/    sheets that lie over a page: cash, card, void ...
text.py      every word more than one page uses        models/ lists     parts/ what pages are made of
style.py     the theme in use, fonts        themes.py   the palettes: light, dark, high contrast
scale.py     the size of the text           icons.py    one set of icons, in any colour
"""
