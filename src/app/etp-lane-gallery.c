/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-lane-gallery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat/etp-compat-window.h"
#include "etp-lane-picture.h"
#include "etp-lane-sample.h"
#include "etp-wrapped-label.h"
#include "model/etp-fold.h"
#include "model/etp-words.h"

/* A heading and a flow box for each group. Pictures are painted one in an idle slice, so that the
 * window is there at once. Typing anywhere searches; Enter takes the first that is found. */

#define WIDTH 760
#define HEIGHT 660

struct _EtpLaneGallery
{
  AdwWindow parent;

  GtkWidget *search, *nothing, *scroller;
  GtkWidget *headings[ETP_N_LANE_GROUPS], *boxes[ETP_N_LANE_GROUPS];
  GObject *owner; /* owned */
  EtpLaneFilter filter;
  EtpLaneChosen chosen;
  GQueue waiting; /* GtkPicture whose picture is not painted yet; borrowed */
  guint idle_id;
  char *wanted; /* folded; what is searched for */
};

#define ETP_TYPE_LANE_GALLERY (etp_lane_gallery_get_type ())
G_DECLARE_FINAL_TYPE (EtpLaneGallery, etp_lane_gallery, ETP, LANE_GALLERY, AdwWindow)
G_DEFINE_FINAL_TYPE (EtpLaneGallery, etp_lane_gallery, ADW_TYPE_WINDOW)

static EtpStyleKind
get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return is_dark ? ETP_STYLE_CONTRAST_DARK : ETP_STYLE_CONTRAST;
  return is_dark ? ETP_STYLE_DARK : ETP_STYLE_LIGHT;
}

static const EtpLaneSample *
get_sample (gpointer widget)
{
  return g_object_get_data (widget, "etp-sample");
}

static gboolean
on_idle (gpointer user_data)
{
  EtpLaneGallery *self = user_data;
  GtkWidget *picture = g_queue_pop_head (&self->waiting);

  if (picture == NULL)
    {
      self->idle_id = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (etp_lane_picture_get (
                                                        get_sample (picture), get_style (),
                                                        gtk_widget_get_scale_factor (picture))));
  return G_SOURCE_CONTINUE;
}

static void
collect_pictures (EtpLaneGallery *self, GtkWidget *widget)
{
  if (GTK_IS_PICTURE (widget) && get_sample (widget) != NULL)
    g_queue_push_tail (&self->waiting, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_pictures (self, child);
}

static void
paint_pictures (EtpLaneGallery *self)
{
  g_queue_clear (&self->waiting);
  for (guint i = 0; i < ETP_N_LANE_GROUPS; i++)
    collect_pictures (self, self->boxes[i]);
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 20, on_idle, self, NULL);
}

