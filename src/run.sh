#!/bin/sh
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh src/run.sh [FILE...]
#
# Install what is missing, build, and open the editor on FILE or on an example journey. Where there
# is no display the journey is drawn to PDF, SVG and PNG instead. Everything that is made lies in
# _build; the programs run from _build/root, an ordinary installation.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/_build
prefix=$build/root
. "$root/src/packages.sh"

[ $# -gt 0 ] || set -- "$root/data/examples/webshop.de.journey"
for file; do
  case $file in -h | --help) sed -n '5,9s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
done

# Unquoted on purpose: one argument for each name.
need_packages $build_packages

configure_build "$root" "$build" "\"$prefix\"" --prefix="$prefix" --buildtype=debugoptimized -Dtests=false
meson install -C "$build" --quiet >&2

# Maps are full of umlauts; a bare system has no locale set.
[ -n "${LC_ALL-}${LC_CTYPE-}${LANG-}" ] || export LANG=C.UTF-8
export XDG_DATA_DIRS="$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"

# Only the toolkit knows whether it can open the display that the environment names.
has_display() {
  [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] &&
    python3 -c 'import ctypes, sys; sys.exit(not ctypes.CDLL("libgtk-4.so.1").gtk_init_check())'
}

if has_display; then
  exec "$prefix/bin/etappe" "$@"
fi

say "There is no display (neither DISPLAY nor WAYLAND_DISPLAY can be used), so no window opens."
say "Drawing to files instead:"
mkdir -p "$build/posters"
for file; do
  name=$(basename "$file" .journey)
  for format in pdf svg png; do
    "$prefix/bin/etappe-cli" export --to "$format" -o "$build/posters/$name.$format" "$file"
    printf '%s\n' "$build/posters/$name.$format"
  done
done
