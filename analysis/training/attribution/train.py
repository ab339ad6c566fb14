"""Trains the attribution encoder: `teach` fine-tunes twelve layers on PolNeAR without one fifth, `agree` makes of five such teachers
what they expect of texts, `learn` teaches that to an encoder of fewer layers."""

import argparse
import json
import pickle
import random
import time
from pathlib import Path

import numpy as np
import torch

import crf
from items import CONTENT, CUE, SOURCE, Reader, cue_words, part
from net import ARGUMENTS, ROLES, load

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
FOLDS = 5
MOST_CUES = 12
for some in (ROLES, ARGUMENTS):
    some.to(DEVICE)


class Batch:
    """Items as tensors."""

    def __init__(self, items):
        self.items = items
        self.lengths = self.tensor([len(item["first"]) for item in items])
        self.ids, self.first = (self.padded([item[key] for item in items]) for key in ("ids", "first"))

    @staticmethod
    def tensor(numbers):
        return torch.tensor(numbers, device=DEVICE, dtype=torch.long)

    def padded(self, rows):
        width = max(map(len, rows))
        return self.tensor([[*row, *[0] * (width - len(row))] for row in rows])

    def soft(self, rows, size):
        """`one` and `two` of what teachers expect."""
        one = np.zeros((len(rows), max(len(r[0]) for r in rows), size), np.float32)
        for k, row in enumerate(rows):
            one[k, : len(row[0])] = row[0]
        return torch.from_numpy(one).to(DEVICE), torch.from_numpy(np.stack([r[1] for r in rows])).float().to(DEVICE)


def batches(items, pieces, chance):
    """Indices of like length whose padded pieces fit."""
    order = sorted(range(len(items)), key=lambda i: len(items[i]["ids"]) + chance.random() * 8)
    made, now, longest = [], [], 0
    for i in order:
        longest = max(longest, len(items[i]["ids"]))
        if now and longest * (len(now) + 1) > pieces:
            made.append(now)
            now, longest = [], len(items[i]["ids"])
        now.append(i)
    made += [now] if now else []
    chance.shuffle(made)
    return made


def label(items, words):
    """Gold labels of both passes, and words that look like cues and are none."""
    for item in items:
        length, found = len(item["first"]), item["attributions"]
        item["roles"] = ROLES.of([(role, *s) for role in (CUE, SOURCE, CONTENT) for a in found for s in a[role]], length)
        item["cues"], inside = [], set()
        for a in found:
            if a[CUE]:
                start, end = a[CUE][0]
                labels = ARGUMENTS.of([(0, *s) for s in a[SOURCE]] + [(1, *s) for s in a[CONTENT]], length)
                item["cues"].append((start, end, labels))
                inside.update(i for s in a[CUE] for i in range(*s))
        item["others"] = [i for i, w in enumerate(item["words"]) if w.lower() in words and i not in inside]


def drawn(item, chance):
    """The cues to learn from: the gold ones, some cut to a word as a reader might find them, and two that are none."""
    for start, end, labels in item["cues"]:
        if end - start > 1 and chance.random() < 0.25:
            start, end = (end - 1, end) if chance.random() < 0.5 else (start, start + 1)
        yield start, end, labels
    for i in chance.sample(item["others"], min(2, len(item["others"]))):
        yield i, i + 1, np.zeros(len(item["first"]), np.int64)


def step_loss(net, items, args, chance):
    batch = Batch(items)
    words = net.encode(batch.ids, batch.first, 0.1)
    scores, certain = net.role_scores(words), "roles" in items[0]
    if certain:
        one, two = crf.of_labels([item["roles"] for item in items], batch.lengths, ROLES.size, DEVICE)
        cues = [(row, *cue) for row, item in enumerate(items) for cue in drawn(item, chance)]
    else:
        cues = [(row, *cue) for row, item in enumerate(items) for cue in item["soft cues"]]
    if "soft" in items[0]:
        soft_one, soft_two = batch.soft([item["soft"] for item in items], ROLES.size)
        share = args.gold if certain else 0.0
        one = share * one + (1 - share) * soft_one if certain else soft_one
        two = share * two + (1 - share) * soft_two if certain else soft_two
    total = crf.loss(scores, batch.lengths, net.role_transitions, ROLES, one, two).sum()
    if cues:
        row, start, end = (batch.tensor([cue[k] for cue in cues]) for k in range(3))
        lengths, known = batch.lengths[row], [cue[3] for cue in cues]
        scores = net.argument_scores(words, row, start, end)
        if certain:
            one, two = crf.of_labels(known, lengths, ARGUMENTS.size, DEVICE)
        else:
            one, two = batch.soft(known, ARGUMENTS.size)
        scores = scores[:, : one.shape[1]]
        total = total + 0.5 * crf.loss(scores, lengths, net.argument_transitions, ARGUMENTS, one, two).sum()
    return 10 * total / batch.lengths.sum()


