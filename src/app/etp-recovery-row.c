/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-recovery-row.h"

#include <glib/gi18n-lib.h>

/* The words of one map in the list: nothing but labels, so that what is done with it stands elsewhere. */

char *
etp_recovery_row_dup_title (const EtpRecoverable *recoverable)
{
  g_autofree char *name = NULL;

  if (recoverable->title[0] != '\0')
    return g_strdup (recoverable->title);
  if (!recoverable->is_unreadable)
    return g_strdup (_ ("Untitled Map"));
  if (recoverable->file == NULL)
    return g_strdup (_ ("Unknown Map"));
  name = g_file_get_basename (recoverable->file);
  return g_filename_display_name (name);
}

/* What is in no file any more is kept whole, whatever was done in it: there is nothing to count. */
gboolean
etp_recovery_row_is_only_copy (const EtpRecoverable *recoverable)
{
  return recoverable->is_gone && !recoverable->is_unreadable;
}

static void
add_line (GtkBox *box, const char *text, const char *css_class, PangoEllipsizeMode ellipsize)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_wrap (GTK_LABEL (label), ellipsize == PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static char *
dup_damage (const EtpRecoverable *recoverable)
{
  if (recoverable->is_unreadable)
    /* Translators: %s is the path of a folder. */
    return g_strdup_printf (_ ("The recovery data is damaged; nothing can be restored from it. It "
                               "stays in “%s” until you discard it."),
                            recoverable->folder);
  if (recoverable->is_damaged && recoverable->n_commits == 0)
    return g_strdup (_ ("The recovery data is damaged. Only the map as it was before the changes "
                        "can be restored."));
  if (recoverable->is_damaged)
    return g_strdup_printf (
        ngettext ("The recovery data is damaged. Up to there, %u change can be restored.",
                  "The recovery data is damaged. Up to there, %u changes can be restored.",
                  recoverable->n_commits),
        recoverable->n_commits);
  if (recoverable->is_torn)
    return g_strdup (_ ("The very last change was still being recorded and is lost."));
  return NULL;
}

static void
add_damage (GtkBox *box, const EtpRecoverable *recoverable)
{
  g_autofree char *damage = dup_damage (recoverable);
  g_autofree char *lost = g_strdup_printf (
      ngettext ("%u later change is lost.", "%u later changes are lost.", recoverable->n_lost),
      recoverable->n_lost);

  if (damage != NULL)
    add_line (box, damage, "warning", PANGO_ELLIPSIZE_NONE);
  if (recoverable->n_lost > 0)
    add_line (box, lost, "warning", PANGO_ELLIPSIZE_NONE);
}

static void
add_description (GtkBox *box, const EtpRecoverable *recoverable)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (recoverable->time / G_USEC_PER_SEC);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%x %X") : g_strdup ("");
  g_autofree char *name = recoverable->file != NULL ? g_file_get_parse_name (recoverable->file)
                                                    : NULL;
  g_autofree char *steps = g_strdup_printf (
      ngettext ("%u change", "%u changes", recoverable->n_commits), recoverable->n_commits);
  /* Translators: the first %s is date and time, the second "3 changes". */
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), when, steps);

  if (name != NULL || !recoverable->is_unreadable)
    add_line (box, name != NULL ? name : _ ("Never saved"), "dim-label", PANGO_ELLIPSIZE_MIDDLE);
  add_line (box, recoverable->is_unreadable || recoverable->is_gone ? when : text, "dim-label",
            PANGO_ELLIPSIZE_NONE);
  add_damage (box, recoverable);
  if (etp_recovery_row_is_only_copy (recoverable))
    add_line (box, _ ("The file was moved or deleted. This may be the only copy of the map."),
              "dim-label", PANGO_ELLIPSIZE_NONE);
  else if (recoverable->is_gone)
    add_line (box, _ ("This file was moved or deleted."), "dim-label", PANGO_ELLIPSIZE_NONE);
  else if (recoverable->disk_differs)
    add_line (box, _ ("The file was changed since."), "dim-label", PANGO_ELLIPSIZE_NONE);
}

void
etp_recovery_row_add_lines (GtkBox *box, const EtpRecoverable *recoverable)
{
  g_autofree char *title = etp_recovery_row_dup_title (recoverable);

  add_line (box, title, "heading", PANGO_ELLIPSIZE_NONE);
  add_description (box, recoverable);
}
