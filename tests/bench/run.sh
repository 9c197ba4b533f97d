#!/bin/sh
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/bench/run.sh [--pairs N]
#
# Measure speed and memory against the floors and print a table: what, the goal, what was measured,
# the floor's own spread (one of its runs against the run before: the noise), and whether the goal is
# met. Builds for release in _build-bench; installs nothing. The exit status is 0 only if every goal
# was measured and met.
#   --pairs N  so many runs of program and floor in turn, 7 by default, never below 5
#
# A ratio is the median over pairs of runs that follow each other, so that other work on the machine
# hits both alike. Do not compare seconds of different machines or days.
set -eu

bench=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$bench")")
build=$root/_build-bench
. "$root/src/packages.sh"

pairs=7
while [ $# -gt 0 ]; do
  case $1 in
    --pairs) pairs=${2:-7}; shift ;;
    -h | --help) sed -n '5,16s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) say "run.sh: unknown option $1; see --help"; exit 2 ;;
  esac
  shift
done
[ "$pairs" -ge 5 ] || pairs=5

for tool in python3 meson ninja cc; do
  command -v "$tool" >/dev/null 2>&1 || { say "run.sh: $tool is missing"; exit 2; }
done
fc-list 2>/dev/null | grep -q 'Inter' || say "Inter is not installed: floors and program fall back."

configure_build "$root" "$build" '"release"' --buildtype=release -Dtests=true
ninja -C "$build" bench src/cli/etappe-cli src/app/etappe >"$build/bench-build.log" 2>&1 || { tail -n 30 "$build/bench-build.log" >&2; exit 2; }

