/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-collate.h"

#include <string.h>

int
etp_collate_names (const char *one, const char *other)
{
  g_autofree char *key = g_utf8_collate_key_for_filename (one, -1);
  g_autofree char *other_key = g_utf8_collate_key_for_filename (other, -1);
  const int order = strcmp (key, other_key);

  return order != 0 ? order : strcmp (one, other);
}
