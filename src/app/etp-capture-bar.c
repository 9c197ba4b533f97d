/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-capture-bar-private.h"

#include <glib/gi18n-lib.h>

#include "canvas/etp-focus.h"
#include "etp-capture-layout.h"
#include "etp-preedit.h"
#include "etp-typing.h"
#include "model/etp-edit-card.h"
#include "model/etp-error.h"

#define ENTRY_CHARS 20 /* at the least beside the words */
#define WORDS_CHARS 36

enum
{
  CLOSED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpCaptureBar, etp_capture_bar, GTK_TYPE_WIDGET)

static void
update (EtpCaptureBar *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  g_autofree char *code = NULL;
  g_autofree char *words = NULL;
  EtpCaptureTarget target;
  const char *text;

  if (journey == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (etp_canvas_get_room (self->canvas))
    gtk_widget_add_css_class (self->box, "room");
  else
    gtk_widget_remove_css_class (self->box, "room");
  text = etp_capture_bar_resolve (self, journey, &target);
  code = etp_capture_dup_code (journey, &target);
  words = etp_capture_dup_words (journey, &target);
  gtk_label_set_label (self->code, code);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  etp_capture_bar_describe (self, words);
  etp_canvas_set_capture_target (self->canvas, target.lane, target.phase, text);
}

static void
on_changed (EtpCaptureBar *self)
{
  etp_capture_bar_forget_said (self);
  update (self);
}

static void
on_selection_changed (EtpCaptureBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && etp_capture_bar_follow_selection (self))
    update (self);
}

/* Notes go where the click was, also if that is selected already, and what is typed next is one. What takes
 * no notes keeps the keyboard, for its own commands. */
static void
on_clicked (EtpCaptureBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self))
      && (etp_item_ref_is_none (etp_canvas_get_selection (self->canvas))
          || etp_capture_bar_aim_at_selection (self)))
    etp_capture_bar_open (self);
}

static gboolean
on_idle (gpointer user_data)
{
  EtpCaptureBar *self = user_data;

  self->idle_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Emitted while the canvas is laid out. */
static void
on_scene_changed (EtpCaptureBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && self->idle_id == 0)
    self->idle_id = g_idle_add (on_idle, self);
}

static void
set_text (EtpCaptureBar *self, const char *text)
{
  /* What can be taken back from here on is the note, not its letters. */
  etp_typing_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
}

/* A code without text: from now on notes go there. */
static void
go_to (EtpCaptureBar *self, const EtpCaptureTarget *target)
{
  if (target->step != NULL && !etp_capture_bar_select_step (self, target->step))
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
  etp_capture_bar_set_last (self, target);
  set_text (self, "");
  update (self);
}

/* It stays, so that it is seen where it ends. */
static void
refuse_cut (EtpCaptureBar *self)
{
  g_autoptr (GError) error = g_error_new_literal (
      ETP_MODEL_ERROR, ETP_MODEL_ERROR_LIMIT,
      _ ("This text is too long for one line. Paste it into a card of the map instead."));

  g_signal_emit (self, signals[FAILED], 0, error);
}

/* A code without text that leads nowhere. */
static gboolean
is_failed_jump (const char *line, gboolean is_astray)
{
  EtpCaptureLine parsed;

  etp_capture_parse (line, &parsed);
  return is_astray && parsed.text[0] == '\0';
}

