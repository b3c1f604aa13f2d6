"""Prints pages as PDF/UA-1, one after another, until there are no more. Run by underlag; see Sources/Documents/Engines.

In: four bytes with a length (least significant first) and a page in HTML that is well-formed XML too. Out: a length and a
PDF; a length of 0 when the page could not be printed. First comes a length of 1 and one byte: all that is needed is here."""
import sys

sys.path[:] = [folder for folder in sys.path if folder]

import gc
import logging
import select
import struct
from xml.etree import ElementTree

import weasyprint
import weasyprint.svg
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

IDLE = 300  # seconds after which a printer nobody uses ends itself

if int(weasyprint.__version__.split(".")[0]) < 70:
    sys.exit(3)


def shorten():
    """Ways around what WeasyPrint 70.0 does for everybody and our pages need not; with those of once() they more than
    halve the time; pages, tags and words stay the same."""
    from math import inf

    from weasyprint.css.properties import INITIAL_VALUES
    from weasyprint.draw.text import draw_first_line
    from weasyprint.matrix import Matrix
    from weasyprint.svg import SVG, TAGS
    from weasyprint.svg.text import Style, TextBox
    from weasyprint.svg.utils import color
    from weasyprint.text.line_break import split_first_line

    # The pages are well-formed XML.
    weasyprint.tinyhtml5.parse = lambda page, **_: ElementTree.fromstring(page.read())
    # What elements are by themselves: of ours, not of all there are.
    elements = [weasyprint.CSS(string=ELEMENTS)]
    weasyprint.HTML._ua_stylesheets = lambda page, forms=False: elements

    # Drawings: shapes that are only filled, and texts as a whole and not letter by letter, the same words (months, years)
    # laid out once. Nothing in ours is turned, clipped or seen through.
    styles, layouts, colors, draw = {}, {}, {}, SVG.draw_node

    def paint(node):
        name = node.get("fill")
        if name not in colors:
            colors[name] = color(name)
        return colors[name]

    def style(node, size):
        key = node.get("font-weight"), size
        if key not in styles:
            made = Style(INITIAL_VALUES)
            made.font_config = fonts
            made["font_family"] = [name.strip(" \"'") for name in node.get("font-family", "sans-serif").split(",")]
            made["font_style"], made["font_weight"], made["font_size"] = "normal", int(key[0] or 400), size
            styles[key] = made
        return styles[key]

    def draw_node(drawing, node, size, fill_stroke=True, context=None):
        stream = drawing.stream
        if node.tag in ("circle", "rect", "path") and "fill" in node.attrib and "stroke" not in node.attrib:
            stream.push_state()
            stream.set_color(paint(node))
            TAGS[node.tag](drawing, node, size)
            stream.fill()
            stream.pop_state()
            return None
        if node.tag != "text" or not node.text:
            return draw(drawing, node, size, fill_stroke, context)
        look = style(node, float(node.get("font-size", size)))
        key = node.text, id(look)
        if key not in layouts:
            if len(layouts) > 5000:
                layouts.clear()
            layout, _, _, width, _, _ = split_first_line(node.text, look, drawing.context, inf, 0)
            layouts[key] = TextBox(layout, look), width
        box, width = layouts[key]
        shift = {"middle": width / 2, "end": width}.get(node.get("text-anchor"), 0)
        stream.push_state()
        stream.set_color(paint(node))
        stream.begin_text()
        stream.set_text_rendering(0)
        place = Matrix(d=-1, e=float(node.get("x", 0)) - shift, f=float(node.get("y", 0)))
        draw_first_line(stream, box, "none", "none", place)
        stream.end_text()
        stream.pop_state()

    SVG.draw_node = draw_node


