"""A BERT encoder of 384 dimensions whose weights come out of an ONNX file, with one marker for the words in question
and a head for each task."""

import math

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

WIDTH, HEADS, INNER = 384, 12, 1536
TASKS = {"stance": ["FAVOR", "AGAINST", "NEUTRAL"], "relate": ["SAME_AS", "SUPPORTS", "CONTRADICTS", "UNRELATED"]}


class Layer(nn.Module):
    """One block of attention and feed-forward, as in Devlin et al. 2019."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, bias, dropout=0.0):
        n, length = x.shape[0], x.shape[1]

        def split(y):
            return y.reshape(n, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias, -1)
        y = (weights @ v).transpose(1, 2).reshape(n, length, WIDTH)
        x = self.norm1(x + functional.dropout(self.out(y), dropout, self.training))
        y = self.outer(functional.gelu(self.inner(x)))
        return self.norm2(x + functional.dropout(y, dropout, self.training))


class Encoder(nn.Module):
    """`frozen` layers keep their weights; the marker is added to what they give out."""

    def __init__(self, layers=12, frozen=4):
        super().__init__()
        self.words, self.places, self.kinds = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.frozen = frozen
        self.marker = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.hidden = nn.ModuleDict({task: nn.Linear(3 * WIDTH, WIDTH) for task in TASKS})
        self.heads = nn.ModuleDict({task: nn.Linear(WIDTH, len(labels)) for task, labels in TASKS.items()})

    @staticmethod
    def bias(mask):
        return ((1.0 - mask) * -10000.0)[:, None, None, :]

    def lower(self, ids, mask):
        """What the frozen layers make of the words; ids and mask [n, length]."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kinds.weight[0]
        x = self.norm(x)
        for layer in self.layers[: self.frozen]:
            x = layer(x, self.bias(mask))
        return x

    def upper(self, x, mask, marks, dropout=0.0):
        """Features of each input: its first place, and the means of the marked and of the other places."""
        x = x + marks[..., None] * self.marker
        for layer in self.layers[self.frozen :]:
            x = layer(x, self.bias(mask), dropout)
        rest = mask - marks

        def mean(which):
            return (x * which[..., None]).sum(1) / which.sum(1, keepdim=True).clamp(min=1.0)

        return torch.cat([x[:, 0], mean(marks), mean(rest)], -1)

    def head(self, task, features, dropout=0.0):
        y = functional.gelu(self.hidden[task](functional.dropout(features, dropout, self.training)))
        return self.heads[task](functional.dropout(y, dropout, self.training))

    def forward(self, ids, mask, marks):
        features = self.upper(self.lower(ids, mask), mask, marks)
        return self.head("stance", features), self.head("relate", features)


def load(path, frozen):
    """The encoder of an ONNX file written by PyTorch: its matrices stand in the order of their use."""
    graph = onnx.load(path).graph
    named = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    matrices = [named[i] for node in graph.node if node.op_type == "MatMul" for i in node.input if i in named]
    encoder = Encoder(len(matrices) // 6, frozen)

    def put(parameter, array):
        assert tuple(parameter.shape) == array.shape, (parameter.shape, array.shape)
        parameter.data = torch.from_numpy(np.array(array))

    put(encoder.words.weight, named["embeddings.word_embeddings.weight"])
    put(encoder.places.weight, named["embeddings.position_embeddings.weight"])
    put(encoder.kinds.weight, named["embeddings.token_type_embeddings.weight"])
    for part in ("weight", "bias"):
        put(getattr(encoder.norm, part), named[f"embeddings.LayerNorm.{part}"])
    names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "out": "attention.output.dense", "inner": "intermediate.dense", "outer": "output.dense"}
    for i, layer in enumerate(encoder.layers):
        for (ours, theirs), matrix in zip(names.items(), matrices[6 * i : 6 * i + 6]):
            put(getattr(layer, ours).weight, matrix.T)
            put(getattr(layer, ours).bias, named[f"encoder.layer.{i}.{theirs}.bias"])
        for ours, theirs in (("norm1", "attention.output"), ("norm2", "output")):
            for part in ("weight", "bias"):
                put(getattr(getattr(layer, ours), part), named[f"encoder.layer.{i}.{theirs}.LayerNorm.{part}"])
    return encoder
