"""Every page and state of collecting at the authority, by axe, at 1200 and 320 px."""
from portal import ARGUMENTS, BASE, browser

KNOWN = dict(word.split("=", 1) for word in ARGUMENTS[0].split(" "))
APRIL = "/arbete/insamling/2013-04"


def sign_in(visit, name):
    visit.page.context.clear_cookies()
    visit.page.context.add_cookies([{"name": "session", "value": KNOWN[name], "url": BASE}])
    return visit


with browser() as visit:
    sign_in(visit, "lisa").open("/arbete/insamling").check("insamling")

    # The list, narrowed and ticked. What is chosen is seen without scrolling to it.
    visit.click("saknas för april 2013").check("manad")
    assert visit.page.evaluate("scrollY") > 100, "the list is not led to"
    visit.open(APRIL + "?visa=alla").check("manad-alla")
    visit.send("Sök", lan="03").has("Uppsala").check("manad-lan")
    visit.click("Visa alla igen")
    visit.click("Kommun").has("Ale")
    visit.open(APRIL + "?visa=sena").has("Ingen kommun.").check("manad-tom")
    visit.open("/arbete/insamling/2013-03").check("manad-sen")
    visit.open(APRIL + "?lan=03")
    visit.page.get_by_label("Välj Håbo").check()
    visit.page.get_by_label("Välj Heby").check()
    visit.click("Skriv påminnelse till valda").title("Påminnelse till 2 kommuner")

    # A reminder. Enter in the subject shows it and sends nothing.
    visit.open(APRIL + "/paminnelser?kommun=0305&kommun=0380&kommun=1490").check("paminnelse")
    visit.has("Håbo.").has("1 kommun har redan lämnat").has("1 kommun avstår")
    visit.send("Spara texten som mall", amne="").title("Fel: ").check("paminnelse-fel")
    visit.fill(amne="Hör av er").page.get_by_label("Ämne").focus()
    visit.enter().has("Hör av er").check("paminnelse-visad")
    visit.send("Spara texten som mall").has("Texten är sparad").check("paminnelse-mall")
    visit.open(APRIL + "/paminnelser").check("paminnelser")

    # One municipality.
    visit.open(APRIL + "/0380").check("kommun")
    visit.send("Spara anteckning").title("Fel: ").check("kommun-fel")
    visit.send("Spara anteckning", **{"anteckning-text": "Ringde. Lovar fredag."}).has("Lovar fredag.").check("kommun-anteckning")
    visit.open(APRIL + "/1490").has("Vi byter system.").check("kommun-avstar")
    visit.open(APRIL + "/0305").click("Ge anstånd")
    visit.send("Ge anstånd").title("Fel: ").check("anstand-fel")
    visit.send("Ge anstånd", skal="Byter system.").has("Kommunen har fått anstånd").check("kommun-anstand")
    visit.open(APRIL + "/anstand?kommun=0305&kommun=0331").has("Håbo har redan anstånd").check("anstand-flera")
    visit.open(APRIL + "/anstand").check("anstand-ingen")

    # Periods and obligations.
    visit.open(APRIL + "/period").check("period")
    visit.send("Ändra perioden", gor="forlang").title("Fel: ").check("period-fel")
    visit.send("Ändra perioden", gor="forlang", dag="2013-05-24", skal="Fel i mallen.").has("Förlängd").check("period-andrad")
    visit.open("/arbete/register").check("register")
    visit.click("Uppgiftsskyldighet").check("skyldighet")
    visit.send("Sök", sok="stockholm").click("Stockholm").check("skyldighet-kommun")
    visit.send("Spara beslutet").title("Fel: ").check("skyldighet-fel")
    visit.send("Spara beslutet", lamnar="ja", stadsdelar="Farsta", skal="Egna system.").has("Ska lämna för Farsta").check("skyldighet-beslut")
    visit.open("/arbete/register/mejl").check("mejl")

    # Questions.
    visit.open("/arbete/fragor").check("fragor")
    visit.click("Räknas SFI").check("fraga")
    visit.send("Skicka svaret").title("Fel: ").check("fraga-fel")
    visit.send("Skicka svaret", svar="Nej.").has("Svaret är skickat.").check("fraga-svar")
    visit.open("/arbete/fragor").has("Ingen fråga väntar på svar.").check("fragor-inga")
    visit.open("/arbete/fragor/vecka/2013-W20").check("vecka")

    # In English, and for those who only look, or only keep people.
    visit.open(APRIL + "?sprak=en").has("municipalities have answered").check("month")
    visit.open(APRIL + "/0380?sprak=en").check("municipality")
    visit.open("/arbete/insamling?sprak=sv")
    sign_in(visit, "per").open(APRIL).check("manad-publicerare")
    visit.open(APRIL + "/0380").check("kommun-publicerare")
    sign_in(visit, "agnes").open("/arbete/register").check("register-administrator")

# All that are missing are reminded without JavaScript, too.
with browser(javascript=False) as visit:
    sign_in(visit, "lisa").open("/arbete/insamling")
    visit.click("saknas för april 2013").click("Välj alla").click("Skriv påminnelse till valda").check()
    assert not visit.page.get_by_role("button", name="Skicka").count(), "nobody has an address, so nothing can be sent"
    assert visit.clicks == 3, visit.clicks
