"""What finding copies costs, beside rensa and datasketch in the same run, and what it finds.

    pip install rensa numba && python bench/similarity.py [--articles 20000] [--source FILE]

Texts to pairs on one core: 3-word shingles, 128 permutations, threshold 0.5. The peers judge a
pair by its signatures; reconcile decides every one on the shingle sets. The rows "+ inside" also
look for articles contained in longer ones, which the peers cannot. Every tool runs in a process of
its own, after its imports, and all take turns `--rounds` times. Time is processor time, and ratios
are medians of the ratios within a round, because a machine is never quiet; only the gain of --jobs
is by the clock. Memory is what the process grew by at its peak, beyond the texts.

    --source FILE      JSON lines with a field `text` whose sentences are recombined
    --large 200000     also the cost of so many articles against that of --articles
    --jobs 2           also the gain of so many processes
"""

import argparse
import gc
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

from corpora import Collection, invent_sentences, read_sentences, recombine

TOOLS = (
    "reconcile numpy",
    "reconcile numba",
    "numpy + inside",
    "numba + inside",
    "rensa",
    "datasketch",
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--source", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--large", type=int)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument("--run", help=argparse.SUPPRESS)
    parser.add_argument("--wall", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        run(arguments.run, arguments)
        return
    compare(arguments)


def compare(arguments: argparse.Namespace) -> None:
    tools = arguments.tools.split(",")
    rounds = [{tool: measure(tool, arguments) for tool in tools} for _ in range(arguments.rounds)]
    base = "rensa" if "rensa" in tools else tools[0]
    print(f"{arguments.articles:,} articles, one core, median of {arguments.rounds} rounds")
    print(f"{'':18}{'µs each':>9}{'articles/s':>12}{'× ' + base:>14}{'kB each':>9}", end="")
    print(f"{'pairs':>9}{'edited':>8}{'pasted':>8}{'exact':>7}")
    for tool in tools:
        seconds = statistics.median(r[tool]["seconds"] for r in rounds)
        ratio = statistics.median(r[base]["seconds"] / r[tool]["seconds"] for r in rounds)
        one = rounds[0][tool]
        each = seconds / arguments.articles
        print(f"{tool:18}{each * 1e6:9.1f}{1 / each:12,.0f}{ratio:14.1f}", end="")
        print(f"{one['memory'] / arguments.articles / 1024:9.2f}{int(one['pairs']):9,}", end="")
        print(f"{one['edited']:8.3f}{one['pasted']:8.3f}{one['precision']:7.3f}")
    own = [tool for tool in tools if "num" in tool]
    for tool in own if arguments.large else []:
        ratios = []
        for _ in range(arguments.rounds):
            small = measure(tool, arguments)["seconds"]
            large = measure(tool, arguments, articles=arguments.large)
            ratios.append(large["seconds"] / small)
        print(f"{tool}: {arguments.large:,} articles cost {statistics.median(ratios):.1f} times")
        print(f"{large['memory'] / arguments.large / 1024:.2f} kB each")
    for tool in own if arguments.jobs else []:
        gains = []
        for _ in range(arguments.rounds):
            alone = measure(tool, arguments, wall=True)["seconds"]
            shared = measure(tool, arguments, jobs=arguments.jobs)["seconds"]
            gains.append(alone / shared)
        print(f"{tool}: {arguments.jobs} jobs are {statistics.median(gains):.2f} times as fast")


def measure(
    tool: str,
    arguments: argparse.Namespace,
    *,
    articles: int = 0,
    jobs: int = 1,
    wall: bool = False,
) -> dict[str, float]:
    """Run one tool in a process of its own and read the figures it prints."""
    command = [sys.executable, __file__, "--run", tool]
    command += ["--articles", str(articles or arguments.articles), "--jobs", str(jobs)]
    command += ["--wall"] * wall
    if arguments.source:
        command += ["--source", str(arguments.source)]
    threads = {"OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=os.environ | threads
    )
    names = ("seconds", "memory", "pairs", "edited", "pasted", "precision")
    return dict(zip(names, map(float, done.stdout.split()), strict=True))


def run(tool: str, arguments: argparse.Namespace) -> None:
    chance = random.Random(1)
    sentences = read_sentences(arguments.source) if arguments.source else invent_sentences(chance)
    collection = recombine(sentences, articles=arguments.articles)
    find = prepare(tool, arguments.jobs or 1)
    list(find(collection.texts[:600]))
    gc.collect()
    gc.freeze()  # what was imported and prepared is not looked through again while time runs
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    one_core = not arguments.wall and (arguments.jobs or 1) == 1
    clock = time.process_time if one_core else time.perf_counter
    start = clock()
    pairs = list(find(collection.texts))
    seconds = clock() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(seconds, memory, len(pairs), *quality(set(pairs), collection))


def prepare(tool: str, jobs: int):
    """A function from texts to pairs of positions, with everything imported."""
    from peers import datasketch_pairs, rensa_pairs

    if tool in ("rensa", "datasketch"):
        return {"rensa": rensa_pairs, "datasketch": datasketch_pairs}[tool]
    os.environ["RECONCILE_KERNEL"] = "numba" if "numba" in tool else "numpy"
    from reconcile.settings import SimilaritySettings
    from reconcile.similarity.copies import find_pairs
    from reconcile.similarity.corpora import TextCorpus

    def reconcile_pairs(texts: list[str]):
        settings = SimilaritySettings(containment=0.5 if "inside" in tool else None)
        pairs = find_pairs(TextCorpus(texts), settings=settings, jobs=jobs)
        return zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)

    return reconcile_pairs


def quality(pairs: set[tuple[int, int]], collection: Collection) -> tuple[float, float, float]:
    """Share of planted copies found, edited and pasted, and of pairs found that are copies."""
    from peers import shingles

    def exact(left: int, right: int) -> tuple[float, float]:
        one, other = shingles(collection.texts[left]), shingles(collection.texts[right])
        shared = len(one & other)
        return shared / len(one | other), shared / min(len(one), len(other))

    edited = [p for p in islice(collection.edited, 2000) if exact(*p)[0] >= 0.5]
    pasted = [p for p in islice(collection.pasted, 2000) if exact(*p)[1] >= 0.5]
    sample = random.Random(2).sample(sorted(pairs), min(2000, len(pairs)))
    right = [max(j, c) >= 0.5 for j, c in (exact(*pair) for pair in sample)]
    return (
        sum(pair in pairs for pair in edited) / max(len(edited), 1),
        sum(pair in pairs for pair in pasted) / max(len(pasted), 1),
        sum(right) / max(len(right), 1),
    )


if __name__ == "__main__":
    main()
