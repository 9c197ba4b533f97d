/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* App-internal: what the window's files share: -actions.c commands, -file.c reads, -save.c
 * saves, -save-failed.c asks what then where that fails, -notices.c says what is with the file. */
#pragma once

#include "app/compat/etp-compat-split.h"
#include "canvas/etp-canvas.h"
#include "etp-document.h"
#include "etp-error-page.h"
#include "etp-notice.h"
#include "etp-shy-box.h"
#include "etp-window-capture.h"
#include "etp-window-find.h"
#include "etp-window.h"
#include "etp-zoom-bar.h"

G_BEGIN_DECLS

struct _EtpWindow
{
  AdwApplicationWindow parent;

  /* template children; the others are made when they are first shown */
  GtkWidget *header_bar, *content;
  GtkBox *top_slot; /* between the notice and the map: find and the like */
  GtkBox *map_box; /* the map and what stands beside it */
  GtkBox *bottom; /* below the map, above the zoom bar: the capture line */
  AdwToastOverlay *toasts;
  GtkWidget *scroller;
  GtkWidget *undo_button, *redo_button;
  EtpShyBox *end_buttons;
  GtkWidget *persona_button; /* whose curve is edited */
  GtkLabel *persona_label;
  GtkWidget *emotion_popover; /* NULL until it is needed; owned by its parent */
  GtkWidget *empty_page; /* instead of a map without anything; NULL until there was one */
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  GMenu *hidden_menu; /* section of the main menu: the phases and lanes that are not shown */
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkStack *stack;
  EtpNotice *notice;
  EtpCanvas *canvas;
  EtpZoomBar *zoom_bar;
  EtpCompatSplit *split; /* the map and, beside or over it, the inspector */

  /* owned */
  EtpWindowFind *find; /* the bars for finding one's way */
  EtpWindowCapture *capture; /* the capture line and the parking lot */
  EtpDocument *document; /* NULL: no map is shown */
  GFile *file; /* the document's, or the one that is being read or could not be; NULL: none */
  GCancellable *loading; /* NULL if nothing is read */
  GFile *exported; /* what was written last; NULL: nothing */
  char *difference; /* what somebody else changed in the file, in words; NULL: nothing */
  char *disk_etag; /* of the file that was compared; NULL: it could not be read */
  char *trouble; /* what went wrong with the file, in words; NULL: nothing */

  char *personas_shown; /* what the persona button's menu was made of */

  struct _EtpPresentation *presentation; /* weak; NULL while the map is not presented */

  char *gallery_lane; /* id of the lane for which the gallery is open; NULL: none */

  /* state */
  guint gallery_is_below : 1; /* a new lane goes below that lane, else above */
  guint load_number; /* of the last read; answers of earlier ones are dropped */
  guint spinner_id; /* source: reading takes long */
  guint inspector_offer_id; /* source: the inspector may show itself */
  guint inspector_settle_id; /* source: the selection has to come into view */
  gboolean inspector_offered;
  gint64 inspector_settles; /* until then the map keeps the selection in view */
  guint autosave_id; /* source: the map is to be saved */
  guint inhibition; /* cookie: the session may not end; 0: it may */
  guint dismissed_notices; /* bits */
  int shown_notice;
  gboolean is_write_protected, is_open_elsewhere; /* the file */
  gboolean disk_is_newer; /* somebody else changed the file with a newer version than this one */
  gboolean is_trouble_of_saving;
  gboolean is_looking_again; /* saving by itself found the file changed, and it is looked at */
  gboolean is_asking_to_leave;
  gboolean is_asking_to_discard; /* the file was read again, and changes would be lost */
  gboolean reads_after_save; /* again, as soon as what is being saved is in the file */
};

/* etp-window.c */
typedef enum
{
  ETP_WINDOW_PAGE_START,
  ETP_WINDOW_PAGE_LOADING,
  ETP_WINDOW_PAGE_ERROR,
  ETP_WINDOW_PAGE_MAP,
} EtpWindowPage;

/* Returns the page's widget. */
GtkWidget *etp_window_show_page (EtpWindow *self, EtpWindowPage page);
EtpWindowPage etp_window_get_page (EtpWindow *self);
void etp_window_update_title (EtpWindow *self);

