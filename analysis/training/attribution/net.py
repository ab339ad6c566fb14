"""The encoder with its two answers: the role of each word, and of each word its part in the attribution of a given cue."""

import math
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

from crf import Labels

sys.path.insert(0, str(Path(__file__).parent.parent / "stance"))
from encoder import WIDTH, load as load_whole  # noqa: E402

ROLES, ARGUMENTS = Labels(3), Labels(2)
VIEW = 32
STEPS = (1, 2, 3, 4, 6, 9, 16, 31)


class Net(nn.Module):
    """`layers` of a BERT of 384 dimensions; ids [n, pieces], first [n, words] the place of each word's first piece."""

    def __init__(self, encoder, layers):
        super().__init__()
        self.words, self.places, self.kinds, self.norm = encoder.words, encoder.places, encoder.kinds, encoder.norm
        self.layers = encoder.layers[:layers]
        self.bias = encoder.bias
        self.hidden, self.roles = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, ROLES.size)
        self.cue, self.argument = (nn.Linear(WIDTH, (ARGUMENTS.size - 1) * VIEW) for _ in range(2))
        self.outright = nn.Linear(WIDTH, ARGUMENTS.size)
        self.distances = nn.Parameter(torch.zeros(2 * len(STEPS) + 1, ARGUMENTS.size - 1))
        self.role_transitions = nn.Parameter(torch.zeros(ROLES.size, ROLES.size))
        self.argument_transitions = nn.Parameter(torch.zeros(ARGUMENTS.size, ARGUMENTS.size))

    def encode(self, ids, first, dropout=0.0):
        """What it makes of each word [n, words, width]; a piece of number 0 is none."""
        mask = (ids > 0).float()
        with torch.autocast(ids.device.type, dtype=torch.bfloat16, enabled=ids.is_cuda):
            x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kinds.weight[0]
            x = functional.dropout(self.norm(x), dropout, self.training)
            for layer in self.layers:
                x = layer(x, self.bias(mask), dropout)
        x = torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH)).float()
        return functional.dropout(x, dropout, self.training)

    def role_scores(self, words):
        return self.roles(functional.gelu(self.hidden(words)))

    def argument_scores(self, words, row, start, end):
        """Scores [cues, words, labels] for the cues at start to end in the rows of `words`: products of two views, of the cue
        and of the word, a score of the word's own, and one of how far it stands."""
        n, length = words.shape[:2]
        shape = (n, length, ARGUMENTS.size - 1, VIEW)
        place = torch.arange(length, device=words.device)[None]
        inside = ((place >= start[:, None]) & (place < end[:, None])).float()
        cue = torch.einsum("cl,clkd->ckd", inside / inside.sum(1, keepdim=True), self.cue(words).view(shape)[row])
        product = torch.einsum("clkd,ckd->clk", self.argument(words).view(shape)[row], cue) / math.sqrt(VIEW)
        own = self.outright(words)[row]
        far = product + self.distances[steps(place, start[:, None], end[:, None])]
        return torch.cat([own[..., :1], own[..., 1:] + far], -1)


def steps(place, start, end):
    """How far a place is before or after a stretch, in steps; the stretch itself is in the middle."""
    distance = torch.where(place < start, start - place, (place - end + 1).clamp(min=0))
    count = sum((distance >= step).long() for step in STEPS)
    return torch.where(place < start, -count, count) + len(STEPS)


def load(onnx, layers):
    """The first layers of the encoder in an ONNX file."""
    return Net(load_whole(onnx, 0), layers)
