"""Settings from the command line, the environment and a configuration file.

Works on the settings classes as they are: a new setting is known here without a line of code.
"""

import difflib
import inspect
import json
import re
import textwrap
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import attrs
from attrs import frozen

from reconcile.errors import InvalidSettings
from reconcile.settings import Settings

PREFIX = "RECONCILE_"
_CONFIG = "CONFIG"
DEFAULT = "default"
_NONE = "none"  # how a setting that may be None is written where nothing can be
_ARGUMENT = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)
_FILES = ("reconcile.toml", "pyproject.toml")


@frozen(kw_only=True)
class Configured:
    """Settings, and where each of them comes from.

    Args:
        settings: The settings.
        sources: For each setting's full name, ``default`` or the place it was set in.
        warnings: What was probably meant as a setting and is none.
    """

    settings: Settings
    sources: Mapping[str, str]
    warnings: tuple[str, ...]


def configure(
    *,
    config: Path | None,
    environment: Mapping[str, str],
    assignments: Iterable[str] = (),
    folder: Path,
) -> Configured:
    """Gather the settings; what comes first in this list wins.

    1. ``--set section.name=value`` on the command line,
    2. the environment: ``RECONCILE_SECTION_NAME``,
    3. the file named by ``--config`` or ``RECONCILE_CONFIG``, else ``reconcile.toml`` in the
       current folder, else the table ``[tool.reconcile]`` of its ``pyproject.toml``,
    4. the defaults.

    Args:
        config: The configuration file that the user named.
        environment: The environment's variables.
        assignments: ``section.name=value``, one for each ``--set``.
        folder: Where an unnamed configuration file is looked for.

    Raises:
        InvalidSettings: There is no such setting, or its value is out of range.
    """
    fields = dict(setting_fields())
    values: dict[str, Any] = {}
    sources = dict.fromkeys(fields, DEFAULT)
    named = environment.get(PREFIX + _CONFIG)
    layers = (
        _from_file(config or (Path(named) if named else None), folder=folder, known=fields),
        _from_environment(environment, fields),
        _from_assignments(assignments),
    )
    for layer in layers:
        for name, (source, value) in layer.items():
            _check_name(name, source=source, known=fields)
            values[name] = _converted(value, attribute=fields[name])
            sources[name] = source
    try:
        settings = _built(Settings, "", values)
    except InvalidSettings as error:
        source = sources.get(error.setting, DEFAULT)
        raise _reworded(error, f"{source}: {error}") from None
    return Configured(
        settings=settings, sources=sources, warnings=tuple(_misspelt(environment, fields))
    )


def setting_fields() -> Iterator[tuple[str, "attrs.Attribute[Any]"]]:
    """Every setting of the tree with its full name, in order."""
    return ((name, attribute) for name, attribute, _ in _walk(Settings, ""))


def setting_meanings() -> Iterator[tuple[str, str]]:
    """What every setting of the tree is, from the docstring of the class it stands in."""
    for name, attribute, owner in _walk(Settings, ""):
        yield name, _meanings(owner).get(attribute.name, "").replace("``", "")


def _walk(owner: type[Any], prefix: str) -> Iterator[tuple[str, "attrs.Attribute[Any]", type[Any]]]:
    """Each setting's full name and attribute, and the class it stands in."""
    for attribute in attrs.fields(owner):
        name = f"{prefix}{attribute.name}"
        section = _section(attribute)
        if section is None:
            yield name, attribute, owner
        else:
            yield from _walk(section, f"{name}.")


def _meanings(owner: type[Any]) -> dict[str, str]:
    documented = inspect.getdoc(owner) or ""
    return {found[1]: " ".join(found[2].split()) for found in _ARGUMENT.finditer(documented)}


def variable(name: str) -> str:
    """The environment variable of a setting.

    >>> variable("similarity.num_perm")
    'RECONCILE_SIMILARITY_NUM_PERM'
    """
    return PREFIX + name.replace(".", "_").upper()


def value_of(settings: Settings, name: str) -> Any:
    """A setting's value by its full name."""
    value: Any = settings
    for part in name.split("."):
        value = getattr(value, part)
    return value


def _section(attribute: "attrs.Attribute[Any]") -> type[Any] | None:
    factory = getattr(attribute.default, "factory", None)
    return factory if isinstance(factory, type) and attrs.has(factory) else None


def _default(attribute: "attrs.Attribute[Any]") -> Any:
    factory = getattr(attribute.default, "factory", None)
    return factory() if factory else attribute.default


