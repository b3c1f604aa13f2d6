"""Whether print.py's ways around WeasyPrint change a document: prints a page with and without them, and compares pages,
tags with their descriptions, and words.

same.py PRINT PAGE: prints what differs, a line each."""
import io
import struct
import subprocess
import sys

import pikepdf

program, page = open(sys.argv[1]).read(), open(sys.argv[2], "rb").read()
# They are for one version only; one that calls itself another is used as it is.
other = 'import weasyprint\nweasyprint.__version__ += ".0"\n'


def run(command, message):
    return subprocess.run(command, input=message, capture_output=True, check=True).stdout


def printed(program):
    answer = run([sys.executable, "-c", program], struct.pack("<I", len(page)) + page)
    first = 5  # It is ready: one byte, after its length.
    (length,) = struct.unpack("<I", answer[first:first + 4])
    return answer[first + 4:first + 4 + length]


def tags(node):
    if isinstance(node, pikepdf.Array):
        return [tag for child in node for tag in tags(child)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [(str(node.S), str(node.get("/Alt", "")))] if "/S" in node else []
    return own + (tags(node.K) if "/K" in node else [])


ours, plain = printed(program), printed(other + program)
if ours == plain:
    print("the ways around were not taken")
structures = []
for each in (ours, plain):
    with pikepdf.open(io.BytesIO(each)) as pdf:
        structures.append((len(pdf.pages), tags(pdf.Root.StructTreeRoot.K)))
if structures[0] != structures[1]:
    print("other pages or tags than without the ways around")
texts = [run(["pdftotext", "-", "-"], each).split() for each in (ours, plain)]
if sorted(texts[0]) != sorted(texts[1]):
    print(f"words: {len(texts[0])}, and {len(texts[1])} without")
