"""From a report to something people read or programs load: one module for each format."""

from importlib import import_module
from types import ModuleType

from reconcile.model import Report
from reconcile.rendering.styles import NARROWEST, Style

_MODULES = {
    "text": "terminal",
    "json": "documents",
    "html": "page",
    "markdown": "markdown",
    "csv": "tables",
    "prov": "provenance",
}
FORMATS = tuple(_MODULES)


def render(report: Report, *, format: str = "text", style: Style | None = None) -> str:  # noqa: A002 - the word every caller knows
    """Write a report in one of the formats; each format's module is loaded when first used.

    Args:
        report: What `reconcile_articles` returned.
        format: One of ``text``, ``json``, ``html``, ``markdown``, ``csv``, ``prov``.
        style: Width, colour and folding, for the formats that have them; plain 80 columns if None.

    Returns:
        The whole document, ending with a line break.

    Raises:
        ValueError: There is no such format.
        MissingExtra: The format needs a package that is not installed.

    >>> print(render(Report(), format="json"))
    {
    "schema": "reconcile/report/1",
    ...
    """
    written: str = load_format(format).render(report, style=style or Style())
    return written


def load_format(format: str) -> ModuleType:  # noqa: A002 - as above
    """The module that writes a format, so that what it needs can be missed before long work.

    Raises:
        ValueError: There is no such format.
        MissingExtra: The format needs a package that is not installed.
    """
    if format not in _MODULES:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}, got {format!r}.")
    return import_module(f"reconcile.rendering.{_MODULES[format]}")


__all__ = ["FORMATS", "NARROWEST", "Style", "load_format", "render"]
