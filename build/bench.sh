#!/usr/bin/env bash
# Measures what docs/performance.md reports. build/bench.sh build | predictor | lineage | store | training
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$root/artifacts/bench"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

milliseconds() { # command…: wall time of one run
  local start="${EPOCHREALTIME/[.,]/}"
  "$@" > "$work/last.log" 2>&1 || { cat "$work/last.log" >&2; exit 1; }
  echo $(( (${EPOCHREALTIME/[.,]/} - start) / 1000 ))
}

median() { sort -n "$1" | awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'; }

make_projects() { # a plain library and the iris sample beside it, with the packages of this checkout
  local version="1.0.0-bench$(date +%s)"
  rm -rf "$work" && mkdir -p "$work/Plain"
  "$root/build/pack.sh" --version "$version" --output "$work/feed" > /dev/null
  cp -R "$root/samples/iris" "$work/Iris"
  cp "$root/global.json" "$work/"
  echo '<Project />' | tee "$work/Directory.Build.props" "$work/Directory.Build.targets" "$work/Directory.Packages.props" > /dev/null
  cat > "$work/nuget.config" <<EOF
<configuration>
  <config><add key="globalPackagesFolder" value="packages" /></config>
  <packageSources><add key="bench" value="feed" /></packageSources>
</configuration>
EOF
  find "$work/Iris" -name '*.csproj' -exec sed -i.bak -E "s#ModelSdk/[^\"]+\"#ModelSdk/$version\"#" {} +
  cat > "$work/Plain/Plain.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
EOF
  echo 'public class Plain;' > "$work/Plain/Plain.cs"
}

build_figures() {
  make_projects
  cd "$work"
  local model plain="Plain/Plain.csproj" run
  model="$(find Iris -name 'Iris*.csproj' -not -path '*App*' | head -1)"
  local options=(-nodeReuse:false -p:UseSharedCompilation=false -p:ModelLocked=false)

  # The packages have to be there before anything is timed.
  dotnet build "$plain" "${options[@]}" > "$work/last.log" 2>&1 || { cat "$work/last.log" >&2; exit 1; }
  dotnet build "$model" "${options[@]}" > "$work/last.log" 2>&1 || { cat "$work/last.log" >&2; exit 1; }

  for run in $(seq 5); do
    rm -rf Plain/bin Plain/obj "$(dirname "$model")"/{bin,obj}
    milliseconds dotnet build "$plain" "${options[@]}" >> first-plain.txt
    milliseconds dotnet build "$model" "${options[@]}" >> first-model.txt
  done
  for run in $(seq 15); do
    milliseconds dotnet build "$plain" "${options[@]}" >> noop-plain.txt
    milliseconds dotnet build "$model" "${options[@]}" >> noop-model.txt
  done

  echo "First build, median of 5 alternating runs: plain $(median first-plain.txt) ms, iris model $(median first-model.txt) ms"
  echo "No-op build, median of 15 alternating runs: plain $(median noop-plain.txt) ms, iris model $(median noop-model.txt) ms," \
    "ratio $(paste noop-model.txt noop-plain.txt | awk '{ print $1 / $2 }' | sort -n | awk '{ value[NR] = $1 } END { printf "%.3f", value[(NR + 1) / 2] }') (median of the pairs)"
}

# What a command takes as a whole process, by the number of versions in the lineage. The first column is what a command costs anyway.
lineage_figures() {
  make_projects
  cd "$work"
  local bench=(dotnet run -c Release --no-build --project "$root/tests/ModelSdk.Benchmarks" --) engine size seed=1
  dotnet build "$root/tests/ModelSdk.Benchmarks" -c Release > "$work/last.log" 2>&1 || { cat "$work/last.log" >&2; exit 1; }
  local project="Iris/Iris" store options
  project="$(dirname "$(find Iris -name 'Iris.csproj' -not -path '*App*' | head -1)")"
  # Every seed is to pass.
  perl -ni -e 'print unless /MetricGate/' "$project/Iris.csproj"
  dotnet build "$project" -p:ModelLocked=false -p:ModelName=Iris "-p:ModelStore=$work/store" -nodeReuse:false -p:UseSharedCompilation=false > "$work/last.log" 2>&1 \
    || { cat "$work/last.log" >&2; exit 1; }
  engine="$(find packages/modelsdk/*/tools/engine -name dotnet-model.dll -not -path '*/any/*' | head -1)"
  options="$project/obj/model/options.json"
  store="$work/store"
  dotnet exec "$engine" commit --options "$options" -m first > /dev/null

  # The engine of a build ends when its input does, so that has to stay open.
  mkfifo open-input && exec 3<> open-input
  echo "| versions | log | show | promote | build, nothing new to train | commit of a new model | files of a commit |"
  echo "|---:|---:|---:|---:|---:|---:|---:|"
  for size in 1 10 100 1000 10000; do
    rm -rf store-grown && cp -R store store-grown
    "${bench[@]}" grow-lineage "$work/store-grown" Iris "$size"
    perl -pe 's#/store"#/store-grown"#' "$options" > "$project/obj/model/grown.json"
    grep -q store-grown "$project/obj/model/grown.json" || { echo "The options file has another form." >&2; exit 1; }
    dotnet exec "$engine" log --store store-grown > /dev/null
    rm -f log.txt show.txt promote.txt build.txt commit.txt
    local version="0.$(( size == 1 ? 1 : size / 2 )).0" run files
    for run in $(seq 9); do
      milliseconds dotnet exec "$engine" log --store store-grown >> log.txt
      milliseconds dotnet exec "$engine" show "$version" --store store-grown >> show.txt
      milliseconds dotnet exec "$engine" promote "$version" "env$run-$run" --store store-grown >> promote.txt
      milliseconds dotnet exec "$engine" run-stations --stations train,evaluate,gate,version --options "$project/obj/model/grown.json" <&3 >> build.txt
    done
    for run in $(seq 5); do
      seed=$(( seed + 1 ))
      perl -0pi -e 's#("ModelSeed": \{\s*"value": ")[0-9]+#${1}'"$seed#" "$project/obj/model/grown.json"
      files="$(find store-grown -type f | wc -l)"
      milliseconds dotnet exec "$engine" commit --options "$project/obj/model/grown.json" -m "seed $seed" >> commit.txt
      files=$(( $(find store-grown -type f | wc -l) - files ))
    done
    echo "| $size | $(median log.txt) ms | $(median show.txt) ms | $(median promote.txt) ms | $(median build.txt) ms | $(median commit.txt) ms | $files |"
  done
}

case "${1:-}" in
  build) build_figures ;;
  lineage) lineage_figures ;;
  training) shift; exec "$root/build/bench-training.sh" "$@" ;;
  predictor) shift; exec dotnet run -c Release --project "$root/tests/ModelSdk.Benchmarks" -- --filter '*Predict*' "$@" ;;
  store) shift; exec dotnet run -c Release --project "$root/tests/ModelSdk.Benchmarks" -- --filter '*Store*' "$@" ;;
  *) echo "usage: build/bench.sh build | lineage | training [PART…] | predictor [BenchmarkDotNet options] | store [BenchmarkDotNet options]" >&2; exit 2 ;;
esac