/* A short message that goes away by itself; plain text. With button and action (NULL: none) there
 * is one thing to do about it; action: its detailed name. */
void etp_window_tell (EtpWindow *self, const char *text, const char *button, const char *action);
/* The same for an error of a verb: what could not be done and why. */
void etp_window_tell_error (EtpWindow *self, const GError *error);
/* The journey that is shown, or NULL; borrowed. */
EtpJourney *etp_window_get_journey (EtpWindow *self);

/* etp-window-file.c */
char *etp_window_dup_file_name (EtpWindow *self); /* what people call the file; "" without one */
/* Whether the file may be other than what is shown, or the map has changes. */
gboolean etp_window_may_reload (EtpWindow *self);
/* Reads the file again, then asks what is to become of changes; a map stays if that fails. */
void etp_window_reload (EtpWindow *self);
void etp_window_check_file (EtpWindow *self);
void etp_window_close_file (EtpWindow *self);

/* etp-window-notices.c */
void etp_window_watch_document (EtpWindow *self); /* the document is another one */
void etp_window_examine_file (EtpWindow *self); /* the file is another one */
void etp_window_check_access (EtpWindow *self); /* whether the file may be written may be new */
void etp_window_take_saved (EtpWindow *self); /* the file was written */
/* The document's file holds what a newer version wrote; this one does not write over it. */
gboolean etp_window_has_newer_file (EtpWindow *self);
void etp_window_update_notice (EtpWindow *self);
void etp_window_dismiss_notice (EtpWindow *self);
/* Something about the file failed that nobody asked for in this moment. NULL: all is well again. */
void etp_window_set_trouble (EtpWindow *self, const char *text, gboolean by_saving);
/* The changes of somebody else to the file may be overwritten. */
gboolean etp_window_may_keep_mine (EtpWindow *self);
void etp_window_keep_mine (EtpWindow *self);

/* etp-window-autosave.c */
/* TRUE if the document need not be saved by hand: that is switched on, and nothing is to be asked. */
gboolean etp_window_saves_itself (EtpWindow *self);
void etp_window_schedule_save (EtpWindow *self); /* there may be something to save */
void etp_window_stop_autosave (EtpWindow *self);

/* etp-window-close.c */
typedef enum
{
  ETP_WINDOW_STAY,
  ETP_WINDOW_LEAVE, /* all is saved */
  ETP_WINDOW_DISCARD, /* the person gave up the changes */
} EtpWindowLeave;

gboolean etp_window_has_changes (EtpWindow *self);
/* Asks what is to happen to the changes and does it, but closes nothing. */
void etp_window_leave_async (EtpWindow *self, GAsyncReadyCallback callback, gpointer user_data);
EtpWindowLeave etp_window_leave_finish (EtpWindow *self, GAsyncResult *result);
/* Closes the window without asking; discard: its crash journal goes, even if it has changes. */
void etp_window_destroy (EtpWindow *self, gboolean discard);
gboolean etp_window_close_request (GtkWindow *window);
void etp_window_update_inhibition (EtpWindow *self);

/* etp-window-save.c */
typedef enum
{
  ETP_WINDOW_SAVE, /* into its file; untitled maps ask for a name */
  ETP_WINDOW_SAVE_AS,
  ETP_WINDOW_SAVE_COPY,
} EtpWindowSave;

/* What is being typed counts: fields hand it over when they lose the focus, so they lose it for a
 * moment. Before anything that depends on whether there are changes. */
void etp_window_take_typing (EtpWindow *self);
/* With all questions. The result is FALSE when nothing was saved, by the person's will or because
 * it failed; failures have been told then. */