static void
choose (EtpLaneGallery *self, const EtpLaneSample *sample)
{
  const EtpLaneChosen chosen = self->chosen;

  self->chosen = NULL;
  if (chosen == NULL)
    return;
  chosen (sample->kind, self->owner);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_child_activated (GtkFlowBox *box, GtkFlowBoxChild *child, EtpLaneGallery *self)
{
  choose (self, get_sample (child));
}

static gboolean
matches (GtkFlowBoxChild *child, gpointer user_data)
{
  EtpLaneGallery *self = user_data;
  const EtpLaneSample *sample = get_sample (child);
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (self->wanted == NULL || self->wanted[0] == '\0')
    return TRUE;
  text = g_strjoin (" ", etp_words_get_lane_kind (NULL, sample->kind), _ (sample->description),
                    etp_lane_group_get_name (sample->group), NULL);
  folded = etp_fold (text);
  return strstr (folded, self->wanted) != NULL;
}

static GtkWidget *
find_first (EtpLaneGallery *self)
{
  for (guint i = 0; i < ETP_N_LANE_GROUPS; i++)
    for (GtkWidget *child = gtk_widget_get_first_child (self->boxes[i]); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (gtk_widget_get_child_visible (child) && matches (GTK_FLOW_BOX_CHILD (child), self))
        return child;
  return NULL;
}

static void
on_search_changed (EtpLaneGallery *self)
{
  gboolean has_any = FALSE;

  g_free (self->wanted);
  self->wanted = etp_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  for (guint i = 0; i < ETP_N_LANE_GROUPS; i++)
    {
      gboolean has_one = FALSE;

      gtk_flow_box_invalidate_filter (GTK_FLOW_BOX (self->boxes[i]));
      for (GtkWidget *child = gtk_widget_get_first_child (self->boxes[i]); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        has_one |= matches (GTK_FLOW_BOX_CHILD (child), self);
      gtk_widget_set_visible (self->headings[i], has_one);
      gtk_widget_set_visible (self->boxes[i], has_one);
      has_any |= has_one;
    }
  gtk_widget_set_visible (self->nothing, !has_any);
}

static void
on_search_activated (EtpLaneGallery *self)
{
  GtkWidget *child;

  on_search_changed (self); /* the entry tells of the last letters a moment later */
  child = find_first (self);
  if (child != NULL)
    choose (self, get_sample (child));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Escape empties the search first. */
static void
on_search_stopped (EtpLaneGallery *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Past the last row of a group the arrows go on in the next. */
static gboolean
on_keynav_failed (GtkWidget *box, GtkDirectionType direction, EtpLaneGallery *self)
{
  const int step = direction == GTK_DIR_UP ? -1 : 1;

  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return GDK_EVENT_PROPAGATE;
  for (int i = 0; i < ETP_N_LANE_GROUPS; i++)
    {
      if (self->boxes[i] != box)
        continue;
      for (i += step; i >= 0 && i < ETP_N_LANE_GROUPS; i += step)
        if (gtk_widget_get_visible (self->boxes[i]))
          return gtk_widget_child_focus (self->boxes[i],
                                         step < 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
      return step < 0 && gtk_widget_grab_focus (self->search);
    }
  return GDK_EVENT_PROPAGATE;
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = etp_wrapped_label_new (text);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_child (const EtpLaneSample *sample)
{
  const char *name = etp_words_get_lane_kind (NULL, sample->kind);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_object_set_data (G_OBJECT (child), "etp-sample", (gpointer) sample);
  g_object_set_data (G_OBJECT (picture), "etp-sample", (gpointer) sample);
  gtk_widget_set_size_request (picture, ETP_LANE_PICTURE_WIDTH, ETP_LANE_PICTURE_HEIGHT);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_halign (row, GTK_ALIGN_START);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "lane-picture");
  /* In a row it keeps its own width, whatever the column has. */
  gtk_box_append (GTK_BOX (row), picture);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), create_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (_ (sample->description), "dim-label"));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_add_css_class (child, "lane-kind");
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (sample->description), -1);
  return child;
}

static void
add_group (EtpLaneGallery *self, GtkBox *content, EtpLaneGroup group)
{
  const char *name = etp_lane_group_get_name (group);
  GtkWidget *heading = create_label (name, "title-4");
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_filter_func (GTK_FLOW_BOX (box), matches, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (box, "child-activated", G_CALLBACK (on_child_activated), self);
  g_signal_connect (box, "keynav-failed", G_CALLBACK (on_keynav_failed), self);
  gtk_box_append (content, heading);
  gtk_box_append (content, box);
  self->headings[group] = heading;
  self->boxes[group] = box;
}

static void
add_kinds (EtpLaneGallery *self)
{
  guint n_samples = 0;
  const EtpLaneSample *samples = etp_lane_samples_get (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    if (self->filter == NULL || self->filter (samples[i].kind, self->owner))
      gtk_flow_box_append (GTK_FLOW_BOX (self->boxes[samples[i].group]),
                           create_child (&samples[i]));
  on_search_changed (self); /* groups without a kind are not shown */
  paint_pictures (self);
}

static void
etp_lane_gallery_dispose (GObject *object)
{
  EtpLaneGallery *self = ETP_LANE_GALLERY (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_queue_clear (&self->waiting);
  g_clear_object (&self->owner);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (etp_lane_gallery_parent_class)->dispose (object);
}

static void
etp_lane_gallery_class_init (EtpLaneGalleryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_lane_gallery_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
create_search (EtpLaneGallery *self)
{
  GtkWidget *search = gtk_search_entry_new ();

  gtk_widget_set_hexpand (search, TRUE);
  g_object_set (search, "placeholder-text", _ ("Search kinds of lanes"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search kinds of lanes"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), GTK_WIDGET (self));
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (search, "activate", G_CALLBACK (on_search_activated), self);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (on_search_stopped), self);
  return search;
}

static void
etp_lane_gallery_init (EtpLaneGallery *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  etp_compat_window_init (GTK_WINDOW (self));
  g_queue_init (&self->waiting);
  self->search = create_search (self);
  self->scroller = gtk_scrolled_window_new ();
  self->nothing = gtk_label_new (_ ("There is no such kind of lane."));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_margin_top (self->search, 6);
  gtk_widget_set_margin_start (self->search, 18);
  gtk_widget_set_margin_end (self->search, 18);
  gtk_widget_set_margin_start (content, 14);
  gtk_widget_set_margin_end (content, 14);
  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_box_append (GTK_BOX (content), self->nothing);
  for (guint i = 0; i < ETP_N_LANE_GROUPS; i++)
    add_group (self, GTK_BOX (content), (EtpLaneGroup) i);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (paint_pictures), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (paint_pictures), self,
                           G_CONNECT_SWAPPED);
}

void
etp_lane_gallery_show (GtkWindow *parent,
                       const char *title,
                       EtpLaneFilter filter,
                       EtpLaneChosen chosen,
                       GObject *owner)
{
  EtpLaneGallery *self = g_object_new (ETP_TYPE_LANE_GALLERY, "transient-for", parent, "modal",
                                       TRUE, "destroy-with-parent", TRUE, "title", title, NULL);
  const int room = gtk_widget_get_width (GTK_WIDGET (parent));

  self->owner = g_object_ref (owner);
  self->filter = filter;
  self->chosen = chosen;
  gtk_window_set_default_size (GTK_WINDOW (self), room > 0 ? MIN (WIDTH, room) : WIDTH, HEIGHT);
  add_kinds (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->search);
}
