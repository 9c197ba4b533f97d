/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-connectors.h"

#include <math.h>

/* The preset connectors of DrawingML leave their start to the right and turn at right angles; how
 * far they go before they turn is a share (adj) of their box. A box that is mirrored or turned by
 * 90° covers all other directions. Along the first leg runs u, across it v:
 *
 *   bentConnector2: (0,0) → (1,0) → (1,1)
 *   bentConnector3: (0,0) → (a1,0) → (a1,1) → (1,1)
 *   bentConnector4: (0,0) → (a1,0) → (a1,a2) → (1,a2) → (1,1)
 *   bentConnector5: (0,0) → (a1,0) → (a1,a2) → (a3,a2) → (a3,1) → (1,1)
 */

#define LEAST 1.0 /* page units: of a box whose ends lie in line, so that shares stay finite */

/* The route in the connector's own directions. */
typedef struct
{
  double u[ETP_SHAPE_MOST_POINTS], v[ETP_SHAPE_MOST_POINTS];
  double width, height; /* of the box, at least LEAST; signed: where the end lies */
  gboolean is_turned; /* u is y */
} Box;

static double
keep_off_zero (double length)
{
  if (fabs (length) >= LEAST)
    return length;
  return length < 0 ? -LEAST : LEAST;
}

static Box
get_box (const EtpShapeRoute *route)
{
  const guint last = route->n - 1;
  Box box = { .is_turned = fabs (route->x[1] - route->x[0]) < fabs (route->y[1] - route->y[0]) };

  for (guint i = 0; i < route->n; i++)
    {
      box.u[i] = box.is_turned ? route->y[i] - route->y[0] : route->x[i] - route->x[0];
      box.v[i] = box.is_turned ? route->x[i] - route->x[0] : route->y[i] - route->y[0];
    }
  box.width = box.u[last];
  box.height = box.v[last];
  if (route->n > 2)
    {
      box.width = keep_off_zero (box.width);
      box.height = keep_off_zero (box.height);
    }
  return box;
}

void
etp_pptx_add_connector_ends (EtpPptxWriter *self, const EtpShape *shape)
{
  const EtpShapeRoute *route = shape->route;
  GString *out = self->out;

  g_string_append (out, "<p:cNvCxnSpPr><a:stCxn");
  etp_pptx_add_number (out, "id", route->from);
  etp_pptx_add_number (out, "idx", route->from_side);
  g_string_append (out, "/><a:endCxn");
  etp_pptx_add_number (out, "id", route->to);
  etp_pptx_add_number (out, "idx", route->to_side);
  g_string_append (out, "/></p:cNvCxnSpPr>");
}

static void
add_share (GString *out, guint number, double share)
{
  g_string_append (out, "<a:gd name=\"adj");
  etp_xml_add_int (out, number);
  g_string_append (out, "\" fmla=\"val ");
  etp_xml_add_int (out, llround (CLAMP (share, -1e4, 1e4) * 100000));
  g_string_append (out, "\"/>");
}

static void
add_form (GString *out, const EtpShapeRoute *route, const Box *box)
{
  g_string_append (out, "<a:prstGeom prst=\"");
  if (route->n == 2)
    {
      g_string_append (out, "straightConnector1\"><a:avLst/></a:prstGeom>");
      return;
    }
  g_string_append (out, "bentConnector");
  etp_xml_add_int (out, route->n - 1);
  g_string_append (out, "\"><a:avLst>");
  for (guint i = 1; i + 2 < route->n; i++)
    add_share (out, i, i % 2 == 1 ? box->u[i] / box->width : box->v[i] / box->height);
  g_string_append (out, "</a:avLst></a:prstGeom>");
}

void
etp_pptx_add_connector_way (EtpPptxWriter *self, const EtpShape *shape)
{
  const EtpShapeRoute *route = shape->route;
  const Box box = get_box (route);
  const double width = fabs (box.width), height = fabs (box.height);
  const double x = route->x[0] + (box.is_turned ? box.height : box.width) / 2;
  const double y = route->y[0] + (box.is_turned ? box.width : box.height) / 2;
  const EtpRect rect = { x - width / 2, y - height / 2, width, height };
  /* Turned clockwise by 90°, what pointed down points left. */
  const gboolean flip_h = box.width < 0;
  const gboolean flip_v = box.is_turned ? box.height > 0 : box.height < 0;
  g_autofree char *attributes = g_strconcat (box.is_turned ? " rot=\"5400000\"" : "",
                                             flip_h ? " flipH=\"1\"" : "",
                                             flip_v ? " flipV=\"1\"" : "", NULL);

  if (route->n == 2)
    {
      /* A straight one needs no turn. */
      const EtpRect line = { MIN (route->x[0], route->x[1]), MIN (route->y[0], route->y[1]),
                             fabs (route->x[1] - route->x[0]), fabs (route->y[1] - route->y[0]) };
      const char *flips[] = { "", " flipH=\"1\"", " flipV=\"1\"", " flipH=\"1\" flipV=\"1\"" };

      etp_pptx_add_place (self, &line,
                          flips[(route->x[1] < route->x[0]) | (route->y[1] < route->y[0]) << 1],
                          FALSE);
    }
  else
    etp_pptx_add_place (self, &rect, attributes, FALSE);
  add_form (self->out, route, &box);
}
