/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-extract.h"

#include <glib/gi18n-lib.h>

/* An extract in words: what goes out and what stays. */

/* With n in its format; nothing for 0. */
#define ADD(words, one, many, n)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if ((n) > 0)                                                                                   \
      g_ptr_array_add ((words), g_strdup_printf (ngettext (one, many, n), n));                     \
  }                                                                                                \
  G_STMT_END

static void
add_objects (GPtrArray *words, const guint *counts)
{
  guint phases = counts[ETP_LIST_PHASES], lanes = counts[ETP_LIST_LANES];
  guint cards = counts[ETP_LIST_CARDS], links = counts[ETP_LIST_LINKS];
  guint measures = counts[ETP_LIST_MEASURES], metrics = counts[ETP_LIST_METRICS];
  guint personas = counts[ETP_LIST_PERSONAS];

  ADD (words, "%u phase", "%u phases", phases);
  ADD (words, "%u lane", "%u lanes", lanes);
  ADD (words, "%u card", "%u cards", cards);
  ADD (words, "%u link", "%u links", links);
  ADD (words, "%u measure", "%u measures", measures);
  ADD (words, "%u metric", "%u metrics", metrics);
  ADD (words, "%u persona", "%u personas", personas);
}

char *
etp_extract_dup_going (const EtpExtractCounts *counts)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  add_objects (words, counts->kept);
  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}

GPtrArray *
etp_extract_list_staying (const EtpExtractCounts *counts)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  guint comments = counts->left[ETP_LIST_COMMENTS];

  add_objects (words, counts->left);
  /* Translators: among what stays behind when a journey goes to people outside. */
  ADD (words, "%u thing marked as internal", "%u things marked as internal", counts->n_internal);
  ADD (words, "%u comment", "%u comments", comments);
  ADD (words, "votes in %u place", "votes in %u places", counts->n_votes);
  ADD (words, "%u amount of money", "%u amounts of money", counts->n_money);
  ADD (words, "%u owner’s name", "%u owners’ names", counts->n_owners);
  return words;
}
