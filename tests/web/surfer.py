"""A browser without a screen for the pages around signing in, and a clock."""

import re
from urllib.parse import urlencode

from tests.data_access.staff import NOW, PASSWORD

HERE = "http://kpu.test"


class Clock:
    """Stands still until a test moves it."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


class Surfer:
    """A browser that keeps its cookies and fills in forms."""

    def __init__(self, browser, scheme="http"):
        self._browser = browser
        self.here = f"{scheme}://kpu.test"
        self.cookies = {}
        self.given = []

    def get(self, path, **headers):
        headers |= self._headers()
        return self._keep(self._browser.get(self.here + path, headers=headers))

    def fill(self, path, to=None, origin=None, **fields):
        """Open a page and send its first form."""
        seal = self.seal_of(path)
        return self.post(to or path, origin or self.here, segel=seal, **fields)

    def seal_of(self, path):
        found = re.search(r'name="segel" value="(\w+)"', self.get(path).text)
        return found.group(1) if found else ""

    def post(self, path, origin=HERE, **fields):
        headers = self._headers() | {
            "content-type": "application/x-www-form-urlencoded"
        }
        if origin:
            headers["origin"] = origin
        body = urlencode(fields)
        sent = self._browser.post(self.here + path, headers=headers, content=body)
        return self._keep(sent)

    def enter(self, path="/masuk", code="baiq", password=PASSWORD):
        return self.fill(path, nama=code, sandi=password)

    def _headers(self):
        pairs = (f"{name}={value}" for name, value in self.cookies.items())
        return {"cookie": "; ".join(pairs)} if self.cookies else {}

    def _keep(self, response):
        for line in response.headers.get_list("set-cookie"):
            self.given.append(line)
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
            if "Max-Age=0" in line:
                del self.cookies[name]
        return response
