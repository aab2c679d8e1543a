"""Checks a built book: every link within it leads to a page, and every anchor to a place on it.

usage: links.py FOLDER
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The links of a page and what can be linked on it."""

    def __init__(self, path):
        super().__init__()
        self.links, self.places = [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.places.update(named[name] for name in ("id", "name") if named.get(name))
        self.links.extend(named[name] for name in ("href", "src") if named.get(name))


def troubles(folder):
    """What is wrong, a line each, and how many links were looked at."""
    pages = {path: Page(path) for path in folder.rglob("*.html")}
    # The page of a missing address is shown anywhere, so that its links begin at the root.
    pages.pop(folder / "404.html", None)
    found, count = [], 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            count += 1
            target = path
            if parts.path:
                target = (path.parent / unquote(parts.path)).resolve()
            if target.is_dir():
                target = target / "index.html"
            place = unquote(parts.fragment)
            if not target.is_file():
                found.append(f"{path.relative_to(folder)}: {link} leads nowhere")
            elif place and target in pages and place not in pages[target].places:
                found.append(f"{path.relative_to(folder)}: {link} leads to no place")
    return found, len(pages), count


def main():
    found, pages, links = troubles(Path(sys.argv[1]).resolve())
    print("\n".join(found + [f"{pages} pages, {links} links, {len(found)} broken"]))
    sys.exit(1 if found or not links else 0)


main()
