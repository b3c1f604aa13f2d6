"""What a memo says, as JSON: its paragraphs with their styles.

memo.py FILE"""
import json
import sys

from docx import Document
from docx.oxml.ns import qn

document = Document(sys.argv[1])
language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val"))
print(json.dumps({
    "language": language, "title": document.core_properties.title,
    "paragraphs": [[paragraph.style.name, paragraph.text] for paragraph in document.paragraphs],
}))
