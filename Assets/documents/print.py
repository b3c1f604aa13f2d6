"""Prints pages as PDF/UA-1, one after another, until there are no more. Run by underlag; see Sources/Documents/Engines.

In: four bytes with a length (least significant first) and a page in HTML. Out: a length and a PDF; a length of 0 when the
page could not be printed. First comes a length of 1 and one byte: all that is needed is here."""
import sys

sys.path[:] = [folder for folder in sys.path if folder]

import gc
import logging
import select
import signal
import struct

IDLE = 300  # seconds after which a printer nobody uses ends itself

logging.disable(logging.CRITICAL)
signal.signal(signal.SIGINT, signal.SIG_IGN)

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

if int(weasyprint.__version__.split(".")[0]) < 70:
    sys.exit(3)


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


source = open(0, "rb", buffering=0, closefd=False)
target = open(1, "wb", closefd=False)
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
