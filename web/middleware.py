"""What every request passes on its way in, from the outside to Streamlit."""

from starlette.middleware import Middleware

from web.assets import Assets
from web.front_page import FrontPage
from web.headers import SecurityHeaders

# Scripts, styles and pictures need none of the headers of a page, and there are a
# hundred of them in a first visit: they leave before the headers are added.
STACK = [Middleware(Assets), Middleware(SecurityHeaders), Middleware(FrontPage)]
