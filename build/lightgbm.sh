#!/usr/bin/env bash
# Compares with LightGBM on large data sets: our kernel's margins bit for bit, our own GradientBoosting by its metrics. build/lightgbm.sh DIR
# DIR holds a folder for each data set: adult, titanic, bike-sharing-hour, taxi-fare, abalone, optdigits, each with data.csv or train.csv and test.csv.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
MODELSDK_LARGE_DATA="$(cd "${1:?usage: build/lightgbm.sh DIR}" && pwd)"
export MODELSDK_LARGE_DATA
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

dotnet test tests/ModelSdk.Tests --filter "FullyQualifiedName~LightGbm." --logger "console;verbosity=detailed"
