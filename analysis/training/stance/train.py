"""Fine-tunes all layers of an encoder on stance and relate together, on an accelerator; one run."""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

import items as data
from encoder import TASKS, load
from held_out import held_out

# Percent of NewsMTSC's articles that are held out, of BASIL's events, and of the training documents for choosing settings.
NEWS, EVENTS, INNER = 10, 20, 12
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


class Inputs:
    """Items of one task as tensors."""

    def __init__(self, some):
        self.task = some[0]["task"]
        ids = np.zeros((len(some), data.LONGEST), np.int64)
        marks, mask = np.zeros(ids.shape, np.float32), np.zeros(ids.shape, np.float32)
        for i, one in enumerate(some):
            length = len(one["ids"])
            ids[i, :length], marks[i, :length], mask[i, :length] = one["ids"], one["marks"], 1
        self.lengths = mask.sum(1).astype(int)
        self.ids, self.marks, self.mask = (torch.from_numpy(a).to(DEVICE) for a in (ids, marks, mask))
        self.gold = np.array([TASKS[self.task].index(one["label"]) for one in some])
        labels = len(TASKS[self.task])
        gold = np.eye(labels)[self.gold] * 0.95 + 0.05 / labels
        self.wanted = torch.from_numpy(gold).float().to(DEVICE)

    def part(self, index):
        longest = min(data.LONGEST, -(-int(self.lengths[index].max()) // 8) * 8)
        i = torch.from_numpy(np.asarray(index)).to(DEVICE)
        return self.ids[i, :longest], self.mask[i, :longest], self.marks[i, :longest], self.wanted[i]

    def batches(self, share, size, chance):
        """Batches of like length."""
        order = chance.sample(range(len(self.lengths)), int(share * len(self.lengths)))
        order.sort(key=lambda i: self.lengths[i] + chance.random() * 6)
        return [(self, order[i : i + size]) for i in range(0, len(order), size)]


def forward(encoder, task, ids, mask, marks, dropout=0.0):
    with torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=DEVICE == "cuda"):
        x = encoder.words(ids) + encoder.places.weight[: ids.shape[1]] + encoder.kinds.weight[0]
        x = functional.dropout(encoder.norm(x), dropout, encoder.training)
        return encoder.head(task, encoder.upper(x, mask, marks, dropout), dropout).float()


@torch.no_grad()
def predict(encoder, inputs):
    encoder.eval()
    out = np.zeros((len(inputs.lengths), len(TASKS[inputs.task])), np.float32)
    order = np.argsort(inputs.lengths)
    for i in range(0, len(order), 256):
        ids, mask, marks, _ = inputs.part(order[i : i + 256])
        out[order[i : i + 256]] = forward(encoder, inputs.task, ids, mask, marks).cpu().numpy()
    return out


def macro_f1(gold, found):
    """Over the labels that the gold has; any other answer is wrong."""
    return float(np.mean([2 * np.sum((gold == l) & (found == l)) / max(1, np.sum(gold == l) + np.sum(found == l))
                          for l in set(gold.tolist())]))


def swapped(one):
    """The same pair the other way round."""
    cut = one["ids"].index(102)
    a, b = one["ids"][1:cut], one["ids"][cut + 1 : -1]
    return {**one, "ids": [101, *b, 102, *a, 102], "marks": [0] * (len(b) + 2) + [1] * len(a) + [0]}


def read(reader, folder, inner):
    """Training: stance, pairs of claim and perspective, other pairs. To measure: NewsMTSC, pairs of claim and perspective; with
    `inner` these are training documents kept back, so that settings are chosen without the held-out ones."""
    news, news_dev = data.newsmtsc(reader, folder / "newsmtsc/train.jsonl.gz", NEWS)
    basil, _ = data.basil(reader, folder / "basil/articles.jsonl.gz", EVENTS)
    drawn = [data.perspectrum(reader, folder / "perspectrum/train.jsonl.gz", seed) for seed in (3, 4, 5, 6)]
    pairs_dev = [p for p in data.perspectrum(reader, folder / "perspectrum/dev.jsonl.gz") if p["source"] == "perspectrum"]
    pairs = [p for p in drawn[0] if p["source"] == "perspectrum"]
    others = [p for some in drawn for p in some if p["source"] == "extra"]
    others += [swapped(p) for p in random.Random(9).sample(pairs, int(0.2 * len(pairs)))]
    if inner:
        def kept(one):
            return held_out("inner " + one["document"], INNER)

        news_dev, pairs_dev = ([o for o in some if kept(o)] for some in (news, pairs))
        news, pairs, others = ([o for o in some if not kept(o)] for some in (news, pairs, others))
    return news + basil, pairs, others, news_dev, pairs_dev


def parameters(encoder, rate):
    """Lower layers move less; the heads, which begin at random, move more; the embeddings stay."""
    for part in (encoder.words, encoder.places, encoder.kinds):
        part.weight.requires_grad_(False)
    depth = len(encoder.layers)
    groups = [{"params": list(encoder.norm.parameters()), "peak": rate * 0.9**depth}]
    for i, layer in enumerate(encoder.layers):
        groups.append({"params": list(layer.parameters()), "peak": rate * 0.9 ** (depth - 1 - i)})
    heads = [p for module in (encoder.hidden, encoder.heads) for p in module.parameters()]
    groups.append({"params": [*heads, encoder.marker], "peak": rate * 4})
    return groups


def train(encoder, sets, args):
    """Leaves the exponential average of the second half's weights in the encoder; how many steps it took."""
    torch.manual_seed(args.order * 1000 + 1)
    chance = random.Random(args.order)
    groups = parameters(encoder, args.rate)
    trained = [p for group in groups for p in group["params"]]
    optimizer = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98))
    steps = args.epochs * sum(len(inputs.batches(share, 32, random.Random(0))) for inputs, share in sets)
    step, done, average, begun = 0, 0.0, None, time.time()
    encoder.train()
    while done < 1:
        order = [batch for inputs, share in sets for batch in inputs.batches(share, 32, chance)]
        chance.shuffle(order)
        for inputs, index in order:
            done = max(step / steps, (time.time() - begun) / args.seconds)
            if done >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1.0, (step + 1) / 100) * (1 - done)
            ids, mask, marks, wanted = inputs.part(index)
            logits = forward(encoder, inputs.task, ids, mask, marks, 0.1)
            loss = -(wanted * functional.log_softmax(logits, -1)).sum(-1).mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            step += 1
            if average is None and done >= 0.5:
                average = [p.detach().clone() for p in trained]
            elif average is not None and step % 5 == 0:
                for mean, p in zip(average, trained):
                    mean.mul_(0.98).add_(p.detach(), alpha=0.02)
    for p, mean in zip(trained, average):
        p.data.copy_(mean)
    return step


