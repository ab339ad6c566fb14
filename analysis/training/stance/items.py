"""Labelled inputs out of NewsMTSC, BASIL and Perspectrum, split by article, event and claim."""

import gzip
import json
import random

from tokenizers import Tokenizer

from held_out import article, held_out

LONGEST = 96
NEWSMTSC = {2: "AGAINST", 4: "NEUTRAL", 6: "FAVOR"}
BASIL = {"pos": "FAVOR", "neg": "AGAINST"}
PERSPECTRUM = {"support": "SUPPORTS", "undermine": "CONTRADICTS"}


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Reader:
    """Words to token ids, with the places that are marked."""

    def __init__(self, path):
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def pieces(self, text):
        coded = self.tokenizer.encode(text, add_special_tokens=False)
        return coded.ids, coded.offsets

    def target(self, text, mentions, name):
        """[CLS] text [SEP], the mentions marked; where it has none, [CLS] text [SEP] name [SEP] with the name marked."""
        ids, offsets = self.pieces(text)
        marks = [int(any(s < end and start < e for start, end in mentions)) for s, e in offsets]
        if any(marks):
            ids, marks = window(ids, marks, LONGEST - 2)
            return [101, *ids, 102], [0, *marks, 0]
        return self.pair(text, name)

    def pair(self, a, b):
        """[CLS] a [SEP] b [SEP], b marked; the longer of both is cut first."""
        first, second = self.pieces(a)[0], self.pieces(b)[0]
        while len(first) + len(second) > LONGEST - 3:
            (first if len(first) > len(second) else second).pop()
        return [101, *first, 102, *second, 102], [0] * (len(first) + 2) + [1] * len(second) + [0]


def window(ids, marks, size):
    """The part round the first marked place."""
    first = marks.index(1)
    start = max(0, min(first - size // 2, len(ids) - size))
    return ids[start : start + size], marks[start : start + size]


def item(task, label, document, coded, source):
    return {"task": task, "label": label, "document": document, "ids": coded[0], "marks": coded[1], "source": source}


def newsmtsc(reader, path, share):
    """Every target mention; document: the article."""
    train, dev = [], []
    chance = random.Random(1)
    for row in rows(path):
        document = article(row)
        for target in row["targets"]:
            text, span = row["sentence_normalized"], (target["from"], target["to"])
            label, out = NEWSMTSC[int(target["polarity"])], held_out(document, share)
            mentions = [span]
            if not out and chance.random() < 0.3:
                mentions += [(m["from"], m["to"]) for m in target.get("further_mentions") or []]
            if not out and chance.random() < 0.1:
                mentions = []
            (dev if out else train).append(
                item("stance", label, document, reader.target(text, mentions, target["mention"]), "newsmtsc"))
            (dev if out else train)[-1]["id"] = target["Input.gid"]
    return train, dev


def named(text, name):
    """Where a text mentions a name or, for a person, the surname."""
    for part in (name, name.split()[-1]):
        at = text.find(part)
        found = []
        while at >= 0:
            found.append((at, at + len(part)))
            at = text.find(part, at + 1)
        if found:
            return found
    return []


def basil(reader, path, share):
    """Phrases annotated with a direct aim, and unannotated sentences that name a main entity as NEUTRAL; document: the event."""
    train, dev = [], []
    chance = random.Random(2)
    for row in rows(path):
        document = row["triplet-uuid"]
        body = [sentence for paragraph in row["body-paragraphs"] for sentence in paragraph]
        found, touched = {}, set()
        for note in row["annotations"]["phrase-level-annotations"]:
            place = note["id"]
            touched.add(place)
            if note["aim"] == "dir" and note["polarity"] in BASIL:
                found.setdefault((place, note["target"].replace("_", " ")), set()).add(BASIL[note["polarity"]])
        out = dev if held_out(document, share) else train
        for (place, target), labels in found.items():
            if len(labels) == 1:
                text = row["title"] if place[0] == "t" else body[int(place[1:])]
                out.append(item("stance", next(iter(labels)), document,
                                reader.target(text, named(text, target), target), "basil"))
        for n, text in enumerate(body):
            for entity in row["main-entities"]:
                mentions = named(text, entity)
                if f"p{n}" not in touched and mentions and chance.random() < 0.4:
                    out.append(item("stance", "NEUTRAL", document, reader.target(text, mentions, entity), "basil"))
    return train, dev


def perspectrum(reader, path, seed=3):
    """Claim and perspective in every wording; wordings of one perspective SAME_AS; opposed ones CONTRADICTS; those of another claim
    UNRELATED. Document: the claim. `extra` items have no like in the data set's own task."""
    made = []
    chance = random.Random(seed)
    data = rows(path)

    def add(label, document, a, b, source):
        made.append(item("relate", label, document, reader.pair(a.strip(), b.strip()), source))

    for row in data:
        claim, clusters = row["claim"], [c for c in row["perspectives"] if c["stance3"] in PERSPECTRUM]
        for cluster in clusters:
            texts = cluster["texts"]
            for text in texts:
                add(PERSPECTRUM[cluster["stance3"]], str(row["cId"]), claim, text, "perspectrum")
            if len(texts) > 1 and chance.random() < 0.5:
                a, b = chance.sample(texts, 2)
                add("SAME_AS", str(row["cId"]), a, b, "extra")
            others = [c for c in clusters if c is not cluster]
            if others and chance.random() < 0.25:
                other = chance.choice(others)
                same = other["stance3"] == cluster["stance3"]
                add("SUPPORTS" if same else "CONTRADICTS", str(row["cId"]), chance.choice(texts),
                    chance.choice(other["texts"]), "extra")
            if chance.random() < 0.3:
                stranger = chance.choice([r for r in data if r["cId"] != row["cId"] and r["perspectives"]])
                text = chance.choice(chance.choice(stranger["perspectives"])["texts"])
                add("UNRELATED", str(row["cId"]), claim if chance.random() < 0.6 else chance.choice(texts), text, "extra")
    return made
