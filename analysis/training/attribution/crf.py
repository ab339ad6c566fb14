"""Linear-chain conditional random fields over batches, their labels as `RoleLabels` has them: outside, then begin, inside, end and
single of each role."""

import numpy as np
import torch
from torch.nn import functional

FORBIDDEN = -1e4


class Labels:
    """The labels of `roles` roles and which may follow which, start and end a sequence."""

    def __init__(self, roles):
        self.size = 1 + 4 * roles
        follows = [[self.follows(x, y) for y in range(self.size)] for x in range(self.size)]
        starts = [not self.goes_on(y) for y in range(self.size)]
        ends = [not self.is_open(y) for y in range(self.size)]
        self.follow, self.start, self.end = (
            torch.tensor(np.where(allowed, 0.0, FORBIDDEN), dtype=torch.float32) for allowed in (follows, starts, ends))

    @staticmethod
    def is_open(label):
        return label > 0 and (label - 1) % 4 < 2

    @staticmethod
    def goes_on(label):
        return label > 0 and (label - 1) % 4 in (1, 2)

    def follows(self, x, y):
        return self.goes_on(y) and (x - 1) // 4 == (y - 1) // 4 if self.is_open(x) else not self.goes_on(y)

    def to(self, device):
        self.follow, self.start, self.end = (t.to(device) for t in (self.follow, self.start, self.end))
        return self

    @staticmethod
    def of(spans, length):
        """Labels of (role, start, end); of spans that overlap the first stays."""
        labels = np.zeros(length, np.int64)
        for role, start, end in spans:
            if labels[start:end].any():
                continue
            labels[start:end] = 2 + 4 * role
            labels[start], labels[end - 1] = 1 + 4 * role, 3 + 4 * role
            if end - start == 1:
                labels[start] = 4 + 4 * role
        return labels

    @staticmethod
    def spans(labels):
        found, begun = set(), None
        for i, label in enumerate(labels):
            kind, role = (label - 1) % 4, (label - 1) // 4
            if label == 0:
                begun = None
            elif kind == 3:
                found.add((role, i, i + 1))
            elif kind == 0:
                begun = i
            elif kind == 2 and begun is not None:
                found.add((role, begun, i + 1))
        return found


def partition(emissions, lengths, transitions, labels):
    """Log partition of each sequence, by a tree of products of matrices, so that its depth is the logarithm of the length.

    emissions [n, length, labels]; lengths [n]; transitions [n or 1, labels, labels]."""
    n, length, size = emissions.shape
    eye = torch.full((size, size), FORBIDDEN, device=emissions.device).fill_diagonal_(0.0)
    steps = (transitions + labels.follow)[:, None] + emissions[:, 1:, None, :]
    within = torch.arange(1, length, device=emissions.device)[None] < lengths[:, None]
    steps = torch.where(within[..., None, None], steps, eye)
    wanted = 1 << max(0, length - 2).bit_length() if length > 1 else 1
    steps = torch.cat([steps, eye.expand(n, wanted - (length - 1), size, size)], 1)
    while steps.shape[1] > 1:
        a, b = steps[:, 0::2], steps[:, 1::2]
        high, higher = a.amax(-1, keepdim=True).detach(), b.amax(-2, keepdim=True).detach()
        steps = torch.log(torch.matmul(torch.exp(a - high), torch.exp(b - higher)).clamp(min=1e-30)) + high + higher
    last = torch.logsumexp((emissions[:, 0] + labels.start)[:, :, None] + steps[:, 0], 1)
    return torch.logsumexp(last + labels.end, 1)


def loss(emissions, lengths, transitions, labels, one, two):
    """Cross-entropy with a distribution over label sequences that is given by how probable each label is at each place, `one`
    [n, length, labels], and how often each follows each, `two` [n, labels, labels]; a single sequence is one such."""
    expected = (one * emissions).sum((1, 2)) + (two * transitions).sum((1, 2))
    return partition(emissions, lengths, transitions[None], labels) - expected


def marginals(emissions, lengths, transitions, labels):
    """`one` and `two` of what the field itself expects: the gradients of its partition."""
    with torch.enable_grad():
        emissions = emissions.detach().requires_grad_()
        each = transitions.detach()[None].expand(len(emissions), -1, -1).contiguous().requires_grad_()
        return torch.autograd.grad(partition(emissions, lengths, each, labels).sum(), (emissions, each))


def of_labels(rows, lengths, size, device):
    """`one` and `two` of certain labels, rows of numpy."""
    width = int(lengths.max())
    padded = np.zeros((len(rows), width), np.int64)
    for k, row in enumerate(rows):
        padded[k, : len(row)] = row
    live = torch.arange(width, device=device)[None] < lengths[:, None]
    one = functional.one_hot(torch.from_numpy(padded).to(device), size).float() * live[..., None]
    return one, torch.einsum("nlx,nly->nxy", one[:, :-1], one[:, 1:])


def best(emissions, lengths, transitions, labels):
    """The most probable labels (Viterbi 1967), [n, length]."""
    n, length, size = emissions.shape
    follow, score, back = transitions + labels.follow, emissions[:, 0] + labels.start, []
    same = torch.arange(size, device=emissions.device)[None].expand(n, size)
    for t in range(1, length):
        most, before = (score[:, :, None] + follow).max(1)
        live = (t < lengths)[:, None]
        score = torch.where(live, most + emissions[:, t], score)
        back.append(torch.where(live, before, same))
    path = [(score + labels.end).argmax(1)]
    for before in reversed(back):
        path.append(before.gather(1, path[-1][:, None])[:, 0])
    return torch.stack(path[::-1], 1)
