/* See vibe.h. What does not fit ends the example by a jump back to the loop; memory is the process's own affair. */
#include "vibe.h"

#include <errno.h>
#include <math.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS = 3, REPLIES = 4, MOST_TEXT = 500 };

static jmp_buf back;
static char failure[2 * MOST_TEXT];

static void *allocated(size_t size) {
  void *made = calloc(size ? size : 1, 1);
  if (made) return made;
  snprintf(failure, sizeof failure, "\"error\":{\"types\":[\"MemoryError\"],\"text\":\"\",\"line\":null}");
  longjmp(back, 1);
}

static void fail(const char *type, const char *before, const char *middle, const char *after) {
  snprintf(failure, sizeof failure, "\"error\":{\"types\":[\"%s\"],\"text\":\"%.100s%.100s%.100s\",\"line\":null}", type,
           before, middle, after);
  longjmp(back, 1);
}

/* ---- reading */

char vibe_next(struct vibe *v) { return *v->rest; }

static const char *named(char kind) {
  switch (kind) {
    case 'n': return "null";
    case 't': case 'f': return "a bool";
    case 'i': return "an int";
    case 'd': return "a float";
    case 's': return "a string";
    case 'l': return "a list";
    case 'm': return "a map";
    default: return "nothing";
  }
}

void vibe_refuse(struct vibe *v, const char *wanted) {
  char given[64];
  snprintf(given, sizeof given, "the example gives %s", named(*v->rest));
  fail("ArgumentMismatch", given, " where the code takes ", wanted);
}

/* The word after its first letter, ended; the next one is then the first. */
static char *word(struct vibe *v) {
  char *found = v->rest + 1;
  char *end = v->rest + strcspn(v->rest, " ");
  v->rest = *end ? end + 1 : end;
  *end = '\0';
  return found;
}

static char *scalar(struct vibe *v, const char *kinds, const char *wanted) {
  if (!*v->rest || !strchr(kinds, *v->rest)) vibe_refuse(v, wanted);
  return word(v);
}

bool vibe_null(struct vibe *v) { return *v->rest == 'n' && word(v); }

int vibe_list(struct vibe *v, const char *wanted) { return atoi(scalar(v, "l", wanted)); }

void vibe_arguments(struct vibe *v, int wanted) {
  int given = vibe_list(v, "arguments");
  char text[100];
  snprintf(text, sizeof text, "the example gives %d values, the code takes %d", given, wanted);
  if (given < wanted) fail("ArgumentMismatch", text, "", "");
}

void vibe_skip(struct vibe *v) {
  char kind = *v->rest;
  int left = atoi(word(v));
  if (kind == 'm') left *= 2;
  if (kind == 'c') left = 1;
  for (; (kind == 'l' || kind == 'm' || kind == 'c') && left > 0; --left) vibe_skip(v);
}

/* What stands before the items of a chain. */
void vibe_numbers(struct vibe *v, int *enter, int *join, int *loop) {
  sscanf(word(v), "%d,%d,%d", enter, join, loop);
}

static void whole(struct vibe *v, char kind, size_t width, void *into) {
  char *text = scalar(v, "i", "an int");
  errno = 0;
  unsigned long long bits = kind == 'u' ? strtoull(text, NULL, 10) : (unsigned long long)strtoll(text, NULL, 10);
  memcpy(into, &bits, width);
  unsigned shift = 64 - 8 * (unsigned)width;
  unsigned long long kept = kind == 'u' ? bits << shift >> shift : (unsigned long long)((long long)(bits << shift) >> shift);
  if (errno || kept != bits || (kind == 'u' && *text == '-'))
    fail("ArgumentMismatch", "the example gives ", text, ", which the code's integer type cannot hold");
}

static void character(struct vibe *v, char *into) {
  if (*v->rest == 'i') return whole(v, 'i', 1, into);
  char *text = vibe_string(v);
  if (strlen(text) != 1) fail("ArgumentMismatch", "the example gives ", "a string of another length", " where the code takes a char");
  *into = *text;
}

void vibe_scalar(struct vibe *v, char kind, size_t width, void *into) {
  if (kind == 'c') return character(v, into);
  if (kind == 'b') {
    *(bool *)into = *v->rest == 't';
    scalar(v, "tf", "a bool");
  } else if (kind == 'd') {
    double value = strtod(scalar(v, "id", "a float"), NULL);
    if (width == sizeof(float)) *(float *)into = (float)value;
    else *(double *)into = value;
  } else {
    whole(v, kind, width, into);
  }
}