static void
on_activate (EtpCaptureBar *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  const char *line = gtk_editable_get_text (self->entry);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  EtpCaptureTarget target;
  gboolean is_astray;

  if (journey == NULL)
    return;
  is_astray = etp_capture_is_astray (journey, line);
  if (is_failed_jump (line, is_astray))
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  if (etp_typing_is_full (self->entry))
    {
      refuse_cut (self);
      return;
    }
  text = g_strchomp (g_strdup (etp_capture_bar_resolve (self, journey, &target)));
  if (text[0] == '\0')
    {
      if (gtk_editable_get_text (self->entry)[0] != '\0')
        go_to (self, &target);
      else
        gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  if (etp_edit_add_note (journey, target.lane, target.phase, target.step, text, &error) == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (!is_astray) /* the next one goes where the one before it went */
    etp_capture_bar_set_last (self, &target);
  set_text (self, "");
  etp_capture_bar_say_added (self, journey, &target);
  update (self);
}

/* What is typed without the code before it. If it begins with what would be taken for one that leads nowhere, it
 * gets that of the target, as it would go to the parking lot. */
static void
set_text_for (EtpCaptureBar *self,
              EtpJourney *journey,
              const char *text,
              const EtpCaptureTarget *target)
{
  g_autofree char *code = etp_capture_dup_code (journey, target);
  g_autofree char *line = g_strdup_printf ("%s %s", code, text);
  EtpCaptureLine parsed;

  etp_capture_parse (line, &parsed);
  set_text (self, etp_capture_is_astray (journey, text) && parsed.code != ETP_CAPTURE_PLAIN ? line
                                                                                            : text);
}

static gboolean
move_target (EtpCaptureBar *self, int columns, int rows)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  EtpCaptureTarget target;
  const char *text;

  if (journey == NULL)
    return FALSE;
  text = etp_capture_bar_resolve (self, journey, &target);
  if (etp_capture_is_astray (journey, gtk_editable_get_text (self->entry)))
    target = etp_capture_bar_get_last (self, journey);
  if (!etp_capture_move (journey, &target, columns, rows))
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return TRUE;
    }
  etp_capture_bar_set_last (self, &target);
  set_text_for (self, journey, text, &target);
  update (self);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint key,
        guint code,
        GdkModifierType modifiers,
        EtpCaptureBar *self)
{
  const GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();
  const gboolean is_empty = gtk_editable_get_text (self->entry)[0] == '\0';

  if (etp_preedit_is_open (GTK_WIDGET (self->entry))
      || etp_focus_is_in_popup (GTK_WIDGET (self->entry)))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && held == 0)
    {
      g_signal_emit (self, signals[CLOSED], 0);
      return GDK_EVENT_STOP;
    }
  if (held != GDK_ALT_MASK && (held != 0 || !is_empty))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_target (self, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_target (self, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_target (self, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_target (self, 0, 1);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_close_clicked (EtpCaptureBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
on_allocated (gpointer user_data)
{
  EtpCaptureBar *self = user_data;

  self->hint_id = 0;
  etp_capture_bar_choose_hint (self);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
etp_capture_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
etp_capture_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (ETP_CAPTURE_BAR (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* Another hint asks for another layout, which must not be while sizes are given out. */
static void
etp_capture_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EtpCaptureBar *self = ETP_CAPTURE_BAR (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (self->hint_id == 0)
    self->hint_id = g_idle_add (on_allocated, self);
}

static void
etp_capture_bar_dispose (GObject *object)
{
  EtpCaptureBar *self = ETP_CAPTURE_BAR (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->hint_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_capture_bar_parent_class)->dispose (object);
}

static void
etp_capture_bar_finalize (GObject *object)
{
  EtpCaptureBar *self = ETP_CAPTURE_BAR (object);

  g_free (self->lane);
  g_free (self->phase);
  g_free (self->step);
  g_free (self->seen);
  etp_capture_bar_forget_said (self);
  G_OBJECT_CLASS (etp_capture_bar_parent_class)->finalize (object);
}

static void
etp_capture_bar_class_init (EtpCaptureBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = etp_capture_bar_dispose;
  object_class->finalize = etp_capture_bar_finalize;
  widget_class->get_request_mode = etp_capture_bar_get_request_mode;
  widget_class->measure = etp_capture_bar_measure;
  widget_class->size_allocate = etp_capture_bar_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CLOSED] = g_signal_new ("closed", ETP_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", ETP_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static GtkWidget *
create_entry (EtpCaptureBar *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, 8);
  gtk_editable_set_max_width_chars (self->entry, ENTRY_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), etp_capture_bar_get_whole_hint ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Capture a note"), -1);
  etp_preedit_watch (entry);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
etp_capture_bar_init (EtpCaptureBar *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box, etp_capture_layout_new ());
  gtk_widget_add_css_class (self->box, "capture-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->code = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->code, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->code), "capture-code");
  gtk_widget_add_css_class (GTK_WIDGET (self->code), "accent");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->code));
  gtk_box_append (GTK_BOX (self->box), create_entry (self));

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (self->words, WORDS_CHARS);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->words));

  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_tooltip_text (close, _ ("Close the Capture Line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close the Capture Line"), -1);
  g_signal_connect_object (close, "clicked", G_CALLBACK (on_close_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), close);
}

GtkWidget *
etp_capture_bar_new (EtpCanvas *canvas)
{
  EtpCaptureBar *self = g_object_new (ETP_TYPE_CAPTURE_BAR, "visible", FALSE, NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "scene-changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
etp_capture_bar_open (EtpCaptureBar *self)
{
  EtpJourney *journey;

  g_return_if_fail (ETP_IS_CAPTURE_BAR (self));

  journey = etp_canvas_get_journey (self->canvas);
  if (journey == NULL)
    return;
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      etp_capture_bar_choose_target (self, journey);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      self->n_added = 0;
    }
  etp_capture_bar_forget_said (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
  update (self);
}

gboolean
etp_capture_bar_take_keyboard (EtpCaptureBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (ETP_IS_CAPTURE_BAR (self), FALSE);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (!gtk_widget_get_visible (widget) || focus == NULL || gtk_widget_is_ancestor (focus, widget)
      || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;
  etp_capture_bar_open (self);
  return TRUE;
}

void
etp_capture_bar_close (EtpCaptureBar *self)
{
  g_return_if_fail (ETP_IS_CAPTURE_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  g_clear_handle_id (&self->idle_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  etp_canvas_end_capture (self->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

gboolean
etp_capture_bar_get_target (EtpCaptureBar *self, EtpNode **lane, EtpNode **phase)
{
  EtpJourney *journey;
  EtpCaptureTarget target;

  g_return_val_if_fail (ETP_IS_CAPTURE_BAR (self), FALSE);

  journey = etp_canvas_get_journey (self->canvas);
  if (journey == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  etp_capture_bar_resolve (self, journey, &target);
  *lane = target.lane;
  *phase = target.phase;
  return target.lane != NULL;
}
