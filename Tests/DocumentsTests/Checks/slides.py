"""What slides show, as JSON.

slides.py FILE"""
import json
import sys

from pptx import Presentation

show = Presentation(sys.argv[1])


def texts(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def languages(slide):
    return sorted({run.get("lang", "") for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")})


print(json.dumps([
    {
        "title": slide.shapes.title.text_frame.text if slide.shapes.title is not None else "",
        "texts": list(texts(slide)), "languages": languages(slide),
        "pictures": [shape._element.nvPicPr.cNvPr.get("descr", "") for shape in slide.shapes if shape.shape_type == 13],
        "notes": slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
    } for slide in show.slides
]))
