"""Whether slides fit, as LibreOffice shows them: all words within the page, as many pages as slides. Prints what is wrong.

fit.py PDF PPTX"""
import re
import subprocess
import sys

from pptx import Presentation

text = subprocess.run(["pdftotext", "-bbox", sys.argv[1], "-"], capture_output=True, text=True, check=True).stdout
pages = text.split("<page ")[1:]
slides = len(Presentation(sys.argv[2]).slides)
if len(pages) != slides:
    print(len(pages), "pages of", slides, "slides")
for number, page in enumerate(pages, 1):
    width, height = (float(re.search(f'{name}="([0-9.]+)"', page).group(1)) for name in ("width", "height"))
    words = re.findall(r'xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">([^<]*)', page)
    margin = height / 40
    for left, top, right, bottom, word in words:
        if float(left) < margin or float(top) < margin or float(right) > width - margin or float(bottom) > height - margin:
            print("slide", number, "runs out at", word)
            break
