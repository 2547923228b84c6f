#!/usr/bin/env bash
# Measures training beside its peers, cold processes in turn, as tables for docs/performance.md: build/bench.sh training [PART…]
# Parts: ingest job solvers boosting neighbours scaling (all). MODELSDK_BENCH_ROWS sets the number of rows (1000000), MODELSDK_BENCH_RUNS the rounds of
# each table (5), MODELSDK_BENCH_MOST_ROWS the largest size of scaling (10000000), MODELSDK_BENCH_MEMORY its ModelMemoryLimit (1GB). The peers are pandas and
# scikit-learn (Debian's python3-pandas and python3-sklearn), ML.NET and LightGBM.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$root/artifacts/bench-training"
rows="${MODELSDK_BENCH_ROWS:-1000000}"
rounds="${MODELSDK_BENCH_RUNS:-5}"
most="${MODELSDK_BENCH_MOST_ROWS:-10000000}"
memory="${MODELSDK_BENCH_MEMORY:-1GB}"
scripts="$root/tests/ModelSdk.Benchmarks/Training"
neighbours=()
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

ours() { dotnet exec "$work/ours/ModelSdk.Benchmarks.dll" "$@"; }
mlnet() { dotnet exec "$work/mlnet/ModelSdk.Benchmarks.Peers.dll" "$@"; }
python() { "${MODELSDK_BENCH_PYTHON:-/usr/bin/python3}" "$@"; }

# LightGBM's threads sleep while they wait. By default they spin: no gain on idle processors, and many times slower beside other work.
lightgbm() { OMP_WAIT_POLICY=passive ours boosting "$work/data.csv" LightGBM "$@"; }

prepare() {
  python -c 'import sklearn, pandas' || { echo "The peers are missing: apt-get install python3-sklearn python3-pandas" >&2; exit 1; }
  rm -rf "$work" && mkdir -p "$work"
  publish ModelSdk.Benchmarks ours -p:LikeEngine=true
  publish ModelSdk.Benchmarks.Peers mlnet
}

publish() { # project, folder, options…
  dotnet publish "$root/tests/$1" -c Release -o "$work/$2" "${@:3}" > "$work/last.log" 2>&1 || { cat "$work/last.log" >&2; exit 1; }
}

data() { # the file that the parts share, written once
  [[ -f "$work/data.csv" ]] || ours generate-training "$work/data.csv" "$rows"
}

figures() { # command…: its lines "name key=value …" join those of the table; nothing of it reaches the screen
  "$@" >> "$work/figures.txt"
}

whole() { # command…: the same with the times of the whole process, from outside
  local TIMEFORMAT='%R %U %S'
  { time "$@" > "$work/line.txt" 2>&3; } 3>&2 2> "$work/time.txt"
  awk 'NR == FNR { line = $0; next } { printf "%s process_seconds=%.2f cpu_seconds=%.2f\n", line, $1, $2 + $3 }' "$work/line.txt" "$work/time.txt" >> "$work/figures.txt"
}

# title, ours÷peer or peer÷ours, then a pattern of lines: a table of medians, ours first, with a line of ratios for each peer. Errors, areas and objectives
# are means, and are compared by their difference.
table() {
  echo && echo "$1:" && echo
  grep -E "${3:-.}" "$work/figures.txt" | awk -v direction="$2" '
    BEGIN { quality = "RMSE|AUC|objective" }
    function label(text) { gsub(/_/, " ", text); return text }
    function middle(name, key,    count, i, j, held, sorted) {
      count = runs[name, key]
      if (key ~ quality && count > 0) return mean(name, key, count)
      for (i = 1; i <= count; i++) {
        held = values[name, key, i]
        for (j = i - 1; j >= 1 && sorted[j] + 0 > held + 0; j--) sorted[j + 1] = sorted[j]
        sorted[j + 1] = held
      }
      return sorted[int((count + 1) / 2)]
    }
    function mean(name, key, count,    i, sum) {
      for (i = 1; i <= count; i++) sum += values[name, key, i]
      return sprintf(key == "objective" ? "%.12f" : "%.5f", sum / count)
    }
    function compared(key, own, other) {
      if (own == "" || other == "") return ""
      if (key ~ /seconds|peak/) return other * own == 0 ? "" : sprintf("%.2f ×", direction == "ours÷peer" ? own / other : other / own)
      return key ~ quality ? sprintf("%+.1e", own - other) : ""
    }
    {
      if (!($1 in seen)) { seen[$1]; names[++nameCount] = $1 }
      for (field = 2; field <= NF; field++) {
        split($field, pair, "=")
        if (!(pair[1] in known)) { known[pair[1]]; keys[++keyCount] = pair[1] }
        values[$1, pair[1], ++runs[$1, pair[1]]] = pair[2]
      }
    }
    END {
      head = "| | median of |"; rule = "|---|---:|"
      for (k = 1; k <= keyCount; k++) { head = head " " label(keys[k]) " |"; rule = rule "---:|" }
      print head; print rule
      for (n = 1; n <= nameCount; n++) {
        line = "| " label(names[n]) " | " runs[names[n], keys[1]] " |"
        for (k = 1; k <= keyCount; k++) line = line " " middle(names[n], keys[k]) " |"
        print line
      }
      for (n = 2; n <= nameCount; n++) {
        line = direction == "ours÷peer" ? label(names[1] " ÷ " names[n]) : label(names[n] " ÷ " names[1])
        line = "| " line " | |"
        for (k = 1; k <= keyCount; k++) line = line " " compared(keys[k], middle(names[1], keys[k]), middle(names[n], keys[k])) " |"
        print line
      }
    }'
}

