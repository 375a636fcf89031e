"""One who looks at the pages without a browser: keeps cookies, reads forms, and sends them as a browser would."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import httpx
from fastapi import FastAPI

from align.pages.app import review_router

if TYPE_CHECKING:
    from align.pages.parts import PageParts

HOST = "http://align.test"


def application(parts: PageParts) -> FastAPI:
    """Return an application with the pages and nothing else."""
    app = FastAPI(redirect_slashes=False)
    app.include_router(review_router(parts), include_in_schema=False)
    return app


@dataclass
class Page(HTMLParser):
    """A page that was answered: its elements, and the text that a reader sees."""

    answer: httpx.Response
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the page."""
        HTMLParser.__init__(self)
        self.feed(self.answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Take in text."""
        self.words.append(data)

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.answer.status_code

    @property
    def text(self) -> str:
        """What a reader sees, spaces made one."""
        return " ".join("".join(self.words).split())

    @property
    def title(self) -> str:
        """The first heading."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.answer.text, re.DOTALL)
        return "" if found is None else " ".join(unescape(re.sub(r"<[^>]+>", "", found[1])).split())

    def tags(self, name: str) -> list[dict[str, str | None]]:
        """Return the attributes of all elements of a kind."""
        return [attributes for tag, attributes in self.elements if tag == name]

    def links(self) -> list[str]:
        """Return where the page leads to."""
        return [attributes["href"] or "" for attributes in self.tags("a") if "href" in attributes]

    def token(self) -> str:
        """Return what forms of this page carry."""
        found = [a["value"] for a in self.tags("input") if a.get("name") == "csrf"]
        return found[0] or ""


class Visitor:
    """A browser without a screen, on one application."""

    def __init__(self, app: FastAPI, *, host: str = HOST, address: str = "127.0.0.1") -> None:
        self.app = app
        self.host = host
        self.address = address
        self.cookies = httpx.Cookies()

    def ask(self, method: str, path: str, **options: Any) -> Page:
        """Return the answer to a request; redirects are not followed."""

        async def go() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=(self.address, 123))
            async with httpx.AsyncClient(
                transport=transport, base_url=self.host, cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **options)
                self.cookies = client.cookies
                return answer

        return Page(asyncio.run(go()))

    def get(self, path: str, **options: Any) -> Page:
        """Look at a page."""
        return self.ask("GET", path, **options)

    def post(self, path: str, token: str | None = None, **fields: Any) -> Page:
        """Send a form, by default with the token of the first page."""
        if token is None:
            token = self.get("/review/").token()
        return self.ask("POST", path, data={"csrf": token, **fields})

    def sign_in(self, key: str, to: str = "/review/") -> Page:
        """Sign in with a key."""
        page = self.get("/review/login")
        return self.ask("POST", "/review/login", data={"csrf": page.token(), "key": key, "next": to})

    def sign_in_by_name(self, name: str) -> Page:
        """Sign in on a service without keys."""
        page = self.get("/review/login")
        return self.ask("POST", "/review/login", data={"csrf": page.token(), "name": name})
