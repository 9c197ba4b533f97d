/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-template.h"

#include <string.h>

/* The colours and fonts of somebody else's theme. */

#define MOST_FAMILY 100 /* characters */

static const char *const scheme_names[ETP_N_SLOTS] = {
  "dk1",     "lt1",     "dk2",     "lt2",     "accent1", "accent2",
  "accent3", "accent4", "accent5", "accent6", "hlink",   "folHlink"
};

void
etp_pptx_take_family (char **family, const char *name)
{
  if (name == NULL || name[0] == '\0' || strlen (name) > MOST_FAMILY || strchr (name, ',') != NULL)
    return;
  g_free (*family);
  *family = g_strdup (name);
}

/* The colours and fonts of a theme while it is walked. */
typedef struct
{
  EtpRgba colors[ETP_N_SLOTS];
  guint slot; /* that is open; ETP_N_SLOTS: none */
  char **family; /* that is open; NULL: none */
  char **major, **minor;
} Scheme;

static void
visit_theme (const char *element,
             gboolean is_end,
             const char *const *names,
             const char *const *values,
             gpointer data)
{
  Scheme *scheme = data;
  const char *value;
  g_autofree char *text = NULL;

  for (guint i = 0; i < ETP_N_SLOTS; i++)
    if (strcmp (element, scheme_names[i]) == 0)
      {
        scheme->slot = is_end ? ETP_N_SLOTS : i;
        return;
      }
  if (strcmp (element, "majorFont") == 0 || strcmp (element, "minorFont") == 0)
    {
      scheme->family = is_end ? NULL : element[1] == 'a' ? scheme->major : scheme->minor;
      return;
    }
  if (!is_end && scheme->family != NULL && strcmp (element, "latin") == 0)
    etp_pptx_take_family (scheme->family, etp_opc_get (names, values, "typeface"));
  if (is_end || scheme->slot == ETP_N_SLOTS)
    return;
  if (strcmp (element, "srgbClr") == 0)
    value = etp_opc_get (names, values, "val");
  else if (strcmp (element, "sysClr") == 0)
    value = etp_opc_get (names, values, "lastClr");
  else
    return;
  text = g_strconcat ("#", value, NULL);
  if (value != NULL && etp_rgba_parse (text) != 0)
    scheme->colors[scheme->slot] = etp_rgba_parse (text);
}

int
etp_pptx_theme_find_slot (const char *name)
{
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    if (strcmp (name, scheme_names[i]) == 0)
      return (int) i;
  return -1;
}

gboolean
etp_pptx_theme_read (EtpOpc *opc,
                     const char *part,
                     EtpRgba colors[ETP_N_SLOTS],
                     char **major,
                     char **minor,
                     GError **error)
{
  Scheme scheme = { .slot = ETP_N_SLOTS, .major = major, .minor = minor };

  for (guint i = 0; i < ETP_N_SLOTS; i++)
    scheme.colors[i] = i == ETP_SLOT_GROUND || i == ETP_SLOT_GROUND_2 ? 0xffffffff : 0x000000ff;
  if (!etp_opc_walk (opc, part, visit_theme, &scheme, error))
    return FALSE;
  memcpy (colors, scheme.colors, sizeof scheme.colors);
  return TRUE;
}
