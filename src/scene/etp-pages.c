/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-pages.h"

#include <string.h>

/* Sheets of paper (ISO 216 and what North America prints on), and how a map lies on one. */

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN_MM 6.0

/* In millimetres, upright. */
static const struct
{
  const char *name;
  double width_mm, height_mm;
} sheets[] = {
  { "A4", 210, 297 },        { "A3", 297, 420 },          { "A2", 420, 594 },
  { "A1", 594, 841 },        { "A0", 841, 1189 },         { "letter", 215.9, 279.4 },
  { "legal", 215.9, 355.6 }, { "tabloid", 279.4, 431.8 },
};

gboolean
etp_page_parse (const char *name, EtpPage *page)
{
  g_return_val_if_fail (name != NULL && page != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      gsize length = strlen (sheets[i].name);
      double width = sheets[i].width_mm * POINTS_PER_MM;
      double height = sheets[i].height_mm * POINTS_PER_MM;

      if (g_ascii_strncasecmp (name, sheets[i].name, length) != 0)
        continue;
      page->margin_pt = MARGIN_MM * POINTS_PER_MM;
      page->width_pt = height;
      page->height_pt = width;
      if (name[length] == '\0' || g_ascii_strcasecmp (name + length, "-landscape") == 0)
        return TRUE;
      page->width_pt = width;
      page->height_pt = height;
      if (g_ascii_strcasecmp (name + length, "-portrait") == 0)
        return TRUE;
    }
  return FALSE;
}

const char *const *
etp_page_get_names (void)
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

void
etp_page_fit (const EtpPage *page,
              double width_map,
              double height_map,
              double *scale,
              double *x_pt,
              double *y_pt)
{
  double width = page->width_pt - 2 * page->margin_pt;
  double height = page->height_pt - 2 * page->margin_pt;

  g_return_if_fail (width_map > 0 && height_map > 0);

  *scale = MIN (width / width_map, height / height_map);
  *x_pt = (page->width_pt - width_map * *scale) / 2;
  *y_pt = (page->height_pt - height_map * *scale) / 2;
}
