"""The municipality's pages, each in every state, and the ways through them by keyboard. April 2013 is being collected."""
import tempfile
from pathlib import Path

from portal import ARGUMENTS, BASE, browser

COOKIE, ANNA, BO, CECILIA = ARGUMENTS
PLACE = Path(tempfile.mkdtemp())
DELIVER = "/arbete/lamna/2013-04"


def reasons(name, month="2013-04", changes=None, households=20):
    """A file of closure reasons, with cells changed by row and column."""
    rows = [["Mätmånad", "Länkommunkod", "Löpnr", "Avslutsorsak registerledare", "Avslutsorsak medsökande", "Avslutsorsak hushållet"]]
    rows += [[month, "0380", str(n), str((n - 1) % 11 + 1), "", str((n - 1) % 11 + 1)] for n in range(1, households + 1)]
    for (row, column), text in (changes or {}).items():
        rows[row - 1][column] = text
    return write(name, rows)


def measures(name, texts):
    """A file of measures, a household for each free text of code 8."""
    codes = [f"{who} {code}" for who in ("Registerledare", "Medsökande") for code in range(9)]
    rows = [["Mätmånad", "Länkommunkod", "Löpnr", *codes, "Beskriv övrig insats"]]
    rows += [["2013-04", "0380", str(n), *[""] * 8, "X", *[""] * 9, text] for n, text in enumerate(texts, 1)]
    return write(name, rows)


def write(name, rows):
    file = PLACE / name
    file.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    return file


def person(visit, session):
    visit.page.context.clear_cookies()
    visit.page.context.add_cookies([{"name": COOKIE, "value": session, "url": BASE}])
    return visit


def put_in(visit, *files, path=DELIVER):
    visit.open(path).choose(*files)
    return visit.click("Kontrollera filen")


RIGHT = reasons("avslut.csv")
WRONG = reasons("fel.csv", changes={(4, 3): "13", (6, 2): "", (8, 5): ""})
MANY = reasons("manga.csv", changes={(row, column): "13" for row in range(2, 62) for column in (3, 5)}, households=60)
WARNED = measures("insatser.csv", ["Utredning AF", "Validering", "Daglig verksamhet"])
SEVEN = measures("sju.csv", ["Utredning AF", "Daglig verksamhet", "Arbetar deltid", "Hälsorådgivare", "Grundskola", "Sfi", "Högskolestudier"])

