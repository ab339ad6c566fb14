"""Fine-tunes the encoder on stance and relate together, on one CPU thread; keeps the epoch that is best on held-out documents."""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional

import items as data
from encoder import TASKS, load

# Percent of NewsMTSC's articles that are held out, of BASIL's events, and the share of the pairs that each epoch draws.
NEWS, EVENTS, PAIRS = 10, 20, 0.5


def batches(some, size, chance):
    """Batches of like length, in random order."""
    order = sorted(chance.sample(some, len(some)), key=lambda one: len(one["ids"]) + chance.random() * 6)
    made = [order[i : i + size] for i in range(0, len(order), size)]
    chance.shuffle(made)
    return made


def tensors(batch, key):
    longest = max(len(one["ids"]) for one in batch)
    out = torch.zeros(len(batch), longest)
    for i, one in enumerate(batch):
        values = one["marks"] if key == "marks" else [1] * len(one["ids"]) if key == "mask" else one["ids"]
        out[i, : len(values)] = torch.tensor(values, dtype=torch.float)
    return out


def states(batch):
    longest = max(len(one["ids"]) for one in batch)
    out = torch.zeros(len(batch), longest, batch[0]["state"].shape[1])
    for i, one in enumerate(batch):
        out[i, : len(one["ids"])] = one["state"].float()
    return out


@torch.no_grad()
def remember(encoder, some, log):
    """The frozen layers see each input once."""
    begun = time.time()
    order = sorted(some, key=lambda one: len(one["ids"]))
    for i in range(0, len(order), 64):
        batch = order[i : i + 64]
        x = encoder.lower(tensors(batch, "ids").long(), tensors(batch, "mask"))
        for one, state in zip(batch, x):
            one["state"] = state[: len(one["ids"])].half()
    log(f"frozen layers: {len(some)} inputs in {time.time() - begun:.0f} s")


def macro_f1(gold, found, labels):
    scores = []
    for label in labels:
        right = sum(g == f == label for g, f in zip(gold, found))
        scores.append(2 * right / max(1, sum(g == label for g in gold) + sum(f == label for f in found)))
    return sum(scores) / len(scores)


@torch.no_grad()
def predict(encoder, some):
    encoder.eval()
    out = {}
    order = sorted(range(len(some)), key=lambda i: len(some[i]["ids"]))
    for i in range(0, len(order), 64):
        batch = [some[j] for j in order[i : i + 64]]
        task = batch[0]["task"]
        features = encoder.upper(states(batch), tensors(batch, "mask"), tensors(batch, "marks"))
        for j, row in zip(order[i : i + 64], encoder.head(task, features)):
            out[j] = row
    return torch.stack([out[j] for j in range(len(some))])


def measure(encoder, dev):
    figures = {}
    for name, some in dev.items():
        labels = TASKS[some[0]["task"]]
        present = sorted({one["label"] for one in some}, key=labels.index)
        logits = predict(encoder, some)
        # Perspectrum's own task knows two labels; the scorer counts any other answer as wrong.
        found = [labels[i] for i in logits.argmax(1).tolist()]
        figures[name] = macro_f1([one["label"] for one in some], found, present)
    return figures


def main():
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--onnx", required=True)
    cli.add_argument("--tokenizer", required=True)
    cli.add_argument("--data", required=True, type=Path, help="the folder with newsmtsc, basil and perspectrum")
    cli.add_argument("--out", required=True, type=Path)
    cli.add_argument("--frozen", type=int, default=3)
    cli.add_argument("--epochs", type=int, default=4)
    cli.add_argument("--batch", type=int, default=16)
    cli.add_argument("--rate", type=float, default=1e-4)
    cli.add_argument("--seed", type=int, default=1, help="of the heads' first weights")
    cli.add_argument("--order", type=int, default=1, help="seed of the order of the batches")
    cli.add_argument("--pairs", type=float, default=PAIRS, help="share of the pairs that each epoch draws")
    cli.add_argument("--minutes", type=float, default=1e9, help="the rate sinks so that training ends by then")
    cli.add_argument("--probe", type=int, default=0, help="stop after so many steps, to know the time of one")
    args = cli.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    chance = random.Random(args.order)
    args.out.mkdir(parents=True, exist_ok=True)
    logfile = open(args.out / "log.txt", "a", encoding="utf-8")

    def log(line):
        print(line, flush=True)
        print(line, file=logfile, flush=True)

    log(json.dumps(vars(args), default=str))
    reader = data.Reader(args.tokenizer)
    news, news_dev = data.newsmtsc(reader, args.data / "newsmtsc/train.jsonl.gz", NEWS)
    basil, basil_dev = data.basil(reader, args.data / "basil/articles.jsonl.gz", EVENTS)
    pairs = data.perspectrum(reader, args.data / "perspectrum/train.jsonl.gz")
    pairs_dev = data.perspectrum(reader, args.data / "perspectrum/dev.jsonl.gz")
    # A part of the pairs is enough to choose an epoch by; the scorer measures all of them in the end.
    random.Random(4).shuffle(pairs_dev)
    dev = {"newsmtsc": news_dev, "basil": basil_dev,
           "perspectrum": [p for p in pairs_dev if p["source"] == "perspectrum"][:800],
           "relate, other pairs": [p for p in pairs_dev if p["source"] == "extra"][:300]}
    log(f"train: {len(news)} newsmtsc, {len(basil)} basil, {len(pairs)} pairs; dev: { {k: len(v) for k, v in dev.items()} }")
    encoder = load(args.onnx, args.frozen)
    if args.probe:
        chance.shuffle(news), chance.shuffle(pairs)
        news, pairs, basil = news[: 32 * args.probe], pairs[: 32 * args.probe], []
        dev = {}
    remember(encoder, news + basil + pairs + [one for some in dev.values() for one in some], log)
    train(encoder, [(news + basil, 1.0), (pairs, args.pairs)], dev, args, chance, log)


