#!/bin/sh
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/run.sh [--long] [--quick]
#
# Install what the tests need, build with warnings as errors, run every suite and close with the
# line "N passed, N failed, N skipped". The exit status is 0 only if nothing failed.
#   --long      also what takes longer than eight minutes (ETP_TEST_LONG=1)
#   --quick     without the second run of core, built with the address and undefined behaviour
#               sanitizers
#
# What needs a display runs on X servers and session buses of its own; the configuration of whoever
# calls is neither read nor written.
set -eu

tests=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$tests")
build=$root/_build-tests
. "$root/src/packages.sh"

sanitize=true
for option; do
  case $option in
    --long) export ETP_TEST_LONG=1 ;;
    --quick) sanitize=false ;;
    -h | --help) sed -n '5,14s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) say "run.sh: unknown option $option; see --help"; exit 2 ;;
  esac
done

test_packages='clang-format locales
  xvfb dbus at-spi2-core python3-gi gir1.2-atspi-2.0 python3-xlib
  python3-jsonschema poppler-utils qpdf itstool yelp-tools libxml2-utils groff-base tidy cmark-gfm
  librsvg2-bin imagemagick libreoffice-impress libreoffice-calc'
# Unquoted on purpose: one argument for each name.
need_packages $build_packages $test_packages

has_german() {
  locale -a 2>/dev/null | grep -qix 'de_DE\.utf-\{0,1\}8'
}
has_german || [ "$(id -u)" != 0 ] || localedef -i de_DE -f UTF-8 de_DE.UTF-8 || :

# Nothing of the caller's session reaches the tests, and everything is gone at the end.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/etappe-tests.XXXXXX")
running= # processes of this shell, to be ended with it
finish() {
  [ -z "$running" ] || kill $running 2>/dev/null || :
  [ -z "$running" ] || wait $running 2>/dev/null || :
  rm -rf "$scratch" 2>/dev/null || : # what is mounted there does not make the run fail
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir -m 700 "$scratch/run"
export XDG_RUNTIME_DIR="$scratch/run" XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data"
export XDG_STATE_HOME="$scratch/state" XDG_CACHE_HOME="$scratch/cache"
export GSETTINGS_BACKEND=memory GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable
export GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS LANGUAGE LC_MESSAGES GTK_A11Y GTK_THEME || :
export LC_ALL=C.UTF-8 LANG=C.UTF-8
# The modules for accessibility and X belong to the system's Python.
export PATH="/usr/bin:/bin:$PATH"
ulimit -c 0
# A hundred and fifty programs are linked, twice: with the quicker linker, where it is there.
[ -n "${CC_LD-}" ] || ! command -v ld.gold >/dev/null 2>&1 || export CC_LD=gold

# Each run of meson test leaves a log; summary.py adds them up. A run without a log has failed.
results=$scratch/results
: >"$results"

processors=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || processors=2
rebuild=--no-rebuild
display=
start_display() {
  Xvfb -displayfd 9 -screen 0 1400x900x24 -nolisten tcp -noreset 9>"$scratch/display" &
  xvfb=$! running="$running $!"
  tries=100
  while [ ! -s "$scratch/display" ] && [ "$tries" -gt 0 ] && kill -0 "$xvfb" 2>/dev/null; do
    tries=$((tries - 1))
    sleep 0.1
  done
  [ -s "$scratch/display" ] || { say "Xvfb does not start: what needs a display must fail."; return; }
  display=:$(cat "$scratch/display")
  # The bus for assistive technology is there from the start, not only with the first window.
  cat >"$scratch/session" <<'SESSION'
/usr/libexec/at-spi-bus-launcher --launch-immediately &
launcher=$!
"$@"
status=$?
kill "$launcher"
exit "$status"
SESSION
}

run_suite() { # NAME BUILD OPTION...: within a session if there is a display
  log=$2/meson-logs/$1.json
  printf '%s\t%s\n' "$1" "$log" >>"$results"
  rm -f "$log"
  say "--- $1"
  name=$1 directory=$2
  shift 2
  # Unquoted on purpose: no option or several words.
  set -- meson test -C "$directory" $rebuild --print-errorlogs --logbase "$name" \
    ${ETP_TEST_LONG:+--timeout-multiplier 60} "$@"
  [ -z "$display" ] || set -- env DISPLAY="$display" dbus-run-session -- sh "$scratch/session" "$@"
  # The log tells what failed. In the background, so that a signal is heard meanwhile.
  others=$running
  "$@" &
  running="$others $!"
  wait "$!" || :
  running=$others
}

# The tests of the window wait more than they compute, and the run with the sanitizers is built anew,
# so the three go on side by side. What they say is shown once they are through.
aside() { # NAME COMMAND: begins it
  (
    running=
    # The scratch folder is whose shell made it.
    trap - EXIT INT
    trap '[ -z "$running" ] || kill $running 2>/dev/null; exit 143' TERM
    "$2"
  ) >"$scratch/$1.log" 2>&1 &
  running="$running $!"
  eval "$1_pid=$!"
}

join() { # NAME: waits for it and shows what it said
  eval "wait \"\$$1_pid\"" || :
  cat "$scratch/$1.log"
}

# Here meson test builds what the suite needs and nothing more.
run_sanitizers() {
  if ! configure_build "$root" "$build-sanitize" '"b_sanitize", "value": "address,undefined"' \
    --buildtype=debugoptimized -Doptimization=1 -Dc_args=-g1 -Db_sanitize=address,undefined \
    -Db_lundef=false; then
    printf 'build-sanitize\t\n' >>"$results"
    return
  fi
  rebuild='--timeout-multiplier 3'
  LSAN_OPTIONS=suppressions=$tests/lsan.supp:print_suppressions=0 ASAN_OPTIONS=detect_leaks=1 \
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    run_suite core-sanitize "$build-sanitize" --suite core ${ETP_TEST_LONG:+--suite office}
}

# e2e, whose tests bring screens of their own, fuzz, office, and whatever else there may be.
run_rest() {
  run_suite rest "$build" --num-processes $((processors + 1)) --no-suite core --no-suite arch --no-suite ui \
    $([ -n "${ETP_TEST_LONG-}" ] || echo --no-suite libreoffice)
}

if configure_build "$root" "$build" '"werror", "value": true' --werror --buildtype=debugoptimized \
  -Doptimization=1 -Dc_args=-g1 && ninja -C "$build" -k 0; then
  say "--- rest and the sanitizers have begun"
  aside rest run_rest
  ! "$sanitize" || aside sanitizers run_sanitizers
  run_suite core "$build" --suite core
  if has_german; then
    LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 run_suite core-de "$build" --suite core \
      $([ -n "${ETP_TEST_LONG-}" ] && echo --suite office || echo --no-suite anywhere)
  else
    printf 'core-de\tskip:the locale de_DE.UTF-8 is missing\n' >>"$results"
  fi
  run_suite arch "$build" --suite arch
  start_display
  run_suite ui "$build" --num-processes 1 --suite ui
  join rest
  ! "$sanitize" || join sanitizers
  if [ -n "${ETP_TEST_LONG-}" ]; then
    # Each test of the window twenty times in a row, none of them a second time when it has failed.
    unset ETP_TEST_LONG
    export ETP_E2E_ONCE=1
    run_suite e2e-20-times "$build" --num-processes "$processors" --suite e2e --repeat 20
  fi
else
  say "The build failed."
  printf 'build\t\n' >>"$results"
fi

python3 "$tests/summary.py" <"$results"
