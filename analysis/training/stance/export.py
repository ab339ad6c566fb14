"""Writes a trained encoder as eight-bit ONNX, with the temperatures that make its scores probabilities."""

import argparse
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

import items as data
from encoder import TASKS, Encoder
from train import NEWS, macro_f1


class Exported(torch.nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids, marks):
        return self.encoder(ids, torch.ones_like(marks), marks)


def write(encoder, path):
    ids = torch.tensor([[101, 2023, 2003, 1037, 3231, 102]])
    marks = torch.tensor([[0.0, 0, 0, 1, 1, 0]])
    axes = {"ids": {0: "n", 1: "length"}, "marks": {0: "n", 1: "length"}, "stance": {0: "n"}, "relate": {0: "n"}}
    full = path.with_suffix(".full.onnx")
    torch.onnx.export(Exported(encoder), (ids, marks), str(full), input_names=["ids", "marks"],
                      output_names=["stance", "relate"], dynamic_axes=axes, opset_version=13, do_constant_folding=True)
    # Seven bits of eight: without VNNI, sums of two products must fit 16 bits.
    quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=["MatMul", "Gather", "Gemm"])
    full.unlink()


def logits(path, some):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return np.concatenate([session.run([one["task"]], {
        "ids": np.array([one["ids"]], dtype=np.int64), "marks": np.array([one["marks"]], dtype=np.float32)})[0]
        for one in some])


def temperature(scores, gold):
    """The divisor of least cross entropy (Guo et al. 2017)."""
    def loss(t):
        z = scores / t
        z = z - z.max(1, keepdims=True)
        return -(z[np.arange(len(gold)), gold] - np.log(np.exp(z).sum(1))).mean()

    return float(min(np.arange(0.3, 4.0, 0.02), key=loss))


def main():
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--weights", required=True, nargs="+", help="several are averaged (Wortsman et al. 2022)")
    cli.add_argument("--tokenizer", required=True)
    cli.add_argument("--data", required=True, type=Path)
    cli.add_argument("--layers", type=int, default=12)
    cli.add_argument("--frozen", type=int, default=0, help="after how many layers the marker is added")
    cli.add_argument("--out", required=True, type=Path, help="the .onnx file")
    args = cli.parse_args()
    torch.set_num_threads(1)
    encoder = Encoder(args.layers, args.frozen)
    several = [torch.load(path) for path in args.weights]
    encoder.load_state_dict({name: sum(one[name] for one in several) / len(several) for name in several[0]})
    encoder.eval()
    write(encoder, args.out)
    reader = data.Reader(args.tokenizer)
    news = data.newsmtsc(reader, args.data / "newsmtsc/train.jsonl.gz", NEWS)[1]
    pairs = data.perspectrum(reader, args.data / "perspectrum/dev.jsonl.gz")
    settings = {}
    for task, name, some in (("stance", "newsmtsc", news), ("relate", "perspectrum", pairs)):
        labels = TASKS[task]
        gold = np.array([labels.index(one["label"]) for one in some])
        scores = logits(args.out, some)
        np.save(args.out.with_suffix(f".{task}.npy"), scores)
        part = [i for i, one in enumerate(some) if one["source"] == name]
        settings[f"temperature.{task}"] = f"{temperature(scores, gold):.2f}"
        print(f"{name}: macro-F1 {macro_f1(gold[part], scores[part].argmax(1)):.4f} of {len(part)}, "
              f"temperature {settings[f'temperature.{task}']}")
    args.out.with_suffix(".properties").write_text(
        "# What scores are divided by before they become probabilities; measured on held-out documents.\n"
        + "".join(f"{key}={value}\n" for key, value in settings.items()), encoding="utf-8")
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB", [o.name for o in onnx.load(str(args.out)).graph.output])


if __name__ == "__main__":
    main()
