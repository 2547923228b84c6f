#!/usr/bin/env bash
# Packs every package. build/pack.sh [--version V] [--output DIR]
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
output="$root/artifacts/packages"
version=()

while [[ $# -gt 0 ]]; do
  case "$1" in
    --version) version=("-p:Version=${2:?--version needs a version}"); shift 2 ;;
    --output) output="${2:?--output needs a folder}"; shift 2 ;;
    *) echo "usage: build/pack.sh [--version V] [--output DIR]" >&2; exit 2 ;;
  esac
done

mkdir -p "$output"
output="$(cd "$output" && pwd)"
start="$(mktemp)"
trap 'rm -f "$start"' EXIT

# Its own obj and bin: packing for another version or machine does not disturb the builds of developers. Analyzers speak in those builds.
dotnet msbuild "$root/build/pack.proj" -nologo -m -nodeReuse:false -verbosity:quiet -terminalLogger:off \
  -p:Configuration=Release -p:RunAnalyzers=false -p:PackageOutputPath="$output/" -p:ArtifactsPath="$root/artifacts/pack" "${version[@]}"

find "$output" -name '*.nupkg' -newer "$start" | sort
