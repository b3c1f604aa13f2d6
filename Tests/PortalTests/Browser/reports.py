"""The pages of reports, each in every state, and the way from beginning to published by keyboard and without script.

It is 6 December 2023; November has been extracted. Maria makes reports, Per reviews them, Lena only reads.
"""
from portal import ARGUMENTS, BASE, WIDE, browser

COOKIE, MARIA, PER, LENA = ARGUMENTS
WORK = "/arbete/rapporter/namndrapport-ekonomiskt-bistand/2023-{}"
NOVEMBER, OCTOBER = WORK.format("11"), WORK.format("10")


def person(visit, session):
    visit.page.context.clear_cookies()
    visit.page.context.add_cookies([{"name": COOKIE, "value": session, "url": BASE}])
    return visit


def step(visit, session, button, path):
    return person(visit, session).open(path).click(button)


with browser() as visit:
    person(visit, MARIA)
    visit.open("/arbete").has("November 2023 är klar att skapa").check("rapport-start-ny")
    visit.open("/arbete/rapporter").check("rapporter-ny")
    visit.click("Skapa nämndrapport").title("Nämndrapport november 2023").check("rapport-utkast")

    # Chosen, moved and written.
    visit.page.locator("input[name=visa][value=vuxenutbildning]").uncheck()
    visit.click("Flytta upp Hushåll")
    assert not visit.page.locator("#vuxenutbildning").count()
    first = visit.page.locator(".report-part").nth(1).get_attribute("id")
    assert first == "hushall", first
    visit.page.locator("#diagram-utbetalt-bistand + .editor summary").click()
    editor = visit.page.locator("#diagram-utbetalt-bistand + .editor")
    editor.locator("input[type=text]").fill("Mer i juni")
    visit.follow(editor.get_by_role("button", name="Spara")).has("Mer i juni").has("Sparat.")
    visit.page.locator("#diagram-utbetalt-bistand + .editor summary").click()
    visit.click("Använd förslaget")
    assert "Mer i juni" not in visit.page.inner_text("body")
    visit.click("Tjänsteskrivelsen").title("Tjänsteskrivelse").check("tjansteskrivelse")
    visit.send("Spara texterna", arende="Det gäller 811218-9876").title("Fel: ").check("tjansteskrivelse-personnummer")
    visit.send("Spara texterna", arende="Rapport för november.").has("Texterna är sparade.")

    # What somebody else changed meanwhile.
    other = visit.somebody_else()
    person(other, PER).open(NOVEMBER + "/tjansteskrivelse")
    visit.send("Spara texterna", arende="Rapporten för november.")
    other.send("Spara texterna", arende="Pers ärende.").has("Maria Lind ändrade rapporten")
    other.has("Rapporten för november.").check("tjansteskrivelse-tva-texter")
    assert other.page.locator("#arende").input_value() == "Pers ärende."
    other.page.get_by_label("Det som är sparat").check()
    other.send("Spara texterna").has("Texterna är sparade.")
    assert other.page.locator("#arende").input_value() == "Rapporten för november."

    # A file says that it is being made, and when it is here. The button of the choice is in sight all along.
    visit.open(NOVEMBER)
    with visit.page.expect_download() as file:
        visit.page.get_by_role("link", name="Webbsida").click()
    assert file.value.suggested_filename == "namndrapport-0580-2023-11.html"
    visit.page.get_by_text("Webbsida är hämtad.").wait_for()
    visit.page.set_viewport_size({"width": 320, "height": 700})
    visit.page.get_by_label("Nyckeltal").scroll_into_view_if_needed()
    button = visit.page.get_by_role("button", name="Spara urvalet").bounding_box()
    assert 0 < button["y"] < 700 - button["height"], button
    visit.page.set_viewport_size({"width": WIDE, "height": 900})
    visit.page.get_by_text("Vad som har hänt med rapporten").click()
    visit.page.locator(".changes summary").first.click()
    visit.has("Rapporten för november.").check("rapport-historik")
    visit.click("Hjälp om rapporter").title("Hjälp om rapporter").check("rapport-hjalp")

    # Through review.
    step(visit, MARIA, "Lås uppgifterna", NOVEMBER)
    visit.click("Skicka för granskning").has("Det här är de som kan godkänna: Per Ahl.")
    person(visit, PER).open("/arbete").has("Klar för granskning")
    visit.click("Granska").check("rapport-granska")
    visit.click("Lämna tillbaka")
    visit.click("Lämna tillbaka").title("Fel: ").check("rapport-lamna-tillbaka-utan-skal")
    visit.send("Lämna tillbaka", skal="Skriv om juni.")
    step(visit, MARIA, "Skicka för granskning", NOVEMBER)
    step(visit, PER, "Godkänn", NOVEMBER)
    visit.click("Publicera").has("publicerade rapporten")
    person(visit, LENA).open(NOVEMBER).check("rapport-lasare")

    # Open to all.
    visit.page.context.clear_cookies()
    visit.open("/rapporter").check("oppna-rapporter")
    visit.click("Nämndrapport november 2023").has("Nyckeltal").check("oppen-rapport")
    visit.open("/rapporter/0580").check("oppna-rapporter-kommun")

    # A new edition, and one taken back.
    step(visit, MARIA, "Gör en ny utgåva", NOVEMBER).has("Utgåva 2.")
    visit.click("Lås uppgifterna").click("Skicka för granskning")
    step(visit, PER, "Godkänn", NOVEMBER).click("Publicera")
    visit.open("/rapporter/0580/2023-11?utgava=1").has("Den här utgåvan är ersatt.")
    step(visit, MARIA, "Dra tillbaka", NOVEMBER)
    visit.send("Dra tillbaka", skal="Fel siffra för barn.")
    visit.open("/rapporter/0580/2023-11", status=410).has("Fel siffra för barn.").check("oppen-rapport-tillbakadragen")
    visit.open("/arbete/rapporter").check("rapporter")
    visit.open(NOVEMBER + "?sprak=en")

