"""The gate itself: floors rise, and fall only when told to."""

import json

import gate
import pytest
import scoring

from reconcile import Fact, Verdict
from reconcile.model import (
    Claim,
    FactValue,
    Group,
    GroupReport,
    Report,
    Span,
)
from reconcile.values import Quantity


def test_a_figure_below_its_floor_fails_and_noise_does_not():
    assert gate.failures({"a": 0.9}, {"a": 0.9 + gate.TOLERANCE / 2}) == []
    assert gate.failures({"a": 0.8}, {"a": 0.9}) == ["a is 0.8, its floor is 0.9"]


def test_a_figure_that_is_no_longer_measured_fails():
    assert gate.failures({}, {"a": 0.9}) == ["a is not measured, its floor is 0.9"]


def test_floors_rise_and_fall_only_when_told_to():
    measured, floors = {"a": 0.8, "b": 0.6, "new": 0.5}, {"a": 0.7, "b": 0.7, "gone": 0.1}
    assert gate.updated(measured, floors, lower=False) == {
        "a": 0.8, "b": 0.7, "new": 0.5, "gone": 0.1,
    }  # fmt: skip
    assert gate.updated(measured, floors, lower=True) == measured


def test_floors_survive_being_written(tmp_path, monkeypatch):
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    tables = {"news": {"digest": "abc", "floors": {"a": 0.5}}}
    gate.write_floors(tables)
    assert gate.read_floors() == tables


def test_a_perfect_grouping_scores_one():
    events = {"a": "1", "b": "1", "c": "2"}
    assert set(scoring.score_groups([("a", "b"), ("c",)], events).values()) == {1.0}


def test_one_group_for_all_loses_precision_alone():
    figures = scoring.score_groups([("a", "b", "c")], {"a": "1", "b": "1", "c": "2"})
    assert figures["groups_pair_recall"] == 1.0
    assert figures["groups_pair_precision"] == pytest.approx(1 / 3)


def _report(verdict):
    claims = tuple(
        Claim(article=a, kind="count", value=Quantity.exactly(3), span=Span(0, 1), quote="3",
              sentence=Span(0, 1), extractor="vi.numbers")
        for a in ("a", "b")
    )  # fmt: skip
    fact = Fact(
        id="f", kind="count", subject=None, attribute=None, verdict=verdict, explanation="…",
        certainty="clear" if verdict is Verdict.CONFLICT else None, missing_from=("c",),
        values=tuple(FactValue(text="3", claims=(c.id,), origins=1) for c in claims),
    )  # fmt: skip
    group = Group(id="g", articles=("a", "b", "c"))
    return Report(groups=(GroupReport(group=group, claims=claims, facts=(fact,)),))


def _gold(tmp_path, **items):
    claims = [{"article": a, "start": 0, "end": 1, "value": "3"} for a in ("a", "b")]
    gold = {"cluster": "1", "articles": ["a", "b", "c"], "conflicts": [], "agreements": [],
            "omissions": []}  # fmt: skip
    for name, extra in items.items():
        gold[name] = [{"claims": claims, **extra}]
    (tmp_path / "cluster_1.json").write_text(json.dumps(gold))
    return tmp_path


def test_a_conflict_that_was_read_by_hand_backs_the_alarm(tmp_path):
    folder = _gold(tmp_path, conflicts={"sure": "clear"})
    figures = scoring.score_facts(_report(Verdict.CONFLICT), folder)
    assert figures == {
        "conflicts_backed": 1.0, "conflicts_clear_backed": 1.0, "conflicts_clear_recall": 1.0,
    }  # fmt: skip
    assert scoring.score_facts(_report(Verdict.AGREED), folder) == {"conflicts_clear_recall": 0.0}


def test_an_agreement_raised_as_a_conflict_is_not_spared(tmp_path):
    folder = _gold(tmp_path, agreements={})
    assert scoring.score_facts(_report(Verdict.AGREED), folder)["agreements_spared"] == 1.0
    figures = scoring.score_facts(_report(Verdict.CONFLICT), folder)
    assert figures["agreements_spared"] == figures["agreements_recall"] == 0.0
    assert figures["conflicts_backed"] == 0.0


def test_an_omission_counts_when_the_silent_article_is_named(tmp_path):
    folder = _gold(tmp_path, omissions={"absent_from": ["c"]})
    assert scoring.score_facts(_report(Verdict.AGREED), folder) == {"omissions_recall": 1.0}
