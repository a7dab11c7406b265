"""Headless Chromium for the tests of the page, and what to do when it is not there."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_AXE = Path("node_modules/axe-core/axe.min.js")


@contextmanager
def chromium() -> Iterator[object]:
    """A browser; the test fails with the cure when there is none."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - said below when missing
    except ImportError:
        pytest.fail("the browser tests need playwright: pip install 'reconcile[browser]'")
    path = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    if path is None:
        pytest.fail(
            "the browser tests need Chromium: apt-get install -y chromium, "
            "or set CHROMIUM to its path"
        )
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def axe_source() -> str:
    """The accessibility checker; the test fails with the cure when it is not there."""
    path = Path(os.environ.get("AXE_CORE", _AXE))
    if not path.is_file():
        pytest.fail(
            f"the accessibility test needs {_AXE}: npm install --no-save axe-core, "
            "or set AXE_CORE to the path of axe.min.js"
        )
    return path.read_text("utf-8")
