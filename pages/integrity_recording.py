from domain.person import Role
from ui import access, integrity_recording

visit, person = access.open_to(Role.EDITOR, Role.ADMIN)

integrity_recording.draw(person, visit)
