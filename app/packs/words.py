"""The Chinese sentence of a step, worded by the pack it was decided under; `app.domain.wording` holds the sentences."""

from app.domain.wording import headline, sentence, yuan

__all__ = ["headline", "render", "yuan"]

render = sentence