def once():
    """What WeasyPrint 70.0 reckons anew for each box that looks the same, and we but once for the look."""
    from weasyprint.css import AnonymousStyle, ComputedStyle
    from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
    from weasyprint.layout.percent import resolve_percentages
    from weasyprint.text.ffi import pango
    from weasyprint.text.line_break import Layout, get_font_description, strut

    def replace(work, other):
        for module in list(sys.modules.values()):
            if module.__name__.startswith("weasyprint") and getattr(module, work.__name__, None) is work:
                setattr(module, work.__name__, other)

    # A line is laid out as it is to be drawn, and kept until then.
    set_up = Layout.setup

    def set_up_drawn(layout, style):
        set_up(layout, style)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)

    Layout.setup = set_up_drawn
    Layout.deactivate = lambda layout: None
    Layout.reactivate = lambda layout, style: None

    # What no rule speaks of is in a style from the beginning.
    plain = {
        name: value for name, value in INITIAL_VALUES.items()
        if name not in INHERITED and name not in INITIAL_NOT_COMPUTED and not name.startswith("text_decoration_")
        and name not in ("page", "position", "float", "display")
    }

    def begin_plain(kind):
        begin = kind.__init__

        def begun(style, *parts):
            style.update(plain)
            begin(style, *parts)
            for name in getattr(style, "cascaded", ()):
                style.pop(name, None)

        kind.__init__ = begun

    begin_plain(ComputedStyle)
    begin_plain(AnonymousStyle)

    # What comes of a style alone, and of a style in a place so wide and high.
    def remember(work):
        def remembered(style):
            known = vars(style)
            if work.__name__ not in known:
                known[work.__name__] = work(style)
            return known[work.__name__]

        replace(work, remembered)

    remember(get_font_description)
    remember(strut)

    sides = "top", "right", "bottom", "left"
    borders = [f"border_{side}_width" for side in sides]
    measures = [*borders, "width", "min_width", "max_width", "height", "min_height", "max_height"]
    measures += [f"{part}_{side}" for part in ("margin", "padding") for side in sides]

    def resolved(box, containing_block):
        place = containing_block
        size = place if isinstance(place, tuple) else (place.width, place.height)
        own, known = vars(box), vars(box.style).setdefault("measures", {})
        key = type(box), size, *map(own.get, borders)
        if key in known:
            own.update(known[key])
        else:
            resolve_percentages(box, containing_block)
            known[key] = {name: own[name] for name in measures}

    replace(resolve_percentages, resolved)


ELEMENTS = """
html, body, h1, h2, h3, h4, p, ul, li, div, section, article, header { display: block }
head, style, title, meta { display: none }
body { margin: 8px }
p, ul { margin-top: 1em; margin-bottom: 1em }
h1, h2, h3, h4 { font-weight: bold; hyphens: manual; break-after: avoid; break-inside: avoid; bookmark-label: content(text) }
h1 { bookmark-level: 1 } h2 { bookmark-level: 2 } h3 { bookmark-level: 3 } h4 { bookmark-level: 4 }
strong, th { font-weight: bold }
ul { padding-left: 40px; list-style-type: disc; counter-reset: list-item; break-before: avoid }
li { display: list-item }
li::marker { font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }
table { display: table; box-sizing: border-box; text-indent: initial; border-spacing: 2px }
caption { display: table-caption } thead { display: table-header-group } tbody { display: table-row-group }
tr { display: table-row } td, th { display: table-cell; padding: 1px }
thead, tbody { vertical-align: middle } tr, td, th { vertical-align: inherit }
table, td, th { border-color: gray } thead, tbody, tr { border-color: inherit }
sup { vertical-align: super; font-size: smaller; line-height: normal }
img { overflow: hidden }
a { text-decoration: underline }
@page {
  @top-left { text-align: left; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
}
"""


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
source = open(0, "rb", buffering=0, closefd=False)
target = open(1, "wb", closefd=False)
fonts = FontConfiguration()
if weasyprint.__version__ == "70.0":
    shorten()
    once()
# A report needs nothing from outside.
fetcher = URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
gc.collect()
gc.freeze()
gc.disable()
answer(b"1")
printed = 0
while select.select([source], [], [], IDLE)[0]:
    page = read(struct.unpack("<I", read(4))[0]).decode()
    try:
        document = weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf(
            pdf_variant="pdf/ua-1", font_config=fonts)
    except Exception:
        document = b""
    answer(document)
    del page, document
    printed += 1
    if printed % 8 == 0:  # A page leaves some ten megabytes behind, and clearing them away is a tenth of the work.
        gc.collect()