def _built(owner: type[Any], prefix: str, values: Mapping[str, Any]) -> Any:
    arguments = {}
    for attribute in attrs.fields(owner):
        name = f"{prefix}{attribute.name}"
        section = _section(attribute)
        if section is not None:
            arguments[attribute.name] = _built(section, f"{name}.", values)
        elif name in values:
            arguments[attribute.name] = values[name]
    return owner(**arguments)


def _from_file(
    config: Path | None, *, folder: Path, known: Container[str]
) -> dict[str, tuple[str, Any]]:
    paths = [config] if config else [folder / name for name in _FILES if (folder / name).is_file()]
    for path in paths:
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InvalidSettings(str(path), "a TOML file", str(error)) from None
        if path.name == "pyproject.toml":
            table = table.get("tool", {}).get("reconcile")
            if table is None:
                continue
        return {name: (str(path), value) for name, value in _flat(table, known=known)}
    return {}


def _flat(
    table: Mapping[str, Any], *, known: Container[str], prefix: str = ""
) -> Iterator[tuple[str, Any]]:
    """The settings of nested tables by full name; a setting may be a table itself."""
    for name, value in table.items():
        full = prefix + name
        if isinstance(value, dict) and full not in known:
            yield from _flat(value, known=known, prefix=f"{full}.")
        else:
            yield full, value


def _from_environment(
    environment: Mapping[str, str], fields: Iterable[str]
) -> dict[str, tuple[str, Any]]:
    return {
        name: (variable(name), _parsed(environment[variable(name)]))
        for name in fields
        if variable(name) in environment
    }


def _misspelt(environment: Mapping[str, str], fields: Iterable[str]) -> Iterator[str]:
    """A line for each variable whose name is nearly a setting's.

    No error, and nothing on any other: systems give variables of their own to a service that is
    called ``reconcile``.
    """
    known = {variable(name).removeprefix(PREFIX) for name in fields} | {_CONFIG}
    for name in sorted(environment):
        short = name.removeprefix(PREFIX)
        if short == name or short in known:
            continue
        near = difflib.get_close_matches(short.upper(), sorted(known), n=1)
        if near:
            yield f"{name} is no setting and changes nothing. Did you mean {PREFIX}{near[0]}?"


def _from_assignments(assignments: Iterable[str]) -> dict[str, tuple[str, Any]]:
    layer = {}
    for assignment in assignments:
        name, sign, value = assignment.partition("=")
        if not sign:
            raise InvalidSettings("--set", "section.name=value", assignment)
        layer[name.strip()] = ("--set", _parsed(value.strip()))
    return layer


def _parsed(text: str) -> Any:
    """A value as TOML reads it; anything else is a string as it stands."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _converted(value: Any, *, attribute: "attrs.Attribute[Any]") -> Any:
    """TOML has lists where settings have tuples, whole numbers for shares, and no None."""
    if isinstance(value, list):
        return tuple(_converted(item, attribute=attribute) for item in value)
    if value == _NONE and type(None) in get_args(attribute.type):
        return None
    if isinstance(_default(attribute), float) and value in (0, 1) and not isinstance(value, bool):
        return float(value)
    return value


def _check_name(name: str, *, source: str, known: Iterable[str]) -> None:
    names = list(known)
    if name in names:
        return
    near = difflib.get_close_matches(name, names, n=1)
    cure = f"Did you mean {near[0]}?" if near else "`reconcile settings` lists them all."
    raise _reworded(
        InvalidSettings(name, "", name), f"{source}: there is no setting {name}. {cure}"
    )


def _reworded(error: InvalidSettings, message: str) -> InvalidSettings:
    error.args = (message,)
    return error


def written_settings(configured: Configured) -> str:
    """The settings as a file that `configure` reads back, each with where it comes from."""
    lines: list[str] = []
    section = ""
    meanings = dict(setting_meanings())
    for name, _attribute in setting_fields():
        owner, _, short = name.rpartition(".")
        if owner != section:
            lines += ["", f"[{owner}]"] if lines else [f"[{owner}]"]
            section = owner
        lines += textwrap.wrap(meanings[name], 88, initial_indent="# ", subsequent_indent="# ")
        line = f"{short} = {_toml(value_of(configured.settings, name))}"
        lines.append(f"{line:<32} # {configured.sources[name]} ({variable(name)})")
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    if value is None:
        return f'"{_NONE}"'
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
