/* What the shapes of LeetCode's `struct Node` in C share. Included after the definition, before one of node_*.h. */

/* A queue of nodes that only grows; `at` is the place of the next one. */
struct vibe_queue {
  struct Node **nodes;
  int size, at;
};

static void vibe_push(struct vibe_queue *queue, struct Node *node) {
  queue->nodes = realloc(queue->nodes, ((size_t)queue->size + 1) * sizeof *queue->nodes);
  queue->nodes[queue->size++] = node;
}

static int vibe_index(const struct vibe_queue *queue, const struct Node *node) {
  for (int k = 0; k < queue->size; ++k)
    if (queue->nodes[k] == node) return k;
  return -1;
}

/* All nodes that the example gave, in the order of its array. */
static struct vibe_queue vibe_given;

static void vibe_forget(void) { vibe_given.size = 0; }

static struct Node *vibe_node(struct vibe *v) {
  struct Node *made = calloc(1, sizeof *made);
  vibe_scalar(v, 'i', sizeof made->val, &made->val);
  vibe_push(&vibe_given, made);
  return made;
}

static void vibe_must_be_new(struct vibe *v, const struct Node *node) {
  if (v->aside == 'n' && vibe_index(&vibe_given, node) >= 0) vibe_not_a_copy(v);
}

static void vibe_put_node_val(struct vibe *v, struct Node *node) {
  vibe_must_be_new(v, node);
  vibe_put_scalar(v, 'i', sizeof node->val, &node->val);
}
