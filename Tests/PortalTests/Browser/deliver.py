"""A newcomer delivers: a file with errors is mended on the page, by what the page says and nothing else."""
import re
import tempfile

from demonstration import ANNA, MONTH, PASSWORD, checked, practice_file, wait_for
from portal import browser


def mend(row):
    """Mends a row of the page where cells are corrected, as somebody would who has read what stands there."""
    said = row.inner_text()
    cell = lambda label: row.get_by_label(re.compile(label)).first
    wrong = lambda value: row.locator(f"input[type=text][value='{value}']")
    if "Ta bort en av dem" in said:
        cell(" 0, Ingen insats").fill("")
    elif "dagar eller X" in said and (days := re.search(r": (\d+) dagar med kod (\d)", said)):
        wrong(days[1]).fill("X")
    elif "Ange ett löpnummer" in said:
        cell("Löpnr").fill("901")
    elif "Varje hushåll ska ha en egen rad" in said:
        cell("Löpnr").fill("902")
    elif "Skriv vad insatsen är" in said:
        cell("Beskriv övrig insats").fill("SFI")
    elif "Markera kod 8 eller ta bort beskrivningen" in said:
        cell("Beskriv övrig insats").fill("")
    elif "Markera en insats, eller kod 0" in said:
        cell("Registerledare 0").fill("X")
    elif value := re.search("”(.+)” är varken X eller ett antal dagar", said):
        wrong(value[1]).fill("X")
    elif "Rätta kommunkoden" in said:
        cell("Länkommunkod").fill("0380")
    elif "Rätta månaden" in said:
        cell("Mätmånad").fill(MONTH)
    else:
        raise AssertionError(f"nothing on the page says how to mend this:\n{said}")


with browser() as visit, tempfile.TemporaryDirectory() as place:
    # Whom to be, a file, and a code, all from the demonstration's own page.
    visit.open("/demonstration").check("demonstration")
    visit.click("Logga in").send("Logga in", email=ANNA, password=PASSWORD)
    mailbox = visit.page.context.new_page()

    def code():
        mailbox.goto(visit.page.url.split("/logga-in")[0] + "/demonstration/post")
        letter = mailbox.get_by_role("link", name="Din kod").first
        if letter.count():
            letter.click()
            return re.search(r"Din kod är (\d{6})", mailbox.inner_text("main"))

    visit.send("Fortsätt", code=wait_for("the code", code)[1])
    mailbox.close()
    visit.has("Hej Anna").check("start")
    faulty = practice_file(visit, "ovningsfil-med-fel.xlsx", "0380", place)

    visit.clicks = 0
    visit.click("Lämna uppgifter för april").check("lamna")
    visit.send("Kontrollera filen").title("Fel: ").has("Välj en fil först").check("lamna-utan-fil")
    visit.choose(faulty).click("Kontrollera filen")
    checked(visit).title("Fel: 13 fel i filen").has("Det här behöver du rätta").check("resultat-fel")

    # Two rounds at most.
    rounds = 0
    while visit.page.title().startswith("Fel: "):
        rounds += 1
        visit.click("Rätta här på sidan").check(f"ratta-{rounds}")
        for row in visit.page.locator("main form fieldset").all():
            mend(row)
        visit.click("Spara och kontrollera igen")
        checked(visit).has("Din fil är kvar som den var").check(f"rattat-{rounds}")
    assert rounds <= 2, rounds

    # A warning is answered; an answer that is missing is asked for.
    visit.send("Lämna in uppgifterna").title("Fel: ").check("varning-obesvarad")
    for answer in visit.page.get_by_label("Ja, uppgifterna stämmer").all():
        answer.check()
    visit.click("Lämna in uppgifterna").title("Uppgifterna för april 2013 är inlämnade").check("kvitto")
    number = visit.page.locator("main strong").first.inner_text()
    assert number.startswith(f"{MONTH}-0380-"), number

    # The start page asks for the month no more.
    visit.click("Till Start").has("Årsöversikt").check("start-klart")
    assert "Ej lämnad" not in visit.page.inner_text("main")
    print("ok")
