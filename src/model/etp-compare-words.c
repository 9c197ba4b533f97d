/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-compare-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-format.h"

/* A comparison in words: phrases that stand alone, parted by commas in a summary. The order is what
 * people look for first: the map, then its curve, then what follows from it. */

#define NAMED_POINTS 2 /* of the curve, in a summary */
#define NAMED_THINGS 2 /* of what is counted together, in a summary */

typedef struct
{
  guint n;
  guint n_named; /* at most NAMED_THINGS */
  const char *names[NAMED_THINGS]; /* borrowed: of the first of them that have one */
} Count;

typedef struct
{
  Count added, removed, moved, reworded, changed; /* reworded: under their names of before */
  const char *moved_to; /* the one phase that all moved cards went to, or NULL */
} Counts;

static gboolean
is_named (EtpListKind list)
{
  switch (list)
    {
    case ETP_LIST_UNITS:
    case ETP_LIST_SYSTEMS:
    case ETP_LIST_SOURCES:
    case ETP_LIST_OFFERS:
    case ETP_LIST_KEY_MOMENTS:
    case ETP_LIST_VOTE_ROUNDS:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
count_one (Count *self, const char *name)
{
  self->n++;
  if (name[0] != '\0' && self->n_named < NAMED_THINGS)
    self->names[self->n_named++] = name;
}

/* others: all lists without a noun of their own. */
static Counts
count (const EtpComparison *self, EtpListKind list, gboolean others)
{
  Counts counts = { 0 };

  for (guint i = 0; i < self->differences->len; i++)
    {
      const EtpDifference *difference = self->differences->pdata[i];

      if (others ? is_named (difference->list) : difference->list != list)
        continue;
      if ((difference->what & ETP_DIFFERENCE_ADDED) != 0)
        count_one (&counts.added, difference->name);
      if ((difference->what & ETP_DIFFERENCE_REMOVED) != 0)
        count_one (&counts.removed, difference->name);
      if ((difference->what & ETP_DIFFERENCE_MOVED) != 0)
        {
          const char *to = difference->is_from_other_phase ? difference->phase : NULL;

          counts.moved_to = counts.moved.n == 0 || g_strcmp0 (counts.moved_to, to) == 0 ? to : NULL;
          count_one (&counts.moved, difference->name);
        }
      if ((difference->what & ETP_DIFFERENCE_REWORDED) != 0)
        count_one (&counts.reworded, difference->old_name);
      else if ((difference->what & ETP_DIFFERENCE_CHANGED) != 0)
        count_one (&counts.changed, difference->name);
    }
  return counts;
}

static char *
dup_moved (const Counts *counts, EtpListKind list)
{
  guint n = counts->moved.n;

  if (list != ETP_LIST_CARDS || counts->moved_to == NULL)
    return etp_compare_dup_moved (list, n);
  if (counts->moved_to[0] == '\0')
    return g_strdup_printf (
        ngettext ("%u card moved to the parking lot", "%u cards moved to the parking lot", n), n);
  /* Translators: a number, then the name of a phase. */
  return g_strdup_printf (ngettext ("%u card moved to %s", "%u cards moved to %s", n), n,
                          counts->moved_to);
}

static char *
dup_reworded (const Counts *counts, EtpListKind list)
{
  guint n = counts->reworded.n;

  return list == ETP_LIST_CARDS
             ? g_strdup_printf (ngettext ("%u card reworded", "%u cards reworded", n), n)
             : etp_compare_dup_changed (list, n);
}

/* What is counted is told by name as well: that is what people choose by. */
static char *
dup_with_names (const char *phrase, const Count *count)
{
  const gboolean is_all = count->n == count->n_named;
  const char *const *names = count->names;

  if (count->n_named == 0)
    return g_strdup (phrase);
  if (count->n_named == 1 && is_all)
    /* Translators: how many are different (“1 card added”), then the name of it. */
    return g_strdup_printf (_ ("%s (“%s”)"), phrase, names[0]);
  if (count->n_named == 1)
    /* Translators: how many are different (“3 cards added”), then the name of one of them. */
    return g_strdup_printf (_ ("%s (“%s” …)"), phrase, names[0]);
  if (is_all)
    /* Translators: how many are different (“2 cards added”), then their names. */
    return g_strdup_printf (_ ("%s (“%s”, “%s”)"), phrase, names[0], names[1]);
  /* Translators: how many are different (“3 cards added”), then the names of two of them. */
  return g_strdup_printf (_ ("%s (“%s”, “%s” …)"), phrase, names[0], names[1]);
}

static void
add_phrase (GPtrArray *parts, const Count *count, char *taken)
{
  g_autofree char *phrase = taken;

  g_ptr_array_add (parts, dup_with_names (phrase, count));
}

static void
add_list (GPtrArray *parts, const EtpComparison *self, EtpListKind list, gboolean others)
{
  Counts counts = count (self, list, others);

  if (counts.added.n > 0)
    add_phrase (parts, &counts.added, etp_compare_dup_added (list, counts.added.n));
  if (counts.removed.n > 0)
    add_phrase (parts, &counts.removed, etp_compare_dup_removed (list, counts.removed.n));
  if (counts.moved.n > 0)
    add_phrase (parts, &counts.moved, dup_moved (&counts, list));
  if (counts.reworded.n == 1 && counts.reworded.n_named == 1)
    /* Translators: %s is the name of a card or the like, as it was before. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("“%s” reworded"), counts.reworded.names[0]));
  else if (counts.reworded.n > 0)
    add_phrase (parts, &counts.reworded, dup_reworded (&counts, list));
  if (counts.changed.n > 0)
    add_phrase (parts, &counts.changed, etp_compare_dup_changed (list, counts.changed.n));
}

static void
add_journey (GPtrArray *parts, const EtpComparison *self)
{
  const EtpDifference *first = self->differences->len > 0 ? self->differences->pdata[0] : NULL;

  if (first == NULL || first->list != ETP_N_LISTS)
    return;
  if ((first->what & ETP_DIFFERENCE_REWORDED) != 0)
    /* Translators: %s is the new title of a journey. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("title changed to “%s”"), first->name));
  if ((first->what & ETP_DIFFERENCE_CHANGED) != 0)
    g_ptr_array_add (parts, g_strdup (_ ("details of the journey changed")));
}

char *
etp_feeling_difference_dup_words (const EtpFeelingDifference *difference)
{
  g_autofree char *before = etp_format_number (difference->before, 1, NULL);
  g_autofree char *after = etp_format_number (difference->after, 1, NULL);
  const char *place = difference->place;
  const gboolean is_target = difference->is_target;

  if (isnan (difference->before))
    /* Translators: the number of a step (“2.1”), then a value (“−0.5”). */
    return g_strdup_printf (is_target ? _ ("to-be curve has a new point at %s: %s")
                                      : _ ("curve has a new point at %s: %s"),
                            place, after);
  if (isnan (difference->after))
    /* Translators: the number of a step (“2.1”), then a value (“−0.5”). */
    return g_strdup_printf (is_target ? _ ("to-be curve lost its point at %s (it was %s)")
                                      : _ ("curve lost its point at %s (it was %s)"),
                            place, before);
  if (difference->after > difference->before)
    /* Translators: the number of a step (“2.1”), then two values. */
    return g_strdup_printf (is_target ? _ ("to-be curve at %s rose from %s to %s")
                                      : _ ("curve at %s rose from %s to %s"),
                            place, before, after);
  /* Translators: the number of a step (“2.1”), then two values. */
  return g_strdup_printf (is_target ? _ ("to-be curve at %s fell from %s to %s")
                                    : _ ("curve at %s fell from %s to %s"),
                          place, before, after);
}

static void
add_curve (GPtrArray *parts, const EtpComparison *self)
{
  guint n = self->feelings->len;

  if (n > NAMED_POINTS)
    {
      g_ptr_array_add (
          parts, g_strdup_printf (
                     ngettext ("curve changed at %u point", "curve changed at %u points", n), n));
      return;
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (parts, etp_feeling_difference_dup_words (self->feelings->pdata[i]));
}

char *
etp_comparison_dup_summary (const EtpComparison *self, guint max_parts)
{
  static const EtpListKind before_curve[] = { ETP_LIST_PHASES, ETP_LIST_LANES, ETP_LIST_CARDS };
  static const EtpListKind after_curve[] = { ETP_LIST_LINKS,    ETP_LIST_MEASURES,
                                             ETP_LIST_METRICS,  ETP_LIST_PERSONAS,
                                             ETP_LIST_CHANNELS, ETP_LIST_TOUCHPOINTS,
                                             ETP_LIST_COMMENTS, ETP_LIST_SNAPSHOTS,
                                             ETP_LIST_ASSETS };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (etp_comparison_is_empty (self))
    return g_strdup (_ ("nothing has changed"));

  add_journey (parts, self);
  for (guint i = 0; i < G_N_ELEMENTS (before_curve); i++)
    add_list (parts, self, before_curve[i], FALSE);
  add_curve (parts, self);
  for (guint i = 0; i < G_N_ELEMENTS (after_curve); i++)
    add_list (parts, self, after_curve[i], FALSE);
  add_list (parts, self, ETP_LIST_UNITS, TRUE);

  if (max_parts > 0 && parts->len > max_parts)
    {
      guint n = parts->len - max_parts;

      g_ptr_array_set_size (parts, (int) max_parts);
      g_ptr_array_add (parts,
                       g_strdup_printf (ngettext ("%u more change", "%u more changes", n), n));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* "Card", of the lists that have a noun; "Phase 2" where the name does not tell which one. */
static char *
dup_noun (const EtpDifference *difference)
{
  static const char *const nouns[ETP_N_LISTS + 1] = {
    [ETP_LIST_UNITS] = N_ ("Department"),
    [ETP_LIST_SYSTEMS] = N_ ("System"),
    [ETP_LIST_SOURCES] = N_ ("Source"),
    [ETP_LIST_OFFERS] = N_ ("Offer"),
    [ETP_LIST_PERSONAS] = N_ ("Persona"),
    [ETP_LIST_CHANNELS] = N_ ("Channel"),
    [ETP_LIST_TOUCHPOINTS] = N_ ("Touchpoint"),
    [ETP_LIST_PHASES] = N_ ("Phase"),
    [ETP_LIST_KEY_MOMENTS] = N_ ("Key moment"),
    [ETP_LIST_LANES] = N_ ("Lane"),
    [ETP_LIST_CARDS] = N_ ("Card"),
    [ETP_LIST_LINKS] = N_ ("Link"),
    [ETP_LIST_MEASURES] = N_ ("Measure"),
    [ETP_LIST_METRICS] = N_ ("Metric"),
    [ETP_LIST_VOTE_ROUNDS] = N_ ("Vote round"),
    [ETP_LIST_SNAPSHOTS] = N_ ("Snapshot"),
    [ETP_LIST_COMMENTS] = N_ ("Comment"),
    [ETP_LIST_ASSETS] = N_ ("Image"),
    [ETP_N_LISTS] = N_ ("Journey"),
  };

  return difference->number > 0 ? g_strdup_printf (_ ("Phase %u"), difference->number)
                                : g_strdup (_ (nouns[difference->list]));
}

char *
etp_difference_dup_words (const EtpDifference *difference)
{
  g_autofree char *noun = dup_noun (difference);
  const char *name = difference->name[0] != '\0' ? difference->name : _ ("without a name");
  const guint what = difference->what;

  if ((what & ETP_DIFFERENCE_ADDED) != 0)
    /* Translators: what it is (“Card”), then its name. */
    return g_strdup_printf (_ ("%s “%s” added"), noun, name);
  if ((what & ETP_DIFFERENCE_REMOVED) != 0)
    /* Translators: what it is (“Card”), then its name. */
    return g_strdup_printf (_ ("%s “%s” removed"), noun, name);
  if ((what & ETP_DIFFERENCE_REWORDED) != 0)
    /* Translators: what it is (“Card”), its name before and after. */
    return g_strdup_printf (_ ("%s “%s” is now “%s”"), noun, difference->old_name, name);
  if ((what & ETP_DIFFERENCE_MOVED) != 0 && difference->is_from_other_phase)
    return difference->phase[0] != '\0'
               /* Translators: what it is (“Card”), its name, then the name of a phase. */
               ? g_strdup_printf (_ ("%s “%s” moved to %s"), noun, name, difference->phase)
               /* Translators: what it is (“Card”), then its name. */
               : g_strdup_printf (_ ("%s “%s” moved to the parking lot"), noun, name);
  if ((what & ETP_DIFFERENCE_MOVED) != 0)
    /* Translators: what it is (“Card”), then its name. */
    return g_strdup_printf (_ ("%s “%s” moved"), noun, name);
  /* Translators: what it is (“Card”), then its name. */
  return g_strdup_printf (_ ("%s “%s” changed"), noun, name);
}
