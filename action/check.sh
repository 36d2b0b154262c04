#!/usr/bin/env bash
# Runs plumb check once, in the formats that the other steps of the action need. Its exit code is an output, so that they
# run in any case.
set -u

markdown="$RUNNER_TEMP/plumb-check.md"
sarif="$RUNNER_TEMP/plumb-check.sarif"
json="$RUNNER_TEMP/plumb-check.json"
rm -f "$markdown" "$sarif" "$json"

read -ra files <<<"${PLUMB_FILES//$'\n'/ }"
read -ra more <<<"${PLUMB_ARGS//$'\n'/ }"
since="$PLUMB_SINCE"
# a pull request is what it changes, unless something else is named
if [[ -z "$since" && ${#files[@]} -eq 0 && -n "${GITHUB_BASE_REF:-}" && ! " ${more[*]-} " =~ \ --(all|last)[\ =] ]]; then
  since="origin/$GITHUB_BASE_REF"
fi

arguments=(check --format github --output "$markdown" --output "$sarif" --output "$json" --fail-on "$PLUMB_FAIL_ON")
if [[ -n "$since" ]]; then arguments+=(--since "$since"); fi
if [[ ${#more[@]} -gt 0 ]]; then arguments+=("${more[@]}"); fi
if [[ ${#files[@]} -gt 0 ]]; then arguments+=("${files[@]}"); fi

code=0
npx --yes "pgplumb${PLUMB_VERSION:+@$PLUMB_VERSION}" "${arguments[@]}" || code=$?

# what could not be checked would count as mended
if [[ $code -eq 2 ]]; then sarif=""; fi
if [[ -f "$markdown" ]]; then cat "$markdown" >>"$GITHUB_STEP_SUMMARY"; fi
{
  echo "exit-code=$code"
  echo "markdown=$markdown"
  echo "sarif=$sarif"
  echo "json=$json"
} >>"$GITHUB_OUTPUT"
