"""Writes a trained attribution encoder as eight-bit ONNX, and its other numbers as settings."""

import argparse
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from net import load


class Exported(torch.nn.Module):
    """ids [1, pieces] and first [words] to the scores of each word's roles, both of its views, and its own scores as argument."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, ids, first):
        net = self.net
        x = net.norm(net.words(ids) + net.places.weight[: ids.shape[1]] + net.kinds.weight[0])
        for layer in net.layers:
            x = layer(x, torch.zeros(1, 1, 1, 1))
        words = x[0].index_select(0, first)
        return net.role_scores(words), net.cue(words), net.argument(words), net.outright(words)


def settings(net):
    for name, table in (("transitions.roles", net.role_transitions), ("transitions.arguments", net.argument_transitions),
                        ("distances", net.distances)):
        yield name + "=" + " ".join(f"{number:.4f}" for row in table.tolist() for number in row) + "\n"


def main():
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--weights", required=True)
    cli.add_argument("--onnx", required=True, help="the file that training began from")
    cli.add_argument("--layers", type=int, default=4)
    cli.add_argument("--out", required=True, type=Path, help="the .onnx file")
    args = cli.parse_args()
    net = load(args.onnx, args.layers)
    net.load_state_dict(torch.load(args.weights, map_location="cpu"))
    net.eval()
    outputs = ["roles", "cue", "argument", "bias"]
    full = args.out.with_suffix(".full.onnx")
    torch.onnx.export(Exported(net), (torch.tensor([[101, 2023, 2003, 1037, 3231, 102]]), torch.tensor([1, 2, 4])), str(full),
                      input_names=["ids", "first"], output_names=outputs, opset_version=17,
                      dynamic_axes={"ids": {1: "pieces"}, "first": {0: "words"}, **{name: {0: "words"} for name in outputs}})
    quantize_dynamic(str(full), str(args.out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    full.unlink()
    args.out.with_suffix(".properties").write_text("".join(settings(net)), encoding="utf-8")


if __name__ == "__main__":
    main()
