/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Sheets of paper (ISO 216 and what North America prints on), and how a map lies on one. */

#define MARGIN_MM 6.0

/* In millimetres, upright. */
static const struct
{
  const char *name;
  double width_mm, height_mm;
  gboolean is_iso;
} sheets[] = {
  { "A4", 210, 297, TRUE },         { "A3", 297, 420, TRUE },
  { "A2", 420, 594, TRUE },         { "A1", 594, 841, TRUE },
  { "A0", 841, 1189, TRUE },        { "letter", 215.9, 279.4, FALSE },
  { "legal", 215.9, 355.6, FALSE }, { "tabloid", 279.4, 431.8, FALSE },
};

static EtpPaper
make_paper (guint sheet, gboolean is_portrait)
{
  double width = sheets[sheet].width_mm * ETP_PAPER_MM;
  double height = sheets[sheet].height_mm * ETP_PAPER_MM;

  return (EtpPaper){ sheets[sheet].name, is_portrait ? width : height, is_portrait ? height : width,
                     MARGIN_MM * ETP_PAPER_MM };
}

static gboolean
parse_name (const char *name, EtpPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      gsize length = strlen (sheets[i].name);
      gboolean is_portrait;

      if (g_ascii_strncasecmp (name, sheets[i].name, length) != 0)
        continue;
      is_portrait = g_ascii_strcasecmp (name + length, "-portrait") == 0;
      if (!is_portrait && name[length] != '\0'
          && g_ascii_strcasecmp (name + length, "-landscape") != 0)
        continue;
      *paper = make_paper (i, is_portrait);
      paper->may_turn = name[length] == '\0';
      return TRUE;
    }
  return FALSE;
}

/* Digits with a point or a comma; moves p behind them. 0: there is no such number. */
static double
read_length (const char **p)
{
  char digits[16];
  gsize n = 0;

  while (g_ascii_isdigit (**p) || **p == '.' || **p == ',')
    {
      if (n == sizeof digits - 1)
        return 0;
      digits[n++] = **p == ',' ? '.' : **p;
      (*p)++;
    }
  digits[n] = '\0';
  if (n == 0 || strchr (digits, '.') != strrchr (digits, '.'))
    return 0;
  return g_ascii_strtod (digits, NULL);
}

static gboolean
read_size (const char *text, double *width_mm, double *height_mm)
{
  static const struct
  {
    const char *name;
    double mm;
  } units[] = { { "mm", 1 }, { "cm", 10 }, { "in", 25.4 } };
  const char *p = text;
  double width = read_length (&p), height;

  if (g_str_has_prefix (p, "×"))
    p += strlen ("×");
  else if (*p == 'x' || *p == 'X')
    p++;
  else
    return FALSE;
  height = read_length (&p);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (p, units[i].name) == 0)
      {
        *width_mm = width * units[i].mm;
        *height_mm = height * units[i].mm;
        return TRUE;
      }
  return FALSE;
}

gboolean
etp_paper_is_size (const char *name)
{
  double width_mm, height_mm;

  g_return_val_if_fail (name != NULL, FALSE);

  return read_size (name, &width_mm, &height_mm);
}

static gboolean
parse_size (const char *text, EtpPaper *paper)
{
  double width_mm, height_mm;

  if (!read_size (text, &width_mm, &height_mm) || MIN (width_mm, height_mm) < ETP_PAPER_LEAST_MM
      || MAX (width_mm, height_mm) > ETP_PAPER_MOST_MM)
    return FALSE;
  *paper = (EtpPaper){ NULL, width_mm * ETP_PAPER_MM, height_mm * ETP_PAPER_MM,
                       MARGIN_MM * ETP_PAPER_MM, FALSE };
  return TRUE;
}

gboolean
etp_paper_parse (const char *name, EtpPaper *paper)
{
  g_return_val_if_fail (name != NULL && paper != NULL, FALSE);

  return parse_name (name, paper) || parse_size (name, paper);
}

const char *const *
etp_paper_get_names (void)
{
  static const char *names[G_N_ELEMENTS (sheets) + 1];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
        names[i] = sheets[i].name;
      g_once_init_leave (&ready, 1);
    }
  return names;
}

gboolean
etp_paper_is_portrait (const EtpPaper *self)
{
  return self->height > self->width;
}

EtpPaper
etp_paper_turn (const EtpPaper *self)
{
  EtpPaper turned = *self;

  turned.width = self->height;
  turned.height = self->width;
  return turned;
}

char *
etp_paper_dup_label (const EtpPaper *self)
{
  if (self->name == NULL)
    /* Translators: width and height of a sheet of paper in millimetres. */
    return g_strdup_printf (_ ("%.0f × %.0f mm"), self->width / ETP_PAPER_MM,
                            self->height / ETP_PAPER_MM);
  if (etp_paper_is_portrait (self) && !self->may_turn)
    /* Translators: %s is a size of paper: "A4". */
    return g_strdup_printf (_ ("%s, portrait"), self->name);
  return g_strdup (self->name);
}

/* A size of its own belongs to the family that is spread the furthest. */
static gboolean
is_iso (const EtpPaper *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_strcmp0 (sheets[i].name, self->name) == 0)
      return sheets[i].is_iso;
  return TRUE;
}

gboolean
etp_paper_find_larger (const EtpPaper *self, double width, double height, EtpPaper *larger)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      EtpPaper paper = make_paper (i, etp_paper_is_portrait (self));

      paper.may_turn = self->may_turn;
      if (self->may_turn && (width > height) != (paper.width > paper.height))
        paper = etp_paper_turn (&paper);
      if (sheets[i].is_iso != is_iso (self)
          || paper.width * paper.height <= self->width * self->height
          || paper.width - 2 * paper.margin < width || paper.height - 2 * paper.margin < height)
        continue;
      *larger = paper;
      return TRUE;
    }
  return FALSE;
}

void
etp_paper_fit (
    const EtpPaper *self, double width_map, double height_map, double *scale, double *x, double *y)
{
  double width = self->width - 2 * self->margin;
  double height = self->height - 2 * self->margin;

  g_return_if_fail (width_map > 0 && height_map > 0);

  *scale = MIN (width / width_map, height / height_map);
  *x = (self->width - width_map * *scale) / 2;
  *y = (self->height - height_map * *scale) / 2;
}