with browser() as visit:
    person(visit, ANNA)
    visit.open("/arbete").has("Kom igång").check("start-ny")
    visit.open(DELIVER).check("lamna")
    visit.click("Kontrollera filen").title("Fel: ").check("lamna-utan-fil")
    visit.open(DELIVER + "/filen").check("filen")

    # Errors, few and many.
    put_in(visit, WRONG).title("Fel: ").check("fel")
    visit.open("/arbete").has("fel att rätta").check("start-fel")
    visit.click("Visa felen").click("Rätta här på sidan").check("ratta")
    number = visit.page.locator("input[name^='c-0-0-6-']").get_attribute("name")
    visit.send("Spara och kontrollera igen", **{number: "19121212-1212"}).title("Fel: Rätta").check("ratta-personnummer")
    visit.send("Spara och kontrollera igen", **{number: "99"}).has("Vi har sparat rättelserna").check("rattad")
    visit.page.locator("summary", has_text="Rättat här på sidan").click()
    visit.click("Ångra").has("Rättelsen är borttagen").check("angrad")
    put_in(visit, MANY).has("Samma sak på flera rader").check("manga-fel")
    visit.click("Avslutsorsak hushållet").title("Fel: ").check("manga-fel-kolumn")
    visit.page.locator(".pager a").first.click()
    visit.check("manga-fel-sida")
    put_in(visit, reasons("mars.csv", month="2013-03")).has("Gäller filen mars 2013?").check("annan-manad")
    visit.click("Ja, kontrollera den för mars").has("leveransen räknas som sen").check("sen")
    put_in(visit, reasons("pnr.csv", changes={(5, 2): "191212121212"})).has("Vi har inte sparat filen").check("personnummer")
    put_in(visit, write("tom.csv", [])).title("Fel: ").check("tom")

    # Warnings.
    put_in(visit, WARNED).check("varningar")
    visit.click("Lämna in uppgifterna").title("Fel: ").check("varningar-obesvarade")
    visit.page.get_by_label("Nej, jag rättar filen").first.check()
    visit.page.get_by_label("Ja, uppgifterna stämmer").last.check()
    visit.click("Lämna in uppgifterna").has("Svaren du har gett är sparade").check("varningar-nej")
    put_in(visit, SEVEN).has("Visa alla 7").check("varningar-manga")
    visit.open("/arbete").has("kontrollerad men inte inlämnad").check("start-kontrollerad")

    # Two people: who looks at the older file sees the newer.
    older = visit.open("/arbete").click("Fortsätt och lämna in").page.url[len(BASE):]
    person(visit, BO)
    put_in(visit, WARNED, RIGHT).check("tva-filer")
    person(visit, ANNA).open(older).has("Bo Ask laddade upp en ny fil").check("ny-fil")

    # The receipt, by keyboard.
    for answer in visit.page.get_by_label("Ja, uppgifterna stämmer").all():
        answer.check()
    visit.page.locator("h1").click()
    visit.tab_to("Lämna in uppgifterna").enter().title("Uppgifterna för april 2013 är inlämnade").check("kvitto")
    delivery = visit.page.url.split("?")[0][len(BASE):]
    visit.open(delivery).check("leverans")
    visit.page.emulate_media(media="print")
    visit.picture("kvitto-utskrift")
    visit.page.emulate_media(media="screen")

    # Another version, what changed, and taking it back.
    put_in(visit, reasons("fler.csv", changes={(2, 3): "5", (2, 5): "5"}, households=22)).has("Jämfört med tidigare").check("jamforelse")
    visit.click("Lämna in uppgifterna").click("Visa vad som har ändrats").has("+2 hushåll, 1 ändrade").check("skillnad")
    visit.page.go_back()
    visit.click("Dra tillbaka leveransen").check("dra-tillbaka")
    visit.send("Dra tillbaka leveransen", skal="").title("Fel: ").check("dra-tillbaka-fel")
    visit.send("Dra tillbaka leveransen", skal="Fel fil").has("drog tillbaka leveransen").check("tillbakadragen")
    visit.open("/arbete/leveranser").check("leveranser")
    visit.send("Visa", lage="tillbakadragen").check("leveranser-urval")
    visit.open("/arbete/ar/2013").check("ar")

    # Putting away, and what is left.
    gone = put_in(visit, RIGHT).page.url[len(BASE):]
    visit.open("/arbete").has("gäller tills du lämnar in den").check("start-bredvid")
    visit.open(gone).click("Avbryt").open(gone).title("Filen är bortlagd").check("bortlagd")

    # Without a file.
    visit.open(DELIVER + "/inget").check("inget")
    visit.open(DELIVER + "/avsta").check("avsta")
    visit.send("Meddela att vi avstår", skal="").title("Fel: ").check("avsta-fel")
    visit.open(DELIVER + "/synpunkter").check("synpunkter")
    visit.click("Spara synpunkterna").title("Fel: ").check("synpunkter-fel")
    visit.send("Spara synpunkterna", **{"text-insatser": "Bra."}).has("Tack!").check("synpunkter-sparade")

    # Questions.
    visit.open("/arbete/var-kommun/fragor").check("fragor-inga")
    visit.click("Ställ en fråga").check("fraga-ny")
    visit.send("Skicka frågan", fraga="").title("Fel: ").check("fraga-fel")
    visit.send("Skicka frågan", fraga="Räknas SFI?").has("Vi har fått din fråga").check("fraga")
    visit.open("/arbete/var-kommun/fragor").check("fragor")

    visit.open("/arbete/testa").check("testa")
    put_in(visit, WARNED, path="/arbete/testa").has("Det här är ett test").check("testad")
    visit.open("/arbete/hjalp").check("hjalp")

    # In English.
    for path in ["/arbete", DELIVER, DELIVER + "/filen", delivery, "/arbete/leveranser", "/arbete/hjalp", DELIVER + "/inget"]:
        visit.open(path + "?sprak=en").check()
    visit.open(DELIVER).choose(WRONG)
    visit.click("Check the file").title("Error: ").check("errors-in-english")
    visit.open("/arbete?sprak=sv")

    # Whoever only reads.
    person(visit, CECILIA)
    for path in ["/arbete?sprak=sv", "/arbete/leveranser", delivery, "/arbete/ar/2013", "/arbete/hjalp"]:
        visit.open(path).check()
    visit.open(DELIVER, 403).check()
print("ok")
