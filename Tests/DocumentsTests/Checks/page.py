"""A page in a browser: what axe finds, and whether it is wider than its window. Prints what is wrong, a line each.

page.py CHROMIUM FILE"""
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto("file://" + sys.argv[2])
        for detail in page.query_selector_all("summary"):
            detail.click()
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        for violation in found.response["violations"]:
            print(width, violation["id"], violation["nodes"][0]["html"][:120])
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            print(width, "wider than its window")
        shown = page.evaluate("[...document.querySelectorAll('svg')].filter(s => s.getClientRects().length).length")
        drawn = page.evaluate("document.querySelectorAll('figure').length")
        if shown != drawn:
            print(width, "of", drawn, "diagrams", shown, "are shown")
    # What is saved is what the link says.
    for link in page.query_selector_all("a[download]")[:2]:
        with page.expect_download() as fetched:
            link.click()
        name = link.get_attribute("download")
        begins = {"csv": b"\xef\xbb\xbf", "svg": b"<svg"}[name.split(".")[-1]]
        if fetched.value.suggested_filename != name or not open(fetched.value.path(), "rb").read().startswith(begins):
            print("not saved:", name)
    browser.close()