void *vibe_array(struct vibe *v, char kind, size_t width, int *size) {
  *size = 0;
  if (vibe_null(v)) return NULL;
  if (kind == 'c' && *v->rest == 's') {
    char *text = vibe_string(v);
    *size = (int)strlen(text);
    return text;
  }
  *size = vibe_list(v, "an array");
  char *items = allocated((size_t)*size * width + (kind == 'c'));
  for (int k = 0; k < *size; ++k) vibe_scalar(v, kind, width, items + (size_t)k * width);
  return items;
}

void *vibe_matrix(struct vibe *v, char kind, size_t width, int *rows, int **columns) {
  *rows = vibe_list(v, "an array of arrays");
  void **found = allocated((size_t)*rows * sizeof *found);
  *columns = allocated((size_t)*rows * sizeof **columns);
  for (int k = 0; k < *rows; ++k) found[k] = vibe_array(v, kind, width, &(*columns)[k]);
  return found;
}

char *vibe_string(struct vibe *v) {
  const char *escaped = scalar(v, "s", "a string");
  char *text = allocated(strlen(escaped) + 1), *at = text;
  for (; *escaped; ++escaped) {
    if (*escaped != '\\') *at++ = *escaped;
    else if (*++escaped == 's') *at++ = ' ';
    else *at++ = *escaped == 'n' ? '\n' : *escaped;
  }
  return text;
}

char **vibe_strings(struct vibe *v, int *size) {
  *size = vibe_list(v, "an array of strings");
  char **texts = allocated((size_t)*size * sizeof *texts);
  for (int k = 0; k < *size; ++k) texts[k] = vibe_string(v);
  return texts;
}

/* ---- writing */

void vibe_put(struct vibe *v, const char *text) {
  size_t size = strlen(text);
  if (v->used + size >= v->room) {
    snprintf(failure, sizeof failure, "\"too_large\":true");
    longjmp(back, 1);
  }
  memcpy(v->out + v->used, text, size + 1);
  v->used += size;
}

void vibe_put_long(struct vibe *v, long value) {
  char text[32];
  snprintf(text, sizeof text, "%ld", value);
  vibe_put(v, text);
}

static void put_real(struct vibe *v, double value) {
  char text[64];
  if (isnan(value)) return vibe_put(v, "{\"t\":\"float\",\"v\":\"nan\"}");
  if (isinf(value)) return vibe_put(v, value > 0 ? "{\"t\":\"float\",\"v\":\"inf\"}" : "{\"t\":\"float\",\"v\":\"-inf\"}");
  for (int digits = 15; digits <= 17; ++digits) {
    snprintf(text, sizeof text, "%.*g", digits, value);
    if (strtod(text, NULL) == value) break;
  }
  vibe_put(v, text);
  if (!strpbrk(text, ".e")) vibe_put(v, ".0");
}

void vibe_put_scalar(struct vibe *v, char kind, size_t width, const void *from) {
  char text[32] = {0};
  long long bits = 0;
  if (kind == 'b') return vibe_put(v, *(const bool *)from ? "true" : "false");
  if (kind == 'd') return put_real(v, width == sizeof(float) ? *(const float *)from : *(const double *)from);
  if (kind == 'c') {
    text[0] = *(const char *)from;
    return vibe_put_string(v, text);
  }
  memcpy(&bits, from, width);
  unsigned shift = 64 - 8 * (unsigned)width;
  if (kind == 'u') snprintf(text, sizeof text, "%llu", (unsigned long long)bits);
  else snprintf(text, sizeof text, "%lld", (long long)((unsigned long long)bits << shift) >> shift);
  vibe_put(v, text);
}

void vibe_put_array(struct vibe *v, char kind, size_t width, const void *items, int size) {
  vibe_put(v, "[");
  for (int k = 0; k < size; ++k) {
    if (k) vibe_put(v, ",");
    vibe_put_scalar(v, kind, width, (const char *)items + (size_t)k * width);
  }
  vibe_put(v, "]");
}

void vibe_put_matrix(struct vibe *v, char kind, size_t width, void *rows, int size, const int *columns) {
  vibe_put(v, "[");
  for (int k = 0; k < size; ++k) {
    if (k) vibe_put(v, ",");
    vibe_put_array(v, kind, width, ((void **)rows)[k], columns[k]);
  }
  vibe_put(v, "]");
}

