"""Every kind of page that somebody can reach by links, in Swedish, wide and narrow; the first of them in English too."""
import re
from urllib.parse import urlsplit

import demonstration
from portal import ARGUMENTS, BASE, browser

WHO = ARGUMENTS[1]
# What differs between pages of one kind.
KINDS = [(r"\d{4}-\d\d-\d{4}-\d+", "leverans"), (r"\d{4}-\d\d", "manad"), (r"\d{4}-W\d+", "vecka"),
         (r"/anvandare/[a-z0-9]+", "/anvandare/vem"), (r"/([A-Za-z0-9_-]{32,}|[0-9a-f]{16})(?=/|$)", "/nyckel"),
         (r"/\d+(?=/|$)", "/nummer")]


def kind(address):
    """Pages of one kind have the same: as they are at first, and as anything is chosen on them."""
    path = address.path
    for pattern, word in KINDS:
        path = re.sub(pattern, word, path)
    return path, bool(address.query)


def links(visit):
    found = visit.page.eval_on_selector_all("a[href]:not([download])", "all => all.map((a) => a.href)")
    return [link for link in map(urlsplit, found) if link.geturl().startswith(BASE + "/")]


with browser() as visit:
    demonstration.sign_in(visit, getattr(demonstration, WHO.upper()))
    seen, waiting = set(), [urlsplit(BASE + "/arbete")]
    titles = {}
    while waiting:
        address = waiting.pop(0)
        name = kind(address)
        if name in seen or "sprak=" in address.query:
            continue
        seen.add(name)
        # What is saved as a file is not a page.
        local = address.path + ("?" + address.query if address.query else "")
        head = visit.page.request.head(BASE + local)
        saved = "attachment" in head.headers.get("content-disposition", "")
        if saved or "text/html" not in head.headers.get("content-type", "") or head.status != 200:
            assert head.status < 400, f"{local}: {head.status}"
            continue
        visit.open(local).check(f"{WHO}-{len(seen):03}")
        path = urlsplit(visit.page.url).path
        titles.setdefault(visit.page.title(), set()).add(path)
        waiting += links(visit)
    shared = {title: paths for title, paths in titles.items() if len(paths) > 1}
    assert not shared, f"pages that are called the same: {shared}"
    assert len(titles) > 5, titles
    for word in ["", "/konto", "/handelser"]:
        visit.open(f"/arbete{word}?sprak=en").check()
    print(len(seen), "ok")
