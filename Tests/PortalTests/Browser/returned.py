"""A delivery is returned with a message; the municipality sees it, delivers anew, and the new one is approved."""
import re
import tempfile

from openpyxl import load_workbook

from demonstration import LISA, checked, coordinator, mails, practice_file, sign_in, wait_for
from portal import browser

HABO = coordinator("0305", "habo")
MESSAGE = "Antalet hushåll är mindre än väntat. Har alla enheter lämnat? Lämna hela filen på nytt."


def deliver(visit, file, button):
    visit.open("/arbete").click(button).choose(file).click("Kontrollera filen")
    checked(visit)
    for answer in visit.page.get_by_label("Ja, uppgifterna stämmer").all():
        answer.check()
    visit.click("Lämna in uppgifterna").title("Uppgifterna för april 2013 är inlämnade")
    return re.search(r"2013-04-0305-\d", visit.page.inner_text("main"))[0]


def add_household(file):
    book = load_workbook(file)
    last = [cell.value for cell in book.active[book.active.max_row]]
    book.active.append([*last[:2], "901", "X"])
    book.save(file)


def mailed(subject):
    return wait_for(subject, lambda: [mail for mail in mails(HABO) if mail["Subject"].startswith(subject)])[-1]


with browser() as visit, tempfile.TemporaryDirectory() as place:
    file = practice_file(visit, "ovningsfil-utan-fel.xlsx", "0305", place)
    first = deliver(sign_in(visit, HABO), file, "Lämna uppgifter för april")

    # The queue has it, with what there is to look at.
    lisa = sign_in(visit.somebody_else(), LISA)
    lisa.open("/arbete/granska").check("granska")
    lisa.open(f"/arbete/granska/{first}").title("Granska Håbo, april 2013").check("granska-leverans")
    lisa.page.get_by_text("Återlämna med ett meddelande").click()
    lisa.send("Visa vad kommunen får se").title("Fel: ").has("Skriv vad kommunen ska ändra").check("granska-fel")
    lisa.send("Visa vad kommunen får se", meddelande=MESSAGE).title("Återlämna Håbo").has(MESSAGE).check("aterlamna")
    lisa.click("Återlämna leveransen").has("Håbo, april 2013: Du återlämnade leveransen").check("granska-aterlamnad")

    # The message stands where the municipality works, and not in the mail.
    assert MESSAGE not in mailed("Återlämnad").get_content()
    visit.open("/arbete").has(MESSAGE).check("start-aterlamnad")
    visit.open(f"/arbete/leveranser/{first}").has(MESSAGE).check("leverans-aterlamnad")
    add_household(file)
    second = deliver(visit, file, "Lämna på nytt för april")
    assert second != first, second

    # The old one is not to decide on; the new one is approved, and that comes by mail.
    lisa.open(f"/arbete/granska/{first}").has("Kommunen har lämnat en nyare").check("granska-ersatt")
    lisa.click(f"Granska {second}").title("Granska Håbo")
    lisa.click("Godkänn").has("Håbo, april 2013: Du godkände leveransen")
    assert second in mailed("Godkänd").get_content()
    visit.open(f"/arbete/leveranser/{second}").has("Godkänd").check("leverans-godkand")
    print("ok")
