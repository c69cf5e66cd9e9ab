#!/usr/bin/env bash
# A walk through the service with curl: submit two sweeps, watch them, download their results.
#   ./http-examples/quickstart.sh [folder for the results; default: .]
# PARSWEEP_URL: where the service is (http://localhost:8080)
# PARSWEEP_N:   values per point of the second sweep (1000000; 100 points make a file of 800 MB)
set -euo pipefail

api=${PARSWEEP_URL:-http://localhost:8080}/api/v1
n=${PARSWEEP_N:-1000000}
folder=${1:-.}
mkdir -p "$folder"

# field NAME: the value of a field of the JSON on standard input
field() { sed -E "s/.*\"$1\":\"?([^\",}]*).*/\1/"; }

# run FILE: submits the definition on standard input, shows a progress bar, prints the address of the sweep
run() {
  local answer sweep state fraction width=40
  answer=$(curl --silent --show-error --fail-with-body -H 'Content-Type: application/json' \
    --data-binary @- "$api/sweeps") || { echo "$answer" >&2; exit 1; }
  sweep=$api/sweeps/$(field id <<<"$answer")
  while :; do
    status=$(curl --silent --show-error --fail-with-body "$sweep")
    state=$(field state <<<"$status")
    fraction=$(field fraction <<<"$status")
    done=$(awk -v f="$fraction" -v w=$width 'BEGIN { printf "%d", f * w }')
    printf '\r%-10s [%-*s] %5.1f %%' "$state" $width "$(printf '%*s' "$done" '' | tr ' ' '#')" \
      "$(awk -v f="$fraction" 'BEGIN { print 100 * f }')" >&2
    case $state in QUEUED | RUNNING) sleep 0.2 ;; *) break ;; esac
  done
  printf '\n' >&2
  [ "$state" = COMPLETED ] || { echo "$status" >&2; exit 1; }
  echo "$sweep"
}

echo "Wormlike chains of DNA over a union of two grids, as CSV"
sweep=$(run <<'JSON'
{
  "name": "two regions of chromatin",
  "model": "wormlike-chain",
  "space": {"union": [
    {"grid": {"packingRatio": [20, 30], "persistenceLength": {"linspace": [20, 60, 3]}}},
    {"grid": {"packingRatio": [50, 60], "persistenceLength": {"linspace": [80, 200, 4]}}}]},
  "seed": 42
}
JSON
)
curl --silent --show-error --fail "$sweep/results.csv" --output "$folder/chains.csv"
head -n 3 "$folder/chains.csv" | cut -c 1-100

echo "100 pairs of parameters, $n values each, as a NumPy array"
sweep=$(run <<JSON
{
  "name": "100 pairs",
  "model": "linear-series",
  "space": {"zip": {"param1": {"arange": [0, 100]}, "param2": {"arange": [2, 202, 2]}}},
  "fixed": {"n": $n}
}
JSON
)
curl --silent --show-error --fail "$sweep/results.npy" --output "$folder/series.npy"
ls -l "$folder/chains.csv" "$folder/series.npy"
