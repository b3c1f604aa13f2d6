"""What a reader with a screen reader needs of a PDF (design 4.3). Prints what is wrong, a line each.

pdf.py FILE TEXT…"""
import os
import subprocess
import sys

import pikepdf

path, texts = sys.argv[1], sys.argv[2:]
faults = []


def demand(holds, fault):
    if not holds:
        faults.append(fault)


pdf = pikepdf.open(path)
root = pdf.Root
demand(str(root.get("/Lang", "")).startswith("sv"), "no Swedish language")
demand(bool(root.get("/MarkInfo", {}).get("/Marked", False)), "not marked as tagged")
demand(bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)), "the title is not displayed")
demand(str(pdf.docinfo.get("/Title", "")) != "", "no title")
with pdf.open_metadata() as metadata:
    demand(metadata.get("pdfuaid:part") == "1", "not PDF/UA-1")
with pdf.open_outline() as outline:
    demand(len(outline.root) > 0, "no bookmarks")
demand(os.path.getsize(path) < 500_000, f"{os.path.getsize(path)} bytes")

# The tree of tags, in reading order.
roles, referenced, headers = [], set(), []


def walk(node):
    if isinstance(node, pikepdf.Array):
        for child in node:
            walk(child)
        return
    if not isinstance(node, pikepdf.Dictionary):
        return
    role = str(node.get("/S", ""))
    if role:
        roles.append(role)
    attributes = node.get("/A", [])
    attributes = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    if role == "/Figure":
        demand(str(node.get("/Alt", "")).strip() != "", "a figure without a description")
    if role == "/TH":
        scoped = any("/Scope" in each for each in attributes if isinstance(each, pikepdf.Dictionary))
        headers.append((scoped, bytes(node.get("/ID", b""))))
    for each in attributes:
        if isinstance(each, pikepdf.Dictionary):
            referenced.update(bytes(name) for name in each.get("/Headers", []))
    if "/K" in node:
        walk(node.K)


walk(root.StructTreeRoot.K)
for scoped, name in headers:
    demand(scoped or name in referenced, "a header of a table without scope that no cell refers to")
levels = [int(role[2:]) for role in roles if role in {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}]
demand(levels[:1] == [1], "the first heading is not of level 1")
demand(levels.count(1) == 1, "more than one heading of level 1")
demand(all(after <= before + 1 for before, after in zip(levels, levels[1:])), f"a level is skipped: {levels}")
for role in ("/Figure", "/Table", "/L"):
    demand(role in roles, f"no {role}")

# Fonts, also those of drawings.
fonts, seen = [], set()


def gather(resources):
    fonts.extend(resources.get("/Font", {}).values())
    for thing in resources.get("/XObject", {}).values():
        if thing.objgen not in seen and "/Resources" in thing:
            seen.add(thing.objgen)
            gather(thing.Resources)


for page in pdf.pages:
    gather(page.Resources)
demand(len(fonts) > 0, "no fonts")
for font in fonts:
    demand("/ToUnicode" in font, "a font whose letters cannot be read")
    for child in font.get("/DescendantFonts", [font]):
        descriptor = child.get("/FontDescriptor", {})
        demand(any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")), "a font that is not embedded")
        demand("Open-Sans" in str(font.BaseFont), f"another font: {font.BaseFont}")
first = pdf.pages[0].MediaBox
demand([round(float(n)) for n in first] == [0, 0, 595, 842], f"not A4: {list(first)}")

written = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
plain = " ".join(written.replace("\u00a0", " ").split())
for text in texts:
    demand(" ".join(text.replace("\u00a0", " ").split()) in plain, f"not in the text: {text}")
print("\n".join(sorted(set(faults))), end="")
