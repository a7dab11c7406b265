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


@attrs.frozen(kw_only=True)
class Subject:
    """One sort of figures: how its floors begin, its heading, and the commands that print it.

    Args:
        heading: What is measured.
        prefixes: What the names of its floors begin with, before ``near`` or ``far``.
        commands: What prints the near figures; ``{data}`` and ``{language}`` are filled in.
        far: The option that makes the same commands print the far figures.
    """

    heading: str
    prefixes: tuple[str, ...]
    commands: tuple[str, ...]
    far: str = "--side far"


_SUBJECTS = (
    Subject(
        heading="facts and flags",
        prefixes=("facts", "flags"),
        commands=("facts.py gold DATA/{data}",),
    ),
    Subject(
        heading="mutations",
        prefixes=("mutations",),
        commands=("facts.py mutations DATA/{data} --articles 25",),
    ),
    Subject(
        heading="claims",
        prefixes=("claims",),
        commands=(
            "extraction.py DATA/{data} --language {language}",
            "extraction_dates.py DATA/{data}",
            "extraction_names.py DATA/{data} --language {language}",
        ),
    ),
    Subject(
        heading="groups and draws",
        prefixes=("groups", "draws"),
        commands=("grouping.py measure DATA/news-dev DATA/ecb-dev",),
        far="--half held-out",
    ),
)
_LANGUAGES = {"vi": ("Vietnamese", "news-dev"), "en": ("English", "ecb-dev")}
# Groups have no side in the floors: those of English are of what the weights were fitted to.
_SIDE_OF_GROUPS = {"vi": "far", "en": "near"}
_SIDED = re.compile(r"(\w+) (near|far|whole|bare): (.*)")


def figures() -> str:
    """The floors below which accuracy may not fall, by language and subject, with the commands."""
    floors = tomllib.loads(_FLOORS.read_text("utf-8"))
    lines: list[str] = []
    for language, (name, data) in _LANGUAGES.items():
        lines += [f"### {name}", ""]
        for subject in _SUBJECTS:
            rows = _rows(subject, floors[language], _SIDE_OF_GROUPS[language])
            sides = [side for side in ("near", "far") if any(side in row for row in rows.values())]
            lines += ["```sh", *_commands(subject, sides, data=data, language=language), "```", ""]
            lines.append(f"| {subject.heading} | {' | '.join(sides)} |")
            lines.append("|---" * (1 + len(sides)) + "|")
            for measure, shares in sorted(rows.items()):
                lines.append(f"| {measure} | {' | '.join(shares.get(s, '–') for s in sides)} |")
            lines.append("")
    return "\n".join(lines[:-1])


def _rows(
    subject: Subject, floors: Mapping[str, Mapping[str, Any]], side_of_groups: str
) -> dict[str, dict[str, str]]:
    """The shares of each measure of a subject, by side."""
    rows: dict[str, dict[str, str]] = {}
    for prefix in subject.prefixes:
        for name, floor in floors.items():
            match = _SIDED.fullmatch(name)
            if match is None or match[1] != prefix:
                continue
            side, measure = match[2], match[3]
            if side in ("whole", "bare"):
                measure += ", no titles or dates" * (side == "bare")
                side = "near" if prefix == "mutations" else side_of_groups
            rows.setdefault(measure, {})[side] = _share(floor["floor"], floor["of"], measure)
    return rows


def _share(share: float, count: int, measure: str) -> str:
    """A share, and of how many; a mean over articles, or of very many pairs, has no numerator."""
    is_counted = count < 1000 and not measure.startswith("B-cubed")
    return f"{share:.0%} ({f'{share * count:.0f} ' * is_counted}of {count})"


def _commands(subject: Subject, sides: list[str], *, data: str, language: str) -> Iterator[str]:
    """What prints the figures; the option for the far ones as a remark when both are shown."""
    for command in subject.commands:
        line = "python bench/" + command.format(data=data, language=language)
        if sides == ["far"]:
            line += f" {subject.far}"
        yield line if sides != ["near", "far"] else f"{line}  # far: add {subject.far}"


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
