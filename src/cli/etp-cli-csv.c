/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-cli.h"

/* A preset first, then what is said besides it. */

void
etp_cli_csv_clear (EtpCliCsv *self)
{
  g_free (self->table);
  g_free (self->separator);
  g_free (self->decimal);
  g_free (self->preset);
}

gboolean
etp_cli_csv_is_used (const EtpCliCsv *self)
{
  return self->table != NULL || self->separator != NULL || self->decimal != NULL
         || self->preset != NULL || self->bom;
}

/* What one may type for a sign: itself, or its name. */
static const struct
{
  const char *name;
  char sign;
} signs[] = {
  { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "point", '.' }, { "bar", '|' },
};

/* 0: it is none of those that may be. */
static char
parse_sign (const char *text, const char *allowed)
{
  char sign = text[0] != '\0' && text[1] == '\0' ? text[0] : '\0';

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (text, signs[i].name) == 0)
      sign = signs[i].sign;
  return sign != '\0' && strchr (allowed, sign) != NULL ? sign : '\0';
}

static int
apply_preset (const char *name, EtpExportOptions *options)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const EtpCsvPreset *preset;

  for (guint i = 0; (preset = etp_csv_preset_get_nth (i)) != NULL; i++)
    {
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", preset->name);
      if (strcmp (preset->name, name) != 0)
        continue;
      options->separator = preset->separator;
      options->decimal = preset->decimal;
      options->bom = preset->bom;
      return 0;
    }
  /* Translators: the first %s is what was typed, the second a list of names. */
  return etp_cli_fail_usage (_ ("There is no preset “%s”; there are %s."), name, names->str);
}

int
etp_cli_csv_apply (const EtpCliCsv *self, EtpExportOptions *options)
{
  int status = self->preset != NULL ? apply_preset (self->preset, options) : 0;

  if (status != 0)
    return status;
  options->table = self->table;
  options->bom |= self->bom;
  if (self->separator != NULL)
    {
      options->separator = parse_sign (self->separator, ",;\t|");
      if (options->separator == '\0')
        return etp_cli_fail_usage (
            /* Translators: the four words are to be typed as they are. */
            _ ("The separator is one of comma, semicolon, tab and bar."));
    }
  if (self->decimal != NULL)
    {
      options->decimal = parse_sign (self->decimal, ".,");
      if (options->decimal == '\0')
        /* Translators: the two words are to be typed as they are. */
        return etp_cli_fail_usage (_ ("The decimal sign is point or comma."));
    }
  if ((options->decimal == ',') && (options->separator == ',' || options->separator == '\0'))
    return etp_cli_fail_usage (_ ("The separator and the decimal sign cannot both be a comma."));
  return 0;
}
