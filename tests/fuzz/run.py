"""Fuzz the readers and extractors: ``python tests/fuzz/run.py --minutes 60 [TARGET …]``.

Needs ``pip install atheris`` beside the extras of the tests. Each target is fuzzed in turn, in a
process of its own, guided by what it has covered so far; the inputs that led somewhere new are
kept under ``build/fuzz`` and the next run goes on from there. What fails is written to
``build/fuzz/<target>/failed``; ``python tests/fuzz/run.py TARGET --again FILE`` tries it again.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_LONGEST = 4_000  # bytes of an input
_SLOWEST = 20  # seconds that one input may take
_MOST_MEMORY = 2_000  # megabytes
_TRIED = re.compile(r"^#(\d+)[\s:]", re.MULTILINE)  # how libFuzzer counts its inputs
_TURN = 120  # seconds that one target is fuzzed before the next has its turn


def main() -> int:
    """Run the command line; 1 when something failed."""
    sys.path[:0] = [str(_ROOT / "src"), str(_ROOT / "tests")]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help="all of them when none is named"
    )
    parser.add_argument("--minutes", type=float, default=10, help="how long in all (10)")
    parser.add_argument("--again", type=Path, metavar="FILE", help="try one input and nothing else")
    parser.add_argument("--work", type=Path, default=_ROOT / "build" / "fuzz", metavar="FOLDER")
    parser.add_argument("--inside", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.again:
        from fuzz.targets import TARGETS

        TARGETS[options.targets[0]].run(options.again.read_bytes())
        return 0
    if options.inside:
        _fuzz(options.targets[0], options.work / options.targets[0], seconds=options.inside)
    return _take_turns(options.targets, options.work, seconds=60 * options.minutes)


def _take_turns(names: list[str], work: Path, *, seconds: float) -> int:
    """Fuzz one target after the other until the time is up, and say what was done."""
    from fuzz.targets import TARGETS

    chosen = names or list(TARGETS)
    unknown = set(chosen) - set(TARGETS)
    if unknown:
        sys.exit(f"TARGET must be of {', '.join(TARGETS)}, got {', '.join(sorted(unknown))}")
    work.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + seconds
    failures = turn = 0
    while (left := end - time.monotonic()) > 1:
        name = chosen[turn % len(chosen)]
        turn += 1
        began = time.monotonic()
        done = subprocess.run(
            [
                sys.executable,
                __file__,
                name,
                "--inside",
                str(min(left, _TURN)),
                "--work",
                str(work),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        took = time.monotonic() - began
        tried = max(map(int, _TRIED.findall(done.stdout)), default=0)
        failures += done.returncode != 0
        record = {"target": name, "seconds": round(took, 1), "inputs": tried, "failed": None}
        if done.returncode:
            said = work / name / "failed" / f"{time.time():.0f}.log"
            said.parent.mkdir(parents=True, exist_ok=True)
            said.write_text(done.stdout, encoding="utf-8")
            record["failed"] = str(said.relative_to(work))
        with (work / "runs.jsonl").open("a", encoding="utf-8") as ledger:
            ledger.write(json.dumps(record) + "\n")
        print(json.dumps(record), flush=True)
    _sum_up(work)
    return int(failures > 0)


def _sum_up(work: Path) -> None:
    runs = [json.loads(line) for line in (work / "runs.jsonl").read_text("utf-8").splitlines()]
    for name in sorted({run["target"] for run in runs}):
        own = [run for run in runs if run["target"] == name]
        minutes, tried = sum(r["seconds"] for r in own) / 60, sum(r["inputs"] for r in own)
        failed = sum(r["failed"] is not None for r in own)
        print(f"{name:12} {minutes:6.1f} min {tried:10,} inputs {failed:3} failures")
    print(f"{'in all':12} {sum(r['seconds'] for r in runs) / 60:6.1f} min")


def _fuzz(name: str, folder: Path, *, seconds: float) -> None:
    """Fuzz one target in this process; it ends with the process."""
    import atheris

    with atheris.instrument_imports(include=["reconcile", "fuzz"]):
        from fuzz.targets import TARGETS

        target = TARGETS[name]
        seeds = target.seeds()
        for seed in seeds:  # so that what is imported on first use is instrumented as well
            target.run(seed)
    for inner in ("corpus", "failed"):
        (folder / inner).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / "corpus" / f"seed-{number}").write_bytes(seed)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        return target.mutated(data, most, seed, mutate=lambda d, m, _: atheris.Mutate(d, m))

    libfuzzer = [
        __file__,
        str(folder / "corpus"),
        f"-max_total_time={seconds:.0f}",
        f"-max_len={max(_LONGEST, 2 * max(map(len, seeds)))}",
        f"-timeout={_SLOWEST}",
        f"-rss_limit_mb={_MOST_MEMORY}",
        f"-artifact_prefix={folder / 'failed'}{os.sep}",
    ]
    atheris.Setup(libfuzzer, target.run, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
