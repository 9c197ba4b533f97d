/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-tile-health.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/etp-format.h"

static void
add_review (EtpMapTile *tile, const EtpHealth *health, const char *today)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  const gboolean is_overdue = etp_health_is_review_overdue (health, today);

  if (health->review_due[0] == '\0')
    return;
  day = etp_format_date_short (health->review_due, NULL);
  /* Translators: %s is a day, such as “5 Mar 2026”. */
  text = g_strdup_printf (is_overdue ? _ ("Review overdue since %s") : _ ("Next review %s"), day);
  etp_map_tile_add_line (tile,
                         is_overdue ? "dialog-warning-symbolic" : "x-office-calendar-symbolic",
                         text, is_overdue ? "warning" : NULL);
}

static void
add_measures (EtpMapTile *tile, const EtpHealth *health, const char *today)
{
  const guint n = etp_health_count_overdue (health, today);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u measure overdue", "%u measures overdue", n), n);

  if (n > 0)
    etp_map_tile_add_line (tile, "dialog-warning-symbolic", text, "warning");
}

static void
add_evidence (EtpMapTile *tile, const EtpHealth *health)
{
  g_autofree char *share = etp_format_percent (health->evidence, 0, NULL);
  g_autofree char *text = NULL;

  if (isnan (health->evidence))
    return;
  /* Translators: %s is a share, such as “40%”, of what is on the map. */
  text = g_strdup_printf (_ ("%s observed or measured"), share);
  etp_map_tile_add_line (tile, NULL, text, NULL);
}

void
etp_tile_health_add (EtpMapTile *tile, const EtpHealth *health, const char *today)
{
  add_review (tile, health, today);
  add_measures (tile, health, today);
  add_evidence (tile, health);
}
