from ui import access, integrity_page

visit = access.open_to_all()

integrity_page.draw(visit)
