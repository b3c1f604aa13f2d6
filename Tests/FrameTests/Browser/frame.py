"""The components, and the pages that belong to nobody in particular."""
from portal import ARGUMENTS, BASE, browser

COOKIE, SESSION = ARGUMENTS

with browser() as visit:
    visit.open("/arbete/prov", 422).check("components")
    visit.open("/arbete/prov?sprak=en", 422).check()
    visit.open("/kvitto?sprak=sv").check("receipt")
    for name in ["tillganglighetsredogorelse", "kakor", "personuppgifter", "kontakt", "ordlista"]:
        visit.open(f"/{name}").check(name)
        visit.open(f"/{name}?sprak=en").check()
        visit.open(f"/{name}?sprak=sv")
    for path, status in [("/finns-inte", 404), ("/fel", 500), ("/stangt", 503), ("/for-stor", 413)]:
        visit.open(path, status).check(path[1:])

    # By keyboard: past the menu, through the form, to the row that an error leads to.
    visit.open("/kakor")
    visit.tab_to("Hoppa till innehållet").enter()
    visit.tab_to("Kontakt").enter().has("Frågor om uppgifterna")
    visit.open("/arbete/prov", 422)
    assert "Det här behöver du rätta" in visit.page.evaluate("document.activeElement.innerText"), "focus is not on the errors"
    visit.tab_to("Välj vad som stämmer.").enter().press("Space")
    assert visit.page.evaluate("document.querySelector('#skal').checked"), "the error does not lead to its choice"
    visit.tab_to("Kontrollera filen")

    # Something to be signed in for; the warning is shown when it is due, and asks for more time without a new page.
    visit.page.context.add_cookies([{"name": COOKIE, "value": SESSION, "url": BASE}])
    visit.open("/arbete/kommun/0380").check("signed-in")
    visit.open("/arbete/kommun/0330", 403).check("forbidden")
    visit.open("/arbete/kommun/0380")
    due = "for (const a of document.getAnimations()) a.currentTime = 1502000"
    assert not visit.page.is_visible("text=Fortsätt arbeta"), "the warning is shown at once"
    visit.page.evaluate(due)
    assert visit.page.is_visible("text=Fortsätt arbeta"), "the warning is not shown"
    visit.check("session-ending")
    visit.page.click("text=Fortsätt arbeta")
    visit.page.wait_for_selector("text=Fortsätt arbeta", state="hidden")
    visit.page.evaluate(due)
    assert visit.page.is_visible("text=Fortsätt arbeta"), "the warning does not come again"

with browser(javascript=False) as visit:
    visit.page.context.add_cookies([{"name": COOKIE, "value": SESSION, "url": BASE}])
    visit.open("/arbete/prov", 422).check()
    visit.page.click("text=In English")
    visit.has("All components")
    # More time without script: in a tab of its own, so that what is typed stays.
    visit.open("/arbete/kommun/0380?sprak=sv")
    with visit.page.context.expect_page() as opened:
        visit.page.evaluate("document.querySelector('.session form').submit()")
    opened.value.wait_for_load_state()
    assert opened.value.title().startswith("Du är fortfarande inloggad"), opened.value.title()

with browser(reduced_motion="reduce", forced_colors="active") as visit:
    visit.open("/arbete/prov", 422).picture("forced-colors")

with browser() as visit:
    visit.page.emulate_media(media="print")
    visit.open("/kvitto").picture("print")
    assert not visit.page.is_visible(".site nav"), "the menu is printed"
