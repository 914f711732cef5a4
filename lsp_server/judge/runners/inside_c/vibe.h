/* The harness for C: values of an example in, what the candidate made of them out. vibe.c is compiled once.
 * A kind says what an element is: 'i' signed, 'u' unsigned, 'd' floating, 'b' bool, 'c' character.
 */
#ifndef VIBE_H
#define VIBE_H
#include <stdbool.h>
#include <stddef.h>

#define VIBE_KIND(T)                                                                                             \
  _Generic((T){0}, char : 'c', bool : 'b', float : 'd', double : 'd', unsigned char : 'u', unsigned short : 'u', \
           unsigned : 'u', unsigned long : 'u', unsigned long long : 'u', default : 'i')

/* The wire text that is left to read (see runners/wire.py), and what came of the example, as JSON. */
struct vibe {
  char *rest;
  char *out;
  size_t used, room;
  long mutated;
  double ms;
  char aside; /* see judge/arranged.py */
};

extern long vibe_hidden; /* what isBadVersion, guess and the like know */

char vibe_next(struct vibe *v);
void vibe_refuse(struct vibe *v, const char *wanted);
bool vibe_null(struct vibe *v);
int vibe_list(struct vibe *v, const char *wanted);
void vibe_arguments(struct vibe *v, int wanted);
void vibe_skip(struct vibe *v);
void vibe_numbers(struct vibe *v, int *enter, int *join, int *loop);

void vibe_scalar(struct vibe *v, char kind, size_t width, void *into);
void *vibe_array(struct vibe *v, char kind, size_t width, int *size);
void *vibe_matrix(struct vibe *v, char kind, size_t width, int *rows, int **columns);
char *vibe_string(struct vibe *v);
char **vibe_strings(struct vibe *v, int *size);

void vibe_put(struct vibe *v, const char *text);
void vibe_put_long(struct vibe *v, long value);
void vibe_put_scalar(struct vibe *v, char kind, size_t width, const void *from);
void vibe_put_array(struct vibe *v, char kind, size_t width, const void *items, int size);
void vibe_put_matrix(struct vibe *v, char kind, size_t width, void *rows, int size, const int *columns);
void vibe_put_string(struct vibe *v, const char *text);
void vibe_put_strings(struct vibe *v, char **texts, int size);
void vibe_put_groups(struct vibe *v, char ***groups, int size, const int *columns);

void vibe_start(void);
void vibe_stop(struct vibe *v);
void vibe_undefined(struct vibe *v, const char *name);
void vibe_not_a_copy(struct vibe *v);
_Noreturn void vibe_serve(void (*example)(struct vibe *));
#endif
