#!/usr/bin/env bash
# ./claimwatch evaluate: runs the batch commands over the labelled data beside the project and prints how well they read.
# The scorers and the data are not part of the project; what is absent is named and left out.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
score=$root/../shared/score
data=$root/../shared/data
work=$root/.claimwatch/evaluation

command -v python3 >/dev/null || { echo "claimwatch: the scorers need python3." >&2; exit 1; }
[ -d "$score" ] && [ -d "$data" ] || { echo "claimwatch: there are no scorers and data in $root/../shared." >&2; exit 1; }
mkdir -p "$work"

# evaluate NAME COMMAND SCORER [arguments that name the gold data …]
evaluate() {
  local name=$1 command=$2 scorer=$3
  shift 3
  echo
  echo "== $name"
  if python3 "$score/$scorer" "$@" --prepare "$work/$name.in.jsonl" &&
    "$root/claimwatch" "$command" "$work/$name.in.jsonl" >"$work/$name.out.jsonl"; then
    python3 "$score/$scorer" "$@" --pred "$work/$name.out.jsonl" --resamples 0
  else
    echo "not measured: the data are absent, or $command is not finished"
  fi
}

evaluate extraction extract extraction.py --truth "$data/extraction/aeb/truth.jsonl"
evaluate attribution attribute attribution.py spans --gold "$data/attribution/polnear/cofenet_valid.jsonl.gz"
evaluate statements annotate statements.py --gold "$data/sample-press"

# The encoder was trained on nine tenths of these articles.
newsmtsc=$work/newsmtsc-held-out.jsonl.gz
python3 "$root/analysis/training/stance/held_out.py" "$data/stance/newsmtsc/train.jsonl.gz" "$newsmtsc" || rm -f "$newsmtsc"
evaluate stance stance stance.py newsmtsc --gold "$newsmtsc"
evaluate relate relate stance.py perspectrum --gold "$data/stance/perspectrum/dev.jsonl.gz"
evaluate paraphrase relate stance.py perspectrum-paraphrase --gold "$data/stance/perspectrum/dev.jsonl.gz"
evaluate check-worthy check-worthy checkworthy.py --gold "$data/check-worthy/ct24_en/dev.tsv.gz"
evaluate stories cluster cluster.py ecbplus --gold "$data/stories/ecbplus/docs.jsonl.gz"

feeds=(--oracle "$data/feeds/oracle/oracle-feedparser6-wellformed.jsonl" "$data/feeds/oracle/oracle-feedparser6-rome.jsonl"
  --tests "$data/feeds/feedparser-tests.tar.gz" "$data/feeds/rome-test-feeds.tar.gz")
echo
echo "== feeds"
if python3 "$score/feeds.py" "${feeds[@]}" --prepare "$work/feeds"; then
  # Broken feeds are part of the suites, so the command says that some failed.
  "$root/claimwatch" parse-feed "$work/feeds/input.jsonl" >"$work/feeds/out.jsonl" || true
  python3 "$score/feeds.py" "${feeds[@]}" --pred "$work/feeds/out.jsonl" --resamples 0
fi

claims=$data/claims/clef20_claim_retrieval
echo
echo "== match"
if python3 "$score/match.py" --prepare "$work/match" --claims "$claims/verified_claims.docs.tsv.gz" \
  --queries "$claims/dev.tweets.queries.tsv.gz" &&
  "$root/claimwatch" match --claims "$work/match/claims.jsonl" --top 100 "$work/match/queries.jsonl" >"$work/match/out.jsonl"; then
  python3 "$score/match.py" --relevant "$claims/dev.tweet-vclaim-pairs.qrels.gz" --pred "$work/match/out.jsonl" --resamples 0
fi
