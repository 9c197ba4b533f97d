/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-stream.h"
#include "file/etp-fragment.h"
#include "model/etp-fields.h"
#include "model/etp-limits.h"

/* Copy and paste. What is copied is a fragment, and plain text for other programs. What is pasted is
 * read without blocking; it belongs to the journey that was shown when the key was pressed. */

typedef struct
{
  EtpWindow *window; /* owned reference */
  EtpJourney *journey; /* owned */
  EtpNode *lane, *phase; /* owned; NULL: nowhere in the grid */
  guint index;
} Paste;

static void
paste_free (Paste *self)
{
  g_object_unref (self->window);
  g_object_unref (self->journey);
  g_clear_object (&self->lane);
  g_clear_object (&self->phase);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* Copy */

static void
add_once (GPtrArray *nodes, EtpNode *node)
{
  if (!g_ptr_array_find (nodes, node, NULL))
    g_ptr_array_add (nodes, node);
}

/* A phase or a lane is copied with its cards. */
static void
add_cards_of (EtpJourney *journey, GPtrArray *nodes)
{
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  EtpNode *card;

  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (ids, (gpointer) etp_node_get_id (nodes->pdata[i]));
  for (guint i = 0; (card = etp_node_list_get (cards, i)) != NULL; i++)
    if (!g_hash_table_contains (ids, etp_node_get_id (card))
        && (g_hash_table_contains (ids, etp_node_get_text (card, ETP_CARD_PHASE))
            || g_hash_table_contains (ids, etp_node_get_text (card, ETP_CARD_LANE))))
      g_ptr_array_add (nodes, card);
}

/* Links come along with what they link. */
static void
add_links_of (EtpJourney *journey, GPtrArray *nodes)
{
  EtpNodeList *links = etp_journey_get_list (journey, ETP_LIST_LINKS);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  EtpNode *link;

  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (ids, (gpointer) etp_node_get_id (nodes->pdata[i]));
  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    if (g_hash_table_contains (ids, etp_node_get_text (link, ETP_LINK_FROM))
        && g_hash_table_contains (ids, etp_node_get_text (link, ETP_LINK_TO)))
      g_ptr_array_add (nodes, link);
}

/* What of the selection can stand for itself. */
static GPtrArray *
dup_copied (EtpWindow *self, guint *n_named)
{
  g_autoptr (GPtrArray) selected = etp_canvas_dup_selected_nodes (self->canvas);
  EtpJourney *journey = etp_window_get_journey (self);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < selected->len; i++)
    {
      EtpNode *node = selected->pdata[i];
      const EtpListKind list = node != ETP_NODE (journey) ? etp_node_get_list (node) : ETP_N_LISTS;

      if (list == ETP_LIST_CARDS || list == ETP_LIST_PHASES || list == ETP_LIST_LANES
          || list == ETP_LIST_MEASURES || list == ETP_LIST_METRICS)
        add_once (nodes, node);
    }
  add_cards_of (journey, nodes);
  *n_named = nodes->len;
  add_links_of (journey, nodes);
  return nodes;
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  guint n_named = 0; /* links have no text */
  g_autoptr (GPtrArray) nodes = dup_copied (self, &n_named);
  EtpJourney *journey = etp_window_get_journey (self);
  g_autofree char *plain = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) unused = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *parts[2];

  if (nodes->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  bytes = etp_fragment_write (journey, (EtpNode *const *) nodes->pdata, nodes->len, NULL);
  unused = etp_fragment_write (journey, (EtpNode *const *) nodes->pdata, n_named, &plain);
  parts[0] = gdk_content_provider_new_for_bytes (ETP_FRAGMENT_MIME_TYPE, bytes);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  provider = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

/* Paste */

/* The map may be another one by the time that everything is read. */
static gboolean
is_current (const Paste *self)
{
  return etp_window_get_journey (self->window) == self->journey;
}

static gboolean
takes_cards (EtpNode *lane)
{
  switch (etp_node_get_enum (lane, ETP_LANE_KIND))
    {
    case ETP_LANE_KIND_EMOTION:
    case ETP_LANE_KIND_CHANNELS:
    case ETP_LANE_KIND_LINE:
    case ETP_LANE_KIND_MEASURES:
    case ETP_LANE_KIND_METRICS:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
has_list (const EtpFragment *fragment, EtpListKind list)
{
  for (guint i = 0; i < etp_fragment_get_length (fragment); i++)
    if (etp_node_get_list (etp_fragment_get_node (fragment, i)) == list)
      return TRUE;
  return FALSE;
}

/* Cards go where the selection is; phases and lanes, with what lies in them, behind the selected. */
static EtpFragmentPlace
find_place (const Paste *self, const EtpFragment *fragment)
{
  const gboolean has_phases = has_list (fragment, ETP_LIST_PHASES);
  const gboolean has_lanes = has_list (fragment, ETP_LIST_LANES);
  EtpFragmentPlace place = { .index = G_MAXUINT, .position = G_MAXUINT };
  EtpNode *beside = has_phases ? self->phase : self->lane;

  if (!has_phases && !has_lanes)
    {
      place.lane = self->lane;
      place.phase = self->phase;
      place.index = self->index;
    }
  else if (has_phases != has_lanes && beside != NULL && etp_node_get_journey (beside) != NULL)
    place.position = etp_node_list_get_index (
                         etp_journey_get_list (self->journey, etp_node_get_list (beside)), beside)
                     + 1;
  return place;
}

static void
select_pasted (Paste *self, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (etp_node_get_list (nodes->pdata[i]) != ETP_LIST_LINKS)
      g_ptr_array_add (shown, nodes->pdata[i]);
  gtk_widget_grab_focus (GTK_WIDGET (self->window->canvas));
  etp_canvas_select_nodes (self->window->canvas, shown);
}

static void
paste_fragment (Paste *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (EtpFragment) fragment = etp_fragment_read (bytes, &error);
  EtpFragmentPlace place;

  if (fragment == NULL)
    {
      etp_window_tell_error (self->window, error);
      return;
    }
  place = find_place (self, fragment);
  if (place.lane != NULL && has_list (fragment, ETP_LIST_CARDS) && !takes_cards (place.lane))
    {
      etp_window_tell (self->window, _ ("This lane shows no cards. Select another place to paste."),
                       NULL, NULL);
      return;
    }
  /* Translators: what undo is called. */
  if (!etp_fragment_insert (fragment, self->journey, &place, _ ("Paste"), nodes, &error))
    etp_window_tell_error (self->window, error);
  else
    select_pasted (self, nodes);
}

static void
on_fragment_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = etp_stream_read_all_finish (result, &error);

  if (bytes == NULL)
    etp_window_tell_error (self->window, error);
  else if (is_current (self))
    paste_fragment (self, bytes);
}

static void
on_fragment (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream)
      stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream == NULL)
    etp_window_tell_error (self->window, error);
  else
    etp_stream_read_all_async (stream, ETP_LIMIT_FILE_BYTES, NULL, on_fragment_read,
                               g_steal_pointer (&self));
}

