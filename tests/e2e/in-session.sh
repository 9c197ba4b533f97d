#!/bin/sh
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/e2e/in-session.sh TEST.py [ARGUMENT...]
#
# Run a test of the real window on an X server, a session bus and an accessibility bus of its own,
# so that tests may run side by side and nothing of the caller's session is read or written. Needs
# nothing from outside; what is missing on the system is the reason of a skip.
set -eu

skip() {
  echo "1..0 # SKIP $*"
  exit 0
}

# The modules belong to the system's Python; another one may be the first on the path.
find_python() {
  for python in python3 /usr/bin/python3; do
    "$python" -c 'from importlib.util import find_spec
raise SystemExit(not (find_spec("gi") and find_spec("Xlib.ext.xtest")))' >/dev/null 2>&1 && return 0
  done
  return 1
}

find_launcher() {
  for launcher in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher \
    /usr/lib/at-spi-bus-launcher; do
    [ -x "$launcher" ] && return 0
  done
  return 1
}

find_python || skip "no python3 with the modules gi and Xlib"
find_launcher || skip "no at-spi-bus-launcher"
for program in Xvfb dbus-run-session; do
  command -v "$program" >/dev/null || skip "no $program"
done

scratch=$(mktemp -d "${TMPDIR:-/tmp}/etappe-e2e.XXXXXX")
xvfb=
finish() {
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || :
  [ -z "$xvfb" ] || wait "$xvfb" 2>/dev/null || :
  rm -rf "$scratch" 2>/dev/null || :
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS LANGUAGE LC_MESSAGES GTK_THEME \
  GTK_A11Y G_DEBUG MALLOC_CHECK_ GTK_DEBUG GTK_PATH GTK_MODULES || :
export HOME="$scratch" ETP_E2E_SCRATCH="$scratch"
export XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data" \
  XDG_STATE_HOME="$scratch/state" XDG_CACHE_HOME="$scratch/cache"
export LC_ALL=C.UTF-8 LANG=C.UTF-8
# What the tests share is compiled once, and not beside the sources.
if [ -n "${ETP_BUILD_ROOT-}" ]; then
  unset PYTHONDONTWRITEBYTECODE
  export PYTHONPYCACHEPREFIX="$ETP_BUILD_ROOT/tests/e2e/pycache"
else
  export PYTHONDONTWRITEBYTECODE=1
fi

# The server says which display it took once it can be used. It would begin anew whenever the last of its
# clients goes, and turn away who comes in that moment.
mkfifo "$scratch/display"
Xvfb -displayfd 9 -screen 0 1400x900x24 -nolisten tcp -noreset 9>"$scratch/display" 2>"$scratch/xvfb" &
xvfb=$!
read -r number <"$scratch/display" || { cat "$scratch/xvfb" >&2; skip "Xvfb does not start"; }

# A session bus that starts nothing but the bus for assistive technology. Portals, which the program asks
# for when it presents, would take processors away from the tests, and leave a mounted folder behind.
mkdir "$scratch/services"
printf '[D-BUS Service]\nName=org.a11y.Bus\nExec=%s\n' "$launcher" >"$scratch/services/org.a11y.Bus.service"
cat >"$scratch/bus.conf" <<CONFIG
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$scratch</listen>
  <servicedir>$scratch/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONFIG

# Each try has buses of its own: what the one before takes away at its end is not missed.
tries=0
run_test() {
  tries=$((tries + 1))
  export XDG_RUNTIME_DIR="$scratch/run$tries"
  mkdir -m 700 "$XDG_RUNTIME_DIR"
  DISPLAY=:$number dbus-run-session --config-file="$scratch/bus.conf" -- sh -c '
    "$0" --launch-immediately >&2 &
    launcher=$!
    status=0
    "$@" || status=$?
    kill "$launcher" 2>/dev/null || :
    exit "$status"' "$launcher" "$python" "$@"
}

# A busy machine may be too slow for a person's patience once; what fails twice has failed. What the
# first try said stays to be read. The long run wants to know of every single time, and so does who
# sets ETP_E2E_ONCE.
if [ -n "${ETP_TEST_LONG-}${ETP_E2E_ONCE-}" ]; then
  run_test "$@"
  exit
fi
if run_test "$@" >"$scratch/first"; then
  cat "$scratch/first"
else
  sed 's/^/# first try: /' "$scratch/first"
  run_test "$@"
fi
