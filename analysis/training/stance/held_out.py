"""Which documents take no part in training; run by itself, writes those rows of NewsMTSC that stand in held-out articles."""

import gzip
import json
import sys
import zlib


def held_out(document, percent):
    """Whether a document is kept for measuring; the same for ever."""
    return zlib.crc32(document.encode()) % 100 < percent


def article(row):
    """The article of a row of NewsMTSC."""
    return "_".join(row["primary_gid"].split("_")[:3])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: held_out.py newsmtsc/train.jsonl.gz HELD-OUT.jsonl.gz")
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as rows, gzip.open(sys.argv[2], "wt", encoding="utf-8") as out:
        out.writelines(line for line in rows if held_out(article(json.loads(line)), 10))
