"""The authority reminds all that are missing: four clicks from the start page, and a mail to each."""
import re

from demonstration import LISA, mails, sign_in, wait_for
from portal import browser, plain

REMINDER = "Påminnelse: Testinsamling 2013, april 2013"

with browser() as visit:
    before = sum(mail["Subject"] == REMINDER for mail in mails())
    sign_in(visit, LISA).check("start-myndigheten")
    missing = int(re.search(r"(\d+)\s+saknas för april 2013", plain(visit.page.inner_text("main")))[1])
    assert missing > 100, missing

    visit.click("saknas för april 2013").check("insamling-saknas")
    visit.click(f"Välj alla {missing} på listan").has(f"{missing} kommuner är valda")
    visit.click("Skriv påminnelse till valda").title(f"Påminnelse till {missing} kommuner").check("paminnelse")
    # Whom nobody can write to is said before anything is sent.
    visit.has("saknar både kontaktperson och registrator")
    letters = int(re.search(r"Skicka (\d+) påminnelser", plain(visit.page.inner_text("main")))[1])
    visit.click(f"Skicka {letters} påminnelser")
    assert visit.clicks == 4, visit.clicks
    visit.title(f"{letters} påminnelser är skickade").check("paminnelser-skickade")

    # As many mails; each says its own municipality's name and where to deliver.
    sent = lambda: [mail for mail in mails() if mail["Subject"] == REMINDER][before:]
    letters_sent = wait_for("the reminders", lambda: sent() if len(sent()) >= letters else None)
    assert len({mail["To"] for mail in letters_sent}) == letters, len(letters_sent)
    for mail in letters_sent:
        assert re.search(r"inte fått in .+ uppgifter för april 2013", mail.get_content()), mail.get_content()
        assert "/arbete/lamna/2013-04" in mail.get_content()

    # The log of reminders has it, and the list says when each was reminded.
    visit.open("/arbete/insamling/2013-04/paminnelser").has("Skriven för hand").check("paminnelser")
    visit.open("/arbete/insamling/2013-04").check("insamling")
    print("ok")
