"""The commands as users type them: what they write, where, and how they end."""

import json
import os
import subprocess
import sys

import jsonschema
import pytest

from reconcile.rendering.documents import schema_text


def test_a_report_shows_the_conflict_with_both_quotes(run, articles):
    status, out, err = run("report", articles, "--groups", "events.tsv")
    assert status == 0
    assert "2 articles" in out.splitlines()[0]
    assert "12/11/2025" in out
    assert "13/11/2025" in out
    assert err == ""


def test_a_json_report_follows_the_schema(run, articles):
    status, out, _ = run("report", articles, "--format", "json")
    assert status == 0
    jsonschema.validate(json.loads(out), json.loads(schema_text()))


def test_the_schema_is_printed(run):
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["title"] == "Reconciliation report, version 1"


def test_groups_can_be_written_and_given_back(run, articles, tmp_path):
    status, out, _ = run("group", articles, "--groups", "events.tsv", "--format", "tsv")
    assert status == 0
    assert sorted(line.split("\t")[0] for line in out.splitlines()) == ["a", "b"]
    (tmp_path / "again.tsv").write_text(out, encoding="utf-8")
    again = run("group", articles, "--groups", tmp_path / "again.tsv", "--format", "tsv")[1]
    assert len({line.split("\t")[1] for line in again.splitlines()}) == 1


def test_group_writes_the_report_document_without_claims(run, articles):
    document = json.loads(run("group", articles, "--format", "json")[1])
    assert all(group["claims"] == [] == group["facts"] for group in document["groups"])


def test_claims_are_json_lines_with_exact_quotes(run, articles):
    status, out, _ = run("claims", articles)
    assert status == 0
    claims = [json.loads(line) for line in out.splitlines()]
    assert {claim["article"] for claim in claims} == {"a", "b"}
    for claim in claims:
        text = (articles / f"{claim['article']}.txt").read_text("utf-8")
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_standard_input_is_read_as_json_lines(shell, articles):
    feed = json.dumps({"id": "x", "text": "Hai người bị thương ngày 12/11/2025."}) + "\n"
    result = shell("claims", "-", input=feed)
    assert result.returncode == 0
    assert json.loads(result.stdout.splitlines()[0])["article"] == "x"


@pytest.mark.parametrize(("named", "status"), [("conflict", 1), ("check", 1), (None, 0)])
def test_fail_on_ends_with_one_when_there_is_a_conflict(run, articles, named, status, monkeypatch):
    options = ["--fail-on", named] if named else []
    _, out, _ = run("report", articles, "--groups", "events.tsv", "--format", "json")
    facts = [fact for group in json.loads(out)["groups"] for fact in group["facts"]]
    certain = {fact["certainty"] for fact in facts}
    wanted = {"conflict": {"clear"}, "check": {"clear", "check"}}.get(named, set())
    expected = status if certain & wanted else 0
    assert run("report", articles, "--groups", "events.tsv", *options)[0] == expected


def test_nothing_readable_ends_with_two_and_says_so(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, err = run("report", "nowhere")
    assert (status, out) == (2, "")
    assert "nowhere" in err
    assert "Traceback" not in err


def test_part_unreadable_ends_with_three_and_reports_the_rest(run, articles):
    (articles / "empty.txt").write_text("", encoding="utf-8")
    status, out, err = run("report", articles)
    assert status == 3
    assert "empty.txt" in err
    assert "the file is empty" in " ".join(out.split())


def test_a_file_name_cannot_command_the_terminal(run, articles):
    (articles / "\x1b[2J\u202e.txt").write_text("", encoding="utf-8")
    _, out, err = run("report", articles)
    assert "\x1b" not in out + err
    assert "\u202e" not in out + err
    assert "\\x1b[2J" in err


def test_the_report_is_the_same_for_any_order_and_number_of_processes(run, articles):
    for number in range(40):  # enough for a pool
        text = f"Ngày {number % 28 + 1}/11/2025, {number} người đến chợ số {number}."
        (articles / f"c{number}.txt").write_text(text, encoding="utf-8")
    paths = sorted(articles.iterdir())
    first = run("report", *paths, "--format", "json", "--groups", "events.tsv")[1]
    assert run("report", *paths[::-1], "--format", "json", "--groups", "events.tsv")[1] == first
    again = run("report", *paths, "--format", "json", "--groups", "events.tsv", "--jobs", 2)[1]
    assert again == first


def test_quiet_says_nothing_on_standard_error(run, articles):
    (articles / "empty.txt").write_text("", encoding="utf-8")
    status, _, err = run("report", articles, "--quiet")
    assert (status, err) == (3, "")


def test_the_usual_letters_stand_for_the_options_used_most(run, articles, tmp_path):
    page = tmp_path / "short.json"
    assert run("report", articles, "-q", "-j", 1, "-f", "json", "-o", page)[0] == 0
    assert page.read_text("utf-8") == run("report", articles, "--format", "json")[1]


def test_verbose_says_what_was_read(run, articles):
    assert "2 articles" in run("report", articles, "--verbose")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("report",),
        ("report", "a.txt", "--format", "pdf"),
        ("nonsense",),
        ("report", "a.txt", "--set", "nothing"),
        ("report", "a.txt", "--set", "similarity.treshold=0.5"),
        ("explain", "a.txt"),
    ],
)
def test_wrong_usage_is_one_line_and_ends_with_two(run, articles, arguments):
    (articles.parent / "a.txt").write_text("Một câu.", encoding="utf-8")
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("reconcile: ")


