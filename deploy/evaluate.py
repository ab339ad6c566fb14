"""./claimwatch evaluate: how well the batch commands read the labelled data beside the project, next to the committed
figures and the targets. The scorers and the data are no part of the project; what is absent is named and left out.

usage: evaluate.py [--only NAME,…] [--write]

--only   measures some sets alone; --write puts what was measured into analysis/evaluation.tsv, whose floors tests hold,
and into the table of analysis/README.md. Exit status 1: a figure fell below its floor.
"""

import argparse
import csv
import importlib
import gzip
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import calibration

ROOT = Path(__file__).resolve().parent.parent
SCORE = ROOT.parent / "shared" / "score"
DATA = ROOT.parent / "shared" / "data"
WORK = ROOT / ".claimwatch" / "evaluation"
FIGURES = ROOT / "analysis" / "evaluation.tsv"
README = ROOT / "analysis" / "README.md"
HELD_OUT = ROOT / "analysis" / "training" / "stance" / "held_out.py"
BEGIN, END = "<!-- printed by ./claimwatch evaluate -->", "<!-- end -->"

# From this many units on, a figure below the committed one by a hundredth is a loss; in fewer, one below the interval.
LARGE = 1_000

POLNEAR = DATA / "attribution/polnear"
PERSPECTRUM = DATA / "stance/perspectrum/dev.jsonl.gz"
PRESS = DATA / "sample-press"
FEEDS = DATA / "feeds"
CLEF = DATA / "claims/clef20_claim_retrieval"

# name: (command, scorer and what names the gold data); the dearest first, so that two workers end together.
SETS = {
    "polnear-annotate": ("annotate", ["attribution.py", "articles", "--gold", POLNEAR / "dev.jsonl.gz"]),
    "perspectrum": ("relate", ["stance.py", "perspectrum", "--gold", PERSPECTRUM]),
    "perspectrum-paraphrase": ("relate", ["stance.py", "perspectrum-paraphrase", "--gold", PERSPECTRUM]),
    "basil": ("cluster", ["cluster.py", "basil", "--gold", DATA / "stance/basil/articles.jsonl.gz"]),
    "ecbplus": ("cluster", ["cluster.py", "ecbplus", "--gold", DATA / "stories/ecbplus/docs.jsonl.gz"]),
    "polnear-articles": ("attribute", ["attribution.py", "articles", "--gold", POLNEAR / "dev.jsonl.gz"]),
    "polnear-spans": ("attribute", ["attribution.py", "spans", "--gold", POLNEAR / "cofenet_valid.jsonl.gz"]),
    "fields-articles": ("attribute", ["attribution.py", "articles", "--gold", POLNEAR / "dev.jsonl.gz"]),
    "fields-spans": ("attribute", ["attribution.py", "spans", "--gold", POLNEAR / "cofenet_valid.jsonl.gz"]),
    "newsmtsc": ("stance", ["stance.py", "newsmtsc", "--gold", WORK / "newsmtsc-held-out.jsonl.gz"]),
    "press": ("annotate", ["statements.py", "--gold", PRESS]),
    "extraction": ("extract", ["extraction.py", "--truth", DATA / "extraction/aeb/truth.jsonl"]),
    "check-worthy": ("check-worthy", ["checkworthy.py", "--gold", DATA / "check-worthy/ct24_en/dev.tsv.gz"]),
    "match": ("match", ["match.py", "--relevant", CLEF / "dev.tweet-vclaim-pairs.qrels.gz"]),
    "feeds": ("parse-feed", ["feeds.py", "--oracle", FEEDS / "oracle/oracle-feedparser6-wellformed.jsonl",
                             FEEDS / "oracle/oracle-feedparser6-rome.jsonl", "--tests",
                             FEEDS / "feedparser-tests.tar.gz", FEEDS / "rome-test-feeds.tar.gz"]),
}


class Absent(Exception):
    """Something that a set needs is not here."""


