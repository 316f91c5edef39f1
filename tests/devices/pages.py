"""Reading finished PDFs as others do: text by two readers, and the page as a printer of 203 dpi sees it."""

import io

import pypdf
import pypdfium2
from PIL import Image

HEAD_DPI = 203


def copied(pdf: bytes) -> list[str]:
    """The text of the first page as pdfium and as pypdf give it, without the blanks readers put in."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        texts = [text.get_text_range(), pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()]
        text.close()
        page.close()
    return ["".join(found.split()) for found in texts]


def raster(pdf: bytes, dpi: int = HEAD_DPI) -> Image.Image:
    """The first page as a picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        picture = page.render(scale=dpi / 72).to_pil().convert("L")
        page.close()
    return picture


def ink_at_the_edges(picture: Image.Image, border_mm: float, dpi: int = HEAD_DPI) -> bool:
    """Whether anything is drawn where a printer cannot print."""
    border = int(border_mm * dpi / 25.4)
    inside = picture.copy()
    inside.paste(255, (border, border, picture.width - border, picture.height - border))
    return inside.getextrema()[0] < 255
