"""Prints pages as PDF/UA-1, one after another, until there are no more. Run by underlag; see Sources/Documents/Engines.

In: four bytes with a length (least significant first) and a page in HTML that is well-formed XML too. Out: a length and a
PDF; a length of 0 when the page could not be printed. First comes a length of 1 and one byte: all that is needed is here."""
import sys

sys.path[:] = [folder for folder in sys.path if folder]

import gc
import logging
import select
import signal
import struct
from xml.etree import ElementTree

import weasyprint
import weasyprint.svg
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

IDLE = 300  # seconds after which a printer nobody uses ends itself

if int(weasyprint.__version__.split(".")[0]) < 70:
    sys.exit(3)


class Whole(str):
    """A text that is one piece. WeasyPrint lays out a text of a drawing letter by letter, in case each has a place of its
    own; ours have not, and are better spaced as a whole, in a third of the time."""

    def __iter__(self):
        yield str(self)


def shorten():
    """Ways around what WeasyPrint does for everybody and ours need not. Another version may not have them."""
    letters = weasyprint.svg.text

    def text(drawing, node, size):
        node._etree_node.text = Whole(node.text or "")
        return letters(drawing, node, size)

    weasyprint.svg.text = weasyprint.svg.TAGS["text"] = weasyprint.svg.TAGS["tspan"] = text
    weasyprint.tinyhtml5.parse = lambda page, **_: ElementTree.fromstring(page.read())


def read(count):
    data = b""
    while len(data) < count:
        more = source.read(count - len(data))
        if not more:
            sys.exit(0)
        data += more
    return data


def answer(document):
    target.write(struct.pack("<I", len(document)) + document)
    target.flush()


logging.disable(logging.CRITICAL)
signal.signal(signal.SIGINT, signal.SIG_IGN)
source = open(0, "rb", buffering=0, closefd=False)
target = open(1, "wb", closefd=False)
try:
    shorten()
except AttributeError:
    pass
fonts = FontConfiguration()
# A report needs nothing from outside.
fetcher = URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
gc.collect()
gc.freeze()
gc.disable()
answer(b"1")
while select.select([source], [], [], IDLE)[0]:
    page = read(struct.unpack("<I", read(4))[0]).decode()
    try:
        document = weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf(
            pdf_variant="pdf/ua-1", font_config=fonts)
    except Exception:
        document = b""
    answer(document)
    del page, document
    gc.collect()