void etp_window_save_async (EtpWindow *self,
                            EtpWindowSave how,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean etp_window_save_finish (EtpWindow *self, GAsyncResult *result);
/* The same before the map is closed, into its file: where it fails the changes can be given up. */
void
etp_window_save_to_leave_async (EtpWindow *self, GAsyncReadyCallback callback, gpointer user_data);
EtpWindowLeave etp_window_save_to_leave_finish (EtpWindow *self, GAsyncResult *result);

/* What a file with the map could be called, without an ending: the name of its own file, else its
 * title without what file systems dislike. Free. */
char *etp_window_dup_base_name (EtpWindow *self);

/* etp-window-snapshots.c */
void etp_window_add_snapshots (EtpWindow *self);
void etp_window_end_comparison (EtpWindow *self); /* also before another journey is shown */

/* etp-window-present.c */
void etp_window_add_present (EtpWindow *self);
void etp_window_dispose_present (EtpWindow *self); /* ends it */

/* etp-window-export.c */
void etp_window_add_export (EtpWindow *self);
/* Says that a file was written, and offers to show it. */
void etp_window_tell_exported (EtpWindow *self, GFile *file);

/* etp-window-templates.c */
void etp_window_add_templates (EtpWindow *self);
/* Start pages that are open show the file as it is now. */
void etp_window_tell_saved (EtpWindow *self, GFile *file);

/* etp-window-undo.c */
void etp_window_add_undo (EtpWindow *self);
void etp_window_watch_history (EtpWindow *self); /* the journey is another one */

/* etp-window-inspector.c */
GtkWidget *etp_window_create_split (EtpWindow *self);
void etp_window_update_inspector (EtpWindow *self); /* what the window shows is another page */
void etp_window_flush_typing (EtpWindow *self); /* what is typed there becomes part of the map */
/* Shows the inspector with the keyboard in a field of what is selected. */
void etp_window_show_field (EtpWindow *self, guint field);
GtkWidget *etp_window_get_inspector (EtpWindow *self); /* borrowed; NULL while it is not shown */
/* etp-window-dnd.c */
void etp_window_add_dnd (EtpWindow *self); /* cards, files and text dragged from and to the map */

/* etp-window-map.c */
void etp_window_attach_map (EtpWindow *self); /* hears what the map asks for */

/* etp-window-chain.c */
void etp_window_add_chain (EtpWindow *self);

/* etp-window-curve.c */
void etp_window_add_curve (EtpWindow *self);
void etp_window_watch_personas (EtpWindow *self); /* the journey is another one */
void etp_window_dispose_curve (EtpWindow *self);
/* Tells a screen reader what a command brought about, which shows on the map at the most. */
void etp_window_say (EtpWindow *self, const char *text);

/* etp-window-lanes.c: commands on phases and lanes */
void etp_window_add_lanes (EtpWindow *self);
void etp_window_update_lanes (EtpWindow *self); /* what is selected, or the journey, is another */
void etp_window_select_node (EtpWindow *self, EtpNode *node); /* and gives the map the keyboard */

/* etp-window-hidden.c: phases and lanes that are hidden */
void etp_window_add_hidden (EtpWindow *self);
void etp_window_update_hidden (EtpWindow *self);

/* etp-window-clipboard.c */
void etp_window_add_clipboard (EtpWindow *self);
/* Nodes as others get them: as a fragment with all that belongs to them, and as plain text. A new
 * reference. */
GdkContentProvider *etp_window_provide (EtpWindow *self, GPtrArray *nodes);
void etp_window_copy (EtpWindow *self); /* what is selected */
/* Pastes what is on the clipboard to the target if text, which is that as text, is a list or a table;
 * FALSE: it is neither, or comes from a map, and nothing was done. */
gboolean etp_window_paste_list (EtpWindow *self, const char *text, const EtpCanvasTarget *target);

/* etp-window-managers.c */
void etp_window_add_managers (EtpWindow *self);
void etp_window_update_managers (EtpWindow *self, gboolean has_map);
/* Selects it; what is not to be seen on the map is told and leaves the selection alone. */
void etp_window_go_to_node (EtpWindow *self, EtpNode *node);

/* etp-window-empty.c */
void etp_window_update_empty (EtpWindow *self); /* the journey was edited, or is another one */
void etp_window_focus_map (
    EtpWindow *self); /* the keyboard goes to the map, or to what stands in its place */

/* etp-window-actions.c */
void etp_window_add_actions (EtpWindow *self);
void etp_window_update_actions (EtpWindow *self);
void etp_window_update_reload (EtpWindow *self); /* the file, or who has the keyboard, is another */
void etp_window_add_drop_target (EtpWindow *self);
GListModel *etp_window_create_filters (void); /* for file dialogs: maps first */

G_END_DECLS
