/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-health.h"
#include "model/etp-iso.h"
#include "model/etp-words.h"
#include "scene/etp-names.h"
#include "scene/etp-report.h"

/* iCalendar (RFC 5545): a whole-day event for each date by which something is due: what is still
 * open of the measures, and the next review. Events rather than to-dos, which many calendars do not
 * show; they do not block the day. */

#define LINE 75 /* octets, at most, before a line is folded */
#define LONGEST 8000 /* of a description: calendars cut it anyway */

static gboolean
is_control (char c)
{
  return ((guchar) c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

/* A text as a value: what has a meaning is escaped, control characters are dropped. */
static void
add_escaped (GString *line, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (is_control (*p))
        continue;
      if (strchr ("\\;,", *p) != NULL)
        g_string_append_c (line, '\\');
      if (*p == '\n')
        g_string_append (line, "\\n");
      else
        g_string_append_c (line, *p);
    }
}

/* Folds between characters: a line that goes on begins with a blank. Empties the line. */
static void
add_line (GString *out, GString *line)
{
  gsize room = LINE;

  for (const char *p = line->str; *p != '\0';)
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (length > room)
        {
          g_string_append (out, "\r\n ");
          room = LINE - 1;
        }
      g_string_append_len (out, p, (gssize) length);
      room -= length;
      p += length;
    }
  g_string_append (out, "\r\n");
  g_string_truncate (line, 0);
}

static void
add_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (text[0] == '\0')
    return;
  g_string_append_c (line, ':');
  add_escaped (line, text);
  add_line (out, line);
}

/* "20260305", days days later. */
static char *
dup_day (const char *iso, int days)
{
  int year, month, day;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) later = NULL;

  if (!etp_iso_parse_date (iso, &year, &month, &day))
    return NULL;
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  later = g_date_time_add_days (date, days);
  return later != NULL
             ? g_strdup_printf ("%04d%02d%02d", g_date_time_get_year (later),
                                g_date_time_get_month (later), g_date_time_get_day_of_month (later))
             : NULL;
}

/* When the calendar was made. The same map gives the same: as it is given from outside, else the
 * day of the workshop, else a day that is the same for all. */
static char *
dup_stamp (EtpJourney *journey)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autofree char *day = NULL;
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64 / 2, &seconds, NULL))
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

      if (time != NULL)
        return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
    }
  day = dup_day (etp_node_get_text (journey, ETP_JOURNEY_WORKSHOP_DATE), 0);
  return g_strdup_printf ("%sT000000Z", day != NULL ? day : "20000101");
}

/* What Etappe makes as an id is one of its own in the world; what somebody wrote ("m-1") is only
 * with the name of its map. The same date has the same each time, so that calendars renew it. */
static char *
dup_uid (EtpJourney *journey, const char *id)
{
  g_autofree char *sum = NULL;

  if (strlen (id) == 8 && strspn (id, "0123456789abcdefghijklmnopqrstuvwxyz") == 8)
    return g_strdup_printf ("%s@measures.etappe", id);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                       etp_node_get_text (journey, ETP_JOURNEY_TITLE), -1);
  return g_strdup_printf ("%s-%.16s@measures.etappe", id[0] != '\0' ? id : "review", sum);
}

static gboolean
add_event (GString *out,
           EtpJourney *journey,
           const char *id,
           const char *date,
           const char *summary,
           const char *description)
{
  g_autofree char *first = dup_day (date, 0);
  g_autofree char *next = dup_day (date, 1);
  g_autofree char *stamp = dup_stamp (journey);
  g_autofree char *uid = dup_uid (journey, id);

  if (first == NULL || next == NULL)
    return FALSE;
  g_string_append (out, "BEGIN:VEVENT\r\n");
  add_text (out, "UID", uid);
  g_string_append_printf (out,
                          "DTSTAMP:%s\r\nDTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:%s\r\n"
                          "TRANSP:TRANSPARENT\r\n",
                          stamp, first, next);
  add_text (out, "SUMMARY", summary);
  add_text (out, "DESCRIPTION", description);
  g_string_append (out, "END:VEVENT\r\n");
  return TRUE;
}

/* "Label: value", each on a line of its own. */
static void
add_fact (GString *text, const char *label, const char *value)
{
  if (value[0] != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", label, value);
}

static gboolean
add_measure (GString *out, EtpReport *report, EtpNode *measure)
{
  static const guint fields[] = { ETP_MEASURE_OWNER, ETP_MEASURE_UNIT, ETP_MEASURE_STATUS,
                                  ETP_MEASURE_CARDS };
  const EtpRecord *record = etp_node_record (measure);
  g_autoptr (GString) text = g_string_new (etp_node_get_text (measure, ETP_MEASURE_DESCRIPTION));
  g_autofree char *title = etp_names_dup (report->journey, measure);
  /* One without a name is in a calendar all the same. */
  g_autofree char *summary = g_strdup_printf (
      "%s: %s", etp_words_get (report->language, ETP_WORD_DUE),
      title[0] != '\0' ? title : etp_words_get (report->language, ETP_WORD_MEASURE));
  const char *end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = etp_report_dup_value (report, record, fields[i]);

      add_fact (text, etp_report_word (report->language, record->table->fields[fields[i]].label),
                value);
    }
  add_fact (text, etp_words_get (report->language, ETP_WORD_CUSTOMER_JOURNEY), report->title);
  if (text->len > LONGEST)
    {
      g_utf8_validate (text->str, LONGEST, &end);
      g_string_truncate (text, (gsize) (end - text->str));
      g_string_append (text, "…");
    }
  return add_event (out, report->journey, etp_node_get_id (measure),
                    etp_node_get_text (measure, ETP_MEASURE_DUE), summary, text->str);
}

static gboolean
add_review (GString *out, EtpReport *report)
{
  g_autofree char *summary = g_strdup_printf (
      "%s: %s", etp_words_get (report->language, ETP_WORD_NEXT_REVIEW), report->title);

  return add_event (out, report->journey, "",
                    etp_node_get_text (report->journey, ETP_JOURNEY_REVIEW_DUE), summary,
                    etp_node_get_text (report->journey, ETP_JOURNEY_CONTACT));
}

GInputStream *
etp_export_ics_open (EtpJourney *journey,
                     const EtpExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (EtpReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  EtpNodeList *measures = etp_journey_get_list (journey, ETP_LIST_MEASURES);
  EtpNode *measure;
  GString *out;
  guint n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  report = etp_report_new_empty (journey);
  out = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Etappe//Etappe " ETP_VERSION
                      "//EN\r\nMETHOD:PUBLISH\r\n");
  add_text (out, "X-WR-CALNAME", report->title);
  n = add_review (out, report);
  for (guint i = 0; (measure = etp_node_list_get (measures, i)) != NULL; i++)
    if (etp_measure_is_open (measure))
      n += add_measure (out, report, measure);
  if (n == 0)
    etp_export_note (options, "%s", _ ("Nothing is due, so the calendar is empty."));
  g_string_append (out, "END:VCALENDAR\r\n");
  bytes = g_string_free_to_bytes (out);
  return g_memory_input_stream_new_from_bytes (bytes);
}
