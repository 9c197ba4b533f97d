/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-import"

#include "config.h"

#include "etp-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables in files. What parts the cells depends on the country of the program that wrote them, and
 * older ones write letters as Windows does. */

char *
etp_sheet_dup_text (const char *bytes, gsize length)
{
  const guchar *start = (const guchar *) bytes;
  const gboolean is_utf16 = length >= 2
                            && ((start[0] == 0xff && start[1] == 0xfe)
                                || (start[0] == 0xfe && start[1] == 0xff));

  if (is_utf16)
    return g_convert (bytes, (gssize) length, "UTF-8", "UTF-16", NULL, NULL, NULL);
  if (length >= 3 && start[0] == 0xef && start[1] == 0xbb && start[2] == 0xbf)
    {
      bytes += 3;
      length -= 3;
    }
  if (memchr (bytes, '\0', length) != NULL)
    return NULL;
  if (g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);
  return g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
}

/* What stands most often outside of quotes in the first line. */
static char
find_separator (const char *text)
{
  static const char separators[] = "\t;,";
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gboolean is_quoted = FALSE;
  guint best = 0;

  for (; *text != '\0' && (is_quoted || (*text != '\n' && *text != '\r')); text++)
    {
      const char *at = strchr (separators, *text);

      if (*text == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && at != NULL)
        counts[at - separators]++;
    }
  for (guint i = 1; separators[i] != '\0'; i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

EtpSheet *
etp_sheet_new_from_csv (const char *bytes, gsize length, GError **error)
{
  g_autofree char *text = etp_sheet_dup_text (bytes, length);

  if (text == NULL)
    {
      g_set_error_literal (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_EMPTY,
                           _ ("This is no plain text that can be read."));
      return NULL;
    }
  return etp_sheet_new_take (etp_sheet_read_rows (text, find_separator (text)), NULL, error);
}
