/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Titles are whole in every language, so each verb of each list has its own. */

static const EtpVerbRow verbs[] = {
  { "unit.add", N_ ("Add Department"), ETP_LIST_UNITS },
  { "unit.edit", N_ ("Edit Department"), ETP_LIST_UNITS },
  { "unit.remove", N_ ("Remove Department"), ETP_LIST_UNITS },
  { "unit.move", N_ ("Move Department"), ETP_LIST_UNITS },
  { "system.add", N_ ("Add System"), ETP_LIST_SYSTEMS },
  { "system.edit", N_ ("Edit System"), ETP_LIST_SYSTEMS },
  { "system.remove", N_ ("Remove System"), ETP_LIST_SYSTEMS },
  { "system.move", N_ ("Move System"), ETP_LIST_SYSTEMS },
  { "source.add", N_ ("Add Source"), ETP_LIST_SOURCES },
  { "source.edit", N_ ("Edit Source"), ETP_LIST_SOURCES },
  { "source.remove", N_ ("Remove Source"), ETP_LIST_SOURCES },
  { "source.move", N_ ("Move Source"), ETP_LIST_SOURCES },
  { "offer.add", N_ ("Add Offer"), ETP_LIST_OFFERS },
  { "offer.edit", N_ ("Edit Offer"), ETP_LIST_OFFERS },
  { "offer.remove", N_ ("Remove Offer"), ETP_LIST_OFFERS },
  { "offer.move", N_ ("Move Offer"), ETP_LIST_OFFERS },
  { "persona.add", N_ ("Add Persona"), ETP_LIST_PERSONAS },
  { "persona.edit", N_ ("Edit Persona"), ETP_LIST_PERSONAS },
  { "persona.remove", N_ ("Remove Persona"), ETP_LIST_PERSONAS },
  { "persona.move", N_ ("Move Persona"), ETP_LIST_PERSONAS },
  { "channel.add", N_ ("Add Channel"), ETP_LIST_CHANNELS },
  { "channel.edit", N_ ("Edit Channel"), ETP_LIST_CHANNELS },
  { "channel.remove", N_ ("Remove Channel"), ETP_LIST_CHANNELS },
  { "channel.move", N_ ("Move Channel"), ETP_LIST_CHANNELS },
  { "touchpoint.add", N_ ("Add Touchpoint"), ETP_LIST_TOUCHPOINTS },
  { "touchpoint.edit", N_ ("Edit Touchpoint"), ETP_LIST_TOUCHPOINTS },
  { "touchpoint.remove", N_ ("Remove Touchpoint"), ETP_LIST_TOUCHPOINTS },
  { "touchpoint.move", N_ ("Move Touchpoint"), ETP_LIST_TOUCHPOINTS },
  { "phase.add", N_ ("Add Phase"), ETP_LIST_PHASES },
  { "phase.edit", N_ ("Edit Phase"), ETP_LIST_PHASES },
  { "phase.remove", N_ ("Remove Phase"), ETP_LIST_PHASES },
  { "phase.move", N_ ("Move Phase"), ETP_LIST_PHASES },
  { "key-moment.add", N_ ("Add Key Moment"), ETP_LIST_KEY_MOMENTS },
  { "key-moment.edit", N_ ("Edit Key Moment"), ETP_LIST_KEY_MOMENTS },
  { "key-moment.remove", N_ ("Remove Key Moment"), ETP_LIST_KEY_MOMENTS },
  { "key-moment.move", N_ ("Move Key Moment"), ETP_LIST_KEY_MOMENTS },
  { "lane.add", N_ ("Add Lane"), ETP_LIST_LANES },
  { "lane.edit", N_ ("Edit Lane"), ETP_LIST_LANES },
  { "lane.remove", N_ ("Remove Lane"), ETP_LIST_LANES },
  { "lane.move", N_ ("Move Lane"), ETP_LIST_LANES },
  { "card.add", N_ ("Add Card"), ETP_LIST_CARDS },
  { "card.edit", N_ ("Edit Card"), ETP_LIST_CARDS },
  { "card.remove", N_ ("Remove Card"), ETP_LIST_CARDS },
  { "card.move", N_ ("Move Card"), ETP_LIST_CARDS },
  { "link.add", N_ ("Add Link"), ETP_LIST_LINKS },
  { "link.edit", N_ ("Edit Link"), ETP_LIST_LINKS },
  { "link.remove", N_ ("Remove Link"), ETP_LIST_LINKS },
  { "link.move", N_ ("Move Link"), ETP_LIST_LINKS },
  { "measure.add", N_ ("Add Measure"), ETP_LIST_MEASURES },
  { "measure.edit", N_ ("Edit Measure"), ETP_LIST_MEASURES },
  { "measure.remove", N_ ("Remove Measure"), ETP_LIST_MEASURES },
  { "measure.move", N_ ("Move Measure"), ETP_LIST_MEASURES },
  { "metric.add", N_ ("Add Metric"), ETP_LIST_METRICS },
  { "metric.edit", N_ ("Edit Metric"), ETP_LIST_METRICS },
  { "metric.remove", N_ ("Remove Metric"), ETP_LIST_METRICS },
  { "metric.move", N_ ("Move Metric"), ETP_LIST_METRICS },
  { "vote-round.add", N_ ("Add Vote Round"), ETP_LIST_VOTE_ROUNDS },
  { "vote-round.edit", N_ ("Edit Vote Round"), ETP_LIST_VOTE_ROUNDS },
  { "vote-round.remove", N_ ("Remove Vote Round"), ETP_LIST_VOTE_ROUNDS },
  { "vote-round.move", N_ ("Move Vote Round"), ETP_LIST_VOTE_ROUNDS },
  { "snapshot.add", N_ ("Add Snapshot"), ETP_LIST_SNAPSHOTS },
  { "snapshot.edit", N_ ("Edit Snapshot"), ETP_LIST_SNAPSHOTS },
  { "snapshot.remove", N_ ("Remove Snapshot"), ETP_LIST_SNAPSHOTS },
  { "snapshot.move", N_ ("Move Snapshot"), ETP_LIST_SNAPSHOTS },
  { "comment.add", N_ ("Add Comment"), ETP_LIST_COMMENTS },
  { "comment.edit", N_ ("Edit Comment"), ETP_LIST_COMMENTS },
  { "comment.remove", N_ ("Remove Comment"), ETP_LIST_COMMENTS },
  { "comment.move", N_ ("Move Comment"), ETP_LIST_COMMENTS },
  { "asset.add", N_ ("Add Image"), ETP_LIST_ASSETS },
  { "asset.edit", N_ ("Edit Image"), ETP_LIST_ASSETS },
  { "asset.remove", N_ ("Remove Image"), ETP_LIST_ASSETS },
  { "asset.move", N_ ("Move Image"), ETP_LIST_ASSETS },
  { "journey.edit", N_ ("Edit Journey"), ETP_N_LISTS },
  { "insights.set", N_ ("Edit Insights"), ETP_N_LISTS },
  { "phase.insert", N_ ("Insert Phase"), ETP_LIST_PHASES },
  { "lane.insert", N_ ("Insert Lane"), ETP_LIST_LANES },
  { "phase.duplicate", N_ ("Duplicate Phase"), ETP_LIST_PHASES },
  { "lane.duplicate", N_ ("Duplicate Lane"), ETP_LIST_LANES },
  { "phase.rename", N_ ("Rename Phase"), ETP_LIST_PHASES },
  { "phase.resize", N_ ("Resize Phase"), ETP_LIST_PHASES },
  { "phase.color", N_ ("Colour Phase"), ETP_LIST_PHASES },
  { "phase.collapse", N_ ("Collapse Phase"), ETP_LIST_PHASES },
  { "phase.expand", N_ ("Expand Phase"), ETP_LIST_PHASES },
  { "phase.hide", N_ ("Hide Phase"), ETP_LIST_PHASES },
  { "phase.show", N_ ("Show Phase"), ETP_LIST_PHASES },
  { "lane.rename", N_ ("Rename Lane"), ETP_LIST_LANES },
  { "lane.set-kind", N_ ("Change Kind of Lane"), ETP_LIST_LANES },
  { "lane.resize", N_ ("Resize Lane"), ETP_LIST_LANES },
  { "lane.color", N_ ("Colour Lane"), ETP_LIST_LANES },
  { "lane.collapse", N_ ("Collapse Lane"), ETP_LIST_LANES },
  { "lane.expand", N_ ("Expand Lane"), ETP_LIST_LANES },
  { "lane.hide", N_ ("Hide Lane"), ETP_LIST_LANES },
  { "lane.show", N_ ("Show Lane"), ETP_LIST_LANES },
  { "map.show-all", N_ ("Show Hidden Lanes and Phases"), ETP_N_LISTS },
  { "map.fill", N_ ("Paste Table"), ETP_N_LISTS },
  { "card.park", N_ ("Move to Parking Lot"), ETP_LIST_CARDS },
  { "card.align", N_ ("Align Note with Step"), ETP_LIST_CARDS },
  { "card.cluster", N_ ("Group Cards"), ETP_LIST_CARDS },
  { "card.add-several", N_ ("Add Cards"), ETP_LIST_CARDS },
  { "card.drop", N_ ("Move Card"), ETP_LIST_CARDS },
  { "card.copy", N_ ("Copy Card"), ETP_LIST_CARDS },
  { "card.group", N_ ("Group Cards"), ETP_LIST_CARDS },
  { "card.ungroup", N_ ("Ungroup Cards"), ETP_LIST_CARDS },
  { "card.extend", N_ ("Extend Card over Phases"), ETP_LIST_CARDS },
  { "card.duplicate", N_ ("Duplicate Cards"), ETP_LIST_CARDS },
  { "card.vote", N_ ("Vote"), ETP_LIST_CARDS },
  { "note.add", N_ ("Add Note"), ETP_LIST_CARDS },
  { "votes.set", N_ ("Set Votes"), ETP_LIST_CARDS },
  { "votes.begin", N_ ("Begin Round of Votes"), ETP_LIST_VOTE_ROUNDS },
  { "votes.close", N_ ("Close Round of Votes"), ETP_LIST_VOTE_ROUNDS },
  { "lane.sort-by-votes", N_ ("Sort Lane by Votes"), ETP_LIST_LANES },
  { "card.answer", N_ ("Add Opportunity"), ETP_LIST_CARDS },
  { "emotion.set-value", N_ ("Set Emotion"), ETP_LIST_CARDS },
  { "emotion.set-target", N_ ("Set Emotion Target"), ETP_LIST_CARDS },
  { "emotion.set-feeling", N_ ("Name Feeling"), ETP_LIST_CARDS },
  { "emotion.rate", N_ ("Rate Emotion"), ETP_LIST_CARDS },
  { "emotion.remove", N_ ("Remove Emotion"), ETP_LIST_CARDS },
  { "step.add", N_ ("Add Step"), ETP_LIST_CARDS },
  { "link.connect", N_ ("Connect"), ETP_LIST_LINKS },
  { "link.turn", N_ ("Turn Link Around"), ETP_LIST_LINKS },
  { "measure.add-from-cards", N_ ("Add Measure for Cards"), ETP_LIST_MEASURES },
  { "measure.plan", N_ ("Plan Measure"), ETP_LIST_MEASURES },
  { "measure.rate", N_ ("Rate Measure"), ETP_LIST_MEASURES },
  { "measure.move-to", N_ ("Move Measure"), ETP_LIST_MEASURES },
  { "result.duplicate", N_ ("Duplicate"), ETP_LIST_MEASURES },
  { "metric.record", N_ ("Record Metric Value"), ETP_LIST_METRICS },
  { "metric.forget", N_ ("Remove Metric Value"), ETP_LIST_METRICS },
  { "touchpoint.set-usage", N_ ("Set Touchpoint Usage"), ETP_LIST_TOUCHPOINTS },
  { "asset.import", N_ ("Add Image"), ETP_LIST_ASSETS },
  { "snapshot.take", N_ ("Take Snapshot"), ETP_LIST_SNAPSHOTS },
  { "snapshot.restore", N_ ("Restore Snapshot"), ETP_LIST_SNAPSHOTS },
  { "unit.merge", N_ ("Merge Departments"), ETP_LIST_UNITS },
  { "system.merge", N_ ("Merge Systems"), ETP_LIST_SYSTEMS },
  { "source.merge", N_ ("Merge Sources"), ETP_LIST_SOURCES },
  { "offer.merge", N_ ("Merge Offers"), ETP_LIST_OFFERS },
  { "persona.merge", N_ ("Merge Personas"), ETP_LIST_PERSONAS },
  { "channel.merge", N_ ("Merge Channels"), ETP_LIST_CHANNELS },
  { "touchpoint.merge", N_ ("Merge Touchpoints"), ETP_LIST_TOUCHPOINTS },
  { "tag.add", N_ ("Add Tag"), ETP_N_LISTS },
  { "tag.rename", N_ ("Rename Tag"), ETP_N_LISTS },
  { "tag.merge", N_ ("Merge Tags"), ETP_N_LISTS },
  { "tag.remove", N_ ("Remove Tag"), ETP_N_LISTS },
  { "several.edit", N_ ("Edit Several"), ETP_N_LISTS },
  { "several.remove", N_ ("Remove Several"), ETP_N_LISTS },
};
G_STATIC_ASSERT (G_N_ELEMENTS (verbs) == ETP_N_VERBS);

const EtpVerbRow *
etp_verb_get_row (EtpVerb verb)
{
  g_return_val_if_fail ((guint) verb < ETP_N_VERBS, NULL);
  return &verbs[verb];
}

EtpVerb
etp_verb_for_list (EtpListKind list, EtpVerbAction action)
{
  g_return_val_if_fail ((guint) list < ETP_N_LISTS, ETP_VERB_JOURNEY_EDIT);
  return (EtpVerb) ((guint) list * ETP_N_VERB_ACTIONS + (guint) action);
}

int
etp_verb_find (const char *name)
{
  for (guint i = 0; i < ETP_N_VERBS; i++)
    if (strcmp (verbs[i].name, name) == 0)
      return (int) i;

  return -1;
}
