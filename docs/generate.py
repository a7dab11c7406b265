"""Write what comes from the code: reference pages, tables of figures, and what README shows.

    python docs/generate.py

`tests/test_docs.py` fails when a page is not what this writes. The reference of the library is
made from the docstrings when the site is built.
"""

import inspect
import json
import os
import re
import shlex
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

import reconcile
from reconcile.settings import Settings

_DOCS = Path(__file__).parent
_FLOORS = _DOCS.parent / "tests" / "quality" / "floors.toml"
_NOTE = "<!-- Written by docs/generate.py; edit the code instead. -->"
_ARGUMENT = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def settings_page() -> str:
    """Every setting with its default, its variable and its meaning."""
    lines = [
        "# Settings",
        "",
        _NOTE,
        "",
        "Every step is a pure function of its data and one frozen tree of settings. How to set",
        "them, and what goes before what, stands in [the command line](cli.md#settings);",
        "`reconcile settings` prints what is in force.",
    ]
    for section in attrs.fields(Settings):
        documented = section.type
        doc = inspect.getdoc(documented) or ""
        lines += ["", f"## `{section.name}`", "", doc.splitlines()[0], ""]
        lines += ["| setting | default | variable | meaning |", "|---|---|---|---|"]
        meanings = {m[1]: " ".join(m[2].split()) for m in _ARGUMENT.finditer(doc)}
        for setting in attrs.fields(documented):
            default = json.dumps(getattr(documented(), setting.name)).replace("null", "none")
            variable = f"RECONCILE_{section.name}_{setting.name}".upper()
            meaning = re.sub(r"``(.*?)``", r"`\1`", meanings[setting.name])
            lines.append(f"| `{setting.name}` | `{default}` | `{variable}` | {meaning} |")
    return "\n".join(lines) + "\n"


def schema_page() -> str:
    """Every member of the JSON report, from the schema."""
    schema = json.loads((Path(reconcile.__file__).parent / "report.schema.json").read_text("utf-8"))
    lines = [
        "# The report's schema",
        "",
        _NOTE,
        "",
        *textwrap.wrap(
            schema["description"] + " `reconcile schema` prints the schema itself, JSON Schema "
            "draft 2020-12. For a guided tour see [the report document](report.md).",
            width=100,
        ),
        "",
        "## The document",
        "",
        *_members(schema),
    ]
    for name, part in schema["$defs"].items():
        if "properties" in part:
            lines += ["", f"## {name.capitalize()}", "", *_members(part)]
    return "\n".join(lines) + "\n"


def _members(part: Mapping[str, Any]) -> Iterator[str]:
    yield "| member | type | meaning |"
    yield "|---|---|---|"
    for name, member in _flat(part, ""):
        required = (
            "" if name.rpartition(".")[2].rstrip("[]") in _required(part, name) else "; optional"
        )
        meaning = member.get("description", "").replace("|", "\\|")
        yield f"| `{name}` | {_type(member)}{required} | {meaning} |"


def _flat(part: Mapping[str, Any], before: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The members of an object and of the objects written inside it, by their path."""
    for name, member in part.get("properties", {}).items():
        yield before + name, member
        yield from _flat(member, f"{before}{name}.")
        yield from _flat(member.get("items", {}), f"{before}{name}[].")


def _required(part: Mapping[str, Any], path: str) -> list[str]:
    """The members that the object at the end of a path must have."""
    for step in path.split(".")[:-1]:
        part = part["properties"][step.removesuffix("[]")]
        part = part["items"] if step.endswith("[]") else part
    required: list[str] = part.get("required", [])
    return required


def _type(member: Mapping[str, Any]) -> str:
    if "$ref" in member:
        name = member["$ref"].rpartition("/")[2]
        return "id" if name == "id" else f"[{name}](#{name})"
    if "const" in member:
        return f"`{json.dumps(member['const'])}`"
    if "enum" in member:
        return ", ".join("null" if one is None else f"`{one}`" for one in member["enum"])
    if member.get("type") == "array":
        return f"list of {_type(member['items'])}"
    kind = member.get("type", "any")
    return " or ".join(kind) if isinstance(kind, list) else kind


# What is measured, and the script of `bench/` that prints it.
_FIGURES = {
    "facts": "facts.py gold",
    "flags": "facts.py gold",
    "mutations whole": "facts.py mutations",
    "claims": "extraction*.py",
    "groups": "grouping.py measure",
    "draws": "grouping.py measure",
}
_SIDES = ("near", "far")
_FITTED = {"en"}  # languages whose groups are measured on what the weights were fitted to


def figures() -> str:
    """A table for each language of the floors below which accuracy may not fall."""
    floors = tomllib.loads(_FLOORS.read_text("utf-8"))
    lines: list[str] = []
    for code, name in (("vi", "Vietnamese"), ("en", "English")):
        shares = {measure: f"{f['floor']:.0%} of {f['of']}" for measure, f in floors[code].items()}
        lines += ["", f"### {name}", "", "| measure | near | far | printed by `bench/` |"]
        lines.append("|---|---|---|---|")
        for subject, script in _FIGURES.items():
            rows = _rows(subject, shares, was_fitted=code in _FITTED)
            lines += [f"| {row} | `{script}` |" for row in rows]
    return "\n".join(lines[1:])


def _rows(subject: str, shares: Mapping[str, str], *, was_fitted: bool) -> Iterator[str]:
    """The rows of one subject, near and far side by side where there are both."""
    named = sorted({m.partition(": ")[2] for m in shares if m.startswith(f"{subject} ")})
    for name in named:
        pair = [shares.get(f"{subject} {side}: {name}", "–") for side in _SIDES]
        if pair != ["–", "–"]:
            yield f"{subject}: {name} | {' | '.join(pair)}"
        for way, meaning in (("whole", ""), ("bare", ", no titles or dates")):
            if f"{subject} {way}: {name}" in shares:
                share = shares[f"{subject} {way}: {name}"]
                columns = f"{share} | –" if was_fitted else f"– | {share}"
                yield f"{subject}: {name}{meaning} | {columns}"
    for measure, share in shares.items():
        if measure.startswith(f"{subject}: "):
            yield f"{measure.replace(' whole', '')} | {share} | –"


def with_figures(page: str) -> str:
    """A page with the table of figures between its marks."""
    before, begin, rest = page.partition("<!-- figures: docs/generate.py -->\n")
    _, end, after = rest.partition("<!-- end of figures -->")
    return f"{before}{begin}\n{figures()}\n\n{end}{after}"


_SHOWN = re.compile(r"(?<=^```console\n)\$ (reconcile .*)\n(?:(?!```).*\n)+", re.MULTILINE)


def with_output(page: str) -> str:
    """A page with what its commands print today; run from the project's root."""

    def run(match: re.Match[str]) -> str:
        command = [sys.executable, "-m", *shlex.split(match[1])]
        surroundings = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
        done = subprocess.run(  # noqa: S603 - the commands are those of our own pages
            command, env=surroundings, cwd=_DOCS.parent, capture_output=True, check=True
        )
        return f"$ {match[1]}\n{done.stdout.decode('utf-8')}"

    return _SHOWN.sub(run, page)


PAGES = {"reference/settings.md": settings_page, "reference/report-schema.md": schema_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (_DOCS / name).write_text(page(), "utf-8")
    readme = _DOCS.parent / "README.md"
    readme.write_text(with_output(readme.read_text("utf-8")), "utf-8")
    missed = _DOCS / "explanation" / "what-we-miss.md"
    missed.write_text(with_figures(missed.read_text("utf-8")), "utf-8")