def parameters(encoder, rate):
    """Lower layers move less; the heads, which begin at random, move more."""
    groups = []
    trained = encoder.layers[encoder.frozen :]
    for depth, layer in enumerate(trained):
        groups.append({"params": list(layer.parameters()), "peak": rate * 0.9 ** (len(trained) - 1 - depth)})
    heads = [p for module in (encoder.hidden, encoder.heads) for p in module.parameters()]
    groups.append({"params": heads + [encoder.marker], "peak": rate * 4})
    return groups


def train(encoder, sets, dev, args, chance, log):
    optimizer = torch.optim.AdamW(parameters(encoder, args.rate), lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98))
    steps = args.epochs * sum(-(-int(share * len(some)) // args.batch) for some, share in sets)
    average, begun, step = None, time.time(), 0
    best = -1.0
    losses = {task: 0.0 for task in TASKS}
    epoch = 0
    while epoch < args.epochs:
        epoch += 1
        order = [batch for some, share in sets
                 for batch in batches(chance.sample(some, int(share * len(some))), args.batch, chance)]
        chance.shuffle(order)
        encoder.train()
        for batch in order:
            done = max(step / steps, (time.time() - begun) / 60 / args.minutes)
            if done >= 1:
                break
            warm = min(1.0, (step + 1) / 100)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * warm * (1 - done)
            task = batch[0]["task"]
            features = encoder.upper(states(batch), tensors(batch, "mask"), tensors(batch, "marks"), 0.1)
            logits = encoder.head(task, features, 0.1)
            gold = torch.tensor([TASKS[task].index(one["label"]) for one in batch])
            loss = functional.cross_entropy(logits, gold, label_smoothing=0.05)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
            optimizer.step()
            step += 1
            losses[task] = 0.98 * losses[task] + 0.02 * loss.item() if losses[task] else loss.item()
            if average is None and done >= 0.4:
                average = {k: v.clone() for k, v in encoder.state_dict().items()}
            elif average is not None and step % 5 == 0:
                weight = 0.98
                for name, value in encoder.state_dict().items():
                    average[name].mul_(weight).add_(value, alpha=1 - weight)
            if step % 20 == 0 or args.probe:
                log(f"step {step}/{steps} epoch {epoch} {time.time() - begun:.0f} s done {done:.3f} "
                    + " ".join(f"{t} {v:.3f}" for t, v in losses.items()))
        if not dev:
            return
        for name, weights in (("last", None), ("averaged", average)):
            if name == "averaged" and average is None:
                continue
            tested = encoder
            if weights is not None:
                tested = copy.deepcopy(encoder)
                tested.load_state_dict(weights)
            figures = measure(tested, dev)
            log(f"epoch {epoch} {name}: {time.time() - begun:.0f} s " + " ".join(f"{k} {v:.4f}" for k, v in figures.items()))
            score = figures["newsmtsc"] + 0.5 * figures["perspectrum"]
            torch.save(tested.state_dict(), args.out / f"{name}.pt")
            if score > best:
                best = score
                torch.save(tested.state_dict(), args.out / "best.pt")
        if max(step / steps, (time.time() - begun) / 60 / args.minutes) >= 1:
            break
    log("done")


if __name__ == "__main__":
    main()
