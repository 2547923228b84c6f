#!/usr/bin/env bash
# Writes the tables of docs/accuracy.md anew: build/accuracy.sh FOLDER, the folder that holds one subfolder for each reference set (see the page).
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
sets="${1:?usage: build/accuracy.sh FOLDER}"
page="$root/docs/accuracy.md"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

tables="$(mktemp)"
trap 'rm -f "$tables"' EXIT
dotnet run -c Release --project "$root/tests/ModelSdk.Benchmarks" -- accuracy "$sets" > "$tables"

# The tables stand in the order in which they are written, between the marks "nist", "reference" and "forecast".
awk -v tables="$tables" '
  BEGIN { while ((getline line < tables) > 0) { if (line == "") part++; else text[part + 0] = text[part + 0] line "\n" } }
  /^<!-- nist -->$/ { print; printf "%s", text[0]; skip = 1; next }
  /^<!-- reference -->$/ { print; printf "%s", text[1]; skip = 1; next }
  /^<!-- forecast -->$/ { print; printf "%s", text[2]; skip = 1; next }
  /^<!-- end -->$/ { skip = 0 }
  !skip { print }
' "$page" > "$page.new"
mv "$page.new" "$page"
