/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-cell.h"

#include <string.h>

#include "model/etp-fold.h"
#include "model/etp-parse.h"

/* A measure with what stands behind it: in brackets, or behind dashes, bars and semicolons. A part is
 * a day, a status, or somebody; a part that is none of these belongs to the title, and then nothing
 * is taken apart. */

#define MAX_NAME 40 /* characters of somebody's name */
#define MAX_NAME_WORDS 4

static const struct
{
  const char *word; /* folded */
  EtpMeasureStatus status;
} status_words[] = {
  { "idea", ETP_MEASURE_STATUS_IDEA },       { "idee", ETP_MEASURE_STATUS_IDEA },
  { "planned", ETP_MEASURE_STATUS_PLANNED }, { "geplant", ETP_MEASURE_STATUS_PLANNED },
  { "open", ETP_MEASURE_STATUS_PLANNED },    { "offen", ETP_MEASURE_STATUS_PLANNED },
  { "doing", ETP_MEASURE_STATUS_DOING },     { "in progress", ETP_MEASURE_STATUS_DOING },
  { "in arbeit", ETP_MEASURE_STATUS_DOING }, { "lauft", ETP_MEASURE_STATUS_DOING },
  { "done", ETP_MEASURE_STATUS_DONE },       { "erledigt", ETP_MEASURE_STATUS_DONE },
  { "fertig", ETP_MEASURE_STATUS_DONE },     { "umgesetzt", ETP_MEASURE_STATUS_DONE },
  { "dropped", ETP_MEASURE_STATUS_DROPPED }, { "verworfen", ETP_MEASURE_STATUS_DROPPED },
};

/* What is behind one of the words, and a colon or a blank; the text itself if none begins it. */
static const char *
skip_label (const char *text, const char *const *labels, gboolean needs_colon, gboolean *has_label)
{
  *has_label = FALSE;
  for (guint i = 0; labels[i] != NULL; i++)
    {
      const gsize length = strlen (labels[i]);

      if (g_ascii_strncasecmp (text, labels[i], length) != 0
          || (text[length] != ':' && (needs_colon || text[length] != ' ')))
        continue;
      *has_label = TRUE;
      text += length + 1;
      return text + strspn (text, " ");
    }
  return text;
}

static gboolean
read_due (EtpSheetMeasure *self, const char *part)
{
  static const char *const labels[] = { "bis zum", "bis",    "by",     "due", "until",
                                        "fällig",  "Fällig", "termin", NULL };
  gboolean has_label;
  const char *day = skip_label (part, labels, FALSE, &has_label);
  char *date = *self->due == '\0' ? etp_parse_date (day) : NULL;

  if (date == NULL)
    return FALSE;
  g_free (self->due);
  self->due = date;
  return TRUE;
}

static gboolean
read_status (EtpSheetMeasure *self, const char *part)
{
  g_autofree char *folded = etp_fold (part);

  for (gsize i = 0; i < G_N_ELEMENTS (status_words); i++)
    if (strcmp (folded, status_words[i].word) == 0)
      {
        self->status = status_words[i].status;
        return TRUE;
      }
  return FALSE;
}

/* "Jana Reuter", "Team IT": few words, no digits, the first one large. */
static gboolean
looks_like_name (const char *part)
{
  guint n_words = 1;

  if (g_utf8_strlen (part, -1) > MAX_NAME || !g_unichar_isupper (g_utf8_get_char (part)))
    return FALSE;
  for (const char *at = part; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      n_words += c == ' ';
      if (!g_unichar_isalpha (c) && c != ' ' && c != '.' && c != '-' && c != '&' && c != '/'
          && c != '\'')
        return FALSE;
    }
  return n_words <= MAX_NAME_WORDS;
}

static gboolean
read_owner (EtpSheetMeasure *self, const char *part)
{
  static const char *const labels[] = {
    "owner", "verantwortlich", "verantwortung", "zuständig", "Zuständig", "wer", "who", NULL
  };
  gboolean has_label;
  const char *name = *part == '@' ? part + 1 : skip_label (part, labels, TRUE, &has_label);

  if (*self->owner != '\0' || *name == '\0' || (name == part && !looks_like_name (name)))
    return FALSE;
  g_free (self->owner);
  self->owner = g_strdup (name);
  return TRUE;
}

static void
reset (EtpSheetMeasure *self)
{
  etp_sheet_measure_clear (self);
  *self = (EtpSheetMeasure){ .owner = g_strdup (""), .due = g_strdup ("") };
}

/* TRUE: every part is understood. */
static gboolean
read_parts (EtpSheetMeasure *self, const char *text, const char *separators)
{
  g_auto (GStrv) parts = g_regex_split_simple (separators, text, 0, 0);
  gboolean is_understood = parts[0] != NULL;

  for (guint i = 0; is_understood && parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      is_understood = *part == '\0' || read_due (self, part) || read_status (self, part)
                      || read_owner (self, part);
    }
  if (!is_understood)
    reset (self);
  return is_understood;
}

/* "Title (…)" */
static gboolean
read_brackets (EtpSheetMeasure *self, const char *line)
{
  const char *open = strrchr (line, '(');
  g_autofree char *inner = NULL;

  if (open == NULL || open == line || !g_str_has_suffix (line, ")"))
    return FALSE;
  inner = g_strndup (open + 1, strlen (open) - 2);
  if (!read_parts (self, inner, "[,;|]| [–-] "))
    return FALSE;
  self->title = g_strchomp (g_strndup (line, (gsize) (open - line)));
  return TRUE;
}

/* "Title | …", "Title – …", "Title; …" */
static gboolean
read_behind (EtpSheetMeasure *self, const char *line, const char *sign)
{
  const char *found = strstr (line, sign);
  g_autofree char *separator = g_regex_escape_string (sign, -1);
  g_autofree char *separators = g_strdup_printf ("[,;|]|%s", separator);

  if (found == NULL || found == line || !read_parts (self, found + strlen (sign), separators))
    return FALSE;
  /* A title may have a dash before somebody's name; a day or a status makes it sure. */
  if (*sign == ' ' && sign[1] != '|' && *self->due == '\0'
      && self->status == ETP_MEASURE_STATUS_IDEA)
    {
      reset (self);
      return FALSE;
    }
  self->title = g_strchomp (g_strndup (line, (gsize) (found - line)));
  return TRUE;
}

void
etp_sheet_measure_read (EtpSheetMeasure *self, const char *line)
{
  static const char *const signs[] = { " | ", "|", ";", " – ", " — ", " - ", ", " };

  *self = (EtpSheetMeasure){ .owner = g_strdup (""), .due = g_strdup ("") };
  if (strlen (line) <= ETP_SHEET_MAX_LINE && read_brackets (self, line))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (signs) && strlen (line) <= ETP_SHEET_MAX_LINE; i++)
    if (read_behind (self, line, signs[i]))
      return;
  self->title = g_strdup (line);
}

void
etp_sheet_measure_clear (EtpSheetMeasure *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->due, g_free);
}
