/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-icon-private.h"

#include <string.h>

/* Looking up the map's own drawings. */

/* Other names under which people and other programs know a drawing. */
static const struct
{
  const char *name;
  EtpIcon icon;
} aliases[] = {
  { "website", ETP_ICON_WEBSITE }, { "webshop", ETP_ICON_WEBSITE },
  { "browser", ETP_ICON_WEBSITE }, { "store", ETP_ICON_SHOP },
  { "telephone", ETP_ICON_PHONE }, { "smartphone", ETP_ICON_MOBILE },
  { "email", ETP_ICON_MAIL },      { "e-mail", ETP_ICON_MAIL },
  { "advert", ETP_ICON_AD },       { "post", ETP_ICON_LETTER },
  { "package", ETP_ICON_PARCEL },  { "calendar", ETP_ICON_EVENT },
  { "delivery", ETP_ICON_TRUCK },  { "system", ETP_ICON_GEAR },
};

const EtpIconDrawing *
etp_icon_get (EtpIcon icon)
{
  g_return_val_if_fail (icon < ETP_N_ICONS, &etp_icon_things[ETP_ICON_NONE]);

  return icon < ETP_N_ICON_THINGS ? &etp_icon_things[icon]
                                  : &etp_icon_signs[icon - ETP_N_ICON_THINGS];
}

EtpIcon
etp_icon_from_name (const char *name)
{
  if (name == NULL || name[0] == '\0')
    return ETP_ICON_NONE;
  for (guint i = 1; i < ETP_N_ICONS; i++)
    if (strcmp (etp_icon_get ((EtpIcon) i)->name, name) == 0)
      return (EtpIcon) i;
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (strcmp (aliases[i].name, name) == 0)
      return aliases[i].icon;
  return ETP_ICON_NONE;
}
