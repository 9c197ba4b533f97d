/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-dialog-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-fields.h"

/* Whom or what a sheet tells about: nobody, which is a sheet to write on; one; or all, a sheet each. */

#define ALL "all" /* as exports take it */

typedef struct
{
  EtpListKind list;
  guint name; /* field */
  const char *pages; /* the kind */
} Kind;

static const Kind kinds[ETP_N_ABOUT] = {
  [ETP_ABOUT_PERSONA] = { ETP_LIST_PERSONAS, ETP_PERSONA_NAME, "persona" },
  [ETP_ABOUT_TOUCHPOINT] = { ETP_LIST_TOUCHPOINTS, ETP_TOUCHPOINT_NAME, "touchpoints" },
};

static EtpNodeList *
get_list (const EtpExportDialog *self, EtpAbout about)
{
  return etp_journey_get_list (self->journey, kinds[about].list);
}

static void
choose (EtpExportDialog *self, EtpAbout about, guint index)
{
  EtpNode *node = index > 0 ? etp_node_list_get (get_list (self, about), index - 1) : NULL;

  g_free (self->choice->about[about]);
  self->choice->about[about] = index == 0 ? NULL
                                          : g_strdup (node != NULL ? etp_node_get_id (node) : ALL);
}

static void
choose_persona (EtpExportDialog *self, guint index)
{
  choose (self, ETP_ABOUT_PERSONA, index);
}

static void
choose_touchpoint (EtpExportDialog *self, guint index)
{
  choose (self, ETP_ABOUT_TOUCHPOINT, index);
}

static void
add_row (EtpExportDialog *self, GtkWidget *group, EtpAbout about, const char *title)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  EtpNodeList *nodes = get_list (self, about);
  const char *chosen = self->choice->about[about];
  guint n = etp_node_list_get_length (nodes), selected = 0;

  g_ptr_array_add (labels, (gpointer) _ ("Nothing: to write on"));
  for (guint i = 0; i < n; i++)
    {
      EtpNode *node = etp_node_list_get (nodes, i);
      const char *name = etp_node_get_text (node, kinds[about].name);

      g_ptr_array_add (labels, (gpointer) (name[0] != '\0' ? name : _ ("Unnamed")));
      if (g_strcmp0 (chosen, etp_node_get_id (node)) == 0)
        selected = i + 1;
    }
  if (n > 1)
    g_ptr_array_add (labels, (gpointer) _ ("All, a sheet each"));
  self->about[about] = etp_export_dialog_add_combo (self, group, title, labels, selected,
                                                    about == ETP_ABOUT_PERSONA ? choose_persona
                                                                               : choose_touchpoint);
}

void
etp_export_dialog_add_about (EtpExportDialog *self, GtkWidget *group)
{
  /* Translators: the row in which the persona that a sheet tells about is chosen. */
  add_row (self, group, ETP_ABOUT_PERSONA, _ ("About the persona"));
  /* Translators: the row in which the touchpoint that a sheet tells about is chosen. */
  add_row (self, group, ETP_ABOUT_TOUCHPOINT, _ ("About the touchpoint"));
}

void
etp_export_dialog_update_about (EtpExportDialog *self, gboolean has_pages)
{
  for (guint i = 0; i < ETP_N_ABOUT; i++)
    gtk_widget_set_visible (self->about[i],
                            has_pages && strcmp (self->choice->pages->name, kinds[i].pages) == 0
                                && etp_node_list_get_length (get_list (self, (EtpAbout) i)) > 0);
}

void
etp_export_dialog_choose_about (EtpExportChoice *choice, EtpNode *node)
{
  for (guint i = 0; i < ETP_N_ABOUT; i++)
    if (etp_node_get_list (node) == kinds[i].list)
      {
        choice->format = etp_exporter_get ("pdf");
        choice->pages = etp_pages_kind_get (kinds[i].pages);
        g_free (choice->about[i]);
        choice->about[i] = g_strdup (etp_node_get_id (node));
      }
}
