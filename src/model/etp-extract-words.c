/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-extract.h"

#include <glib/gi18n-lib.h>

/* An extract in words: what goes out and what stays. */

/* With n in its format; nothing for 0. */
#define ADD(words, format, n)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if ((n) > 0)                                                                                   \
      g_ptr_array_add ((words), g_strdup_printf (format, n));                                      \
  }                                                                                                \
  G_STMT_END

static void
add_objects (GPtrArray *words, const guint *counts)
{
  guint phases = counts[ETP_LIST_PHASES], lanes = counts[ETP_LIST_LANES];
  guint cards = counts[ETP_LIST_CARDS], links = counts[ETP_LIST_LINKS];
  guint measures = counts[ETP_LIST_MEASURES], metrics = counts[ETP_LIST_METRICS];
  guint personas = counts[ETP_LIST_PERSONAS];

  ADD (words, ngettext ("%u phase", "%u phases", phases), phases);
  ADD (words, ngettext ("%u lane", "%u lanes", lanes), lanes);
  ADD (words, ngettext ("%u card", "%u cards", cards), cards);
  ADD (words, ngettext ("%u link", "%u links", links), links);
  ADD (words, ngettext ("%u measure", "%u measures", measures), measures);
  ADD (words, ngettext ("%u metric", "%u metrics", metrics), metrics);
  ADD (words, ngettext ("%u persona", "%u personas", personas), personas);
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
  ADD (words,
       ngettext ("%u thing marked as internal", "%u things marked as internal", counts->n_internal),
       counts->n_internal);
  ADD (words, ngettext ("%u comment", "%u comments", comments), comments);
  ADD (words, ngettext ("votes in %u place", "votes in %u places", counts->n_votes),
       counts->n_votes);
  ADD (words, ngettext ("%u amount of money", "%u amounts of money", counts->n_money),
       counts->n_money);
  ADD (words, ngettext ("%u owner’s name", "%u owners’ names", counts->n_owners), counts->n_owners);
  return words;
}
