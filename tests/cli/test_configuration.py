"""Settings from the command line, the environment and files: which wins, and what is refused."""

import tomllib

import attrs
import pytest

from reconcile.cli.configuration import (
    configure,
    setting_fields,
    value_of,
    variable,
    written_settings,
)
from reconcile.errors import InvalidSettings
from reconcile.settings import Settings


def _configured(folder, *, environment=None, assignments=(), config=None):
    return configure(
        config=config, environment=environment or {}, assignments=assignments, folder=folder
    )


def test_without_anything_the_defaults_hold(tmp_path):
    configured = _configured(tmp_path)
    assert configured.settings == Settings()
    assert set(configured.sources.values()) == {"default"}


def test_each_layer_wins_over_the_one_before(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.reconcile.similarity]\nthreshold = 0.1\n")
    assert _configured(tmp_path).settings.similarity.threshold == 0.1
    (tmp_path / "reconcile.toml").write_text("[similarity]\nthreshold = 0.2\n")
    assert _configured(tmp_path).settings.similarity.threshold == 0.2
    named = tmp_path / "other.toml"
    named.write_text("similarity.threshold = 0.3\n")
    assert _configured(tmp_path, config=named).settings.similarity.threshold == 0.3
    environment = {"RECONCILE_CONFIG": str(named), "RECONCILE_SIMILARITY_THRESHOLD": "0.4"}
    configured = _configured(tmp_path, environment=environment)
    assert configured.settings.similarity.threshold == 0.4
    assert configured.sources["similarity.threshold"] == "RECONCILE_SIMILARITY_THRESHOLD"
    last = _configured(
        tmp_path, environment=environment, assignments=["similarity.threshold = 0.5"]
    )
    assert last.settings.similarity.threshold == 0.5
    assert last.sources["similarity.threshold"] == "--set"


def test_every_setting_has_a_variable_and_a_default_that_reads_back(tmp_path):
    written = written_settings(_configured(tmp_path))
    path = tmp_path / "reconcile.toml"
    path.write_text(written, encoding="utf-8")
    again = _configured(tmp_path)
    assert again.settings == Settings()
    assert set(again.sources.values()) == {str(path)}
    names = [name for name, _ in setting_fields()]
    assert len({variable(name) for name in names}) == len(names) > 5
    for name in names:
        assert variable(name) in written
    assert len(tomllib.loads(written)) == len({name.partition(".")[0] for name in names})


def test_words_from_the_environment_need_no_quotes(tmp_path):
    environment = {"RECONCILE_ALIGNMENT_STRICTNESS": "certain"}
    assert _configured(tmp_path, environment=environment).settings.alignment.strictness == "certain"


def test_a_setting_may_be_a_table_or_nothing(tmp_path):
    (tmp_path / "reconcile.toml").write_text(
        '[reading]\nlanguage = "vi"\n[reading.fields]\ntext = "noi_dung"\n'
    )
    configured = _configured(tmp_path, environment={"RECONCILE_READING_LANGUAGE": "none"})
    assert configured.settings.reading.fields == (("text", "noi_dung"),)
    assert configured.settings.reading.language is None


@pytest.mark.parametrize(
    ("assignment", "message"),
    [
        ("similarity.treshold=0.5", "--set: there is no setting similarity.treshold. Did you mean"),
        ("similarity.threshold=70", "--set: similarity.threshold must be a share .* mean 0.7?"),
        ("similarity.threshold=high", "--set: similarity.threshold must be a share"),
        ("threshold", "--set must be section.name=value"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place_and_the_cure(tmp_path, assignment, message):
    with pytest.raises(InvalidSettings, match=message):
        _configured(tmp_path, assignments=[assignment])


def test_a_file_that_is_no_toml_is_named(tmp_path):
    (tmp_path / "reconcile.toml").write_text("similarity = [")
    with pytest.raises(InvalidSettings, match=r"reconcile\.toml must be a TOML file"):
        _configured(tmp_path)


def test_the_command_shows_values_and_where_they_come_from(run, articles, monkeypatch):
    monkeypatch.setenv("RECONCILE_SIMILARITY_SHINGLE", "4")
    status, out, _ = run("settings", "--set", "grouping.window=9")
    assert status == 0
    assert "shingle = 4 " in out
    assert "# RECONCILE_SIMILARITY_SHINGLE" in out
    assert "# --set" in out


def test_every_part_of_the_settings_is_a_section():
    names = {name.partition(".")[0] for name, _ in setting_fields()}
    assert names == {attribute.name for attribute in attrs.fields(Settings)}
    for name, _ in setting_fields():
        value_of(Settings(), name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("RECONCILE_ALIGNMENT_STRICTNES", "RECONCILE_ALIGNMENT_STRICTNESS"),
        ("RECONCILE_alignment_strictness", "RECONCILE_ALIGNMENT_STRICTNESS"),
        ("RECONCILE_CONFG", "RECONCILE_CONFIG"),
    ],
)
def test_a_misspelt_variable_is_said_with_the_name_that_was_meant(run, articles, name, meant):
    configured = _configured(articles, environment={name: "certain"})
    assert configured.settings == Settings()
    said = f"{name} is no setting and changes nothing. Did you mean {meant}?"
    assert configured.warnings == (said,)


def test_a_misspelt_variable_is_said_by_every_command_that_has_settings(run, articles, monkeypatch):
    monkeypatch.setenv("RECONCILE_GROUPING_WINDOWS", "9")
    for arguments in (("settings",), ("report", articles), ("claims", articles)):
        status, _, err = run(*arguments)
        assert status == 0
        assert "Did you mean RECONCILE_GROUPING_WINDOW?" in err
    assert run("report", articles, "--quiet")[2] == ""


def test_variables_that_a_system_sets_for_a_service_are_not_mentioned(tmp_path):
    environment = {
        "RECONCILE_SERVICE_HOST": "10.0.0.1",
        "RECONCILE_PORT_80_TCP": "tcp://10.0.0.1:80",
        "RECONCILE_KERNEL": "numpy",
        "PATH": "/bin",
    }
    assert _configured(tmp_path, environment=environment).warnings == ()


def test_a_settings_file_may_begin_with_a_byte_order_mark(tmp_path):
    path = tmp_path / "reconcile.toml"
    path.write_text("[similarity]\nthreshold = 0.2\n", encoding="utf-8-sig")
    assert _configured(tmp_path).settings.similarity.threshold == 0.2
