"""By keyboard alone: a file is delivered, and a municipality reminded. What has focus is seen at every stop."""
import tempfile

from demonstration import LISA, PASSWORD, checked, coordinator, mails, new_code, practice_file, sign_in, wait_for
from portal import browser

TIERP = coordinator("0360", "tierp")

with browser() as visit, tempfile.TemporaryDirectory() as place:
    file = practice_file(visit, "ovningsfil-utan-fel.xlsx", "0360", place)
    visit.open("/logga-in")
    code = new_code(TIERP)
    visit.tab_to("E-postadress").type(TIERP).tab_to("Lösenord").type(PASSWORD).enter()
    visit.tab_to("Kod").type(code()).enter().title("Start")

    # Past the menu to the work.
    visit.tab_to("Hoppa till innehållet").enter()
    visit.tab_to("Lämna uppgifter för april").enter().title("Lämna uppgifter för april 2013")
    visit.tab_to("Välj fil").choose_file(file).tab_to("Kontrollera filen").enter()
    checked(visit).title("Filen är godkänd")
    visit.tab_to("Lämna in uppgifterna").enter().title("Uppgifterna för april 2013 är inlämnade")
    visit.tab_to("Till Start").enter().title("Start")
    visit.tab_to("Logga ut").enter().has("Du är utloggad")

with browser() as visit:
    sign_in(visit, LISA)
    visit.tab_to("saknas för april 2013").enter()
    visit.tab_to("Kommun eller kod").type("Älvkarleby").enter().has("1 kommun")
    visit.tab_to("Välj Älvkarleby").press("Space")
    visit.tab_to("Skriv påminnelse till valda").enter().title("Påminnelse till 1 kommun")
    visit.tab_to("Skicka 1 påminnelse").enter().title("1 påminnelse är skickad")
    wait_for("the reminder", lambda: [
        mail for mail in mails("statistik.0319@alvkarleby.example") if "Älvkarlebys" in mail.get_content()])
    print("ok")
