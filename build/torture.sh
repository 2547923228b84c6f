#!/usr/bin/env bash
# Kills commits, promotions and builds at random moments, and lets many processes write at once. build/torture.sh [RUNS [SEED]]
# RUNS is how often each kind is killed (120). The everyday tests do the same with 5.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export MODELSDK_TORTURE_RUNS="${1:-120}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
if [[ -n "${2:-}" ]]; then
  export MODELSDK_TORTURE_SEED="$2"
fi

dotnet test tests/ModelSdk.Tests --filter "FullyQualifiedName~Torture." --logger "console;verbosity=detailed"