def run(arguments, **options):
    """Runs a program; what it says on standard error is shown only when it fails."""
    done = subprocess.run([str(a) for a in arguments], stderr=subprocess.PIPE, text=True, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{arguments[0]} ended with {done.returncode}: {done.stderr.strip()[-600:]}")
    return done.stdout


def scorer(arguments, *more):
    return run([sys.executable, SCORE / arguments[0], *arguments[1:], *more], stdout=subprocess.PIPE)


def command(name, inputs, output, *options):
    """Runs a batch command; broken inputs are part of some suites, so a status of 1 is none of our business."""
    with open(output, "w", encoding="utf-8") as out:
        done = subprocess.run([ROOT / "claimwatch", name, *map(str, options), inputs], stdout=out, stderr=subprocess.PIPE,
                              text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"claimwatch {name} ended with {done.returncode}: {done.stderr.strip()[-600:]}")


def prepare(name, arguments):
    """Writes a set's input; returns it with the options of the command."""
    missing = [a for a in arguments if isinstance(a, Path) and DATA in a.parents and not a.exists()]
    if missing:
        raise Absent(f"{missing[0].relative_to(ROOT.parent)} is not here")
    if name == "newsmtsc":
        train = DATA / "stance/newsmtsc/train.jsonl.gz"
        if not train.exists():
            raise Absent(f"{train.relative_to(ROOT.parent)} is not here")
        run([sys.executable, HELD_OUT, train, arguments[-1]])
    if name == "match":
        folder = WORK / "match"
        scorer(["match.py"], "--prepare", folder, "--claims", CLEF / "verified_claims.docs.tsv.gz", "--queries",
               CLEF / "dev.tweets.queries.tsv.gz")
        return folder / "queries.jsonl", ["--claims", folder / "claims.jsonl", "--top", 100]
    target = WORK / name
    scorer(arguments, "--prepare", target if name == "feeds" else f"{target}.in.jsonl")
    inputs = target / "input.jsonl" if name == "feeds" else Path(f"{target}.in.jsonl")
    return inputs, ["--fields"] if name.startswith("fields-") else []


def as_links(path):
    """The statements of `annotate` in the form that `attribute` writes, so that one scorer measures both."""
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            sources, cues, contents, links = [], [], [], []
            for statement in row.get("statements", []):
                link = []
                for span, known in ((statement["speaker"]["mention"], sources), (statement["cue"], cues)):
                    if span is not None and [span] not in known:
                        known.append([span])
                    link.append(None if span is None else known.index([span]))
                contents.append(statement["content"])
                links.append([*link, len(contents) - 1])
            rows.append({"id": row["id"], "sources": sources, "cues": cues, "contents": contents, "links": links,
                         "confidences": [s["confidence"] for s in row.get("statements", [])]})
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


def measure(name):
    """{(set, metric): (value, low, high, n)}"""
    begun = time.monotonic()
    called, arguments = SETS[name]
    inputs, options = prepare(name, arguments)
    output = WORK / f"{name}.out.jsonl"
    command(called, inputs, output, *options)
    if name == "polnear-annotate":
        as_links(output)
    found = json.loads(scorer(arguments, "--pred", output, "--json"))
    groups = {"": found.get("metrics", {}), **found.get("groups", {})}
    print(f"  {name}: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    more = confidences(name, output) if name in CALIBRATED else {}
    if name == "press":
        more |= together(output)
    return more | {(name, f"{metric} {group}".strip()): tuple(row[k] for k in ("value", "low", "high", "n"))
            for group, metrics in groups.items() for metric, row in metrics.items()}


TOGETHER = "speaker, pronoun and role noun together accuracy"


def together(output):
    """One target for two of the scorer's groups of speakers: those that only the rest of the text names."""
    common, statements = scorers("common"), scorers("statements")
    gold = common.read_jsonl(PRESS / "articles.jsonl")
    rows, known = {str(row["id"]): row for row in common.read_jsonl(output)}, statements.known_names(gold)
    counts = [statements.article_counts(a, rows.get(str(a["id"]), {}), known)[0] for a in gold]
    sums = [{"n": c["speaker, pronoun"] + c["speaker, role noun"],
             "right": c["speaker, pronoun right"] + c["speaker, role noun right"]} for c in counts]
    figure = common.evaluate(sums, {TOGETHER: (lambda s: common.ratio(s["right"], s["n"]), "n")})[TOGETHER]
    return {("press", TOGETHER): figure}


def scorers(name):
    if str(SCORE) not in sys.path:
        sys.path.append(str(SCORE))
    return importlib.import_module(name)


# What of a set's output carries a confidence whose honesty is measured.
CALIBRATED = ("press", "polnear-annotate", "newsmtsc", "check-worthy", "match")


def confidences(name, output):
    """The calibration of what a command wrote; the scorers say what of it was right."""
    common = scorers("common")
    rows = {str(row["id"]): row for row in common.read_jsonl(output)}
    if name == "press":
        found = calibration.press(scorers("statements"), common.read_jsonl(PRESS / "articles.jsonl"), rows)
        groups = {f"press {output}": items for output, items in found.items()}
    elif name == "polnear-annotate":
        gold = common.read_jsonl(POLNEAR / "dev.jsonl.gz")
        groups = {"PolNeAR attribution": calibration.polnear(scorers("attribution"), common, gold, rows)}
    elif name == "newsmtsc":
        gold = common.read_jsonl(SETS[name][1][-1])
        groups = {"NewsMTSC stance": calibration.stance(scorers("stance"), gold, rows)}
    elif name == "match":
        groups = {"CLEF20 match": calibration.matches(scorers("match").read_relevant(SETS[name][1][-1]), rows)}
    else:
        gold = scorers("checkworthy").read_gold(SETS[name][1][-1])
        groups = {"CT24 check-worthiness": calibration.worthiness(gold, rows)}
    made = {}
    for group, items in groups.items():
        made |= calibration.measure(group, items)
    return made


def speed():
    """Processor time of `annotate` for 500 words, and its resident memory: the press nine times less three times, so that
    the compiler is through with most of what it compiles."""
    source = PRESS / "articles.jsonl"
    if not source.exists():
        raise Absent(f"{source.relative_to(ROOT.parent)} is not here")
    articles = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    words = sum(len(a["text"].split()) for a in articles)
    times, memory = [], 0
    for rounds in (3, 9):
        inputs = WORK / f"speed-{rounds}.in.jsonl"
        with open(inputs, "w", encoding="utf-8") as out:
            for n in range(rounds):
                out.writelines(json.dumps({"id": f"{n}-{a['id']}", "title": a["title"], "text": a["text"],
                                           "language": a["outlet"]["language"],
                                           "outlet": {"name": a["outlet"]["name"]}}) + "\n" for a in articles)
        with open(WORK / "speed.out.jsonl", "w", encoding="utf-8") as out:
            child = subprocess.Popen([ROOT / "claimwatch", "annotate", inputs], stdout=out, stderr=subprocess.DEVNULL,
                                     env={**os.environ, "JDK_JAVA_OPTIONS": "-Xmx192m -XX:+UseSerialGC"})
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        times.append(usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss / 1024)
    warm = (times[1] - times[0]) / 6 / words * 500 * 1000
    return {("speed", "ms for 500 words"): (round(warm), None, None, 6 * words),
            ("speed", "resident MB"): (round(memory), None, None, 1)}


def safely(name):
    try:
        return speed() if name == "speed" else measure(name)
    except Absent as absent:
        print(f"  {name}: not measured, {absent}", file=sys.stderr)
    except (RuntimeError, OSError, ValueError, KeyError) as trouble:
        print(f"  {name}: not measured: {trouble}", file=sys.stderr)
    return {}


def committed():
    """The lines of analysis/evaluation.tsv, by set and metric."""
    with open(FIGURES, encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return {(row["set"], row["metric"]): row for row in rows}


def number(text):
    return float(text) if text else None


def shown(value):
    return "–" if value is None else f"{value:.0f}" if isinstance(value, int) else f"{value:.3f}"


def falls(row, figure):
    """Whether a measured figure lies below its floor, as it is printed; of violations any is too much."""
    if row["metric"] == "DIRECT violations":
        return figure[0] > 0
    if row["set"] == "calibration":  # of errors the floor is a ceiling
        return number(row["floor"]) is not None and round(figure[0], 3) > number(row["floor"])
    return number(row["floor"]) is not None and round(figure[0], 3) < number(row["floor"])


def table(rows, measured):
    lines = ["| Measure | Now [95 %] | Committed | Floor | Must | Aim |", "|---|---|---|---|---|---|"]
    for key, row in rows.items():
        figure = measured.get(key)
        now = "not measured" if figure is None else shown(figure[0]) + (
            f" [{shown(figure[1])}, {shown(figure[2])}]" if figure[1] is not None else "")
        sign = " **fell**" if figure and falls(row, figure) else ""
        lines.append(f"| {row['set']}: {row['metric']} | {now}{sign} | {row['value'] or '–'} | {row['floor'] or '–'} | "
                     f"{row['must'] or '–'} | {row['aim'] or '–'} |")
    return lines


def write(rows, measured):
    """Commits what was measured; targets stay."""
    for key, figure in measured.items():
        row = rows.get(key)
        if row is None:
            continue
        value, low, high, n = figure
        row["value"], row["low"], row["high"] = shown(value), low and shown(low) or "", high and shown(high) or ""
        if key[0] == "speed" or key[1] == "DIRECT violations":
            row["floor"] = ""
        elif key[0] == "calibration":
            row["floor"] = shown(high) if high is not None else ""
        elif low is None:
            row["floor"] = shown(value)
        else:
            row["floor"] = shown(max(low, value - 0.01) if n >= LARGE else low)
    comment = [line for line in FIGURES.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    names = ["set", "metric", "value", "low", "high", "floor", "must", "aim"]
    lines = ["\t".join(row[name] for name in names) for row in rows.values()]
    FIGURES.write_text("\n".join([*comment, "\t".join(names), *lines]) + "\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    README.write_text(before + BEGIN + "\n\n" + "\n".join(table(rows, measured)) + "\n\n" + END + rest.split(END)[1],
                      encoding="utf-8")


def main():
    cli = argparse.ArgumentParser(prog="claimwatch evaluate", description=__doc__.split("\n\n", 1)[0])
    cli.add_argument("--only", help="names with commas between: " + ", ".join([*SETS, "speed"]))
    cli.add_argument("--write", action="store_true", help="commit what was measured as the new figures and floors")
    args = cli.parse_args()
    names = args.only.split(",") if args.only else [*SETS, "speed"]
    unknown = [name for name in names if name not in SETS and name != "speed"]
    if unknown:
        cli.error(f"there is no set {unknown[0]}")
    if not SCORE.is_dir() or not DATA.is_dir():
        sys.exit(f"claimwatch: there are no scorers and data in {ROOT.parent}/shared, so nothing can be measured.")
    WORK.mkdir(parents=True, exist_ok=True)
    begun, measured = time.monotonic(), {}
    # The launcher builds what is not fresh; once, not whenever somebody saves a file while this runs.
    for called in ("extract", "annotate"):
        subprocess.run([ROOT / "claimwatch", called, os.devnull], check=True)
    os.environ["CLAIMWATCH_BUILT"] = "yes"
    with ThreadPoolExecutor(2) as workers:
        for found in workers.map(safely, [name for name in names if name != "speed"]):
            measured.update(found)
    if "speed" in names:  # by itself: a busy neighbour would count
        measured.update(safely("speed"))
    rows = committed()
    shown_sets = {*names, "calibration"}
    print("\n".join(table({key: row for key, row in rows.items() if key[0] in shown_sets and (
        key[0] != "calibration" or key in measured)}, measured)))
    print(f"\n{time.monotonic() - begun:.0f} s.")
    fell = [f"{key[0]}: {key[1]}" for key, row in rows.items() if key in measured and falls(row, measured[key])]
    if args.write:
        write(rows, measured)
    elif fell:
        sys.exit("claimwatch: below the committed floor: " + "; ".join(fell))


if __name__ == "__main__":
    main()
