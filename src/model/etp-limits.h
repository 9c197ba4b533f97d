/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every limit of what is read, written and accepted from people, stated once. Reader, writer and
 * verbs use these; each is tested at the limit and past it. */
#pragma once

/* The document. */
#define ETP_LIMIT_FILE_BYTES (64 * 1024 * 1024)
#define ETP_LIMIT_TEXT_BYTES (16 * 1024 * 1024) /* of the file, outside assets */
#define ETP_LIMIT_VALUES 1000000 /* JSON values: objects, arrays, texts, numbers … */
#define ETP_LIMIT_DEPTH 64
#define ETP_LIMIT_MEMBERS 256 /* of one object */

/* Inside it. */
#define ETP_LIMIT_ID_LENGTH 64
#define ETP_LIMIT_ONE_TEXT_BYTES (1024 * 1024) /* one text; a snapshot's JSON is not one */
#define ETP_LIMIT_ITEMS 100000 /* of one nested list */
#define ETP_LIMIT_INTEGER 9007199254740992.0 /* ±2^53: exact in every JSON reader */
#define ETP_LIMIT_NUMBER 1e15 /* of what has no range of its own */

/* Images, when they are put in (older files may hold larger ones). */
#define ETP_LIMIT_ASSET_PIXELS 1600
#define ETP_LIMIT_ASSET_BYTES (1024 * 1024)
#define ETP_LIMIT_ASSETS_BYTES (40 * 1024 * 1024)
