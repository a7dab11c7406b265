"""Files are written whole or not at all, and nothing else is destroyed."""

import os
import stat
import subprocess
import sys

import pytest
from click import ClickException

from reconcile.cli.outputs import check_output, format_for, write
from reconcile.rendering import FORMATS, render
from rendering.samples import sample_report


@pytest.mark.parametrize("format_", FORMATS)
def test_an_old_report_of_any_format_may_be_overwritten(tmp_path, format_):
    path = tmp_path / "report"
    path.write_text(render(sample_report(), format=format_), encoding="utf-8")
    check_output(path, force=False)


def test_what_is_no_report_is_kept_unless_forced(run, articles):
    notes = articles.parent / "notes.html"
    notes.write_text("<p>my notes", encoding="utf-8")
    status, _, err = run("report", articles, "--output", notes)
    assert status == 2
    assert "exists and is no report; --force overwrites it" in err
    assert notes.read_text("utf-8") == "<p>my notes"
    assert run("report", articles, "--output", notes, "--force")[0] == 0
    assert notes.read_text("utf-8").startswith("<!doctype html>")


def test_the_name_of_the_file_chooses_the_format(run, articles, tmp_path):
    for name, start in (
        ("r.json", "{"),
        ("r.md", "<!-- reconcile report -->"),
        ("r.csv", "\ufeffevent,fact"),
    ):
        assert run("report", articles, "--output", name)[0] == 0
        assert (articles.parent / name).read_text("utf-8").startswith(start)
    assert format_for(tmp_path / "x.HTML") == "html"
    assert format_for(None) == "text"


def test_a_file_is_replaced_in_one_step_and_keeps_its_mode(tmp_path):
    path = tmp_path / "report.json"
    path.write_text("{}", encoding="utf-8")
    path.chmod(0o640)
    before = path.stat().st_ino
    write("{}\n", output=path)
    assert path.read_text("utf-8") == "{}\n"
    assert path.stat().st_ino != before
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["report.json"]


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "report.json"
    path.write_text("old", encoding="utf-8")

    def refuse(self, target):
        raise OSError("no space left")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(ClickException, match=r"report\.json cannot be written: no space left"):
        write("new", output=path)
    assert path.read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.json"]


def test_a_link_is_followed_not_replaced(tmp_path):
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("{}", encoding="utf-8")
    link.symlink_to(real)
    write("{}\n", output=link)
    assert link.is_symlink()
    assert real.read_text("utf-8") == "{}\n"


def test_a_device_can_be_written_to(run, articles):
    assert run("report", articles, "--output", os.devnull)[0] == 0


@pytest.mark.parametrize("path", ["articles", "nowhere/report.html"])
def test_a_folder_and_a_path_in_no_folder_are_refused(run, articles, path):
    status, _, err = run("report", articles, "--output", path)
    assert status == 2
    assert err.count("\n") == 1


def test_a_spreadsheet_can_tell_the_encoding_of_a_file_and_a_pipe_gets_no_mark(run, articles):
    assert run("report", articles, "--output", "r.csv")[0] == 0
    assert run("report", articles, "--output", "r.csv")[0] == 0
    assert (articles.parent / "r.csv").read_bytes().startswith(b"\xef\xbb\xbfevent,")
    assert run("report", articles, "--format", "csv")[1].startswith("event,")


@pytest.mark.parametrize("name", ["out.pdf", "out.docx", "out.tsv"])
def test_an_ending_of_no_format_is_refused_with_those_there_are(run, articles, name):
    status, _, err = run("report", articles, "--output", name)
    assert status == 2
    assert ".json, .html, .htm, .md, .markdown, .csv, .txt" in err
    assert not (articles.parent / name).exists()
    assert run("report", articles, "--output", name, "--format", "json")[0] == 0


def test_groups_can_be_written_to_a_file_that_groups_reads(run, articles):
    assert run("group", articles, "--output", "groups.tsv")[0] == 0
    assert run("report", articles, "--groups", "groups.tsv", "--quiet")[0] == 0


def test_coloured_text_is_known_again_as_a_report(run, articles):
    for _ in range(2):
        assert run("report", articles, "--color", "always", "--output", "r.txt")[0] == 0
    assert "\x1b[" in (articles.parent / "r.txt").read_text("utf-8")


def test_groups_that_were_written_may_be_written_again_and_an_editors_may_not(run, articles):
    for _ in range(2):
        assert run("group", articles, "--output", "groups.tsv")[0] == 0
    status, _, err = run("group", articles, "--output", "events.tsv")
    assert status == 2
    assert "exists and is no report" in err
    assert (articles.parent / "events.tsv").read_text("utf-8") == "a\tfire\nb\tfire\n"


@pytest.mark.parametrize("name", ["groups.csv", "groups.html", "groups.md"])
def test_groups_are_refused_an_ending_of_a_format_they_are_not_written_in(run, articles, name):
    status, _, err = run("group", articles, "--output", name)
    assert status == 2
    assert "use one of .json, .txt, .tsv" in err
    assert not (articles.parent / name).exists()


@pytest.mark.parametrize("redirection", ["| cat", "> out.txt; cat out.txt"])
def test_standard_output_by_its_name_is_standard_output(shell, articles, redirection):
    expected = shell("report", articles).stdout
    command = f"{sys.executable} -m reconcile report {articles} -o /dev/stdout {redirection}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout == expected


def test_the_first_words_of_an_article_do_not_make_it_a_report(tmp_path):
    path = tmp_path / "article.txt"
    for text in ("3 events, 4 articles on the fire", "1 event, 2 articles by one author"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ClickException, match="is no report"):
            check_output(path, force=False)


def test_a_dash_is_no_name_of_a_file_to_write(run, articles):
    status, out, err = run("report", articles, "--output", "-")
    assert (status, out) == (2, "")
    assert err == "reconcile: --output - names no file; leave --output out to print.\n"
    assert not (articles.parent / "-").exists()


def test_an_article_that_is_read_is_never_written_over(run, articles):
    path = articles / "a.txt"
    before = path.read_bytes()
    status, _, err = run("report", path, "--output", path, "--force")
    assert status == 2
    assert err == f"reconcile: --output {path} is an article that is read; name another file.\n"
    assert path.read_bytes() == before
