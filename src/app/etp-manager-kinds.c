/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-manager-kinds.h"

#include <glib/gi18n-lib.h>

static const EtpManagerKind kinds[] = {
  { "manage-personas", ETP_LIST_PERSONAS, N_ ("Personas"), N_ ("New Persona"),
    N_ ("Personas are the people whose journey the map tells.") },
  { "manage-channels", ETP_LIST_CHANNELS, N_ ("Channels"), N_ ("New Channel"),
    N_ ("Channels are the ways on which customers and company meet, such as shop, phone or "
        "app.") },
  { "manage-touchpoints", ETP_LIST_TOUCHPOINTS, N_ ("Touchpoints"), N_ ("New Touchpoint"),
    N_ ("The inventory lists every touchpoint that the company has, used on this map or not.") },
  { "manage-sources", ETP_LIST_SOURCES, N_ ("Sources"), N_ ("New Source"),
    N_ ("Sources say how something is known: surveys, interviews, figures.") },
  { "manage-departments", ETP_LIST_UNITS, N_ ("Departments"), N_ ("New Department"),
    N_ ("Departments answer for steps, channels and measures.") },
  { "manage-systems", ETP_LIST_SYSTEMS, N_ ("Systems"), N_ ("New System"),
    N_ ("Systems are the software behind steps and channels.") },
  { "manage-offers", ETP_LIST_OFFERS, N_ ("Offers"), N_ ("New Offer"),
    N_ ("Offers are what is sold along the journey.") },
  { "manage-key-moments", ETP_LIST_KEY_MOMENTS, N_ ("Key Moments"), N_ ("New Key Moment"),
    N_ ("Key moments are the turns of a life that change what somebody needs, such as moving "
        "out. They stand on slides and in reports.") },
  { "manage-tags", ETP_N_LISTS, N_ ("Tags"), N_ ("New Tag"),
    N_ ("Tags are words of your own for cards and measures, to filter by them.") },
};

const EtpManagerKind *
etp_manager_kinds_get (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}