static Paste *
paste_new (EtpWindow *window, gboolean is_here)
{
  Paste *self = g_new0 (Paste, 1);
  EtpCanvasPlace place;

  self->window = g_object_ref (window);
  self->journey = g_object_ref (etp_window_get_journey (window));
  if (is_here ? etp_canvas_get_menu_place (window->canvas, &place)
              : etp_canvas_get_selected_place (window->canvas, &place))
    {
      g_set_object (&self->lane, place.lane);
      g_set_object (&self->phase, place.phase);
      self->index = place.index;
    }
  return self;
}

static void
begin_paste (EtpWindow *self, gboolean is_here)
{
  static const char *types[] = { ETP_FRAGMENT_MIME_TYPE, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (etp_journey_get_read_only (etp_window_get_journey (self)))
    etp_window_tell (self, _ ("This map is read-only. Save a copy to change it."), NULL, NULL);
  else if (gdk_content_formats_contain_mime_type (formats, ETP_FRAGMENT_MIME_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_fragment,
                              paste_new (self, is_here));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_paste (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  begin_paste (user_data, FALSE);
}

static void
on_paste_here (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  begin_paste (user_data, TRUE);
}

void
etp_window_add_clipboard (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "copy", .activate = on_copy },
    { .name = "paste", .activate = on_paste },
    { .name = "paste-here", .activate = on_paste_here },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
