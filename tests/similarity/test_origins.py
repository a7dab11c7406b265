"""Origins are independent witnesses: every article in one, copies together."""

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import CopyEdge
from reconcile.settings import SimilaritySettings
from reconcile.similarity import find_origins
from reconcile.similarity.origins import share_of_longer

IDS = list("abcdef")
EDGES = st.builds(
    lambda pair, resemblance, inside: CopyEdge(
        left=min(pair), right=max(pair), jaccard=resemblance * inside, containment=inside
    ),
    st.lists(st.sampled_from("abcdefxy"), min_size=2, max_size=2, unique=True),
    st.floats(0.01, 1),
    st.floats(0.01, 1),
)


@given(st.lists(EDGES), st.permutations(IDS))
def test_origins_are_a_partition_that_no_order_changes(edges, ids):
    origins = find_origins(ids, edges)
    assert sorted(article for origin in origins for article in origin) == IDS
    other = find_origins(IDS, edges[::-1])
    assert {frozenset(origin) for origin in origins} == {frozenset(origin) for origin in other}
    assert [origin[0] for origin in origins] == sorted(
        (origin[0] for origin in origins), key=ids.index
    )


def test_three_copies_are_one_witness():
    edges = [
        CopyEdge(left="a", right="b", jaccard=0.8, containment=0.9),
        CopyEdge(left="b", right="c", jaccard=0.7, containment=0.9),
    ]
    assert find_origins("abc", edges) == (("a", "b", "c"),)


def test_a_longer_piece_with_much_of_its_own_is_a_witness_of_its_own():
    wire_in_piece = CopyEdge(left="a", right="b", jaccard=0.33, containment=1.0)
    assert find_origins("ab", [wire_in_piece]) == (("a",), ("b",))
    assert find_origins("ab", [wire_in_piece], settings=SimilaritySettings(origin=0.3)) == (
        ("a", "b"),
    )


def test_a_little_cut_or_added_leaves_one_witness():
    shortened = CopyEdge(left="a", right="b", jaccard=0.6, containment=1.0)
    assert find_origins("ab", [shortened]) == (("a", "b"),)


def test_edges_that_leave_the_group_do_not_count():
    edges = [
        CopyEdge(left="a", right="x", jaccard=1.0, containment=1.0),
        CopyEdge(left="b", right="x", jaccard=1.0, containment=1.0),
    ]
    assert find_origins("ab", edges) == (("a",), ("b",))


@given(st.integers(1, 500), st.integers(0, 500), st.integers(0, 500))
def test_the_share_of_the_longer_follows_from_jaccard_and_containment(shared, one, other):
    sizes = shared + one, shared + other
    edge = CopyEdge(
        left="a",
        right="b",
        jaccard=shared / (shared + one + other),
        containment=shared / min(sizes),
    )
    assert abs(share_of_longer(edge) - shared / max(sizes)) < 1e-9
