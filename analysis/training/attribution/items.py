"""Paragraphs of PolNeAR with their attributions, and of other news without any, as pieces of words."""

import gzip
import json
import zlib

from tokenizers import Tokenizer

SOURCE, CUE, CONTENT = range(3)
MOST_PIECES = 250
MARKS = {"``": "“", "„": "“", "‟": "“", "«": "“", "''": "”", "»": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]",
         "-LCB-": "{", "-RCB-": "}", "`": "‘", "—": "--", "–": "--", "…": "..."}


def part(name, parts):
    """Which of so many equal parts a document falls into; part 0 of 10 takes no part in training (`RateEncoder`)."""
    return zlib.crc32(name.encode()) % parts


def normal(tokens):
    """One form for each mark, as `Paragraph.normal` has it."""
    words, is_open = [], False
    for token in tokens:
        word = MARKS.get(token) or token.replace("’", "'")
        if word == '"':
            word = "”" if is_open else "“"
        is_open = word == "“" or (is_open and word != "”")
        words.append(word)
    return words


class Reader:
    def __init__(self, tokenizer):
        self.tokenizer = Tokenizer.from_file(tokenizer)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}

    def pieces(self, word):
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids or [100]
        return self.known[word]

    def item(self, tokens, attributions, document):
        """None where the paragraph is too long."""
        words, ids, first = normal(tokens), [101], []
        for word in words:
            first.append(len(ids))
            ids += self.pieces(word)
        if not words or len(ids) >= MOST_PIECES:
            return None
        return {"words": words, "ids": [*ids, 102], "first": first, "attributions": attributions, "document": document}

    def polnear(self, path):
        """Every paragraph of every annotation; an attribution has the spans of each role."""
        items = []
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                for paragraph in paragraphs(row):
                    found = [attribution(a, paragraph) for a in row["attributions"]]
                    found = [a for a in found if any(a)]
                    items.append(self.item([token[2] for token in paragraph], found, row["id"]))
        return [item for item in items if item]

    def unlabelled(self, path):
        """One paragraph a line, its words between tabs (class `CutWords` writes them)."""
        with open(path, encoding="utf-8") as lines:
            items = [self.item(line.rstrip("\n").split("\t"), [], "") for line in lines]
        return [item for item in items if item]


def paragraphs(row):
    found, last = [], None
    for token in (token for sentence in row["sents"] or [] for token in sentence):
        if last is None or "\n" in row["text"][last : token[0]]:
            found.append([])
        found[-1].append(token)
        last = token[1]
    return found


def attribution(row, paragraph):
    """Spans of words for source, cue and content."""
    roles = []
    for role in ("source", "cue", "content"):
        touched = [[i for i, t in enumerate(paragraph) if t[0] < end and t[1] > begin] for begin, end in row[role]]
        roles.append([(places[0], places[-1] + 1) for places in touched if places])
    return roles


def cue_words(items):
    """Words that are in cues at least one time in twenty."""
    all_words, in_cues = {}, {}
    for item in items:
        cues = {i for a in item["attributions"] for start, end in a[CUE] for i in range(start, end)}
        for i, word in enumerate(item["words"]):
            all_words[word.lower()] = all_words.get(word.lower(), 0) + 1
            in_cues[word.lower()] = in_cues.get(word.lower(), 0) + (i in cues)
    return {w for w, n in all_words.items() if n >= 3 and in_cues[w] / (n + 1) >= 0.05 and w[0].isalpha()}
