"""The shop window shows what it promises, to readers, to editors and to Python alike."""

import ast
import importlib
import inspect
import re
from pathlib import Path

import attrs
import pytest

import reconcile

_SOURCE = ast.parse(Path(reconcile.__file__).read_text("utf-8"))


def _names_for_type_checkers() -> dict[str, str]:
    (block,) = (node for node in _SOURCE.body if isinstance(node, ast.If))
    return {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_public_names_are_sorted_and_stand_once():
    assert reconcile.__all__ == sorted(set(reconcile.__all__))


def test_type_checkers_see_the_same_names_in_the_same_homes():
    assert _names_for_type_checkers() == reconcile._HOME_OF
    assert {*reconcile._HOME_OF, "__version__"} == set(reconcile.__all__)


@pytest.mark.parametrize("name", reconcile.__all__)
def test_every_public_name_can_be_imported_and_is_listed(name):
    assert getattr(reconcile, name) is not None
    assert name in dir(reconcile)


@pytest.mark.parametrize("name", sorted(reconcile._HOME_OF))
def test_every_public_name_is_documented_with_an_example(name):
    assert re.search(r"^>>> ", inspect.getdoc(getattr(reconcile, name)), re.MULTILINE)


def _documented(name):
    """What the section Args of a docstring describes, ``left, right`` being two."""
    section = re.search(
        r"\nArgs:\n(.*?)(?:\n\n|\Z)", inspect.getdoc(getattr(reconcile, name)), re.S
    )
    lines = re.findall(r"^ {4}(\w[\w, ]*):", section[1], re.MULTILINE) if section else []
    return [argument for line in lines for argument in line.split(", ")]


@pytest.mark.parametrize("name", sorted(reconcile._HOME_OF))
def test_every_argument_of_a_public_name_is_described(name):
    thing = getattr(reconcile, name)
    if attrs.has(thing) and thing is not reconcile.Settings:  # its sections are documented apart
        assert _documented(name) == [field.name for field in attrs.fields(thing)]
    elif not isinstance(thing, type):
        described = inspect.getdoc(thing)
        assert _documented(name) == list(inspect.signature(thing).parameters)
        assert "Returns:" in described or "Yields:" in described


@pytest.mark.parametrize("home", sorted(reconcile._HOMES))
def test_a_home_lists_the_names_that_the_window_takes_from_it(home):
    public = getattr(importlib.import_module(home), "__all__", None)
    assert public is None or set(reconcile._HOMES[home]) <= set(public)


def test_public_classes_are_frozen():
    classes = [c for c in map(reconcile.__getattr__, reconcile._HOME_OF) if attrs.has(c)]
    assert len(classes) > 10
    assert all(c.__setattr__ is not object.__setattr__ for c in classes)


def test_functions_take_one_thing_by_position_and_the_rest_by_keyword():
    for name in reconcile._HOME_OF:
        thing = getattr(reconcile, name)
        if inspect.isfunction(thing) and name != "relate":  # a relation has two equal sides
            kinds = [p.kind for p in inspect.signature(thing).parameters.values()]
            assert all(kind is inspect.Parameter.KEYWORD_ONLY for kind in kinds[1:]), name


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'find_truth'"):
        reconcile.find_truth  # noqa: B018 (the attribute access is what is tested)