def parameters(net, rate):
    """Lower layers move less; heads, which begin at random, and transitions move more; the embeddings stay."""
    for fixed in (net.words, net.places, net.kinds):
        fixed.weight.requires_grad_(False)
    depth = len(net.layers)
    groups = [{"params": list(net.norm.parameters()), "peak": rate * 0.9**depth}]
    groups += [{"params": list(layer.parameters()), "peak": rate * 0.9 ** (depth - 1 - i)} for i, layer in enumerate(net.layers)]
    heads = [p for m in (net.hidden, net.roles, net.cue, net.argument, net.outright) for p in m.parameters()]
    groups.append({"params": heads, "peak": rate * 4})
    loose = [net.distances, net.role_transitions, net.argument_transitions]
    return [*groups, {"params": loose, "peak": rate * 20, "weight_decay": 0.0}]


def train(net, sets, args):
    """Leaves the exponential average of the second half's weights in the net."""
    chance = random.Random(args.seed)
    groups = parameters(net, args.rate)
    trained = [p for group in groups for p in group["params"]]
    optimizer = torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98))
    steps = args.epochs * sum(len(batches(items, args.pieces, random.Random(0))) for items in sets)
    step, done, average, begun = 0, 0.0, None, time.time()
    net.train()
    while done < 1:
        order = [(items, index) for items in sets for index in batches(items, args.pieces, chance)]
        chance.shuffle(order)
        for items, index in order:
            done = max(step / steps, (time.time() - begun) / args.seconds)
            if done >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(1.0, (step + 1) / 80) * (1 - done)
            loss = step_loss(net, [items[i] for i in index], args, chance)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 2.0)
            optimizer.step()
            step += 1
            if average is None and done >= 0.5:
                average = [p.detach().clone() for p in trained]
            elif average is not None and step % 5 == 0:
                for mean, p in zip(average, trained):
                    mean.mul_(0.98).add_(p.detach(), alpha=0.02)
        print(json.dumps({"step": step, "of": steps, "loss": round(float(loss), 3)}), flush=True)
    for p, mean in zip(trained, average or trained):
        p.data.copy_(mean)


@torch.no_grad()
def measure(net, items):
    """Exact F1 of sources, cues and contents by the most probable labels; of contents too where the cue is known."""
    net.eval()
    counts = np.zeros((4, 3))
    for index in batches(items, 16384, random.Random(0)):
        some = [items[i] for i in index]
        batch = Batch(some)
        words = net.encode(batch.ids, batch.first)
        found = crf.best(net.role_scores(words), batch.lengths, net.role_transitions, ROLES).tolist()
        pairs = [(crf.Labels.spans(f[: len(item["first"])]), crf.Labels.spans(item["roles"])) for f, item in zip(found, some)]
        for role in range(3):
            counts[role] += sum(np.array(compared(role, *pair)) for pair in pairs)
        cues = [(row, *cue) for row, item in enumerate(some) for cue in item["cues"]]
        if cues:
            row, start, end = (batch.tensor([cue[k] for cue in cues]) for k in range(3))
            scores = net.argument_scores(words, row, start, end)
            found = crf.best(scores, batch.lengths[row], net.argument_transitions, ARGUMENTS).tolist()
            for labels, cue in zip(found, cues):
                counts[3] += compared(1, crf.Labels.spans(labels[: len(cue[3])]), crf.Labels.spans(cue[3]))
    names = ("source", "cue", "content", "content of a known cue")
    return {name: round(2 * right / max(1, found + gold), 4) for name, (right, found, gold) in zip(names, counts.tolist())}


def compared(role, found, gold):
    found, gold = ({s for s in spans if s[0] == role} for spans in (found, gold))
    return len(found & gold), len(found), len(gold)


@torch.no_grad()
def expected(net, items, cues=None):
    """What a net expects of each item's roles; with `cues` of the arguments of those instead."""
    net.eval()
    found = [None] * len(items)
    for index in batches(items, 8192, random.Random(0)):
        batch = Batch([items[i] for i in index])
        words = net.encode(batch.ids, batch.first)
        if cues is None:
            one, two = crf.marginals(net.role_scores(words), batch.lengths, net.role_transitions, ROLES)
            for k, i in enumerate(index):
                found[i] = (one[k, : batch.lengths[k]].cpu().numpy(), two[k].cpu().numpy())
            continue
        for k, i in enumerate(index):
            found[i] = []
            if cues[i]:
                row = batch.tensor([k] * len(cues[i]))
                start, end = (batch.tensor([cue[which] for cue in cues[i]]) for which in (0, 1))
                scores = net.argument_scores(words, row, start, end)
                one, two = crf.marginals(scores, batch.lengths[row], net.argument_transitions, ARGUMENTS)
                found[i] = [(o[: batch.lengths[k]].cpu().numpy(), t.cpu().numpy()) for o, t in zip(one, two)]
    return found


