/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/etp-preedit.h"
#include "app/etp-typing.h"
#include "etp-picker.h"
#include "etp-wrap.h"
#include "model/etp-usage.h"

/* A list of short texts, such as tags: chips, and an entry in which Enter adds one; among tags a comma
 * does, too. */

struct _EtpEditorTexts
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box;
  GtkEditable *entry;
  GtkWidget *end; /* what follows the chips: the entry, or the button before it */

  /* owned */
  GPtrArray *texts; /* of GRefString: what is shown */

  /* state */
  guint comma_id; /* source: a comma was typed */
};

G_DECLARE_FINAL_TYPE (EtpEditorTexts, etp_editor_texts, ETP, EDITOR_TEXTS, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorTexts, etp_editor_texts, ETP_TYPE_EDITOR)

/* Blank ones are none. */
static void
write_texts (EtpEditorTexts *self, const char *without, char **with)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (; with != NULL && *with != NULL; with++)
    if (g_strstrip (*with)[0] != '\0')
      g_ptr_array_add (texts, *with);
  g_ptr_array_add (texts, NULL);
  etp_editor_change_items (ETP_EDITOR (self), without, (const char *const *) texts->pdata);
}

static void
on_remove (GtkButton *button, EtpEditorTexts *self)
{
  GObject *chip = g_object_get_data (G_OBJECT (button), "chip");
  g_autofree char *text = g_strdup (g_object_get_data (chip, "text"));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  write_texts (self, text, NULL);
}