new_table() { rm -f "$work/figures.txt"; }

ingest() {
  data
  new_table
  for _ in $(seq "$rounds"); do
    figures ours ingest "$work/data.csv"
    figures python "$scripts/ingest.py" "$work/data.csv"
  done
  table "CSV to columns, $rows rows, $(du -m "$work/data.csv" | cut -f1) MB" peer÷ours
}

job() {
  data
  new_table
  for _ in $(seq "$rounds"); do
    whole ours job "$work/data.csv" LinearRegression Auto
    whole python "$scripts/job.py" "$work/data.csv"
    whole mlnet job "$work/data.csv"
  done
  table "CSV, one-hot, least squares (ML.NET: SDCA), evaluated on a fifth of $rows rows" peer÷ours
}

solvers() {
  new_table
  for _ in 1 2 3; do
    figures ours linear-speed "$work/numbers"
    figures python "$scripts/linear_speed.py" "$work/numbers"
    figures mlnet logistic "$work/numbers"
  done
  rm -rf "$work/numbers"
  table "Least squares alone, 1000000 rows of 20 numbers in memory, 3 processes of 9 runs" peer÷ours _LinearRegression
  table "Logistic regression alone, on the same numbers, every library with its own tolerance" peer÷ours '_LogisticRegression '
  table "The same, with the largest tolerance that gives the same loss to a millionth" peer÷ours '_by_tolerance_|scikit-learn_LogisticRegression '
}

boost() { # title, threads: each round judges by another tenth of the rows, since two good models differ by more than a thousandth on one
  local round
  data
  new_table
  for (( round = 0; round < rounds; round++ )); do
    figures ours boosting "$work/data.csv" GradientBoosting "$2" $(( round % 10 ))
    figures lightgbm "$2" $(( round % 10 ))
  done
  table "$1, 100 trees of 63 leaves on nine tenths of $rows rows of 20 numbers and 5 native categories, the rest judged, threads: $2" ours÷peer
}

boosting() {
  boost Boosting 1
  boost Boosting 2
}

stop_neighbours() {
  local neighbour
  for neighbour in "${neighbours[@]}"; do
    kill "$neighbour" && wait "$neighbour" || true
  done 2> /dev/null
  neighbours=()
}

beside_neighbours() {
  trap stop_neighbours EXIT
  for _ in 1 2; do
    bash -c 'while :; do :; done' &
    neighbours+=($!)
  done
  boost "Boosting beside two busy processes" 2
  stop_neighbours
}

scaled() { # file, optimiser, rows: three cells, empty where the job fails
  new_table
  if figures ours job "$1" LinearRegression "$2" "$memory"; then
    awk -F '[ =]' -v rows="$3" '{ printf " %s | %s | %.2f |", $3, $5, $3 * 1e6 / rows }' "$work/figures.txt"
  else
    echo -n " failed | | |"
  fi
}

scaling() {
  local size
  echo && echo "The whole job by the number of rows, ModelMemoryLimit $memory:" && echo
  echo "| rows | least squares, seconds | peak MiB | seconds per million | SGD, seconds | peak MiB | seconds per million |"
  echo "|---:|---:|---:|---:|---:|---:|---:|"
  for (( size = 10000; size <= most; size *= 10 )); do
    ours generate-training "$work/scale.csv" "$size"
    echo "| $size |$(scaled "$work/scale.csv" Auto "$size")$(scaled "$work/scale.csv" SGD "$size")"
  done
  rm "$work/scale.csv"
}

parts=("$@")
[[ $# -gt 0 ]] || parts=(ingest job solvers boosting neighbours scaling)
for part in "${parts[@]}"; do
  [[ " ingest job solvers boosting neighbours scaling " == *" $part "* ]] || { echo "usage: build/bench.sh training [ingest | job | solvers | boosting | neighbours | scaling]…" >&2; exit 2; }
done
prepare
for part in "${parts[@]}"; do
  if [[ "$part" == neighbours ]]; then beside_neighbours; else "$part"; fi
done
rm -rf "$work"