/* The length of the UTF-8 sequence at `text` and its code point; 0 when it is none. */
static int decoded(const unsigned char *text, uint32_t *point) {
  int size = *text < 0x80 ? 1 : *text >> 5 == 6 ? 2 : *text >> 4 == 14 ? 3 : *text >> 3 == 30 ? 4 : 0;
  *point = size == 1 ? *text : *text & (0xFFu >> (size + 1));
  for (int k = 1; k < size; ++k) {
    if (text[k] >> 6 != 2) return 0;
    *point = *point << 6 | (text[k] & 0x3Fu);
  }
  return *point > 0x10FFFF || (*point >= 0xD800 && *point < 0xE000) ? 0 : size;
}

static void put_bytes(struct vibe *v, const char *text) {
  char digits[3];
  vibe_put(v, "{\"t\":\"bytes\",\"v\":\"");
  for (; *text; ++text) {
    snprintf(digits, sizeof digits, "%02x", (unsigned char)*text);
    vibe_put(v, digits);
  }
  vibe_put(v, "\"}");
}

static void put_point(struct vibe *v, uint32_t point) {
  char escaped[16];
  if (point >= 0x10000)
    snprintf(escaped, sizeof escaped, "\\u%04x\\u%04x", 0xD7C0 + (point >> 10), 0xDC00 + (point & 0x3FF));
  else if (point < 0x20 || point >= 0x7F || point == '"' || point == '\\')
    snprintf(escaped, sizeof escaped, "\\u%04x", point);
  else
    snprintf(escaped, sizeof escaped, "%c", (char)point);
  vibe_put(v, escaped);
}

void vibe_put_string(struct vibe *v, const char *text) {
  uint32_t point;
  if (!text) return vibe_put(v, "null");
  for (const char *at = text; *at;) {
    int size = decoded((const unsigned char *)at, &point);
    if (!size) return put_bytes(v, text);
    at += size;
  }
  vibe_put(v, "\"");
  while (*text) {
    text += decoded((const unsigned char *)text, &point);
    put_point(v, point);
  }
  vibe_put(v, "\"");
}

void vibe_put_strings(struct vibe *v, char **texts, int size) {
  vibe_put(v, "[");
  for (int k = 0; k < size; ++k) {
    if (k) vibe_put(v, ",");
    vibe_put_string(v, texts[k]);
  }
  vibe_put(v, "]");
}

void vibe_put_groups(struct vibe *v, char ***groups, int size, const int *columns) {
  vibe_put(v, "[");
  for (int k = 0; k < size; ++k) {
    if (k) vibe_put(v, ",");
    vibe_put_strings(v, groups[k], columns[k]);
  }
  vibe_put(v, "]");
}

/* ---- the loop: a command in on descriptor 3, a reply out on 4 (see the docstring of runners/__init__.py) */

static struct timespec started;
long vibe_hidden;

void vibe_start(void) { clock_gettime(CLOCK_MONOTONIC, &started); }

void vibe_stop(struct vibe *v) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  v->ms += (double)(now.tv_sec - started.tv_sec) * 1e3 + (double)(now.tv_nsec - started.tv_nsec) / 1e6;
}

void vibe_undefined(struct vibe *v, const char *name) {
  (void)v;
  fail("NotDefinedError", name, "", "");
}

void vibe_not_a_copy(struct vibe *v) {
  (void)v;
  fail("NotACopy", "the result holds a node of the argument, ", "it is no copy", "");
}

static void answer(FILE *replies, char *line, void (*example)(struct vibe *)) {
  char token[64], aside[32] = "v";
  int read = 0;
  struct vibe v = {0};
  sscanf(line, "%63s %zu %ld %31s %n", token, &v.room, &v.mutated, aside, &read);
  v.aside = *aside;
  vibe_hidden = atol(aside + 1);
  v.rest = line + read;
  v.out = malloc(v.room + 1);
  if (v.out && setjmp(back) == 0) {
    *v.out = '\0';
    example(&v);
    fflush(NULL);
    fprintf(replies, "%s {%s\"ms\":%f}\n", token, v.out, v.ms);
  } else {
    fflush(NULL);
    fprintf(replies, "%s {%s}\n", token, failure);
  }
  fflush(replies);
  free(v.out);
}

_Noreturn void vibe_serve(void (*example)(struct vibe *)) {
  FILE *commands = fdopen(COMMANDS, "r"), *replies = fdopen(REPLIES, "w");
  char *line = NULL;
  size_t space = 0;
  fputs("{\"ready\":true}\n", replies);
  fflush(replies);
  for (ssize_t size; (size = getline(&line, &space, commands)) > 0;) {
    line[size - 1] = '\0';
    answer(replies, line, example);
  }
  _exit(0);
}
