/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-health.h"

#include <string.h>

#include "etp-fields.h"
#include "etp-outline.h"

gboolean
etp_measure_is_open (EtpNode *measure)
{
  int status = etp_node_get_enum (measure, ETP_MEASURE_STATUS);

  return status != ETP_MEASURE_STATUS_DONE && status != ETP_MEASURE_STATUS_DROPPED;
}

/* Dates of this form are ordered as text. What is due today is not overdue. */
gboolean
etp_measure_is_overdue (EtpNode *measure, const char *today)
{
  const char *due = etp_node_get_text (measure, ETP_MEASURE_DUE);

  return due[0] != '\0' && strcmp (due, today) < 0 && etp_measure_is_open (measure);
}

EtpHealth *
etp_health_new (EtpJourney *journey)
{
  EtpNodeList *measures = etp_journey_get_list (journey, ETP_LIST_MEASURES);
  g_autoptr (GStrvBuilder) due = g_strv_builder_new ();
  EtpHealth *self = g_new0 (EtpHealth, 1);
  EtpNode *measure;

  for (guint i = 0; (measure = etp_node_list_get (measures, i)) != NULL; i++)
    if (etp_measure_is_open (measure) && etp_node_get_text (measure, ETP_MEASURE_DUE)[0] != '\0')
      g_strv_builder_add (due, etp_node_get_text (measure, ETP_MEASURE_DUE));
  self->title = g_strdup (etp_node_get_text (journey, ETP_JOURNEY_TITLE));
  self->review_due = g_strdup (etp_node_get_text (journey, ETP_JOURNEY_REVIEW_DUE));
  self->measures_due = g_strv_builder_end (due);
  self->evidence = etp_outline_get_evidence_share (etp_journey_get_outline (journey));
  return self;
}

void
etp_health_free (EtpHealth *self)
{
  g_free (self->title);
  g_free (self->review_due);
  g_strfreev (self->measures_due);
  g_free (self);
}

/* Dates of this form are ordered as text. What is due today is not overdue. */
gboolean
etp_health_is_review_overdue (const EtpHealth *self, const char *today)
{
  return self->review_due[0] != '\0' && strcmp (self->review_due, today) < 0;
}

guint
etp_health_count_overdue (const EtpHealth *self, const char *today)
{
  guint n = 0;

  for (guint i = 0; self->measures_due[i] != NULL; i++)
    n += strcmp (self->measures_due[i], today) < 0;
  return n;
}

int
etp_health_compare (const EtpHealth *a, const EtpHealth *b)
{
  const char *one = a != NULL ? a->review_due : "";
  const char *other = b != NULL ? b->review_due : "";

  if ((one[0] == '\0') != (other[0] == '\0'))
    return one[0] == '\0' ? 1 : -1;
  return strcmp (one, other);
}
