/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-bench"

#include "config.h"

#include "bench-stats.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* How long a program takes from its start to the first content of its window, and how much memory
 * it holds then. An X client of its own looks at the screen, so the program need not help.
 *
 * Usage: bench-first PAIRS COLOURS-A COLOURS-B A… -- B…
 *
 * There is content when the middle half of the window shows at least so many colours: an empty
 * window shows two or three. A and B take turns. Prints key=value like bench-pair, of the
 * wall time in seconds, and the resident memory in KiB a second after the first content. */

#define TIMEOUT_S 60.0
#define WINDOW_MIN 200 /* px: smaller windows are menus and helpers */
#define COLOURS_MAX 256

typedef struct
{
  double wall_s;
  long resident_kib;
} Start;

typedef struct
{
  Display *display;
  Window window; /* the program's, once it is shown */
  guint colours; /* wanted */
} Watch;

/* A window may go while it is looked at; the next look tells. */
static int
on_x_error (Display *display, XErrorEvent *event)
{
  return 0;
}

static double
now_s (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static guint
count_colours (XImage *image)
{
  gulong seen[COLOURS_MAX];
  guint n = 0;

  for (int y = 0; y < image->height; y += 3)
    for (int x = 0; x < image->width; x += 3)
      {
        gulong pixel = XGetPixel (image, x, y);
        guint i = 0;

        while (i < n && seen[i] != pixel)
          i++;
        if (i < n)
          continue;
        seen[n++] = pixel;
        if (n == COLOURS_MAX)
          return n;
      }
  return n;
}

static gboolean
has_content (Watch *self)
{
  XWindowAttributes size;
  XImage *image;
  guint n;

  if (self->window == None || !XGetWindowAttributes (self->display, self->window, &size)
      || size.map_state != IsViewable)
    return FALSE;
  image = XGetImage (self->display, self->window, size.width / 4, size.height / 4,
                     (unsigned) size.width / 2, (unsigned) size.height / 2, AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;
  n = count_colours (image);
  XDestroyImage (image);
  return n >= self->colours;
}

static void
handle_events (Watch *self)
{
  while (XPending (self->display) > 0)
    {
      XEvent event;
      XWindowAttributes size;

      XNextEvent (self->display, &event);
      if (event.type == MapNotify && XGetWindowAttributes (self->display, event.xmap.window, &size)
          && size.width > WINDOW_MIN && size.height > WINDOW_MIN)
        self->window = event.xmap.window;
    }
}

static gboolean
wait_for_content (Watch *self, double start_s)
{
  while (now_s () - start_s < TIMEOUT_S)
    {
      struct pollfd screen = { .fd = ConnectionNumber (self->display), .events = POLLIN };

      handle_events (self);
      if (has_content (self))
        return TRUE;
      poll (&screen, 1, self->window == None ? 50 : 3);
    }
  return FALSE;
}

static long
read_resident_kib (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) pid);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line == NULL ? 0 : strtol (line + strlen ("VmRSS:"), NULL, 10);
}

static gboolean
run (char **argv, guint colours, Start *result)
{
  Watch watch = { .display = XOpenDisplay (NULL), .colours = colours };
  double start = 0;
  gboolean shown = FALSE;
  pid_t pid;
  int code;

  if (watch.display == NULL)
    {
      g_printerr ("no X display\n");
      return FALSE;
    }
  XSelectInput (watch.display, DefaultRootWindow (watch.display), SubstructureNotifyMask);
  XSync (watch.display, False);

  start = now_s ();
  code = posix_spawnp (&pid, argv[0], NULL, NULL, argv, environ);
  if (code == 0)
    {
      shown = wait_for_content (&watch, start);
      result->wall_s = now_s () - start;
      g_usleep (G_USEC_PER_SEC);
      result->resident_kib = read_resident_kib (pid);
      kill (pid, SIGTERM);
      waitpid (pid, NULL, 0);
    }
  XCloseDisplay (watch.display);
  if (!shown)
    g_printerr ("%s: no content%s%s\n", argv[0], code == 0 ? "" : ": ",
                code == 0 ? "" : g_strerror (code));
  return shown;
}

static void
print_result (const Start *a, const Start *b, guint n)
{
  g_autofree double *wall_a = g_new (double, n);
  g_autofree double *wall_b = g_new (double, n);
  BenchPairs pairs;
  long resident_a = 0, resident_b = 0;

  for (guint i = 0; i < n; i++)
    {
      wall_a[i] = a[i].wall_s;
      wall_b[i] = b[i].wall_s;
      resident_a = MAX (resident_a, a[i].resident_kib);
      resident_b = MAX (resident_b, b[i].resident_kib);
    }
  bench_pairs (wall_a, wall_b, n, &pairs);
  bench_pairs_print (&pairs);
  g_print (" memory_a=%ld memory_b=%ld\n", resident_a, resident_b);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  guint colours_a = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  guint colours_b = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0;
  g_autofree Start *a = NULL;
  g_autofree Start *b = NULL;
  Start warm;
  int split = 4;

  while (split < argc && strcmp (argv[split], "--") != 0)
    split++;
  if (n == 0 || colours_a == 0 || colours_b == 0 || split <= 4 || split + 1 >= argc)
    {
      g_printerr ("usage: bench-first PAIRS COLOURS-A COLOURS-B A... -- B...\n");
      return 2;
    }
  argv[split] = NULL;
  XSetErrorHandler (on_x_error);

  a = g_new0 (Start, n);
  b = g_new0 (Start, n);
  if (!run (argv + 4, colours_a, &warm) || !run (argv + split + 1, colours_b, &warm))
    return 1;
  for (guint i = 0; i < n; i++)
    if (!run (argv + 4, colours_a, &a[i]) || !run (argv + split + 1, colours_b, &b[i]))
      return 1;
  print_result (a, b, n);
  return 0;
}
