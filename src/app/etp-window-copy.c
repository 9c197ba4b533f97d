/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include "file/etp-fragment.h"
#include "model/etp-fields.h"

/* What is copied, or dragged out: a fragment with all that belongs to it, and plain text for other
 * programs. */

GdkContentProvider *
etp_window_provide (EtpWindow *self, GPtrArray *nodes)
{
  EtpJourney *journey = etp_window_get_journey (self);
  guint n_named;
  g_autoptr (GPtrArray) all = etp_fragment_gather (journey, nodes, &n_named);
  g_autoptr (GBytes)
      bytes = etp_fragment_write (journey, (EtpNode *const *) all->pdata, all->len, NULL);
  g_autofree char *plain = etp_fragment_write_plain ((EtpNode *const *) all->pdata, n_named);
  GdkContentProvider *parts[2];

  parts[0] = gdk_content_provider_new_for_bytes (ETP_FRAGMENT_MIME_TYPE, bytes);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

/* What of the selection can stand for itself. */
static GPtrArray *
dup_copied (EtpWindow *self)
{
  g_autoptr (GPtrArray) selected = etp_canvas_dup_selected_nodes (self->canvas);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < selected->len; i++)
    {
      EtpNode *node = selected->pdata[i];
      const EtpListKind list = !ETP_IS_JOURNEY (node) ? etp_node_get_list (node) : ETP_N_LISTS;

      if (list == ETP_LIST_CARDS || list == ETP_LIST_PHASES || list == ETP_LIST_LANES
          || list == ETP_LIST_MEASURES || list == ETP_LIST_METRICS)
        g_ptr_array_add (nodes, node);
    }
  return nodes;
}

void
etp_window_copy (EtpWindow *self)
{
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;

  if (etp_window_get_journey (self) == NULL)
    return;
  nodes = dup_copied (self);
  if (nodes->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  provider = etp_window_provide (self, nodes);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}
