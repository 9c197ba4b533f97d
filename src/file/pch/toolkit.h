/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read once for the whole folder instead of once for each file: only the build's speed depends on it.
 * Every file includes what it uses all the same.
 */
#define G_LOG_DOMAIN "etappe-file"
#include <gio/gio.h>
