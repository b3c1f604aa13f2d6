"""Without JavaScript: from signing in to the receipt, with an error mended on the way and another file chosen."""
import tempfile

from demonstration import checked, coordinator, practice_file, sign_in
from portal import browser

KNIVSTA = coordinator("0330", "knivsta")

with browser(javascript=False) as visit, tempfile.TemporaryDirectory() as place:
    faulty, right = (practice_file(visit, f"ovningsfil-{kind}.xlsx", "0330", place) for kind in ("med-fel", "utan-fel"))
    sign_in(visit, KNIVSTA).check()
    visit.click("Lämna uppgifter för april").check()
    visit.choose(faulty).click("Kontrollera filen")
    checked(visit).title("Fel: ").has("Det här behöver du rätta").check()
    # An error leads to its row.
    visit.click("Rad 7: 34 dagar med kod 5")
    assert visit.page.url.endswith("#rad-7"), visit.page.url
    visit.click("Rätta här på sidan").check()
    visit.page.locator("input[value='34']").fill("14")
    visit.click("Spara och kontrollera igen")
    checked(visit).title("Fel: ").has("Rättat här på sidan (1)")
    assert "Rad 7:" not in visit.page.inner_text("main")
    # The rest is mended in the file.
    visit.choose(right).click("Kontrollera filen")
    checked(visit).title("Filen är godkänd").check()
    visit.click("Lämna in uppgifterna").title("Uppgifterna för april 2013 är inlämnade").check()
    visit.click("Logga ut").has("Du är utloggad")
    print("ok")
