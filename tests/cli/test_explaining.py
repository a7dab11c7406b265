"""``reconcile explain``: pairs of articles, and the trail of a fact."""

import json

import click
import pytest

from reconcile.cli.explaining import asked, resolved


def test_a_pair_is_explained_with_its_score(run, articles):
    status, out, err = run("explain", articles, "a", "b")
    assert (status, err) == (0, "")
    assert out.startswith("a and b: ")
    assert "threshold" in out


def test_a_ready_grouping_is_the_explanation_when_there_is_one(run, articles):
    status, out, _ = run("explain", articles, "a", "b", "--groups", "events.tsv")
    assert status == 0
    assert out.startswith("a and b: one event")


def test_a_fact_shows_every_claim_with_its_words_and_rule(run, articles):
    _, written, _ = run("report", articles, "--groups", "events.tsv", "--format", "json")
    facts = json.loads(written)["groups"][0]["facts"]
    fact = next(fact for fact in facts if fact["verdict"] in ("conflict", "agreed"))
    status, out, _ = run("explain", articles, fact["id"], "--groups", "events.tsv")
    assert status == 0
    assert fact["id"] in out.splitlines()[0]
    assert out.count("found by vi.") == sum(len(value["claims"]) for value in fact["values"])
    assert "what ties them together" in out


def test_the_beginning_of_an_id_is_enough(run, articles):
    _, written, _ = run("report", articles, "--groups", "events.tsv", "--format", "json")
    name = json.loads(written)["groups"][0]["facts"][0]["id"]
    out = run("explain", articles, name[:-1], "--groups", "events.tsv")[1]
    assert name in out.splitlines()[0]


def test_what_is_no_file_after_the_paths_is_an_id(articles):
    assert asked(["articles", "a", "b"]).names == ("a", "b")
    assert asked(["articles", "events.tsv", "fact-1"]).paths == ("articles", "events.tsv")
    assert asked(["-", "fact-1"]).names == ("fact-1",)
    for arguments in (["articles"], ["a", "b"]):
        with pytest.raises(click.UsageError):
            asked(arguments)


def test_an_id_that_is_not_there_is_answered_with_the_nearest():
    assert resolved("bao-1", ["bao-1", "bao-12"], noun="article") == "bao-1"
    with pytest.raises(click.ClickException, match="Did you mean 'bao-12'"):
        resolved("bao12", ["bao-12"], noun="article")
    with pytest.raises(click.ClickException, match="beginning of 2 articles"):
        resolved("bao", ["bao-1", "bao-2"], noun="article")


def test_an_id_like_no_other_is_answered_with_where_ids_are():
    with pytest.raises(click.ClickException, match="The articles are a1, a2"):
        resolved("zzzz", ["a1", "a2"], noun="article")
    with pytest.raises(click.ClickException, match="and 2 more"):
        resolved("zzzz", [f"a{number}" for number in range(12)], noun="article")
    with pytest.raises(click.ClickException, match="ids in the report"):
        resolved("zzzz", ["count-1"], noun="fact")


def test_a_pattern_that_fits_a_file_is_a_path(articles):
    assert asked(["articles/*.txt", "count-1"]).paths == ("articles/*.txt",)
    assert asked(["articles/*.txt", "a", "b"]).names == ("a", "b")
    assert asked(["articles", "c[1]", "d*"]).names == ("c[1]", "d*")


def test_a_folder_that_is_not_there_is_named(articles):
    with pytest.raises(click.UsageError, match="'artcles' is no file and no folder"):
        asked(["artcles", "count-1"])