scratch=$(mktemp -d "${TMPDIR:-/tmp}/etappe-bench.XXXXXX")
xvfb=
finish() {
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || :
  [ -z "$xvfb" ] || wait "$xvfb" 2>/dev/null || :
  rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
python3 "$bench/make-journeys.py" "$scratch"

cli=$build/src/cli/etappe-cli
tools=$build/tests/bench
out=$scratch/out
met=0 missed=0 unmeasured=0

# Nothing of the caller's session takes part.
export LC_ALL=C.UTF-8 HOME="$scratch" XDG_CACHE_HOME="$scratch/cache" XDG_STATE_HOME="$scratch/state"
export XDG_DATA_HOME="$scratch/share" XDG_CONFIG_HOME="$scratch/config" GSETTINGS_BACKEND=memory

row() {
  printf '%-40s %-18s %-25s %-12s %s\n' "$@"
}

# value KEY: of the last measurement, whose line is in $result.
value() {
  printf '%s\n' "$result" | tr ' ' '\n' | sed -n "s/^$1=//p"
}

mib() {
  awk -v kib="$1" 'BEGIN { printf "%.0f", kib / 1024 }'
}

# judge NAME GOAL MEASURED SPREAD WHAT LIMIT: a row, met if the number WHAT is at most LIMIT.
judge() {
  if [ -z "$5" ] || [ -z "$6" ]; then
    not_measured "$1" "$2" 'failed, see above'
  elif awk -v what="$5" -v limit="$6" 'BEGIN { exit !(what + 0 <= limit + 0) }'; then
    met=$((met + 1))
    row "$1" "$2" "$3" "$4" pass
  else
    missed=$((missed + 1))
    row "$1" "$2" "$3" "$4" MISS
  fi
}

not_measured() {
  unmeasured=$((unmeasured + 1))
  row "$1" "$2" "$3" - -
}

# measure COMMAND...: its key=value line into $result, which is empty when it failed; then what it
# said on stderr is shown.
measure() {
  result=$("$@" 2>"$scratch/said") || { result= && cat "$scratch/said" >&2; }
  result=$(printf '%s\n' "$result" | grep '=' || :)
  [ -n "$result" ]
}

spread() {
  printf '%s..%s' "$(value spread_min)" "$(value spread_max)"
}

# ratio NAME LIMIT COMMAND...: how often the floor's cost the program takes.
ratio() {
  name=$1 limit=$2
  shift 2
  if measure "$@"; then
    judge "$name" "<= ${limit}x floor" "$(value ratio)x ($(value min)..$(value max))" "$(spread)" \
      "$(value ratio)" "$limit"
  else
    not_measured "$name" "<= ${limit}x floor" 'failed, see above'
  fi
}

# more_memory NAME LIMIT: of the last measurement, the program's memory over the floor's, in MiB.
more_memory() {
  if [ -n "$result" ]; then
    more=$(awk -v a="$(value memory_a)" -v b="$(value memory_b)" 'BEGIN { printf "%.1f", (b - a) / 1024 }')
    judge "$1" "<= floor + $2 MiB" \
      "$(mib "$(value memory_b)"), floor $(mib "$(value memory_a)") MiB" - "$more" "$2"
  else
    not_measured "$1" "<= floor + $2 MiB" 'failed, see above'
  fi
}

# pair FLOOR KIND MAP OPTION...: the floor and the program on one map, in turn.
pair() {
  floor=$1 kind=$2 map=$3
  shift 3
  "$tools/bench-pair" "$pairs" "$tools/$floor" "$scratch/$map.tsv" "$out-floor.$kind" -- \
    "$cli" export --to "$kind" "$@" -o "$out.$kind" "$scratch/$map.journey"
}

# beside_pdf KIND MAP: one map as a PDF, which is the floor here, and as a KIND, in turn.
beside_pdf() {
  "$tools/bench-pair" "$pairs" "$cli" export --to pdf -o "$out.pdf" "$scratch/$2.journey" -- \
    "$cli" export --to "$1" -o "$out.$1" "$scratch/$2.journey"
}

exports() {
  ratio 'PDF, 20 cards, cpu' 2.5 pair floor-pdf pdf map-20-5
  # Counted where the loader lists its libraries; a program that cannot be listed has no number.
  gtk=$(ldd "$cli" 2>/dev/null | awk '/libgtk|libadwaita/ { n++ } END { if (NR > 0) print n + 0 }')
  judge 'PDF, GTK libraries loaded' 0 "$gtk" - "$gtk" 0
  ratio 'PDF, 1,000 cards, cpu' 1.3 pair floor-pdf pdf map-1000-25
  for phases in 100 5; do
    ratio "PDF, 10,000 cards in $phases phases, cpu" 1.3 pair floor-pdf pdf "map-10000-$phases"
    more_memory "PDF, 10,000 in $phases, peak" 60
  done
  map=$scratch/map-1000-25.journey
  ratio 'PDF of A4 tiles to one page, 1,000' 1.4 "$tools/bench-pair" "$pairs" \
    "$cli" export --to pdf -o "$out-one.pdf" "$map" -- \
    "$cli" export --to pdf --pages tiles --page A4 -o "$out.pdf" "$map"
  ratio 'SVG, 1,000 cards, cpu' 1.3 pair floor-svg svg map-1000-25
  found=$(grep -c '<text' "$out.svg" 2>/dev/null || :)
  judge 'SVG, 1,000 cards, text elements' '>= 1000' "$found" - 1000 "$found"
  ratio 'HTML beside PDF, 1,000 cards, cpu' 0.5 beside_pdf html map-1000-25
  ratio 'Markdown beside PDF, 1,000 cards, cpu' 0.5 beside_pdf md map-1000-25
}

# The floor writes the very shapes that the program wrote. pptxgenjs comes from npm, into the scratch
# folder and only for this run.
slides() {
  name='PPTX, 1,000 cards, cpu'
  if ! command -v npm >/dev/null 2>&1 || ! command -v node >/dev/null 2>&1; then
    not_measured "$name" '<= 0.35x floor' 'npm is not installed'
    return 0
  fi
  if ! npm install --prefix "$scratch/npm" --no-audit --no-fund --ignore-scripts --silent \
    pptxgenjs@4.0.1 >"$scratch/npm.log" 2>&1; then
    not_measured "$name" '<= 0.35x floor' 'npm cannot get pptxgenjs'
    return 0
  fi
  "$cli" export --pages map -o "$out.pptx" "$scratch/map-1000-25.journey" &&
    python3 "$bench/pptx-shapes.py" "$out.pptx" >"$scratch/shapes.json"
  ratio "$name" 0.35 env NODE_PATH="$scratch/npm/node_modules" "$tools/bench-pair" "$pairs" \
    node "$bench/floor-pptx.js" "$scratch/shapes.json" "$out-floor.pptx" -- \
    "$cli" export --to pptx --pages map -o "$out.pptx" "$scratch/map-1000-25.journey"
  share=$(awk -v a="$(wc -c <"$out-floor.pptx")" -v b="$(wc -c <"$out.pptx")" \
    'BEGIN { if (a > 0) printf "%.2f", b / a }')
  judge 'PPTX, 1,000 cards, bytes' '<= 0.3x floor' "${share}x" - "$share" 0.3
}

# The floor takes half a pixel for a map unit: 10,000 cards in 100 phases are 32,848 units wide,
# more than cairo's pictures can be.
pictures() {
  for phases in 100 5; do
    name="PNG, 10,000 cards in $phases phases, peak"
    if measure "$tools/bench-pair" 1 "$tools/floor-png" "$scratch/map-10000-$phases.tsv" \
      "$out-floor.png" 0.5 -- "$cli" export --to png --scale 0.5 -o "$out.png" \
      "$scratch/map-10000-$phases.journey"; then
      judge "$name" '<= 80 MiB' \
        "$(mib "$(value memory_b)"), floor $(mib "$(value memory_a)") MiB" - \
        "$(value memory_b)" $((80 * 1024))
    else
      not_measured "$name" '<= 80 MiB' 'failed, see above'
    fi
  done
}

documents() {
  map=$scratch/map-10000-100.journey
  ratio 'open + check, 10,000 cards, cpu' 2 "$tools/bench-pair" "$pairs" \
    "$tools/floor-json" "$map" -- "$cli" check "$map"
  ratio 'write, 10,000 cards, cpu' 0.5 "$tools/bench-write" "$((pairs * 2 + 1))" "$map"
}

# milliseconds NAME LIMIT WHAT: of the lines that bench-canvas or bench-search wrote.
milliseconds() {
  result=$(sed -n "s/^$3 //p" "$scratch/lines")
  if [ -n "$result" ]; then
    judge "$1" "<= $2 ms" "$(value median) ms (95 %: $(value p95))" - "$(value median)" "$2"
  else
    not_measured "$1" "<= $2 ms" 'failed, see above'
  fi
}

search() {
  "$tools/bench-search" "$scratch/map-10000-100.journey" >"$scratch/lines" || :
  milliseconds 'search, 10,000 cards, first' 150 first
  milliseconds 'search, 10,000 cards, warm' 20 warm
  milliseconds 'search, text of 100,000 bytes' 20 long
}

preview() {
  "$tools/bench-preview" "$scratch/map-300-6.journey" >"$scratch/lines" || :
  milliseconds 'preview of pages, 300 cards' 150 first
  milliseconds 'preview, another choice' 150 again
}

start_display() {
  for tool in Xvfb dbus-run-session; do
    command -v "$tool" >/dev/null 2>&1 || { say "$tool is missing: no window is measured"; return 1; }
  done
  Xvfb -displayfd 3 -screen 0 1680x1050x24 -nolisten tcp -noreset 3>"$scratch/display" 2>"$scratch/xvfb.log" &
  xvfb=$!
  tries=0
  while [ ! -s "$scratch/display" ]; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { cat "$scratch/xvfb.log" >&2; return 1; }
    sleep 0.1
  done
  DISPLAY=:$(cat "$scratch/display")
  # Software rendering for both, and no OpenGL library in the floor's memory either.
  export DISPLAY GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable
}

# in_session COMMAND...: on a session bus of its own; the bus's own chatter is kept from the table.
in_session() {
  dbus-run-session -- "$@" 2>"$scratch/session.log" || { cat "$scratch/session.log" >&2; return 1; }
}

# The empty window shows one word in its middle, the map its cards and tints.
window() {
  ratio 'first content, 200 cards, wall' 1.5 in_session "$tools/bench-first" "$((pairs * 2 + 1))" 16 64 \
    "$tools/floor-window" -- "$build/src/app/etappe" "$scratch/map-200-5.journey"
  more_memory 'first content, 200 cards, RSS' 40
}

canvas() {
  in_session "$tools/bench-canvas" "$scratch/map-1000-25.journey" >"$scratch/lines" || :
  milliseconds 'pan, 1,000 cards, zoom 1' 16 pan-1.0
  milliseconds 'pan, 1,000 cards, zoom 0.6' 16 pan-0.6
  milliseconds 'pan, 1,000 cards, fit' 25 pan-fit
  milliseconds 'card edited to frame, 1,000' 3 edit
  milliseconds 'undo to frame, 1,000' 5 undo
  milliseconds 'letter typed to frame, 1,000' 4 type
  milliseconds 'curve drag to frame, 1,000' 3 curve-drag
  milliseconds 'start of a drag to frame, 1,000' 16 card-drag-start
  milliseconds 'card dragged a step to frame, 1,000' 2 card-drag
  milliseconds 'filter, 1,000 cards, zoom 1' 30 filter-1.0
  milliseconds 'filter, 1,000 cards, fit' 30 filter-fit
  for phases in 100 5; do
    in_session "$tools/bench-canvas" "$scratch/map-10000-$phases.journey" >"$scratch/lines" || :
    milliseconds "pan, 10,000 in $phases, zoom 1" 20 pan-1.0
    milliseconds "pan, 10,000 in $phases, zoom 0.6" 20 pan-0.6
    milliseconds "pan, 10,000 in $phases, fit" 50 pan-fit
    milliseconds "card edited to frame, 10,000 in $phases" 5 edit
    milliseconds "start of a drag of all, 10,000 in $phases" 100 all-drag-start
  done
}

row 'what' 'goal' 'measured' 'floor itself' ''
exports
slides
pictures
documents
search
preview
if start_display; then
  window
  canvas
else
  not_measured 'windows and frames' '' 'no display'
fi
printf '%s met, %s missed, %s not measured\n' "$met" "$missed" "$unmeasured"
[ $((missed + unmeasured)) -eq 0 ]
