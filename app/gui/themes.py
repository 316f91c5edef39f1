"""The palettes: every colour by its meaning, in each theme. No other file of the window names a colour by its figures.

Text keeps a contrast of 4.5:1 against each ground it stands on, sums 7:1, and everything 7:1 in the theme of high
contrast (tests/gui/test_look.py). The practice band is the same amber in all of them.
"""

THEMES = ("light", "dark", "contrast")

# Meaning: (light, dark, contrast).
_MEANINGS = {
    # Text, and what it stands on.
    "ink": ("#16211f", "#e9f1ee", "#ffffff"),
    "quiet": ("#52605d", "#a9bab4", "#ececec"),
    "ground": ("#eef2f0", "#101816", "#000000"),
    "card": ("#ffffff", "#1a2421", "#000000"),
    # Rules between things, and the frame of a field to type in.
    "line": ("#cfd8d4", "#374541", "#a8a8a8"),
    "edge": ("#78857f", "#7f928c", "#ffffff"),
    # The expected next thing, what is chosen, and where the keyboard is.
    "strong": ("#0a5a50", "#66cdb9", "#6fe7ff"),
    "strong_hover": ("#084a42", "#86dccb", "#b5f3ff"),
    "on_strong": ("#ffffff", "#06231e", "#000000"),
    "tint": ("#dcefe9", "#21352f", "#003a44"),
    # A chosen row, what is written on it, and the bar at its left that says so too.
    "chosen": ("#c4e4da", "#2a4a42", "#6fe7ff"),
    "on_chosen": ("#16211f", "#e9f1ee", "#000000"),
    "mark": ("#0a5a50", "#66cdb9", "#0c7a92"),
    "focus": ("#c2570c", "#ffa15a", "#ffff00"),
    # Practice or real.
    "practice": ("#f5a524", "#f5a524", "#f5a524"),
    "on_practice": ("#2b1700", "#2b1700", "#000000"),
    "real": ("#0a5a50", "#0f6a5f", "#005e54"),
    "on_real": ("#ffffff", "#ffffff", "#ffffff"),
    # What is said: look out, for your information, done.
    "caution": ("#7a3d00", "#ffc078", "#ffd27a"),
    "caution_ground": ("#fff1d6", "#3a2a12", "#2b1d00"),
    "calm": ("#0b4f71", "#8fd0f5", "#9fdcff"),
    "calm_ground": ("#e2f1fa", "#12303f", "#001d2b"),
    "good": ("#0c5c36", "#84dfa6", "#8dffb5"),
    "good_ground": ("#dff3e6", "#143524", "#00240f"),
    # The header.
    "header": ("#123a35", "#0b2f2a", "#000000"),
    "header_hover": ("#084a42", "#14524a", "#003a44"),
    "on_header": ("#f3faf7", "#f3faf7", "#ffffff"),
    "quiet_header": ("#b9d5cd", "#b9d5cd", "#ffffff"),
    # What an empty field waits for, what cannot be used now, what dims a page under a sheet (with its opacity first).
    "faint": ("#67736f", "#93a19c", "#a8a8a8"),
    "off": ("#67736f", "#93a19c", "#d0d0d0"),
    "off_ground": ("#e3e8e6", "#27312e", "#262626"),
    "backdrop": ("#780a1e1a", "#b4000000", "#c8000000"),
}

PALETTES = {
    theme: {meaning: colours[place] for meaning, colours in _MEANINGS.items()} for place, theme in enumerate(THEMES)
}
