/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-paths.h"

#include <math.h>

#include "etp-xml.h"

/* LibreOffice puts what a path covers into the shape's rectangle, whatever the view box says. So
 * that rectangle has to be exact: for curves their extremes, not the box of their control points. */

typedef struct
{
  double x0, y0, x1, y1;
} Bounds;

static void
add_to_bounds (Bounds *bounds, guint axis, double value)
{
  double *least = axis == 0 ? &bounds->x0 : &bounds->y0;
  double *most = axis == 0 ? &bounds->x1 : &bounds->y1;

  *least = MIN (*least, value);
  *most = MAX (*most, value);
}

/* The value of a cubic Bézier curve with these four controls at t. */
static double
get_at (const double p[4], double t)
{
  const double s = 1 - t;

  return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
}

/* Where the curve turns: roots of its derivative a t² + b t + c. */
static void
add_turns (Bounds *bounds, guint axis, const double p[4])
{
  const double a = -p[0] + 3 * p[1] - 3 * p[2] + p[3];
  const double b = 2 * (p[0] - 2 * p[1] + p[2]), c = p[1] - p[0];
  const double under = b * b - 4 * a * c;
  double roots[2] = { -1, -1 };

  if (fabs (a) < 1e-9)
    roots[0] = fabs (b) > 1e-9 ? -c / b : -1;
  else if (under >= 0)
    {
      roots[0] = (-b + sqrt (under)) / (2 * a);
      roots[1] = (-b - sqrt (under)) / (2 * a);
    }
  for (guint i = 0; i < 2; i++)
    if (roots[i] > 0 && roots[i] < 1)
      add_to_bounds (bounds, axis, get_at (p, roots[i]));
}

static guint
count_numbers (char verb)
{
  return verb == 'C' ? 6 : verb == 'Z' ? 0 : 2;
}

static gboolean
find_bounds (const EtpOdpPath *path, Bounds *bounds)
{
  const double *p = path->points, *end = p + path->n_points;
  double last[2] = { 0, 0 };

  *bounds = (Bounds){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (const char *verb = path->verbs; *verb != '\0'; verb++)
    {
      const guint n = count_numbers (*verb);

      if (p + n > end)
        break;
      for (guint axis = 0; axis < 2 && n > 0; axis++)
        {
          if (n == 6)
            add_turns (bounds, axis, (double[]){ last[axis], p[axis], p[2 + axis], p[4 + axis] });
          last[axis] = p[n - 2 + axis];
          add_to_bounds (bounds, axis, last[axis]);
        }
      p += n;
    }
  return bounds->x0 <= bounds->x1;
}

char *
etp_odp_path_write (const EtpOdpPath *path, double units, EtpRect *rect)
{
  const double *p = path->points, *end = p + path->n_points;
  GString *d;
  Bounds bounds;

  if (!find_bounds (path, &bounds))
    return NULL;
  *rect = (EtpRect){ bounds.x0, bounds.y0, bounds.x1 - bounds.x0, bounds.y1 - bounds.y0 };
  d = g_string_new (NULL);
  for (const char *verb = path->verbs; *verb != '\0'; verb++)
    {
      const guint n = count_numbers (*verb);

      if (p + n > end)
        break;
      g_string_append_c (d, *verb);
      for (guint i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append_c (d, ' ');
          etp_xml_add_int (d, llround ((p[i] - (i % 2 == 0 ? bounds.x0 : bounds.y0)) * units));
        }
      p += n;
    }
  return g_string_free (d, FALSE);
}

void
etp_odp_path_parse (const char *data, EtpOdpPath *path)
{
  GString *verbs = g_string_new (NULL);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (double));

  while (*data != '\0')
    {
      char *next;
      double number;

      if (g_ascii_isalpha (*data))
        {
          g_string_append_c (verbs, *data++);
          continue;
        }
      number = g_ascii_strtod (data, &next);
      if (next == data)
        {
          data++;
          continue;
        }
      g_array_append_val (points, number);
      data = next;
    }
  path->n_points = points->len;
  path->points = (double *) (gpointer) g_array_free (points, FALSE);
  path->verbs = g_string_free (verbs, FALSE);
}

void
etp_odp_path_copy (const EtpPath *from, EtpOdpPath *path)
{
  path->verbs = g_strdup (from->verbs);
  path->n_points = from->n_points;
  path->points = g_new (double, MAX (from->n_points, 1u));
  for (guint i = 0; i < from->n_points; i++)
    path->points[i] = (double) from->points[i];
}

void
etp_odp_path_clear (EtpOdpPath *path)
{
  g_free (path->verbs);
  g_free (path->points);
}
