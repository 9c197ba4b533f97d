/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-mirror.h"
#include "etp-canvas-private.h"

/* What a command brought about, told to a screen reader where there are no announcements: it reads the
 * description of what has the keyboard, also when that changes. */

void
etp_canvas_say (EtpCanvas *self, const char *text)
{
  EtpItemRef ref;
  EtpProxy *proxy;
  g_autofree char *description = NULL;

  g_return_if_fail (ETP_IS_CANVAS (self));

  ref = etp_canvas_get_selection (self);
  proxy = self->mirror != NULL ? self->mirror->selected : NULL;
  /* Heads of lanes may describe their curve, which is known only to the mirror. */
  if (etp_item_ref_is_none (ref) || proxy == NULL
      || etp_proxy_get_item (proxy) != etp_scene_get_item (self->scene, ref)
      || etp_proxy_get_item (proxy)->kind == ETP_ITEM_LANE_HEAD)
    return;
  description = etp_scene_dup_description (self->scene, ref);
  etp_proxy_say (proxy, text, description);
}
