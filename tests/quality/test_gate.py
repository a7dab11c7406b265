"""The gate itself: floors rise, and fall only when that is allowed."""

import json

import gate
import pytest
from bench import changes, scoring
from hypothesis import given
from hypothesis import strategies as st

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


def _floors(**shares):
    tables = {
        "digests": {"news": "abc"},
        "tolerances": {"facts": {"items": 1, "reason": "one item"}},
    }
    if shares:
        tables["vi"] = {f"facts {n}": {"floor": s, "of": 100} for n, s in shares.items()}
    return tables


def _measured(**shares):
    return {("vi", f"facts {name}"): (share, 100) for name, share in shares.items()}


def test_a_figure_may_lie_below_its_floor_by_its_tolerance_and_no_further():
    assert gate.failures(_measured(a=0.89), _floors(a=0.9)) == []
    (line,) = gate.failures(_measured(a=0.88), _floors(a=0.9))
    assert line.startswith("vi facts a: 0.8800 of 100, its floor is 0.9000")
    assert "python tests/quality/measure.py" in line


def test_a_figure_that_is_no_longer_measured_fails():
    assert gate.failures({}, _floors(a=0.9)) == ["vi facts a: not measured, its floor is 0.900"]


def test_floors_rise_and_new_ones_are_added():
    tables, refused = gate.updated(_measured(a=0.8, new=0.5), _floors(a=0.7), allow_lower=False)
    assert tables == _floors(a=0.8, new=0.5)
    assert refused == []


def test_no_floor_falls_or_goes_unless_that_is_allowed():
    measured, floors = _measured(a=0.6, b=0.9), _floors(a=0.7, b=0.8, gone=0.1)
    tables, refused = gate.updated(measured, floors, allow_lower=False)
    assert tables == _floors(a=0.7, b=0.9, gone=0.1)
    assert refused == ["vi facts gone: not measured", "vi facts a: 0.6000 is below 0.7000"]
    assert gate.updated(measured, floors, allow_lower=True) == (_floors(a=0.6, b=0.9), [])


@pytest.mark.parametrize("allow_lower", [False, True])
def test_a_floor_missed_within_its_tolerance_stays(allow_lower):
    floors = _floors(a=0.7)
    assert gate.updated(_measured(a=0.695), floors, allow_lower=allow_lower) == (floors, [])


def test_another_corpus_is_told_by_its_digest_with_the_command_to_run(tmp_path):
    (tmp_path / "articles.jsonl").write_text("{}")
    (tmp_path / "events.tsv").write_text("")
    before = gate.digest(tmp_path)
    (tmp_path / "articles.jsonl").write_text("{ }")
    after = gate.digest(tmp_path)
    floors = _floors() | {"digests": {"news": before}}
    assert gate.changed_corpora({"news": before}, floors) == []
    (line,) = gate.changed_corpora({"news": after}, floors)
    assert "python tests/quality/measure.py DATA --update" in line


def test_floors_survive_being_written(tmp_path):
    path = tmp_path / "floors.toml"
    gate.write_floors(_floors(a=0.5), path)
    assert gate.read_floors(path) == _floors(a=0.5)


def test_every_floor_of_the_project_has_a_tolerance_with_a_reason():
    floors = gate.read_floors()
    assert set(floors["digests"]) == {"news-dev", "ecb-dev"}
    assert all(t["items"] >= 0 and t["reason"] for t in floors["tolerances"].values())
    measured = {
        (language, name): (floor["floor"], floor["of"])
        for language in ("vi", "en")
        for name, floor in floors[language].items()
    }
    assert gate.failures(measured, floors) == []


def test_a_perfect_grouping_scores_one():
    events = {"a": "1", "b": "1", "c": "2"}
    assert set(scoring.score_groups([("a", "b"), ("c",)], events).values()) == {1.0}


def test_one_group_for_all_loses_precision_alone():
    figures = scoring.score_groups([("a", "b", "c")], {"a": "1", "b": "1", "c": "2"})
    assert figures["pair_recall"] == 1.0
    assert figures["pair_precision"] == pytest.approx(1 / 3)


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
    folder = tmp_path / "gold"
    folder.mkdir()
    claims = [{"article": a, "start": 0, "end": 1, "value": "3"} for a in ("a", "b")]
    gold = {"cluster": "1", "articles": ["a", "b", "c"], "conflicts": [], "agreements": [],
            "omissions": []}  # fmt: skip
    for name, extra in items.items():
        gold[name] = [{"claims": claims, **extra}]
    (folder / "cluster_1.json").write_text(json.dumps(gold))
    return tmp_path


def _shares(verdict, folder):
    tally, _ = scoring.score_facts(_report(verdict), scoring.read_gold(folder, side="all"))
    return {name: share for name, (share, _) in scoring.shares(tally).items()}


def test_a_conflict_that_was_read_by_hand_backs_the_flag(tmp_path):
    folder = _gold(tmp_path, conflicts={"sure": "clear", "question": "How many?"})
    assert _shares(Verdict.CONFLICT, folder) == {
        "conflicts clear found": 1.0, "flags backed": 1.0, "clear flags backed": 1.0,
    }  # fmt: skip
    assert _shares(Verdict.AGREED, folder) == {
        "conflicts clear found": 0.0, "tied but not flagged": 1.0,
    }  # fmt: skip


def test_an_agreement_raised_as_a_conflict_is_counted(tmp_path):
    folder = _gold(tmp_path, agreements={"question": "How many?"})
    assert _shares(Verdict.AGREED, folder)["agreements not raised"] == 1.0
    raised = _shares(Verdict.CONFLICT, folder)
    assert raised["agreements tied"] == 1.0
    assert raised["agreements not raised"] == raised["agreements found"] == 0.0
    assert raised["flags backed"] == 0.0


def test_an_omission_counts_when_the_silent_article_is_named(tmp_path):
    folder = _gold(tmp_path, omissions={"absent_from": ["c"], "question": "How many?"})
    assert _shares(Verdict.AGREED, folder) == {"omissions found": 1.0}


def test_the_sides_of_the_clusters_share_nothing_and_hold_all(tmp_path):
    for name in ("1", "2", "3", "4", "5", "6", "4ecb", "40ecb"):
        (tmp_path / "gold").mkdir(exist_ok=True)
        (tmp_path / "gold" / f"cluster_{name}.json").write_text(json.dumps({"cluster": name}))
    near, far, both = (
        {gold["cluster"] for gold in scoring.read_gold(tmp_path, side=side)}
        for side in scoring.SIDES
    )
    assert near | far == both
    assert not near & far
    assert "4ecb" in near
    assert "40ecb" in far


@given(chance=st.randoms(use_true_random=False))
def test_a_change_is_one_that_can_be_true(chance):
    day, month = changes.change("31/12", kind="date", chance=chance).split("/")
    assert 1 <= int(day) <= 28
    assert month == "12"
    assert 1 <= int(changes.change("tháng 9", kind="date", chance=chance)[6:]) <= 12
    assert int(changes.change("12-14/11", kind="date", chance=chance).split("-")[0]) < 12
    assert changes.change("ba ngày", kind="number", chance=chance) is None
    number = changes.change("1.250 người", kind="number", chance=chance)
    assert sum(a != b for a, b in zip(number, "1.250 người", strict=True)) == 1
    assert changes.change("Lê Văn Hùng", kind="name", chance=chance).startswith("Lê Văn ")
    assert changes.change("Lê Văn Hùng", kind="spelling", chance=chance) is None
