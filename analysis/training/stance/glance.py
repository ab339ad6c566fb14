"""Fits what says after an encoder's first layers that no clear side is to be expected: a logistic regression, taught by the
whole encoder's answers on the documents that it was trained with, and writes it into the encoder's settings."""

import argparse
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

import items as data
from train import EVENTS, NEWS

# A side that is kept has this confidence (StanceStep), and one in so many of held-out documents may be lost.
KEPT, LOST = 0.8, 100
STEEP, PENALTY, STEPS = 2.0, 1000.0, 8


def session(path, layers):
    """The encoder, handing out what the first layers make of each place beside its answer."""
    model = onnx.load(path)
    between = f"/encoder/layers.{layers - 1}/norm2/Add_1_output_0"
    model.graph.output.append(onnx.helper.make_tensor_value_info(between, onnx.TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options), between


def pooled(places, marks):
    """The first place, and the means of the marked and of the other places."""
    def mean(which):
        return (places * which[:, None]).sum(0) / max(1.0, which.sum())

    return np.concatenate([places[0], mean(marks), mean(1 - marks)])


def read(run, between, some, temperature):
    """For each item what the first layers say, and how sure the whole encoder is of a side."""
    features, sides = [], []
    for one in some:
        marks = np.array(one["marks"], np.float32)
        scores, places = run.run(["stance", between], {"ids": np.array([one["ids"]], np.int64), "marks": marks[None]})
        likely = np.exp(scores[0] / temperature)
        features.append(pooled(places[0], marks))
        sides.append(likely[:2].max() / likely.sum())
    return np.array(features, np.float32), np.array(sides)


def fit(features, wanted):
    """Newton's method on standardised features; weights and bias for features as they are."""
    middle, spread = features.mean(0), features.std(0) + 1e-6
    x = np.c_[(features - middle) / spread, np.ones(len(features), np.float32)]
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        found = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        bend = np.maximum(found * (1 - found), 1e-5).astype(np.float32)
        hessian = (x * bend[:, None]).T @ x + np.diag(penalty)
        weights -= np.linalg.solve(hessian, x.T @ (found - wanted) + penalty * weights)
    slopes = weights[:-1] / spread
    return slopes, weights[-1] - slopes @ middle


def write(path, layers, weights, bias, least):
    kept = [line for line in path.read_text(encoding="utf-8").splitlines()
            if not line.startswith("glance.") and not line.startswith("# Of the first layers")]
    path.write_text("\n".join([
        *kept, "# Of the first layers: where they end, and what says after them that no clear side is to be expected.",
        f"glance.after=/encoder/layers.{layers - 1}/norm2/Add_1_output_0", f"glance.least={least:.4g}",
        f"glance.bias={bias:.5g}", "glance.weights=" + " ".join(f"{w:.4g}" for w in weights), ""]), encoding="utf-8")


def main():
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--onnx", required=True, type=Path, help="the encoder; its .properties beside it are rewritten")
    cli.add_argument("--tokenizer", required=True)
    cli.add_argument("--data", required=True, type=Path, help="the folder with newsmtsc and basil")
    cli.add_argument("--layers", type=int, default=5)
    args = cli.parse_args()
    settings = args.onnx.with_suffix(".properties")
    lines = dict(l.split("=", 1) for l in settings.read_text(encoding="utf-8").splitlines() if "=" in l)
    reader = data.Reader(args.tokenizer)
    news, news_dev = data.newsmtsc(reader, args.data / "newsmtsc/train.jsonl.gz", NEWS)
    basil, basil_dev = data.basil(reader, args.data / "basil/articles.jsonl.gz", EVENTS)
    run, between = session(args.onnx, args.layers)
    (features, sides), (held_out, held_sides) = (
        read(run, between, some, float(lines["temperature.stance"])) for some in (news + basil, news_dev + basil_dev))
    # Not whether a side is kept but by how much it is, which tells the near ones from the far.
    wanted = 1 / (1 + np.exp(-STEEP * (np.log(sides / (1 - sides)) - np.log(KEPT / (1 - KEPT)))))
    weights, bias = fit(features, wanted)
    sums, kept = held_out @ weights + bias, held_sides >= KEPT
    least = np.sort(sums[kept])[kept.sum() // LOST]
    write(settings, args.layers, weights, bias, least)
    print(f"{len(features)} questions, {len(sums)} held out: {(sums >= least).mean():.3f} of them read on, "
          f"{(sums[kept] >= least).mean():.4f} of the {kept.sum()} sides kept")


if __name__ == "__main__":
    main()