def main():
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--onnx", required=True)
    cli.add_argument("--tokenizer", required=True)
    cli.add_argument("--data", required=True, type=Path, help="the folder with newsmtsc, basil and perspectrum")
    cli.add_argument("--out", required=True, type=Path)
    cli.add_argument("--rate", type=float, default=1.5e-4)
    cli.add_argument("--epochs", type=int, default=4)
    cli.add_argument("--order", type=int, default=1, help="seed of the order of the batches; the heads always begin alike")
    cli.add_argument("--seconds", type=float, default=1e9, help="the rate sinks so that training ends by then")
    cli.add_argument("--inner", action="store_true", help="measure on training documents kept back, to choose settings by")
    args = cli.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    stance, pairs, others, *dev = read(data.Reader(args.tokenizer), args.data, args.inner)
    encoder = load(args.onnx, 0).to(DEVICE)
    step = train(encoder, [(Inputs(stance), 1.0), (Inputs(pairs), 0.8), (Inputs(others), 0.24)], args)
    figures = {}
    for name, inputs in zip(("newsmtsc", "perspectrum"), map(Inputs, dev)):
        figures[name] = round(macro_f1(inputs.gold, predict(encoder, inputs).argmax(1)), 4)
    print(json.dumps({**figures, "steps": step, **vars(args)}, default=str))
    torch.save({name: value.cpu() for name, value in encoder.state_dict().items()}, args.out / "averaged.pt")


if __name__ == "__main__":
    main()
