from ui import (
    access,
    store,
    verification_one,
    verification_page,
    verification_views,
)

visit = access.open_to_all()

overview = store.overview(
    visit.revision, visit.election, visit.election.code, visit.day
)

chosen = verification_views.read_choice(overview)
if chosen.party:
    verification_one.draw_party(overview, chosen.party, chosen, visit)
elif chosen.region:
    verification_one.draw_region(overview, chosen.region, chosen, visit)
else:
    verification_page.draw_all(overview, chosen, visit)
