/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of pages share: what must be true of every page of every kind. */
#pragma once

#include "scene/etp-pages.h"

G_BEGIN_DECLS

/* Fails unless every part lies on its page and no text is smaller than 9 pt. */
void pages_test_check_page (const EtpPage *page);
/* Fails unless every thing of every scene that the pages show is whole on one of them. */
void pages_test_check_whole (EtpPages *pages);
/* TRUE if one text of the page is just this. */
gboolean pages_test_shows_text (const EtpPage *page, const char *wanted);
/* TRUE if a card of that id is whole on the page. */
gboolean pages_test_shows_whole (const EtpPage *page, const char *id);

/* In the style of paper, with the fake measurer. As etp_pages_new (). */
EtpPages *pages_test_build (EtpJourney *journey, const EtpPagesOptions *options, GError **error);

G_END_DECLS
