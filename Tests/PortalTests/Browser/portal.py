"""A real browser for the tests of the portal: Debian's Chromium, driven by playwright, judged by axe.

A script opens one with `with browser() as visit:` and is run by `Browser.run` of TestSupport, or by hand:

    python Tests/PortalTests/Browser/deliver.py http://127.0.0.1:8080 [argument …]

UNDERLAG_SCREENSHOTS names a folder for pictures; without it none are taken.
"""
import contextlib
import os
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = 1200, 320
BASE = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else ""
ARGUMENTS = sys.argv[2:]

# The name of the element that has focus, as a screen reader would begin to say it.
FOCUSED = """() => {
  const e = document.activeElement
  if (!e || e === document.body) return ''
  const label = e.labels && e.labels.length ? e.labels[0].innerText : ''
  return (e.getAttribute('aria-label') || label || e.innerText || e.value || '').trim()
}"""
# Whether focus is seen: a ring, on something that nothing else covers.
SEEN = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect()
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const x = box.left + Math.min(box.width / 2, innerWidth - box.left - 1), y = box.top + box.height / 2
  const top = document.elementFromPoint(x, y)
  const covered = !top || !(top === e || e.contains(top) || top.contains(e))
  return (ring ? '' : 'no ring ') + (covered ? 'covered' : '')
}"""
# What is wrong with the page's bones.
BONES = """() => {
  const wrong = [], say = (text) => wrong.push(text)
  const shown = (e) => e.getClientRects().length > 0
  if (!['sv', 'en'].includes(document.documentElement.lang)) say('lang')
  if (document.querySelectorAll('h1').length !== 1) say('not one h1')
  if (!/ – (Lämna statistik|Deliver statistics|.+ kommun)$/.test(document.title)) say('title ' + document.title)
  const isError = /^(Fel|Error): /.test(document.title)
  if (!!document.querySelector('.error-summary, .field .error') !== isError && !document.querySelector('[data-says-error]'))
    say('title and errors disagree: ' + document.title)
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption || !table.caption.textContent.trim()) say('table without caption')
    for (const th of table.querySelectorAll('th')) if (!th.scope) say('header without scope: ' + th.innerText)
  }
  for (const link of document.querySelectorAll('.error-summary a')) {
    const target = link.getAttribute('href')
    if (target.startsWith('#') && !document.getElementById(target.slice(1))) say('error leads nowhere: ' + target)
  }
  if (document.querySelector('[style], style, [onclick], script:not([src])')) say('inline style or script')
  return wrong
}"""
REFLOW = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1
    && !e.closest('.scroll')).slice(0, 5).map((e) => e.outerHTML.slice(0, 120))"""


def plain(text):
    """The text with blanks that may break."""
    return text.replace("\u00a0", " ")