static gboolean
has_text (EtpEditorTexts *self, const char *text)
{
  for (guint i = 0; i < self->texts->len; i++)
    if (strcmp (self->texts->pdata[i], text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_shown (EtpEditorTexts *self, const EtpDatum *datum)
{
  const guint n = datum->u.items != NULL ? datum->u.items->len : 0;

  if (n != self->texts->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (datum->u.items->pdata[i], self->texts->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static GtkWidget *
create_chip (EtpEditorTexts *self, const char *text)
{
  GtkWidget *chip = etp_chip_new (text, NULL, G_CALLBACK (on_remove), self);

  g_object_set_data_full (G_OBJECT (chip), "text", g_strdup (text), g_free);
  return chip;
}

/* The chip of that text among those from first on; NULL: none. */
static GtkWidget *
find_chip (EtpEditorTexts *self, GtkWidget *first, const char *text)
{
  for (GtkWidget *chip = first; chip != self->end; chip = gtk_widget_get_next_sibling (chip))
    if (strcmp (g_object_get_data (G_OBJECT (chip), "text"), text) == 0)
      return chip;
  return NULL;
}

/* Takes away what stands from first on before another child; returns what follows that. */
static GtkWidget *
take_until (EtpEditorTexts *self, GtkWidget *first, GtkWidget *child)
{
  while (first != child)
    {
      GtkWidget *chip = first;

      first = gtk_widget_get_next_sibling (chip);
      gtk_box_remove (GTK_BOX (self->box), chip);
    }
  return gtk_widget_get_next_sibling (child);
}

/* A chip that stays is not made anew: its button may be about to be clicked. */
static void
etp_editor_texts_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorTexts *self = (EtpEditorTexts *) editor;
  GtkWidget *next = gtk_widget_get_first_child (self->box);

  if (is_shown (self, datum))
    return;
  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; datum->u.items != NULL && i < datum->u.items->len; i++)
    {
      const char *text = datum->u.items->pdata[i];
      GtkWidget *chip = find_chip (self, next, text);

      g_ptr_array_add (self->texts, g_ref_string_acquire ((char *) text));
      if (chip == NULL)
        gtk_widget_insert_before (create_chip (self, text), self->box, next);
      else
        next = take_until (self, next, chip);
    }
  take_until (self, next, self->end);
}

/* A tag is a word or two; in a goal or a need a comma is a comma. */
static gboolean
are_tags (EtpEditorTexts *self)
{
  return strcmp (etp_editor_get_row (ETP_EDITOR (self))->member, "tags") == 0;
}

static void
etp_editor_texts_flush (EtpEditor *editor)
{
  EtpEditorTexts *self = (EtpEditorTexts *) editor;
  g_auto (GStrv) typed = NULL;

  typed = g_strsplit (gtk_editable_get_text (self->entry), are_tags (self) ? "," : "\n", -1);
  /* Also when it is empty: what was typed and taken back would come back at another thing. */
  etp_typing_set_text (self->entry, "");
  if (typed[0] == NULL)
    return;
  write_texts (self, NULL, typed);
}

static gboolean
ends_with_comma (EtpEditorTexts *self)
{
  return are_tags (self) && g_str_has_suffix (gtk_editable_get_text (self->entry), ",");
}

static gboolean
on_comma (gpointer user_data)
{
  EtpEditorTexts *self = user_data;

  self->comma_id = 0;
  if (ends_with_comma (self))
    etp_editor_flush (ETP_EDITOR (self));
  return G_SOURCE_REMOVE;
}

static void
etp_editor_texts_forget (EtpEditor *editor)
{
  etp_typing_set_text (((EtpEditorTexts *) editor)->entry, "");
}

/* Before the next letter, but not while the entry is still taking this one in, or back. */
static void
on_changed (EtpEditorTexts *self)
{
  if (ends_with_comma (self) && self->comma_id == 0)
    self->comma_id = g_idle_add_full (G_PRIORITY_HIGH, on_comma, self, NULL);
}

/* Backspace in the empty entry takes the last one away. */
static gboolean
on_key (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, EtpEditorTexts *self)
{
  g_autofree char *last = NULL;

  if (key != GDK_KEY_BackSpace || gtk_editable_get_text (self->entry)[0] != '\0'
      || self->texts->len == 0 || etp_preedit_is_open (GTK_WIDGET (self->entry)))
    return FALSE;
  last = g_strdup (self->texts->pdata[self->texts->len - 1]);
  write_texts (self, last, NULL);
  return TRUE;
}

/* Tags that are in use somewhere. */
static void
list_tags (EtpPicker *picker, gpointer user_data)
{
  EtpEditorTexts *self = user_data;
  g_auto (GStrv) tags = etp_tags_dup_sorted (etp_editor_get_journey (ETP_EDITOR (self)));

  for (guint i = 0; tags[i] != NULL; i++)
    etp_picker_add (picker, tags[i], tags[i], NULL, has_text (self, tags[i]));
  etp_picker_set_create (picker, _ ("New Tag…"));
}

static void
on_tag_picked (EtpPicker *picker, const char *tag, gpointer user_data)
{
  EtpEditorTexts *self = user_data;
  g_autofree char *typed = g_strdup (tag != NULL ? tag : etp_picker_get_new_name (picker));
  char *more[] = { g_strstrip (typed), NULL };

  if (typed[0] == '\0')
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (has_text (self, typed))
    write_texts (self, typed, NULL);
  else
    write_texts (self, NULL, more);
}

static void
on_pick_tag (GtkWidget *button, EtpEditorTexts *self)
{
  etp_picker_open (button, list_tags, on_tag_picked, self);
}

static GtkWidget *
create_tag_button (EtpEditorTexts *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Choose a Tag"));
  gtk_widget_add_css_class (button, "chip-add");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Tag"), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_pick_tag), self);
  return button;
}

static void
etp_editor_texts_dispose (GObject *object)
{
  g_clear_handle_id (&((EtpEditorTexts *) object)->comma_id, g_source_remove);
  G_OBJECT_CLASS (etp_editor_texts_parent_class)->dispose (object);
}

static void
etp_editor_texts_finalize (GObject *object)
{
  g_ptr_array_unref (((EtpEditorTexts *) object)->texts);
  G_OBJECT_CLASS (etp_editor_texts_parent_class)->finalize (object);
}

static void
etp_editor_texts_class_init (EtpEditorTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_editor_texts_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_editor_texts_finalize;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_texts_show;
  ETP_EDITOR_CLASS (klass)->flush = etp_editor_texts_flush;
  ETP_EDITOR_CLASS (klass)->forget = etp_editor_texts_forget;
}

static void
etp_editor_texts_init (EtpEditorTexts *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *entry = gtk_text_new ();

  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  self->entry = GTK_EDITABLE (entry);
  gtk_text_set_placeholder_text (GTK_TEXT (entry), _ ("Add…"));
  gtk_widget_set_hexpand (entry, TRUE);
  self->box = etp_wrap_box_new ();
  self->end = entry;
  gtk_box_append (GTK_BOX (self->box), entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (etp_editor_flush), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (etp_editor_flush), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  etp_preedit_watch (entry);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_css_class (GTK_WIDGET (self), "typed");
}

EtpEditor *
etp_editor_texts_new (const EtpField *row)
{
  EtpEditorTexts *self = g_object_new (etp_editor_texts_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  if (are_tags (self))
    {
      self->end = create_tag_button (self);
      gtk_box_prepend (GTK_BOX (self->box), self->end);
    }
  etp_editor_set_control (ETP_EDITOR (self), self->box, FALSE);
  etp_editor_set_named (ETP_EDITOR (self), GTK_WIDGET (self->entry));
  return ETP_EDITOR (self);
}
