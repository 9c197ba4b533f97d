/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-presentation-private.h"

/* A tile for the whole map and one for each phase, made when they are asked for. Arrows walk, Enter
 * and a click pick. */

#define LEAST_WIDTH 300 /* of a tile, px */
#define MOST_WIDTH 620
#define RATIO 1.6 /* its width by its height */
#define LABEL 34 /* below it */
#define MARGIN 24
#define GAP 12
#define CHILD 12 /* around a tile, by the toolkit */
#define MOST_COLUMNS 6

static void
on_activated (GtkFlowBox *box, GtkFlowBoxChild *child, EtpPresentation *self)
{
  const guint index = (guint) gtk_flow_box_child_get_index (child);

  etp_presentation_set_state (self, "overview", FALSE);
  etp_presentation_go_to (self, (EtpTalkPlace){ index, 0 });
}

/* As many side by side as let all of n tiles be the largest in the window. */
static guint
choose_columns (EtpPresentation *self, guint n, int *tile_width)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self->canvas)) - 2 * MARGIN;
  const int height = gtk_widget_get_height (GTK_WIDGET (self->canvas)) - 2 * MARGIN;
  guint best = 1;

  *tile_width = 0;
  for (guint columns = 1; columns <= MIN (n, (guint) MOST_COLUMNS); columns++)
    {
      const int rows = (int) ((n + columns - 1) / columns);
      const int across = width / (int) columns - GAP - CHILD;
      const int down = (int) ((height / rows - GAP - CHILD - LABEL) * RATIO);

      if (MIN (across, down) > *tile_width)
        {
          *tile_width = MIN (across, down);
          best = columns;
        }
    }
  if (*tile_width >= LEAST_WIDTH)
    {
      *tile_width = MIN (*tile_width, MOST_WIDTH);
      return best;
    }
  /* So many that one scrolls. */
  *tile_width = LEAST_WIDTH;
  return (guint) CLAMP (width / (LEAST_WIDTH + GAP + CHILD), 1, MOST_COLUMNS);
}

static GtkWidget *
create_tile (EtpPresentation *self, guint phase, int width)
{
  const EtpTalkPlace place = { phase, 0 };
  g_autofree char *title = etp_presentation_dup_title (self, place);
  const int height = (int) (width / RATIO);
  g_autoptr (GdkPaintable) painting = etp_presentation_paint (self, place, width, height);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_picture_new_for_paintable (painting);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_set_size_request (picture, width, height);
  gtk_widget_add_css_class (picture, "talk-picture");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return child;
}

GtkWidget *
etp_presentation_create_overview (EtpPresentation *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->overview = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->overview, GTK_SELECTION_BROWSE);
  gtk_flow_box_set_homogeneous (self->overview, TRUE);
  gtk_flow_box_set_column_spacing (self->overview, GAP);
  gtk_flow_box_set_row_spacing (self->overview, GAP);
  gtk_widget_set_valign (GTK_WIDGET (self->overview), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self->overview), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self->overview), MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->overview), MARGIN);
  gtk_widget_set_margin_start (GTK_WIDGET (self->overview), MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (self->overview), MARGIN);
  g_signal_connect (self->overview, "child-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->overview));
  return scroller;
}

void
etp_presentation_fill_overview (EtpPresentation *self)
{
  const guint n = etp_talk_get_n_phases (self->talk) + 1;
  GtkFlowBoxChild *child;
  int width;

  gtk_flow_box_set_max_children_per_line (self->overview, choose_columns (self, n, &width));
  while ((child = gtk_flow_box_get_child_at_index (self->overview, 0)) != NULL)
    gtk_flow_box_remove (self->overview, GTK_WIDGET (child));
  for (guint i = 0; i < n; i++)
    gtk_flow_box_append (self->overview, create_tile (self, i, width));
  child = gtk_flow_box_get_child_at_index (self->overview, (int) self->place.phase);
  gtk_flow_box_select_child (self->overview, child);
  /* So that the box knows where its arrows begin. */
  gtk_widget_child_focus (GTK_WIDGET (child), GTK_DIR_TAB_FORWARD);
}
