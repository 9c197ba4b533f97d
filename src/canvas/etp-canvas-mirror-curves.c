/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-mirror.h"
#include "model/etp-curve-text.h"
#include "model/etp-fields.h"

/* The head of an emotion lane tells the whole curve, which any cell of the lane may have changed. */

/* Whose curve a lane shows: that of the persona to whom it is bound, else whose is edited; NULL: all. */
static const char *
get_curve_persona (EtpCanvas *self, EtpNode *lane)
{
  const char *bound = etp_node_get_text (lane, ETP_LANE_PERSONA);

  return bound[0] != '\0' && etp_journey_get_node (self->journey, bound) != NULL
             ? bound
             : self->curve.persona;
}

void
etp_canvas_describe_curves (EtpCanvas *self)
{
  EtpMirror *mirror = self->mirror;
  EtpNode *lane;

  for (guint i = 0; i < mirror->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (mirror->cells, i);

      for (GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
           child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          const EtpItem *item = etp_proxy_get_item (ETP_PROXY (child));
          g_autofree char *text = NULL;

          if (item->kind != ETP_ITEM_LANE_HEAD)
            break;
          lane = etp_journey_get_node (self->journey, item->node_id);
          if (lane == NULL || etp_node_get_enum (lane, ETP_LANE_KIND) != ETP_LANE_KIND_EMOTION)
            continue;
          text = etp_curve_describe (self->journey, get_curve_persona (self, lane), NULL);
          etp_proxy_set_description (ETP_PROXY (child), text);
        }
    }
}