def test_a_mistake_of_the_program_is_one_line_too(run, articles, monkeypatch):
    def broken(*_arguments, **_options):
        raise KeyError("inside")

    monkeypatch.setattr("reconcile.cli.running.reconcile_articles", broken)
    status, _, err = run("report", articles)
    assert status == 2
    assert (
        err == "reconcile: a mistake in this program: KeyError: 'inside'. --verbose shows where.\n"
    )
    for verbose in ("-v", "--verbose"):
        status, _, err = run("report", articles, verbose)
        assert status == 2  # 1 would say that --fail-on found something
        assert "Traceback (most recent call last)" in err
        assert "raise KeyError" in err


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("a fire", "events.tsv#1: a line must be article id, TAB, event id"),
        ("a\tfire\na\tflood", "events.tsv#2: 'a' is in event 'fire' already"),
        ("", "names no article"),
    ],
)
def test_a_wrong_grouping_is_refused_with_its_place(run, articles, line, complaint):
    (articles.parent / "events.tsv").write_text(line, encoding="utf-8")
    status, _, err = run("report", articles, "--groups", "events.tsv")
    assert status == 2
    assert complaint in err


def test_interrupting_says_so_and_leaves_no_file(run, articles, monkeypatch):
    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("reconcile.cli.running.reconcile_articles", interrupted)
    status, _, err = run("report", articles, "--output", "out.html")
    assert status == 130
    assert err.strip() == "reconcile: interrupted; no file was written."
    assert [path.name for path in articles.parent.glob("*out*")] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("claims", "articles"),
        ("report", "articles", "--format", "html"),
        ("schema",),
        ("report", "--help"),
    ],
)
def test_a_reader_who_leaves_early_causes_no_complaint(articles, arguments):
    reads, writes = os.pipe()
    os.close(reads)
    with open(writes, "wb") as broken:  # noqa: PTH123 - a descriptor
        result = subprocess.run(
            [sys.executable, "-m", "reconcile", *arguments],
            stdout=broken,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (result.returncode, result.stderr) == (141, "")


@pytest.mark.parametrize("command", ["report", "group", "claims", "explain", "schema", "settings"])
def test_every_command_has_help_with_examples(run, command):
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"Examples:\n  reconcile {command}" in out or "Examples:\n  cat" in out


def test_help_loads_neither_numpy_nor_datasketch(shell):
    script = (
        "import sys; from reconcile.cli import main; main(['--help']); "
        "print([m for m in ('numpy', 'datasketch', 'rich', 'jinja2') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert result.stdout.endswith("[]\n")


def test_colour_stays_off_where_there_is_no_terminal(shell, articles):
    assert "\x1b" not in shell("report", articles).stdout
    assert "\x1b[" in shell("report", articles, "--color", "always").stdout


def test_quiet_wins_over_verbose(run, articles):
    assert run("report", articles, "-qv")[2] == ""
    assert "wins over --verbose" in " ".join(run("report", "--help")[1].split())


def test_a_format_that_needs_a_package_is_refused_before_any_work(run, articles, monkeypatch):
    def begun(*_arguments, **_options):
        raise AssertionError("the articles were read first")

    monkeypatch.setattr("reconcile.cli.running.read_articles", begun)
    monkeypatch.setitem(sys.modules, "prov.model", None)
    monkeypatch.delitem(sys.modules, "reconcile.rendering.provenance", raising=False)
    status, _, err = run("report", articles, "--format", "prov")
    assert status == 2
    assert "pip install 'reconcile[prov]'" in err


@pytest.mark.parametrize("name", ["r.txt", "r.html", "r.json", "r.csv", "groups.tsv"])
def test_a_report_in_the_folder_that_is_read_is_no_article(run, articles, name):
    command = "group" if name == "groups.tsv" else "report"
    assert run(command, articles, "--output", articles / name)[0] == 0
    status, out, err = run("report", articles, "--format", "json")
    assert status == 0
    assert [article["id"] for article in json.loads(out)["articles"]] == ["a", "b"]
    assert f"{name}: a report that reconcile wrote, no article, and left out" in err


@pytest.mark.parametrize(
    ("shell_name", "words", "offered"),
    [
        ("bash", "reconcile rep", "plain,report"),
        ("zsh", "reconcile report --fail-on c", "conflict"),
        ("fish", "reconcile report --form", "plain,--format"),
    ],
)
def test_a_shell_completes_commands_options_and_choices(
    run, monkeypatch, shell_name, words, offered
):
    last = words.split()[-1]
    monkeypatch.setenv("_RECONCILE_COMPLETE", f"{shell_name}_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", last if shell_name == "fish" else str(len(words.split()) - 1))
    status, out, _ = run()
    assert status == 0
    assert offered in out


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_the_completion_in_the_reference_prints_a_script(run, monkeypatch, shell_name):
    monkeypatch.setenv("_RECONCILE_COMPLETE", f"{shell_name}_source")
    status, out, _ = run()
    assert status == 0
    assert f"_RECONCILE_COMPLETE={shell_name}_complete" in out
