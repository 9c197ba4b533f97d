/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-menu-fit.h"

#define EDGES 32 /* px: the menu's border and padding */
#define BESIDE_WORDS 72 /* px: an entry's padding, its check and its arrow */

/* GTK makes the widgets of a menu and has no setting for this; their style names are documented.
 * letters: the longest line; -1 for as long as the words are. */
static void
set_up_labels (GtkWidget *widget, gboolean shows_keys, int letters)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), "accelerator"))
    gtk_widget_set_visible (widget, shows_keys);
  else if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), letters > 0);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (widget), GTK_NATURAL_WRAP_WORD);
      gtk_label_set_max_width_chars (GTK_LABEL (widget), letters);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_up_labels (child, shows_keys, letters);
}

/* A label's longest line is set in letters of this width, in pixels. */
static double
get_letter_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                         pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (1, width) / (double) PANGO_SCALE;
}

static gboolean
has_room (GtkWidget *page, int room)
{
  int natural;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural <= room;
}

/* Returns whether its entries are a line each. */
static gboolean
fit_page (GtkWidget *page, int room)
{
  set_up_labels (page, TRUE, -1);
  if (has_room (page, room))
    return TRUE;
  set_up_labels (page, FALSE, -1);
  if (has_room (page, room))
    return TRUE;
  set_up_labels (page, FALSE, MAX (1, (int) ((room - BESIDE_WORDS) / get_letter_width (page))));
  return FALSE;
}

/* The menu and the menus that it leads to are pages of one stack. When all are as wide as the widest,
 * it asks how wide they would be without a second line. */
static void
fit_pages (GtkWidget *widget, int room)
{
  gboolean are_lines = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_STACK (widget))
      are_lines = fit_page (child, room) && are_lines;
    else
      fit_pages (child, room);
  if (GTK_IS_STACK (widget))
    gtk_stack_set_hhomogeneous (GTK_STACK (widget), are_lines);
}

void
etp_menu_fit (GtkPopover *menu, GtkWidget *over)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_POPOVER (menu));
  g_return_if_fail (GTK_IS_WIDGET (over));

  root = gtk_widget_get_root (over);
  if (root != NULL)
    fit_pages (GTK_WIDGET (menu), gtk_widget_get_width (GTK_WIDGET (root)) - EDGES);
}

/* The keys of the window's commands are there only once the menu has its parent. */
void
etp_menu_popup (EtpCanvas *canvas, GMenuModel *model, const GdkRectangle *place)
{
  GtkWidget *menu;

  g_return_if_fail (ETP_IS_CANVAS (canvas));
  g_return_if_fail (G_IS_MENU_MODEL (model));
  g_return_if_fail (place != NULL);

  menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (canvas));
  etp_menu_fit (GTK_POPOVER (menu), GTK_WIDGET (canvas));
  etp_canvas_popup (canvas, GTK_POPOVER (menu), place);
}
