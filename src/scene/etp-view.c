/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The table of representations. Each is one function from a journey to a scene. */

static const EtpView views[] = {
  { "journey-map", N_ ("Journey Map"), etp_map_build },
};

const EtpView *
etp_view_get (const char *name)
{
  if (name == NULL)
    return &views[0];
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (strcmp (views[i].name, name) == 0)
      return &views[i];
  return NULL;
}

EtpScene *
etp_view_build (const EtpView *view,
                EtpJourney *journey,
                const EtpViewOptions *options,
                EtpStyle *style,
                EtpMeasurer *measurer,
                EtpScene *old)
{
  static const EtpViewOptions nothing_special = { 0 };

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);
  g_return_val_if_fail (ETP_IS_STYLE (style), NULL);
  g_return_val_if_fail (ETP_IS_MEASURER (measurer), NULL);
  g_return_val_if_fail (old == NULL || ETP_IS_SCENE (old), NULL);

  if (view == NULL)
    view = &views[0];
  return view->build (journey, options != NULL ? options : &nothing_special, style, measurer, old);
}
