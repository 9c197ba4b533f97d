/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-history.h"

#include <string.h>

#include "etp-fields.h"
#include "etp-journey-private.h"

/* Two stacks of steps in one array: steps[0 … n_done - 1] are done, the rest is undone. A step is
 * the changes of one transaction (or of several, coalesced) with the serials of the states before
 * and after it.
 *
 * While transactions are open, their changes stand in `open`; `marks` has the number of changes at
 * each begin, so that an inner transaction rolls back alone. */

#define COALESCING_MICROSECONDS (1500 * 1000)

typedef struct
{
  char *title;
  char *key; /* for coalescing, or NULL */
  GPtrArray *changes;
  guint64 serial_before, serial_after;
  gint64 time; /* of the last commit into it, monotonic microseconds */
} Step;

struct _EtpHistory
{
  GObject parent_instance;

  EtpJourney *journey; /* borrowed; NULL once it is gone */

  GPtrArray *steps; /* of Step */
  guint n_done;
  gboolean coalescing_ended;
  gboolean is_running; /* between begin_run and end_run */
  gboolean has_run_step; /* the run's step is the last one done */

  GArray *marks; /* of guint; its length is the depth of nesting */
  GPtrArray *open; /* of EtpChange */
  char *open_title;
  char *open_key;
  gboolean is_applying; /* undo, redo, rollback: nothing may write now */

  EtpHistoryClock clock;
};

G_DEFINE_FINAL_TYPE (EtpHistory, etp_history, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GPtrArray *
changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) etp_change_free);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->title);
  g_free (step->key);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

static void
etp_history_finalize (GObject *object)
{
  EtpHistory *self = ETP_HISTORY (object);

  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->open);
  g_array_unref (self->marks);
  g_free (self->open_title);
  g_free (self->open_key);

  G_OBJECT_CLASS (etp_history_parent_class)->finalize (object);
}