def likely_cues(roles):
    """Stretches that the teachers together find a cue in with a probability of .15 or more."""
    probable, cues, i = roles[0][:, 5:9].sum(1), [], 0
    while i < len(probable):
        if probable[i] < 0.15:
            i += 1
            continue
        end = i
        while end < len(probable) and probable[end] >= max(0.15, 0.3 * probable[i]):
            end += 1
        if end - i <= 8:
            cues.append((i, end))
        i = end
    return cues[:MOST_CUES]


def mean(several):
    return tuple(sum(some) / len(several) for some in zip(*several))


def fold(item):
    return part("f" + item["document"], FOLDS)


def teach(net, gold, kept, args):
    train(net, [[item for item in gold if fold(item) != args.fold]], args)
    print(json.dumps({"fold": args.fold, **measure(net, kept)}))
    torch.save(net.state_dict(), args.out)


def agree(net, gold, unlabelled, args):
    """Of PolNeAR's articles by the teacher that has not seen them, of the other texts by the mean of all."""
    roles, teachers = [None] * len(gold), []
    for number, path in enumerate(args.teachers):
        net.load_state_dict(torch.load(path, map_location=DEVICE))
        unseen = [i for i, item in enumerate(gold) if fold(item) == number]
        for i, found in zip(unseen, expected(net, [gold[i] for i in unseen])):
            roles[i] = found
        teachers.append(expected(net, unlabelled))
    soft = [mean(several) for several in zip(*teachers)]
    cues = [likely_cues(one) for one in soft]
    teachers = []
    for path in args.teachers:
        net.load_state_dict(torch.load(path, map_location=DEVICE))
        teachers.append(expected(net, unlabelled, cues))
    arguments = [[(*cue, mean(several)) for cue, several in zip(cues[i], zip(*(t[i] for t in teachers)))]
                 for i in range(len(unlabelled))]
    args.out.write_bytes(pickle.dumps((roles, soft, arguments)))


def learn(net, gold, unlabelled, kept, args):
    roles, soft, arguments = pickle.loads(args.agreed.read_bytes())
    for item, found in zip(gold, roles):
        item["soft"] = found
    for item, found, cues in zip(unlabelled, soft, arguments):
        item["soft"], item["soft cues"] = found, cues
    train(net, [gold, unlabelled], args)
    print(json.dumps(measure(net, kept)))
    torch.save(net.state_dict(), args.out)


def main():
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("step", choices=["teach", "agree", "learn"])
    for name in ("onnx", "tokenizer", "polnear", "unlabelled"):
        cli.add_argument("--" + name, required=True)
    cli.add_argument("--out", required=True, type=Path)
    cli.add_argument("--teachers", nargs=FOLDS, help="the five teachers' weights in the order of their folds")
    cli.add_argument("--agreed", type=Path, help="what `agree` wrote")
    cli.add_argument("--fold", type=int, default=0, help="the fifth of the articles that a teacher does not see")
    cli.add_argument("--layers", type=int, default=12)
    cli.add_argument("--rate", type=float, default=1.5e-4)
    cli.add_argument("--epochs", type=int, default=12)
    cli.add_argument("--seconds", type=float, default=1e9, help="the rate sinks so that training ends by then")
    cli.add_argument("--pieces", type=int, default=4096, help="of a batch, padding included")
    cli.add_argument("--gold", type=float, default=0.6, help="share of the gold labels against the teachers'")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--most", type=int, help="paragraphs of each set, to try whether all runs")
    args = cli.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    reader = Reader(args.tokenizer)
    every, unlabelled = (some[:: max(1, len(some) // args.most)] if args.most else some
                         for some in (reader.polnear(args.polnear), reader.unlabelled(args.unlabelled)))
    label(every, cue_words(every))
    gold, kept = ([item for item in every if (part(item["document"], 10) == 0) == which] for which in (False, True))
    net = load(args.onnx, args.layers).to(DEVICE)
    if args.step == "teach":
        teach(net, gold, kept, args)
    elif args.step == "agree":
        agree(net, gold, unlabelled, args)
    else:
        learn(net, gold, unlabelled, kept, args)


if __name__ == "__main__":
    main()
