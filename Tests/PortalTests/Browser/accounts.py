"""Every page and state of the account pages, by axe, at 1200 and 320 px."""
from portal import ARGUMENTS, BASE, browser

KNOWN = dict(word.split("=", 1) for word in ARGUMENTS[0].split(" "))
PASSWORD, OTHER = "tre gröna hästar på isen", "fyra blåa cyklar i regnet"
HOME = "/arbete/var-kommun"


def sign_in(visit, name):
    visit.page.context.clear_cookies()
    visit.page.context.add_cookies([{"name": "session", "value": KNOWN[name], "url": BASE}])
    return visit


with browser() as visit:
    # The front door.
    visit.open("/logga-in").check("logga-in")
    visit.send("Logga in").title("Fel: ").check("logga-in-tom")
    visit.has("Skriv både e-postadress och lösenord.")
    visit.send("Logga in", email="dan@knivsta.se", password="fel lösenord").title("Fel: ").check("logga-in-fel")
    visit.send("Logga in", email="dan@knivsta.se", password=PASSWORD).title("Skriv din kod").check("kod")
    visit.send("Fortsätt", code="000000").title("Fel: ").check("kod-fel")
    visit.send("Skicka en ny kod").check("kod-ny")
    visit.send("Använd en reservkod").title("Skriv en reservkod").check("reservkod")
    for _ in range(4):
        visit.send("Fortsätt", recovery="AAAA-BBBB-CCCC")
    visit.title("Du är inte inloggad").check("inte-inloggad")
    visit.open("/logga-in?klart=utloggad").check("utloggad")
    visit.open("/logga-in?sprak=en").has("Sign in").check("sign-in")
    visit.open("/glomt-losenord?sprak=sv").check("glomt-losenord")
    visit.send("Skicka länken").title("Fel: ").check("glomt-losenord-fel")
    visit.send("Skicka länken", epost="ingen@uppsala.se").has("Om adressen finns hos oss").check("glomt-losenord-skickat")
    visit.open("/nytt-losenord/x", 404).has("Länken fungerar inte").check("dod-lank")
    visit.open(KNOWN["losenord"]).check("nytt-losenord")
    visit.send("Spara lösenordet", losenord="kort").title("Fel: ").check("nytt-losenord-fel")
    visit.send("Spara lösenordet", losenord=OTHER).has("Ditt lösenord är ändrat").check("nytt-losenord-klart")

    # An invitation, by keyboard.
    visit.open(KNOWN["inbjudan"]).check("inbjudan")
    visit.send("Fortsätt").title("Fel: ").check("inbjudan-fel")
    visit.open(KNOWN["inbjudan"])
    visit.tab_to("För- och efternamn").type("Fia Holm").tab_to("Lösenord").type(OTHER)
    visit.tab_to("Från en app i mobilen").press("Space").tab_to("Fortsätt").enter()
    visit.has("Rikta mobilen mot bilden.").check("inbjudan-app")
    visit.send("Skapa kontot", kod="000000").title("Fel: ").check("inbjudan-app-fel")
    visit.page.get_by_role("link", name="Ändra dina val").click()
    visit.send("Fortsätt", losenord=OTHER, koder="mail").has("Spara dina reservkoder").check("valkommen")
    visit.open("/arbete/konto").check("konto-nytt")

    # One's own account.
    sign_in(visit, "anna").open("/arbete/konto").check("konto")
    for page in ["uppgifter", "losenord", "koder", "reservkoder"]:
        visit.open(f"/arbete/konto/{page}").check(f"konto-{page}")
    visit.send("Skapa nya reservkoder").title("Fel: ").check("konto-reservkoder-fel")
    visit.send("Skapa nya reservkoder", nuvarande=PASSWORD).has("Koderna visas bara nu.").check("konto-nya-reservkoder")
    visit.open("/arbete/konto/koder")
    visit.send("Fortsätt", koder="app", nuvarande=PASSWORD).check("konto-app")
    visit.send("Använd appen").title("Fel: ").check("konto-app-fel")
    visit.open("/arbete/konto/losenord")
    visit.send("Byt lösenord", nuvarande="fel", losenord="kort").title("Fel: ").check("konto-losenord-fel")
    visit.open("/arbete/konto/uppgifter")
    visit.send("Spara", namn="Anna Ekman").has("Dina uppgifter är ändrade.").check("konto-andrat")
    visit.open("/arbete/fortsatt").check("fortsatt")

    # A municipality's people.
    visit.open(HOME).check("var-kommun")
    visit.open(f"{HOME}/bjud-in").check("bjud-in")
    visit.send("Skicka inbjudan", epost="fel@knivsta.se").title("Fel: ").check("bjud-in-fel")
    visit.send("Skicka inbjudan", epost="gun@uppsala.se", roller="reporter").has("Inbjudan är skickad.").check("bjud-in-klart")
    visit.open(f"{HOME}/personer/{KNOWN['id-bo']}").check("person")
    visit.page.get_by_label("Uppgiftslämnare").uncheck()
    visit.send("Spara roller").title("Fel: ").check("person-fel")
    visit.send("Spara roller", roller="reader").has("Rollerna är ändrade.").check("person-klart")
    visit.open(f"{HOME}/personer/{KNOWN['id-eva']}").check("person-avstangd")
    visit.open(f"{HOME}/uppgifter").check("uppgifter")
    visit.send("Spara", registrator="fel").title("Fel: ").check("uppgifter-fel")

    # Keys.
    visit.open(f"{HOME}/nycklar").check("nycklar")
    visit.open(f"{HOME}/nycklar/ny").check("ny-nyckel")
    visit.send("Skapa nyckeln").title("Fel: ").check("ny-nyckel-fel")
    visit.send("Skapa nyckeln", namn="Ny").has("Nyckeln visas bara nu.").check("nyckel")
    visit.open(f"{HOME}/nycklar/1").has("Spärra").check("sparra")
    visit.send("Spärra nyckeln").has("Nyckeln är spärrad.").check("nyckel-sparrad")

    # The log.
    visit.open("/arbete/handelser").check("handelser")
    visit.open("/arbete/handelser?fran=2020-01-01&till=2020-01-02").check("handelser-inga")
    visit.open("/arbete/handelser/granska", 403).check("nekad")
    sign_in(visit, "bo").open(HOME).check("var-kommun-lasare")

    # The authority.
    sign_in(visit, "agnes").open("/arbete/register/anvandare").check("anvandare")
    visit.open("/arbete/register/anvandare?sok=finns-inte").check("anvandare-inga")
    visit.open("/arbete/register/anvandare/0380").check("anvandare-uppsala")
    visit.open("/arbete/register/anvandare/0381").check("anvandare-enkoping")
    visit.open("/arbete/register/anvandare/0381/bjud-in?roll=coordinator").check("anvandare-bjud-in")
    visit.open("/arbete/register/anvandare/0381/domaner").check("domaner")
    visit.send("Spara", domaner="fel").title("Fel: ").check("domaner-fel")
    visit.open("/arbete/register/anvandare/authority").check("anvandare-myndigheten")
    visit.open(f"/arbete/register/anvandare/0380/personer/{KNOWN['id-fia']}").check("anvandare-person")
    visit.open("/arbete/handelser").check("handelser-alla")
    visit.open("/arbete/handelser/granska").check("granska")
    visit.send("Jag har granskat loggen", anteckning="19121212-1212").title("Fel: ").check("granska-fel")
    visit.send("Jag har granskat loggen", anteckning="Inget att anmärka på.").has("sparad").check("granska-klart")
    visit.open("/arbete/handelser/granska?sprak=en").has("Review the log").check("review-log")
    print("ok")
