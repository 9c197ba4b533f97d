# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Read by src/run.sh and tests/run.sh: what Debian 12 needs to build, and how to get it.

# The compiler and the build; appstream and shared-mime-info know how their files are translated.
build_packages='gcc libc6-dev meson ninja-build pkgconf gettext
  libgtk-4-dev libadwaita-1-dev libjson-glib-dev libcairo2-dev libpng-dev zlib1g-dev
  libxlsxwriter-dev
  libgtk-4-bin desktop-file-utils shared-mime-info appstream
  adwaita-icon-theme librsvg2-common fonts-inter'

say() {
  printf '%s\n' "$*" >&2
}

# missing_packages PACKAGE...: those of them that dpkg does not have.
missing_packages() {
  for package; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
      printf '%s ' "$package"
  done
}

# need_packages PACKAGE...: install what is missing and only that; without the right to do so, or
# on another distribution, say what is needed and go on with what is there.
need_packages() {
  if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is not Debian, so nothing is installed. Etappe needs GTK 4.8, libadwaita 1.2,"
    say "GLib 2.74, json-glib 1.6, cairo, libpng, zlib and libxlsxwriter with their headers,"
    say "Meson, a C compiler, gettext, desktop-file-utils, shared-mime-info and appstream. In the words of Debian:"
    say "  $(echo "$@")"
    return 0
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    say "Missing, and only root may install it. Going on with what is there; this would help:"
    say "  sudo apt-get install --no-install-recommends $missing"
    return 0
  fi
  say "Installing: $missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update >&2 || say "apt-get update failed; trying with the lists that are there."
  # Unquoted on purpose: one argument for each name.
  apt-get -qq -y install --no-install-recommends $missing >&2 || {
    say "apt-get could not install everything; going on with what is there."
  }
}

# configure_build SOURCE BUILD MARK OPTION...: set up BUILD unless it is set up for SOURCE already
# and its options, as Meson records them, hold MARK. Meson's own output is shown when it fails.
configure_build() {
  source_dir=$1 build_dir=$2 mark=$3
  shift 3
  for tool in meson ninja cc; do
    command -v "$tool" >/dev/null 2>&1 || { say "Cannot build: $tool is missing."; return 1; }
  done
  if [ -f "$build_dir/build.ninja" ] &&
    grep -qF "$mark" "$build_dir/meson-info/intro-buildoptions.json" 2>/dev/null &&
    grep -qF "\"$source_dir\"" "$build_dir/meson-info/meson-info.json" 2>/dev/null; then
    return 0
  fi
  wipe=
  [ ! -f "$build_dir/meson-private/cmd_line.txt" ] || wipe=--wipe
  say "Configuring $build_dir"
  setup_log=$(mktemp)
  if ! meson setup $wipe "$build_dir" "$source_dir" "$@" >"$setup_log" 2>&1; then
    cat "$setup_log" >&2
    rm -f "$setup_log"
    say "Cannot configure; see above for what is missing."
    return 1
  fi
  rm -f "$setup_log"
}
