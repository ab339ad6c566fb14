"""How honest confidences are: what `evaluate` prints of each output that carries one.

The expected calibration error (Guo et al. 2017) is the mean distance, over ten bins of equal width, between the mean
confidence and the share that is right, each bin weighted by its size. "cross" is the same after a logistic curve (Platt
1999) on the log-odds, fitted on nine tenths of the articles and measured on the rest, in turn: what a calibration could
reach that had never seen the article. A calibration that is built in already changes nothing about that figure.
"""

import math
import random
import sys
from collections import defaultdict

BINS = 10
FOLDS = 10


def odds(confidence):
    kept = min(.995, max(.005, confidence))
    return math.log(kept / (1 - kept))


def bins(judged):
    """[(number, mean confidence, share right)] of the bins that are not empty."""
    found = defaultdict(list)
    for confidence, right in judged:
        found[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return [(len(some), sum(c for c, _ in some) / len(some), sum(r for _, r in some) / len(some))
            for _, some in sorted(found.items())]


def error(judged):
    return sum(n * abs(confidence - share) for n, confidence, share in bins(judged)) / len(judged)


def fit(judged):
    """Slope and offset of the logistic curve on the log-odds, with Platt's smoothed targets, by Newton's method. Where
    little is known, the curve stays near the one that changes nothing."""
    positives = sum(right for _, right in judged)
    high, low = (positives + 1) / (positives + 2), 1 / (len(judged) - positives + 2)
    points = [(odds(confidence), high if right else low) for confidence, right in judged]
    slope, offset = 1.0, 0.0
    for _ in range(50):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for x, target in points:
            p = 1 / (1 + math.exp(-max(-30, min(30, slope * x + offset))))
            g0, g1 = g0 + (p - target) * x, g1 + p - target
            w = max(1e-9, p * (1 - p))
            h00, h01, h11 = h00 + w * x * x, h01 + w * x, h11 + w
        g0, g1, h00, h11 = g0 + slope - 1, g1 + offset, h00 + 1, h11 + 1
        determinant = h00 * h11 - h01 * h01
        slope -= (h11 * g0 - h01 * g1) / determinant
        offset -= (h00 * g1 - h01 * g0) / determinant
    return slope, offset


def curve(slope, offset, confidence):
    return 1 / (1 + math.exp(-max(-30, min(30, slope * odds(confidence) + offset))))


def crossed(items):
    """The judgements with the confidences that the other folds' curves give them."""
    groups = sorted({group for group, _, _ in items})
    random.Random(7).shuffle(groups)
    fold = {group: n % FOLDS for n, group in enumerate(groups)}
    made = []
    for n in range(FOLDS):
        others = [(c, r) for g, c, r in items if fold[g] != n]
        held = [(c, r) for g, c, r in items if fold[g] == n]
        if held and others:
            slope, offset = fit(others)
            made += [(curve(slope, offset, c), r) for c, r in held]
    return made


def interval(items, times=300):
    """95 % percentile bootstrap interval of the error by group."""
    groups = defaultdict(list)
    for group, confidence, right in items:
        groups[group].append((confidence, right))
    names, draw = sorted(groups), random.Random(20)
    values = sorted(error(sum((groups[draw.choice(names)] for _ in names), [])) for _ in range(times))
    return values[int(.025 * times)], values[int(.975 * times)]


# ---- which reading was right: (group, confidence, right)

def press(scorer, gold, predictions):
    """{output: items} of `annotate` on a gold statement set, as its scorer judges."""
    known = scorer.known_names(gold)
    found, founders = defaultdict(list), {}
    for article in gold:
        predicted = predictions.get(str(article["id"]), {})
        wanted = scorer.read(article["statements"], article["text"], known, False)
        got = scorer.read(predicted.get("statements"), article["text"], known, False)
        pairs = {j: i for i, j in scorer.match(wanted, got)}
        for j, p in enumerate(got):
            raw, truth = p["raw"], wanted[pairs[j]] if j in pairs else None
            found["attribution"].append((article["id"], raw["confidence"], truth is not None))
            if truth is not None:
                same = truth["speaker"] == p["speaker"] != ""
                found["speaker"].append((article["id"], raw["speaker"]["confidence"], same))
            claim = raw.get("claim")
            if claim is not None:
                said = truth["raw"].get("claim") if truth else None
                if claim not in founders:
                    founders[claim] = said
                elif said and founders[claim]:
                    found["claim"].append((article["id"], raw["claimConfidence"], said == founders[claim]))
    return found


def polnear(scorer, common, gold, rows):
    """Of `annotate` on PolNeAR; `rows` are in the form of `attribute`, each with the confidences of its links."""
    items = []
    for row in gold:
        predicted = rows.get(str(row["id"]), {})
        words = common.word_spans(row["text"])

        def read(found):
            return [{side: common.words_in(words, a[side]) for side in ("content", "source")} for a in found]
        wanted, got = read(row["attributions"]), read(scorer.attributions(predicted))
        near = [(common.jaccard(w["content"], g["content"]), i, j) for i, w in enumerate(wanted)
                for j, g in enumerate(got)]
        whole = [c for c in near if c[0] >= scorer.OVERLAP and (
            wanted[c[1]]["source"] & got[c[2]]["source"] or not (wanted[c[1]]["source"] or got[c[2]]["source"]))]
        right = {j for _, j in common.greedy_pairs(whole)}
        items += [(row["id"], confidence, j in right)
                  for j, confidence in enumerate(predicted.get("confidences") or []) if got[j]["content"]]
    return items


def stance(scorer, gold, rows):
    """Of `stance` on NewsMTSC: the likeliest side."""
    items = []
    for one in scorer.newsmtsc(gold):
        scores = rows.get(str(one["input"]["id"]), {}).get("scores") or {}
        if scores:
            side = max(scores, key=scores.get)
            items.append((one["document"], scores[side], side == one["gold"]))
    return items


def worthiness(gold, rows):
    """Of `check-worthy`: its score is the probability of one class."""
    return [(i, float(rows[i]["score"]), label) for i, (_, label) in gold.items() if "score" in rows.get(i, {})]


def matches(relevant, rows):
    """Of `match`: the first claim of each ranking."""
    return [(query, rows[query]["ranking"][0]["score"], rows[query]["ranking"][0]["id"] in claims)
            for query, claims in relevant.items() if rows.get(query, {}).get("ranking")]


def measure(name, items):
    """{(set, metric): figure}, and the bins on standard error."""
    judged = [(confidence, right) for _, confidence, right in items]
    slope, offset = fit(judged)
    print(f"  {name}: {len(items)} outputs, {sum(r for _, r in judged) / len(judged):.3f} right; the curve of all is "
          f"{slope:.3f} × log-odds {offset:+.3f}; bins (number: confidence → right) "
          + ", ".join(f"{n}: {c:.2f} → {r:.2f}" for n, c, r in bins(judged)), file=sys.stderr)
    low, high = interval(items)
    return {("calibration", f"{name} ECE"): (error(judged), low, high, len(items)),
            ("calibration", f"{name} ECE, cross"): (error(crossed(items)), None, None, len(items))}
