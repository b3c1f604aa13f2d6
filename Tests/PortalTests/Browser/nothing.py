"""Nothing to report: two clicks from the start page."""
from demonstration import coordinator, mails, sign_in, wait_for
from portal import browser

HEBY = coordinator("0331", "heby")

with browser() as visit:
    sign_in(visit, HEBY).has("Ej lämnad").check("start-ej-lamnad")
    visit.click("Inget att rapportera april 2013").check("inget")
    visit.click("Bekräfta")
    assert visit.clicks == 2, visit.clicks
    visit.title("Inget att rapportera för april 2013").has("Leveransnummer 2013-04-0331-1").check("kvitto-inget")
    # Nothing in it to look at: it is approved by itself, and that comes by mail.
    wait_for("the mail", lambda: [mail for mail in mails(HEBY) if "2013-04-0331-1" in mail.get_content()])
    visit.click("Till Start").check("start-inget")
    print("ok")
