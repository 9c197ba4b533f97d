/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-place.h"

static const char *
get_folder (const char *variable, const char *installed)
{
  const char *folder = g_getenv (variable);

  return folder != NULL && folder[0] != '\0' ? folder : installed;
}

const char *
etp_place_get_locale_folder (void)
{
  return get_folder ("ETP_LOCALE_DIR", ETP_LOCALEDIR);
}

const char *
etp_place_get_data_folder (void)
{
  return get_folder ("ETP_DATA_DIR", ETP_DATADIR);
}
