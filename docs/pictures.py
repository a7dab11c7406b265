"""Make the pictures of the HTML report that the documentation shows.

    pip install -e '.[browser]' && python docs/pictures.py [--browser /usr/bin/chromium]

Chromium comes from the system. Each picture is written to docs/pictures/, from the seeds and the
examples alone, so that anybody can make the same ones.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from attrs import frozen
from playwright.sync_api import sync_playwright

from reconcile import read_articles, reconcile_articles, render

_ROOT = Path(__file__).parent.parent
_FOLDER = _ROOT / "docs" / "pictures"
_MOST_BYTES = 300_000


@frozen(kw_only=True)
class Picture:
    """One picture: what is reported, how large the window is, and what is clicked first.

    Args:
        name: The file's name, without ``.png``.
        source: The articles, from the project's root.
        size: Width and height of the window, in pixels.
        scheme: ``light`` or ``dark``.
        clicks: CSS selectors of what is clicked, in order.
    """

    name: str
    source: str
    size: tuple[int, int]
    scheme: str = "light"
    clicks: tuple[str, ...] = ()


PICTURES = (
    Picture(name="page", source="docs/examples/market-fire", size=(1200, 800)),
    Picture(name="seeds", source="seeds", size=(1200, 800), scheme="dark"),
    Picture(
        name="fact",
        source="docs/examples/market-fire",
        size=(1200, 800),
        clicks=("tr.row a.fact",),
    ),
)


def take(picture: Picture, browser: Any) -> Path:
    """Render one report, open it, and save what the window shows."""
    articles = read_articles([_ROOT / picture.source]).articles
    width, height = picture.size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(render(reconcile_articles(articles), format="html"), "utf-8")
        page.goto(file.as_uri())
        for selector in picture.clicks:
            page.locator(selector).first.click()
        path = _FOLDER / f"{picture.name}.png"
        page.screenshot(path=path)
    page.close()
    return path


def main() -> int:
    """Take every picture; 1 when one is too large for the project."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    found = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    parser.add_argument("--browser", default=found, help="path of Chromium")
    options = parser.parse_args()
    if options.browser is None:
        parser.error("no Chromium was found: apt-get install chromium, or give its path")
    _FOLDER.mkdir(exist_ok=True)
    too_large = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=options.browser, args=["--no-sandbox", "--disable-gpu"]
        )
        for picture in PICTURES:
            path = take(picture, browser)
            size = path.stat().st_size
            print(f"{path.relative_to(_ROOT)}  {size / 1000:.0f} kB")
            too_large += [path.name] if size > _MOST_BYTES else []
        browser.close()
    if too_large:
        print(f"larger than {_MOST_BYTES / 1000:.0f} kB: {', '.join(too_large)}", file=sys.stderr)
    return 1 if too_large else 0


if __name__ == "__main__":
    sys.exit(main())
