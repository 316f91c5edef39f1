"""A clause as people read it. In packs, entries and answers it stays as the pack writes it, e.g. "二¶1;五末"."""

import re


def clause_words(clause: str) -> str:
    """ "二(二)3¶2;五末" -> "二(二)3第2段；五末段"."""
    refs = (ref.strip() for ref in re.split("[;；]", clause))
    return "；".join(re.sub("末$", "末段", re.sub(r"¶([0-9]+)", r"第\1段", ref)) for ref in refs if ref)
