#!/usr/bin/env bash
# What the GitHub action runs: a check with the settings of its inputs, which come as variables.
set -euo pipefail

arguments=(--profile "$PROFILE" --billing "$BILLING" --fail-on "$FAIL_ON" --report-dir "$REPORTS")
[ -z "$SELLER" ] || arguments+=(--url "$SELLER" --wait-for "$WAIT_FOR")
[ -z "$KNOWN" ] || arguments+=(--known-failures "$KNOWN")
[ -z "$SHARD" ] || arguments+=(--shard "$SHARD")
while IFS= read -r argument; do
    [ -z "$argument" ] || arguments+=("$argument")
done <<<"$EXTRA"
arguments+=(
    --report "markdown=$GITHUB_STEP_SUMMARY"
    --report "sarif=$REPORTS/galleria.sarif"
    --report github=-
)
[ -n "$GALLERIA_KEY" ] || unset GALLERIA_KEY

galleria=${GALLERIA:-$RUNNER_TEMP/galleria/bin/galleria}
code=0
if [ -n "$START" ]; then
    "$galleria" run "${arguments[@]}" -- bash -c "$START" || code=$?
else
    "$galleria" check "${arguments[@]}" || code=$?
fi
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
exit "$code"
