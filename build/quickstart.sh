#!/usr/bin/env bash
# The whole way in one go: packs the SDK, makes a model and an app from the templates, builds them, and runs the app.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$root/artifacts/quickstart"
feed="$work/feed"
hive="$work/hive"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Nothing stays behind: no build server, no node that waits for the next build.
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
# The packages of this run stand apart from the user's.
export NUGET_PACKAGES="$work/packages"

step() {
  printf '\n== %s\n' "$1"
}

show() {
  printf '$'
  local word
  for word in "$@"; do
    [[ "$word" == *\ * ]] && printf ' "%s"' "$word" || printf ' %s' "$word"
  done
  printf '\n'
  "$@"
}

# A contract that is not there yet is written, also on a build machine.
build() {
  show dotnet build "$1" -p:ModelLocked=false -nologo -terminalLogger:off -consoleLoggerParameters:NoSummary
}

step "Pack the SDK to a local feed"
# Packages of an earlier run have the same version; what other packages were downloaded can stay.
rm -rf "$feed" "$hive" "$work/src" "$work/tools" "$NUGET_PACKAGES"/modelsdk* "$NUGET_PACKAGES"/dotnet-model
mkdir -p "$feed" "$work/src"
"$root/build/pack.sh" --output "$feed"

# These files end the search for the repository's own settings; what is tried out here gets a store of its own.
for name in Directory.Build.targets Directory.Packages.props; do
  echo '<Project />' > "$work/src/$name"
done
echo '<Project><PropertyGroup><ModelStore>$(MSBuildThisFileDirectory).models</ModelStore></PropertyGroup></Project>' > "$work/src/Directory.Build.props"
printf '{ "sdk": { "version": "10.0.100", "rollForward": "latestMinor" } }\n' > "$work/src/global.json"
cat > "$work/src/nuget.config" <<CONFIG
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="modelsdk-local" value="../feed" />
  </packageSources>
</configuration>
CONFIG

cd "$work/src"
step "Install the templates"
show dotnet new install "$feed"/ModelSdk.Templates.*.nupkg --debug:custom-hive "$hive"

step "A model of data of your own: taxi fares"
cp "$root/samples/taxi-fare/TaxiFare/data/train.csv" taxi-fare.csv
show dotnet new model --name TaxiFare --label fare_amount --task Regression --data ../taxi-fare.csv --debug:custom-hive "$hive"
build TaxiFare

step "Versions: commit, learn from more data, commit again, promote, look back"
show dotnet tool install dotnet-model --tool-path "$work/tools"
export PATH="$work/tools:$PATH"
show dotnet model commit --project TaxiFare -m "First model of the fares"
tail -n +2 "$root/samples/taxi-fare/TaxiFare/data/test.csv" >> taxi-fare.csv
show dotnet model commit --project TaxiFare -m "Learn from 2000 more rides"
show dotnet model promote 0.2.0 production --project TaxiFare -m "It has seen more kinds of payment"
show dotnet model log --project TaxiFare

step "A model, an app that predicts with it, and tests"
show dotnet new model-app --name Flowers --debug:custom-hive "$hive"
build Flowers/Flowers.slnx

step "The app predicts"
show dotnet run --no-build --project Flowers/Flowers.App

step "Done"
cat <<SUMMARY
  the model of taxi fares   $work/src/TaxiFare
  its contract              $work/src/TaxiFare/TaxiFare.schema.json
  its metrics               $work/src/TaxiFare/obj/model/evaluation.json
  its versions              $work/src/.models
  the app with its model    $work/src/Flowers
  the packages              $feed
SUMMARY
