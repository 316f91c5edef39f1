"""A drawing as a picture of dots, for heads that know only black and white. Pillow is loaded when one is made."""

from functools import cache
from typing import TYPE_CHECKING

from app.devices import fonts
from app.devices.drawing import FRAME, OUTLINE, ROUND, THICKENED, Bars, Box, Drawing, Mark, Rules, Text, draw, frame
from app.devices.typeset import MIDDLE, MM

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFont import FreeTypeFont

# A dot burns where more than half of it would be ink. Thin strokes of Chinese need a little help.
BURNS_BELOW = 150


def dots(page: Drawing, dots_per_mm: float) -> "Image.Image":
    """The page in black (0) and white (255), mode "1": whole dots, nothing in between."""
    return greys(page, dots_per_mm).point(lambda level: 255 if level >= BURNS_BELOW else 0).convert("1")


def greys(page: Drawing, dots_per_mm: float) -> "Image.Image":
    """The page in levels from 0 (ink) to 255 (paper), mode "L"."""
    drawn = _Picture(page, dots_per_mm)
    draw(page, drawn)
    return drawn.image


class _Picture:
    """A picture being drawn."""

    def __init__(self, page: Drawing, dots_per_mm: float) -> None:
        from PIL import Image, ImageDraw

        self.scale = dots_per_mm
        self.dx, self.dy = page.dx_tenths / 10, page.dy_tenths / 10
        self.image = Image.new("L", (round(page.width * dots_per_mm), round(page.height * dots_per_mm)), 255)
        self.pen = ImageDraw.Draw(self.image)

    def at(self, x: float, y: float) -> tuple[float, float]:
        return ((x + self.dx) * self.scale, (y + self.dy) * self.scale)

    def points(self, points: float) -> float:
        """Points in dots."""
        return points / MM * self.scale

    def text(self, item: Text) -> None:
        """Each character on the place the PDF gives it: Pillow would round every advance, and add kerning."""
        x, y = self.at(item.x, item.y)
        size = self.points(item.size)
        stroke = size * THICKENED / 2 if item.thick else 0
        font, grey = _font(item.role, size), round(item.grey * 255)
        for character in item.text:
            place = (round(x), round(y))
            self.pen.text(place, character, fill=grey, font=font, anchor="ls", stroke_width=stroke)
            x += self.points(fonts.width(character, size=item.size, role=item.role))

    def rules(self, item: Rules) -> None:
        width = max(1, round(self.points(item.weight)))
        for x1, y1, x2, y2 in item.ends:
            for start, end in _dashes((x1, y1), (x2, y2), item.dash):
                ends = [tuple(map(round, self.at(*start))), tuple(map(round, self.at(*end)))]
                self.pen.line(ends, fill=round(item.grey * 255), width=width)

    def box(self, item: Box) -> None:
        width = max(1, round(self.points(item.weight)))
        corners = [self.at(item.x, item.y), self.at(item.x + item.width, item.y + item.height)]
        whole = [(round(x), round(y)) for x, y in corners]
        self.pen.rectangle(whole, outline=round(item.grey * 255), width=width)

    def bars(self, item: Bars) -> None:
        x, y = self.at(item.x, item.y)
        module = item.module * self.scale
        bottom = y + item.height * self.scale
        for start, count in item.runs:
            left, right = round(x + start * module), round(x + (start + count) * module)
            self.pen.rectangle([(left, round(y)), (right - 1, round(bottom) - 1)], fill=0)

    def mark(self, item: Mark) -> None:
        """Drawn upright on a paper of its own, turned, and laid on as ink."""
        from PIL import Image

        mask = self.upright(item).rotate(item.angle, expand=True, resample=Image.Resampling.BICUBIC)
        x, y = self.at(item.x, item.y)
        red, green, blue = item.colour
        grey = round(255 * (0.299 * red + 0.587 * green + 0.114 * blue))
        self.image.paste(grey, (round(x - mask.width / 2), round(y - mask.height / 2)), mask)

    def upright(self, item: Mark) -> "Image.Image":
        from PIL import Image, ImageDraw

        half = fonts.width(item.text, size=item.size, role="bold") / 2
        _, _, width, height = frame(half, item.size)
        size = (round(self.points(width + 2 * FRAME)), round(self.points(height + 2 * FRAME)))
        mask = Image.new("L", size, 0)
        pen, font = ImageDraw.Draw(mask), _font("bold", self.points(item.size))
        baseline = size[1] / 2 + self.points(item.size * MIDDLE)
        place = (size[0] / 2 - self.points(half), baseline)
        if item.outline:
            pen.text(place, item.text, fill=255, font=font, anchor="ls", stroke_width=self.points(OUTLINE))
            pen.text(place, item.text, fill=0, font=font, anchor="ls")
        else:
            pen.text(place, item.text, fill=255, font=font, anchor="ls")
        if item.framed:
            inset = self.points(FRAME)
            corners = (inset, inset, size[0] - inset, size[1] - inset)
            pen.rounded_rectangle(corners, self.points(ROUND), outline=255, width=max(1, round(inset)))
        return mask


@cache
def _font(role: str, size: float) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(str(fonts.path(role)), size, layout_engine=ImageFont.Layout.BASIC)


Point = tuple[float, float]


def _dashes(start: Point, end: Point, dash: float) -> list[tuple[Point, Point]]:
    """The line in dashes and gaps of `dash` mm; whole where that is 0."""
    length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    if not dash or not length:
        return [(start, end)]
    across, down = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    count = int(length / dash / 2)
    begins = [2 * dash * number for number in range(count)]
    return [
        (
            (start[0] + across * begin, start[1] + down * begin),
            (start[0] + across * (begin + dash), start[1] + down * (begin + dash)),
        )
        for begin in begins
    ]
