"""What a workbook holds, as JSON: of every sheet the cells, the number of charts, their titles and descriptions.

workbook.py FILE"""
import json
import re
import sys
import zipfile

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
with zipfile.ZipFile(sys.argv[1]) as package:
    drawings = [package.read(name).decode() for name in package.namelist() if re.match(r"xl/drawings/drawing\d+", name)]
    charts = [package.read(name).decode() for name in package.namelist() if re.match(r"xl/charts/chart\d+", name)]
print(json.dumps({
    "sheets": [
        {
            "name": sheet.title, "charts": len(sheet._charts), "freeze": sheet.freeze_panes or "",
            "cells": {cell.coordinate: str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None},
            "formats": {cell.coordinate: cell.number_format for row in sheet.iter_rows() for cell in row if cell.value is not None},
        } for sheet in book.worksheets
    ],
    "descriptions": [text for drawing in drawings for text in re.findall(r'descr="([^"]*)"', drawing)],
    # Without a word of it an empty cell is a gap.
    "bridged": sum(bool(re.search(r'dispBlanksAs val="(zero|span)"', chart)) for chart in charts),
    "charts": len(charts), "title": book.properties.title,
}))
