/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-compare-private.h"

#include <glib/gi18n-lib.h>

/* Every count is a phrase of its own, because languages bend words differently. What people seldom
 * meet is counted together: departments, systems, sources, offers, key moments, rounds of votes. */

char *
etp_compare_dup_added (EtpListKind list, guint n)
{
  switch (list)
    {
    case ETP_LIST_PHASES:
      return g_strdup_printf (ngettext ("%u phase added", "%u phases added", n), n);
    case ETP_LIST_LANES:
      return g_strdup_printf (ngettext ("%u lane added", "%u lanes added", n), n);
    case ETP_LIST_CARDS:
      return g_strdup_printf (ngettext ("%u card added", "%u cards added", n), n);
    case ETP_LIST_PERSONAS:
      return g_strdup_printf (ngettext ("%u persona added", "%u personas added", n), n);
    case ETP_LIST_CHANNELS:
      return g_strdup_printf (ngettext ("%u channel added", "%u channels added", n), n);
    case ETP_LIST_TOUCHPOINTS:
      return g_strdup_printf (ngettext ("%u touchpoint added", "%u touchpoints added", n), n);
    case ETP_LIST_LINKS:
      return g_strdup_printf (ngettext ("%u link added", "%u links added", n), n);
    case ETP_LIST_MEASURES:
      return g_strdup_printf (ngettext ("%u measure added", "%u measures added", n), n);
    case ETP_LIST_METRICS:
      return g_strdup_printf (ngettext ("%u metric added", "%u metrics added", n), n);
    case ETP_LIST_SNAPSHOTS:
      return g_strdup_printf (ngettext ("%u snapshot added", "%u snapshots added", n), n);
    case ETP_LIST_COMMENTS:
      return g_strdup_printf (ngettext ("%u comment added", "%u comments added", n), n);
    case ETP_LIST_ASSETS:
      return g_strdup_printf (ngettext ("%u image added", "%u images added", n), n);
    default:
      return g_strdup_printf (ngettext ("%u other entry added", "%u other entries added", n), n);
    }
}

char *
etp_compare_dup_removed (EtpListKind list, guint n)
{
  switch (list)
    {
    case ETP_LIST_PHASES:
      return g_strdup_printf (ngettext ("%u phase removed", "%u phases removed", n), n);
    case ETP_LIST_LANES:
      return g_strdup_printf (ngettext ("%u lane removed", "%u lanes removed", n), n);
    case ETP_LIST_CARDS:
      return g_strdup_printf (ngettext ("%u card removed", "%u cards removed", n), n);
    case ETP_LIST_PERSONAS:
      return g_strdup_printf (ngettext ("%u persona removed", "%u personas removed", n), n);
    case ETP_LIST_CHANNELS:
      return g_strdup_printf (ngettext ("%u channel removed", "%u channels removed", n), n);
    case ETP_LIST_TOUCHPOINTS:
      return g_strdup_printf (ngettext ("%u touchpoint removed", "%u touchpoints removed", n), n);
    case ETP_LIST_LINKS:
      return g_strdup_printf (ngettext ("%u link removed", "%u links removed", n), n);
    case ETP_LIST_MEASURES:
      return g_strdup_printf (ngettext ("%u measure removed", "%u measures removed", n), n);
    case ETP_LIST_METRICS:
      return g_strdup_printf (ngettext ("%u metric removed", "%u metrics removed", n), n);
    case ETP_LIST_SNAPSHOTS:
      return g_strdup_printf (ngettext ("%u snapshot removed", "%u snapshots removed", n), n);
    case ETP_LIST_COMMENTS:
      return g_strdup_printf (ngettext ("%u comment removed", "%u comments removed", n), n);
    case ETP_LIST_ASSETS:
      return g_strdup_printf (ngettext ("%u image removed", "%u images removed", n), n);
    default:
      return g_strdup_printf (ngettext ("%u other entry removed", "%u other entries removed", n),
                              n);
    }
}

char *
etp_compare_dup_moved (EtpListKind list, guint n)
{
  switch (list)
    {
    case ETP_LIST_PHASES:
      return g_strdup_printf (ngettext ("%u phase moved", "%u phases moved", n), n);
    case ETP_LIST_LANES:
      return g_strdup_printf (ngettext ("%u lane moved", "%u lanes moved", n), n);
    case ETP_LIST_CARDS:
      return g_strdup_printf (ngettext ("%u card moved", "%u cards moved", n), n);
    case ETP_LIST_PERSONAS:
      return g_strdup_printf (ngettext ("%u persona moved", "%u personas moved", n), n);
    case ETP_LIST_CHANNELS:
      return g_strdup_printf (ngettext ("%u channel moved", "%u channels moved", n), n);
    case ETP_LIST_TOUCHPOINTS:
      return g_strdup_printf (ngettext ("%u touchpoint moved", "%u touchpoints moved", n), n);
    case ETP_LIST_LINKS:
      return g_strdup_printf (ngettext ("%u link moved", "%u links moved", n), n);
    case ETP_LIST_MEASURES:
      return g_strdup_printf (ngettext ("%u measure moved", "%u measures moved", n), n);
    case ETP_LIST_METRICS:
      return g_strdup_printf (ngettext ("%u metric moved", "%u metrics moved", n), n);
    case ETP_LIST_SNAPSHOTS:
      return g_strdup_printf (ngettext ("%u snapshot moved", "%u snapshots moved", n), n);
    case ETP_LIST_COMMENTS:
      return g_strdup_printf (ngettext ("%u comment moved", "%u comments moved", n), n);
    case ETP_LIST_ASSETS:
      return g_strdup_printf (ngettext ("%u image moved", "%u images moved", n), n);
    default:
      return g_strdup_printf (ngettext ("%u other entry moved", "%u other entries moved", n), n);
    }
}

char *
etp_compare_dup_changed (EtpListKind list, guint n)
{
  switch (list)
    {
    case ETP_LIST_PHASES:
      return g_strdup_printf (ngettext ("%u phase changed", "%u phases changed", n), n);
    case ETP_LIST_LANES:
      return g_strdup_printf (ngettext ("%u lane changed", "%u lanes changed", n), n);
    case ETP_LIST_CARDS:
      return g_strdup_printf (ngettext ("%u card changed", "%u cards changed", n), n);
    case ETP_LIST_PERSONAS:
      return g_strdup_printf (ngettext ("%u persona changed", "%u personas changed", n), n);
    case ETP_LIST_CHANNELS:
      return g_strdup_printf (ngettext ("%u channel changed", "%u channels changed", n), n);
    case ETP_LIST_TOUCHPOINTS:
      return g_strdup_printf (ngettext ("%u touchpoint changed", "%u touchpoints changed", n), n);
    case ETP_LIST_LINKS:
      return g_strdup_printf (ngettext ("%u link changed", "%u links changed", n), n);
    case ETP_LIST_MEASURES:
      return g_strdup_printf (ngettext ("%u measure changed", "%u measures changed", n), n);
    case ETP_LIST_METRICS:
      return g_strdup_printf (ngettext ("%u metric changed", "%u metrics changed", n), n);
    case ETP_LIST_SNAPSHOTS:
      return g_strdup_printf (ngettext ("%u snapshot changed", "%u snapshots changed", n), n);
    case ETP_LIST_COMMENTS:
      return g_strdup_printf (ngettext ("%u comment changed", "%u comments changed", n), n);
    case ETP_LIST_ASSETS:
      return g_strdup_printf (ngettext ("%u image changed", "%u images changed", n), n);
    default:
      return g_strdup_printf (ngettext ("%u other entry changed", "%u other entries changed", n),
                              n);
    }
}
