import pytest
from starlette.middleware import Middleware

from web.headers import CONTENT_SECURITY_POLICY, SecurityHeaders


@pytest.fixture
def browser(browse):
    return browse(Middleware(SecurityHeaders))


@pytest.mark.parametrize("path", ["/", "/figures", "/lost"])
def test_every_answer_carries_the_policy(browser, path):
    headers = browser.get(path).headers

    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


def test_scripts_come_from_this_site_only_and_evaluate_nothing():
    directives = dict(
        part.split(" ", 1) for part in CONTENT_SECURITY_POLICY.split("; ")
    )

    assert directives["script-src"] == "'self'"
    assert directives["default-src"] == "'self'"
    assert directives["connect-src"] == "'self'"
    assert directives["frame-ancestors"] == "'self'"
    assert "unsafe-eval" not in CONTENT_SECURITY_POLICY