class Visit:
    """A tab of somebody's own."""

    def __init__(self, program, settings):
        self.program = program
        self.settings = settings
        self.javascript = settings["java_script_enabled"]
        self.page = page = program.new_context(**settings).new_page()
        page.set_default_timeout(60_000)
        self.said = []
        self.clicks = 0
        page.on("console", lambda message: message.type == "error" and self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        # What is given up because another page is asked for is no failure.
        page.on("requestfailed", lambda request: "ERR_ABORTED" in (request.failure or "")
                or self.said.append(f"{request.url} {request.failure}"))

    def somebody_else(self):
        """A tab that shares nothing with this one."""
        return Visit(self.program, self.settings)

    def open(self, path, status=200):
        """Goes to `path`, which is to answer with `status`."""
        answer = self.page.goto(BASE + path)
        assert answer.status == status, f"{path}: {answer.status}"
        self.forgive(status)
        return self

    def check(self, name=None):
        """Everything that can be checked of the page as it stands, wide and narrow. `name` names its picture."""
        where = f"{self.page.url} «{self.page.title()}»"
        wrong = self.page.evaluate(BONES) + [f"the browser says: {text}" for text in self.said]
        size = self.page.viewport_size
        for width in (WIDE, NARROW):
            self.page.set_viewport_size({"width": width, "height": 900})
            if name:
                self.picture(f"{name}-{width}")
            closed = self.page.query_selector_all("details:not([open])")
            for each in closed:
                each.evaluate("e => e.open = true")
            for violation in self.violations():
                nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
                wrong.append(f"axe at {width}: {violation['id']}: {violation['help']}: {nodes}")
            wrong += [f"wider than {width}: {each}" for each in self.page.evaluate(REFLOW)]
            for each in closed:
                each.evaluate("e => e.open = false")
        self.page.set_viewport_size(size)
        assert not wrong, where + "\n  " + "\n  ".join(wrong)
        return self

    def violations(self):
        """What axe finds. It waits for promises, which never come without JavaScript."""
        if not self.javascript:
            return []
        # All that is right is not asked for: it is much more.
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        return Axe().run(self.page, options=options).response["violations"]

    def picture(self, name):
        """A picture of the whole page, when pictures are asked for."""
        folder = os.environ.get("UNDERLAG_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=f"{folder}/{name}.png", full_page=True)

    def has(self, text):
        """The page shows `text`."""
        body = plain(self.page.inner_text("body"))
        assert text in body, f"{self.page.url} does not say «{text}»:\n{body[:2000]}"
        return self

    # By pointing.

    def click(self, name):
        """Clicks the first link or button called `name`, and waits for the page that comes."""
        link, button = (self.page.get_by_role(role, name=name) for role in ("link", "button"))
        return self.follow(link.or_(button).first)

    def follow(self, target):
        """Clicks `target`, counts it, and waits for the page that comes."""
        self.clicks += 1
        with self.page.expect_navigation() as answer:
            target.click()
        self.forgive(answer.value.status if answer.value else 200)
        return self

    def fill(self, **fields):
        """Fills in fields by name; radio buttons and boxes are chosen by their value."""
        for name, value in fields.items():
            field = self.page.locator(
                f"[name='{name}'][value='{value}'], [name='{name}']:not([type=radio], [type=checkbox])").first
            if field.evaluate("e => e.tagName") == "SELECT":
                field.select_option(value)
            elif field.get_attribute("type") in ("radio", "checkbox"):
                field.check()
            else:
                field.fill(value)
        return self

    def choose(self, *files):
        """Chooses files in the page's file field."""
        self.page.set_input_files("input[type=file]", [str(file) for file in files])
        return self

    def send(self, button, **fields):
        """Fills in fields by name, and clicks the button."""
        return self.fill(**fields).follow(self.page.get_by_role("button", name=button).first)

    def forgive(self, status):
        """Chromium says itself of every page that is an error, and of nothing else."""
        self.said = [text for text in self.said if status < 400 or "Failed to load resource" not in text]

    def title(self, beginning):
        """The title begins so."""
        title = plain(self.page.title())
        assert title.startswith(beginning), title
        return self

    # By keyboard alone.

    def tab_to(self, name, presses=200):
        """Presses Tab until what has focus is called `name`; focus is to be seen at each stop."""
        passed = []
        for _ in range(presses):
            self.page.keyboard.press("Tab")
            called = plain(self.page.evaluate(FOCUSED))
            passed.append(called)
            if called:
                unseen = self.page.evaluate(SEEN)
                assert not unseen, f"focus on «{called}» is not seen: {unseen}"
            if name in called:
                return self
        raise AssertionError(f"Tab never reaches «{name}»: {passed}")

    def press(self, *keys):
        """Presses keys that do not lead away from the page."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def enter(self):
        """Presses Enter, and waits for the page that comes."""
        with self.page.expect_navigation() as answer:
            self.page.keyboard.press("Enter")
        self.forgive(answer.value.status if answer.value else 200)
        return self

    def type(self, text):
        """Types where focus is."""
        self.page.keyboard.type(text)
        return self

    def choose_file(self, path):
        """Chooses a file for the file field that has focus: the dialogue itself is the system's."""
        field = self.page.evaluate_handle("document.activeElement").as_element()
        assert field.get_attribute("type") == "file", "a file field does not have focus"
        field.set_input_files(str(path))
        return self


@contextlib.contextmanager
def browser(javascript=True, **context):
    """A tab of a browser of its own, with or without JavaScript."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as player:
        # Chromium refuses its sandbox to root.
        program = player.chromium.launch(
            executable_path=os.environ.get("UNDERLAG_CHROMIUM", "/usr/bin/chromium"), chromium_sandbox=not root)
        try:
            settings = {"viewport": {"width": WIDE, "height": 900}, "locale": "sv-SE", "java_script_enabled": javascript}
            yield Visit(program, settings | context)
        finally:
            program.close()