static void
etp_history_class_init (EtpHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_history_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
etp_history_init (EtpHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->open = changes_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->clock = g_get_monotonic_time;
}

EtpHistory *
etp_history_new (EtpJourney *journey)
{
  EtpHistory *self = g_object_new (ETP_TYPE_HISTORY, NULL);

  self->journey = journey;
  return self;
}

void
etp_history_detach (EtpHistory *self)
{
  self->journey = NULL;
}

void
etp_history_set_clock (EtpHistory *self, EtpHistoryClock clock)
{
  g_return_if_fail (ETP_IS_HISTORY (self));
  self->clock = clock;
}

/* Applies the inverse of each change, the last one first, and returns the inverses in that order. */
static GPtrArray *
apply_inverses (EtpHistory *self, GPtrArray *changes, guint first)
{
  GPtrArray *inverses = changes_new ();

  self->is_applying = TRUE;
  for (guint i = changes->len; i-- > first;)
    {
      EtpChange *inverse = etp_change_invert (changes->pdata[i]);

      etp_journey_apply (self->journey, inverse);
      g_ptr_array_add (inverses, inverse);
    }
  self->is_applying = FALSE;

  return inverses;
}

void
etp_history_take_change (EtpHistory *self, EtpChange *change)
{
  if (self->is_applying)
    g_error ("A write from a handler while undo, redo or rollback is under way");

  g_ptr_array_add (self->open, change);
  etp_journey_apply (self->journey, change);
}

gboolean
etp_history_is_open (EtpHistory *self)
{
  g_return_val_if_fail (ETP_IS_HISTORY (self), FALSE);
  return self->marks->len > 0;
}

void
etp_history_begin (EtpHistory *self, const char *title, const char *coalesce)
{
  g_return_if_fail (ETP_IS_HISTORY (self));
  g_return_if_fail (self->journey != NULL);
  g_return_if_fail (title != NULL);

  if (self->marks->len == 0)
    {
      self->open_title = g_strdup (title);
      self->open_key = g_strdup (coalesce);
    }
  g_array_append_val (self->marks, self->open->len);
}

/* Tells the world; a handler may undo, edit, or drop the last reference to the journey. */
static void
report (EtpHistory *self, GPtrArray *changes)
{
  g_autoptr (EtpHistory) alive = g_object_ref (self);
  g_autoptr (EtpJourney) journey = g_object_ref (self->journey);

  etp_journey_report (journey, changes);
  g_signal_emit (alive, signals[CHANGED], 0);
}

static Step *
get_step_to_merge_into (EtpHistory *self, const char *key, gint64 now)
{
  Step *last = self->n_done > 0 ? self->steps->pdata[self->n_done - 1] : NULL;

  if (self->is_running)
    return self->has_run_step ? last : NULL;
  if (last == NULL || key == NULL || self->coalescing_ended || self->n_done < self->steps->len)
    return NULL;

  return g_strcmp0 (last->key, key) == 0 && now - last->time <= COALESCING_MICROSECONDS ? last
                                                                                        : NULL;
}

/* Puts the changes of a closed transaction on the stack; undone steps are forgotten. */
static void
push_changes (EtpHistory *self, GPtrArray *changes)
{
  gint64 now = self->clock ();
  Step *step = get_step_to_merge_into (self, self->open_key, now);

  if (step != NULL)
    etp_change_merge (step->changes, changes);
  else
    {
      g_ptr_array_set_size (self->steps, (int) self->n_done);
      step = g_new0 (Step, 1);
      step->title = g_steal_pointer (&self->open_title);
      step->key = g_steal_pointer (&self->open_key);
      step->changes = g_ptr_array_ref (changes);
      step->serial_before = etp_journey_get_serial (self->journey);
      g_ptr_array_add (self->steps, step);
      self->n_done++;
    }
  step->time = now;
  step->serial_after = etp_journey_take_serial (self->journey);
  self->coalescing_ended = FALSE;
  self->has_run_step = self->is_running;
}

static void
forget_open_transaction (EtpHistory *self)
{
  g_clear_pointer (&self->open_title, g_free);
  g_clear_pointer (&self->open_key, g_free);
}

void
etp_history_commit (EtpHistory *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (ETP_IS_HISTORY (self));
  g_return_if_fail (self->marks->len > 0);

  g_array_set_size (self->marks, self->marks->len - 1);
  if (self->marks->len > 0)
    return;

  changes = g_steal_pointer (&self->open);
  self->open = changes_new ();
  if (changes->len > 0)
    push_changes (self, changes);
  forget_open_transaction (self);

  if (changes->len > 0)
    report (self, changes);
}

void
etp_history_rollback (EtpHistory *self)
{
  guint mark;

  g_return_if_fail (ETP_IS_HISTORY (self));
  g_return_if_fail (self->marks->len > 0);

  mark = g_array_index (self->marks, guint, self->marks->len - 1);
  g_ptr_array_unref (apply_inverses (self, self->open, mark));
  g_ptr_array_set_size (self->open, (int) mark);
  g_array_set_size (self->marks, self->marks->len - 1);
  if (self->marks->len == 0)
    forget_open_transaction (self);
}

void
etp_history_end_coalescing (EtpHistory *self)
{
  g_return_if_fail (ETP_IS_HISTORY (self));
  self->coalescing_ended = TRUE;
}

void
etp_history_prolong (EtpHistory *self)
{
  g_return_if_fail (ETP_IS_HISTORY (self));
  if (self->n_done > 0)
    ((Step *) self->steps->pdata[self->n_done - 1])->time = self->clock ();
}

const EtpDatum *
etp_history_get_before (EtpHistory *self, EtpNode *node, guint field)
{
  const Step *step;

  g_return_val_if_fail (ETP_IS_HISTORY (self), NULL);
  g_return_val_if_fail (self->marks->len > 0, NULL);

  step = get_step_to_merge_into (self, self->open_key, self->clock ());
  for (guint i = 0; step != NULL && i < step->changes->len; i++)
    {
      const EtpChange *change = step->changes->pdata[i];

      if (change->kind == ETP_CHANGE_SET && change->field == field
          && strcmp (change->id, etp_node_get_id (node)) == 0)
        return &change->from;
    }
  return NULL;
}

void
etp_history_begin_run (EtpHistory *self)
{
  g_return_if_fail (ETP_IS_HISTORY (self));
  self->is_running = TRUE;
  self->has_run_step = FALSE;
}

void
etp_history_end_run (EtpHistory *self)
{
  g_return_if_fail (ETP_IS_HISTORY (self));
  if (self->is_running)
    self->coalescing_ended = TRUE;
  self->is_running = self->has_run_step = FALSE;
}

gboolean
etp_history_is_running (EtpHistory *self)
{
  g_return_val_if_fail (ETP_IS_HISTORY (self), FALSE);
  return self->is_running;
}

gboolean
etp_history_cancel_run (EtpHistory *self)
{
  const gboolean has_step = self->has_run_step;

  g_return_val_if_fail (ETP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->marks->len == 0, FALSE);

  etp_history_end_run (self);
  if (!has_step || !etp_history_undo (self))
    return FALSE;
  g_ptr_array_set_size (self->steps, (int) self->n_done);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

gboolean
etp_history_undo (EtpHistory *self)
{
  g_autoptr (GPtrArray) inverses = NULL;
  Step *step;

  g_return_val_if_fail (ETP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->marks->len == 0, FALSE);

  etp_history_end_run (self);

  if (self->n_done == 0 || self->journey == NULL)
    return FALSE;

  step = self->steps->pdata[--self->n_done];
  inverses = apply_inverses (self, step->changes, 0);
  etp_journey_set_serial (self->journey, step->serial_before);
  self->coalescing_ended = TRUE;
  report (self, inverses);
  return TRUE;
}

gboolean
etp_history_redo (EtpHistory *self)
{
  g_autoptr (GPtrArray) changes = NULL;
  Step *step;

  g_return_val_if_fail (ETP_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (self->marks->len == 0, FALSE);

  etp_history_end_run (self);
  if (self->n_done == self->steps->len || self->journey == NULL)
    return FALSE;

  step = self->steps->pdata[self->n_done++];
  changes = g_ptr_array_ref (step->changes);
  self->is_applying = TRUE;
  for (guint i = 0; i < changes->len; i++)
    etp_journey_apply (self->journey, changes->pdata[i]);
  self->is_applying = FALSE;
  etp_journey_set_serial (self->journey, step->serial_after);
  self->coalescing_ended = TRUE;
  report (self, changes);
  return TRUE;
}

/* The change will show a phase or lane that is hidden now. */
static gboolean
shows_hidden (EtpHistory *self, const EtpChange *change, gboolean is_redo)
{
  EtpNode *node = etp_journey_get_node (self->journey, change->id);
  const EtpListKind list = node != NULL ? etp_node_get_list (node) : ETP_N_LISTS;

  if (change->kind != ETP_CHANGE_SET
      || (!(list == ETP_LIST_PHASES && change->field == ETP_PHASE_HIDDEN)
          && !(list == ETP_LIST_LANES && change->field == ETP_LANE_HIDDEN)))
    return FALSE;
  return etp_node_get_boolean (node, change->field)
         && !(is_redo ? change->to.u.boolean : change->from.u.boolean);
}

GPtrArray *
etp_history_list_returning (EtpHistory *self, gboolean is_redo)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  const EtpChangeKind kind = is_redo ? ETP_CHANGE_INSERT : ETP_CHANGE_REMOVE;
  const Step *step = NULL;

  g_return_val_if_fail (ETP_IS_HISTORY (self), ids);

  if (self->journey != NULL && is_redo && self->n_done < self->steps->len)
    step = self->steps->pdata[self->n_done];
  else if (self->journey != NULL && !is_redo && self->n_done > 0)
    step = self->steps->pdata[self->n_done - 1];
  for (guint i = 0; step != NULL && i < step->changes->len; i++)
    {
      const EtpChange *change = step->changes->pdata[i];

      /* What came and went within the step is of no account. */
      if ((change->kind == kind && etp_journey_get_node (self->journey, change->id) == NULL)
          || shows_hidden (self, change, is_redo))
        g_ptr_array_add (ids, g_ref_string_acquire (change->id));
    }
  return ids;
}

const char *
etp_history_get_undo_title (EtpHistory *self)
{
  g_return_val_if_fail (ETP_IS_HISTORY (self), NULL);
  return self->n_done > 0 ? ((Step *) self->steps->pdata[self->n_done - 1])->title : NULL;
}

const char *
etp_history_get_redo_title (EtpHistory *self)
{
  g_return_val_if_fail (ETP_IS_HISTORY (self), NULL);
  return self->n_done < self->steps->len ? ((Step *) self->steps->pdata[self->n_done])->title
                                         : NULL;
}
