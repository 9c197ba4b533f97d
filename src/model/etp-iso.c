/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-iso.h"

#include <string.h>

/* Strict: what these accept is what the schema's patterns accept. */

static int
parse_digits (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + g_ascii_digit_value (text[i]);
    }

  return value;
}

gboolean
etp_iso_parse_date (const char *text, int *year, int *month, int *day)
{
  int y, m, d;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;

  y = parse_digits (text, 4);
  m = parse_digits (text + 5, 2);
  d = parse_digits (text + 8, 2);
  if (y < 1 || m < 1 || d < 1 || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = d;
  return TRUE;
}

/* Reads "12" and then one of the letters of units, which must come in that order: index says from
 * which letter on. Returns the place after the letter, or NULL. */
static const char *
parse_part (const char *text, const char *units, guint *index, guint *value)
{
  guint digits = 0;
  const char *unit;

  *value = 0;
  while (g_ascii_isdigit (text[digits]) && digits < 6)
    *value = *value * 10 + (guint) g_ascii_digit_value (text[digits++]);
  if (digits == 0 || text[digits] == '\0')
    return NULL;

  unit = strchr (units + *index, text[digits]);
  if (unit == NULL)
    return NULL;
  *index = (guint) (unit - units);
  return text + digits + 1;
}

gboolean
etp_iso_parse_duration (const char *text, EtpIsoDuration *duration)
{
  EtpIsoDuration result = { 0 };
  guint *date_parts[] = { &result.years, &result.months, &result.weeks, &result.days };
  guint *time_parts[] = { &result.hours, &result.minutes, &result.seconds };
  guint index = 0, value, parts = 0;

  if (*text++ != 'P')
    return FALSE;

  for (; *text != '\0' && *text != 'T'; parts++, index++)
    {
      text = index < 4 ? parse_part (text, "YMWD", &index, &value) : NULL;
      if (text == NULL)
        return FALSE;
      *date_parts[index] = value;
    }

  if (*text == 'T')
    {
      if (*++text == '\0')
        return FALSE;
      for (index = 0; *text != '\0'; parts++, index++)
        {
          text = index < 3 ? parse_part (text, "HMS", &index, &value) : NULL;
          if (text == NULL)
            return FALSE;
          *time_parts[index] = value;
        }
    }

  if (duration != NULL)
    *duration = result;
  return parts > 0;
}

double
etp_iso_duration_get_days (const EtpIsoDuration *duration)
{
  return duration->years * 365.25 + duration->months * 30.44 + duration->weeks * 7.0
         + duration->days + duration->hours / 24.0 + duration->minutes / 1440.0
         + duration->seconds / 86400.0;
}
