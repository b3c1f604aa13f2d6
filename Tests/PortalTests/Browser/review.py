"""Every page and state of review, recoding, exports, response burden, rule preview and comments, by axe."""
import re
from pathlib import Path

from portal import ARGUMENTS, BASE, browser

KNOWN = dict(word.split("=", 1) for word in ARGUMENTS[0].split(" "))
FOLDER = Path(KNOWN["folder"])


def sign_in(visit, name):
    visit.page.context.clear_cookies()
    visit.page.context.add_cookies([{"name": "session", "value": KNOWN[name], "url": BASE}])
    return visit


def press(visit, button, nth=0):
    """Presses a button, and waits for the page that comes."""
    with visit.page.expect_navigation() as answer:
        visit.page.get_by_role("button", name=button).nth(nth).click()
    visit.said = [text for text in visit.said if answer.value.status == 200 or "Failed to load resource" not in text]
    return visit


def enter(visit, name):
    """Goes to what is called `name` by Tab, presses Enter, and waits for the page that comes."""
    visit.tab_to(name)
    with visit.page.expect_navigation() as answer:
        visit.page.keyboard.press("Enter")
    visit.said = [text for text in visit.said if answer.value.status == 200 or "Failed to load resource" not in text]
    return visit


with browser() as visit:
    # Nothing has come in yet for the collection's other months; what has is filled in by the test.
    sign_in(visit, "lisa").open("/arbete/granska").check("ko")
    visit.open("/arbete/granska?skal=rattade").check("ko-urval")
    visit.open("/arbete/granska?manad=2013-03&skal=rattade").has("Ingen av dem som väntar").check("ko-tom")
    visit.open("/arbete/granska/automatiskt").check("automatiskt")
    press(visit, "Spara").has("Inställningen är sparad.").check("automatiskt-sparat")

    # A delivery with everything to look at, by keyboard: returned with a message that is read through first.
    visit.open("/arbete/granska")
    enter(visit, "Granska den äldsta").title("Granska Knivsta, mars 2013")
    visit.check("leverans-sen")
    enter(visit, "Hoppa till nästa").title("Granska Uppsala, april 2013").check("leverans")
    visit.tab_to("Återlämna med ett meddelande").press("Enter")
    enter(visit, "Visa vad kommunen får se").title("Fel: ").check("leverans-fel")
    visit.page.get_by_label("Meddelande till kommunen").fill("Antalet är halverat.\nHar alla enheter lämnat?")
    press(visit, "Visa vad kommunen får se").has("Mejl går till Anna Ek").check("aterlamna")
    enter(visit, "Återlämna leveransen").has("Du återlämnade leveransen").check("leverans-nasta")
    enter(visit, "Godkänn").has("Du godkände leveransen").check("leverans-efter")
    visit.open(f"/arbete/granska/{KNOWN['nummer']}").has("Ändra beslutet").check("leverans-aterlamnad")
    visit.open(f"/arbete/granska/{KNOWN['nummer']}?inte-sparat=ja").has("Ditt beslut är inte sparat").check("for-sent")
    visit.open(f"/arbete/granska/{KNOWN['ersatt']}").has("Kommunen har lämnat en nyare").check("leverans-ersatt")
    visit.open(f"/arbete/granska/{KNOWN['godkand']}").has("Godkänd").check("leverans-godkand")

    # Free texts.
    visit.open("/arbete/granska/koda-om").check("fritexter")
    enter(visit, "Godta").has("Utanför modellen.").check("fritexter-klart")
    enter(visit, "Ångra").has("är obeslutad igen").check("fritexter-angrat")
    visit.page.get_by_role("link", name=re.compile("Välj Validering")).click()
    visit.title("Placera en fritext").check("fritext")
    press(visit, "Spara beslutet").title("Fel: ").check("fritext-fel")
    visit.page.get_by_label("3 Kurs").check()
    press(visit, "Spara beslutet").has("3 Kurs").check("fritexter-beslutad")
    visit.open("/arbete/granska/koda-om?visa=beslutade").check("fritexter-beslutade")
    visit.page.get_by_role("link", name=re.compile("Ändra Validering")).click()
    visit.has("Ångra beslutet").check("fritext-beslutad")
    visit.open("/arbete/granska/koda-om/effekt").check("omkodning")

    # Packages.
    visit.open("/arbete/register/uttag").check("uttag")
    press(visit, "Gör paketet").has("Paketet är klart").check("uttag-klart")
    press(visit, "Gör paketet").has("Paketet är klart").check("uttag-igen")
    with visit.page.expect_download() as fetched:
        visit.page.get_by_role("link", name="Ladda ner paketet").click()
    assert fetched.value.suggested_filename == "testinsamling-2013_2013-04_2.zip"

    # What answering costs, and comments.
    visit.open("/arbete/register/borda").check("borda")
    visit.open("/arbete/register/borda?sortera=-forsok&manad=2013-04").check("borda-sorterad")
    visit.open("/arbete/register/borda?kommun=0380").check("borda-uppsala")
    visit.open("/arbete/register/synpunkter").check("synpunkter")
    visit.open("/arbete/register/synpunkter?amne=avslutsorsaker").check("synpunkter-inga")

    # A changed definition.
    visit.open("/arbete/register/prova").check("prova")
    press(visit, "Pröva").title("Fel: ").check("prova-utan-fil")
    for name in ("fel", "ratt"):
        visit.page.get_by_label("Ändrade definitionsfiler").set_input_files(FOLDER / name / "insatser.yaml")
        press(visit, "Pröva")
        if name == "fel":
            visit.title("Fel: ").has("kind kan inte vara raknaUpp").check("prova-fel")
    visit.page.wait_for_selector("h1:has-text('Vad ändringen skulle göra')")
    visit.check("prova-klart")
    visit.open("/arbete/register/prova").has("Prov den senaste timmen").check("prova-igen")
    visit.open("/arbete/register/prova/finns-inte", 409).check("prova-borta")

    # In English, and for whoever may not.
    visit.open(f"/arbete/granska/{KNOWN['nummer']}?sprak=en").has("Change the decision").check("delivery")
    visit.open("/arbete/register/borda?sprak=en").has("Response burden").check("burden")
    visit.open("/arbete/register/uttag?sprak=sv")
    sign_in(visit, "per").open("/arbete/register/uttag", 403).check("nekad")
    print("ok")

with browser(javascript=False) as visit:
    sign_in(visit, "lisa").open("/arbete/granska").check()
    visit.open(f"/arbete/granska/{KNOWN['nummer']}").check()
    visit.open("/arbete/register/prova").check()
