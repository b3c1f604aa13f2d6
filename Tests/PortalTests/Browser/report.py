"""A month's report in three clicks from the start page, of what came out of the case systems."""
from demonstration import MARIA, sign_in
from portal import browser

with browser() as visit:
    sign_in(visit, MARIA)
    visit.clicks = 0
    visit.click("Fortsätt").title("Nämndrapport november 2023").has("22 632 677 kr").has("Kvar från augusti 2023")
    visit.clicks += 1
    with visit.page.expect_download() as fetched:
        visit.page.get_by_role("link", name="Webbsida").click()
    assert fetched.value.suggested_filename == "namndrapport-0580-2023-11.html", fetched.value.suggested_filename
    assert visit.clicks <= 3, visit.clicks
    visit.open("/rapporter/0580/2023-08").has("23 887 841 kr").has("PÅHITTADE UPPGIFTER")
    print("ok")
