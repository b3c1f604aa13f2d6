"""A changed definition is tried on what has been delivered: whose rows would be judged otherwise."""
import re
import tempfile
from pathlib import Path

from demonstration import LISA, sign_in
from portal import browser, plain

DEFINITION = Path(__file__).parents[3] / "Definitions/testinsamling-2013/insatser.yaml"

with browser() as visit, tempfile.TemporaryDirectory() as place:
    sign_in(visit, LISA)
    visit.open("/arbete/register").check("register").click("Pröva en ändring").check("prova")
    # A file that is no definition says what is wrong with it.
    broken = Path(place) / "insatser.yaml"
    broken.write_text("id: insatser\nfields: 3\n")
    visit.page.get_by_label("Filerna jag väljer").check()
    visit.choose(broken).click("Pröva").title("Fel: ").check("prova-fel")

    # Texts may be shorter than some are.
    changed = Path(place) / "insatser.yaml"
    changed.write_text(DEFINITION.read_text().replace("maxLength: 200", "maxLength: 12"))
    visit.page.get_by_label("Filerna jag väljer").check()
    visit.choose(changed).click("Pröva")
    visit.page.wait_for_selector("main:not([data-wait])")
    visit.check("prova-resultat")
    said = plain(visit.page.inner_text("main"))
    assert re.search(r"[1-9]\d* rad", said) and "kommun" in said, said
    print("ok")
