/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli-info.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "model/etp-fields.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* etappe-cli info --json: the same facts for scripts, one JSON object a line. Words are the
 * document's own (as-is, review), never translated; what is not known is left out. */

/* json-glib 1.6 writes U+001F as it is, which is no JSON. */
static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  g_autofree char *line = g_strdup (text);

  if (line[0] == '\0')
    return;
  g_strdelimit (line, "\x1f", ' ');
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, line);
}

static void
add_count (JsonBuilder *builder, const char *member, gint64 count)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, count);
}

static void
add_facts (JsonBuilder *builder, EtpJourney *journey)
{
  add_text (builder, "title", etp_node_get_text (journey, ETP_JOURNEY_TITLE));
  add_text (builder, "language", etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE));
  add_text (builder, "state", etp_node_get_word (journey, ETP_JOURNEY_STATE));
  add_text (builder, "status", etp_node_get_word (journey, ETP_JOURNEY_STATUS));
  add_text (builder, "owner", etp_node_get_text (journey, ETP_JOURNEY_OWNER));
  add_text (builder, "workshopDate", etp_node_get_text (journey, ETP_JOURNEY_WORKSHOP_DATE));
  add_text (builder, "reviewDue", etp_node_get_text (journey, ETP_JOURNEY_REVIEW_DUE));
}

static void
add_counts (JsonBuilder *builder, EtpJourney *journey)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  double share = etp_outline_get_evidence_share (outline);
  guint n_steps, n_parked;

  etp_outline_get_steps (outline, &n_steps);
  etp_outline_get_parked (outline, &n_parked);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  add_count (builder, "steps", n_steps);
  add_count (builder, "parked", n_parked);
  for (EtpListKind kind = ETP_LIST_UNITS; kind < ETP_N_LISTS; kind++)
    add_count (builder, etp_list_get_member (kind),
               etp_node_list_get_length (etp_journey_get_list (journey, kind)));
  json_builder_end_object (builder);
  if (!isnan (share))
    add_count (builder, "evidencePercent", lround (share * 100));
}

char *
etp_cli_info_dup_json (const char *name, EtpJourney *journey)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "file", name);
  add_facts (builder, journey);
  add_counts (builder, journey);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