# By keyboard alone: begun, a part moved and left out, a comment written, locked.
with browser() as visit:
    person(visit, MARIA)
    visit.open("/arbete/rapporter")
    visit.tab_to("Hoppa till innehållet").enter()
    visit.tab_to("oktober 2023").enter().title("Nämndrapport oktober 2023")
    visit.tab_to("Efterregistrering").press("Space").tab_to("Spara urvalet").enter()
    assert not visit.page.locator("#efterregistrering").count()
    visit.tab_to("Flytta ned Nyckeltal").enter()
    assert visit.page.locator(".report-part").first.get_attribute("id") == "utbetalningar"
    visit.tab_to("diagram 1").press("Enter").tab_to("Kommentar").type("Skriven utan mus.")
    # Enter in a heading saves; it neither moves nor takes away anything.
    visit.page.keyboard.press("Shift+Tab")
    visit.enter().has("Skriven utan mus.")
    visit.tab_to("Lås uppgifterna").enter().has("Skicka för granskning")

with browser(javascript=False) as visit:
    # Texts of the last report are asked about.
    person(visit, MARIA).open("/arbete/rapporter").click("Skapa augusti 2023")
    visit.click("Tjänsteskrivelsen").send("Spara texterna", arende="Som förra gången.")
    visit.open("/arbete/rapporter").click("Skapa september 2023").click("Lås uppgifterna")
    visit.has("Tjänsteskrivelsen, ärende (skriven för augusti 2023)").click("Skicka för granskning").title("Fel: ")
    visit.check("rapport-skicka-utan-kryss")
    visit.send("Skicka för granskning", galler="ja").has("kan godkänna")

    step(visit, MARIA, "Skicka för granskning", OCTOBER)
    step(visit, PER, "Godkänn", OCTOBER).click("Publicera").has("publicerade rapporten")
    visit.page.context.clear_cookies()
    visit.open("/rapporter/0580/2023-10").has("Skriven utan mus.")
    print("ok")
