/* A linked list with the fields val and next: an array of the values. Included after `struct ListNode` is defined. */
static struct ListNode *vibe_read_chain(struct vibe *v);

static struct ListNode *vibe_read_list(struct vibe *v) {
  struct ListNode *head = NULL, **place = &head;
  if (vibe_next(v) == 'c') return vibe_read_chain(v);
  if (vibe_null(v)) return NULL;
  for (int left = vibe_list(v, "a linked list"); left > 0; --left, place = &(*place)->next) {
    *place = calloc(1, sizeof **place);
    vibe_scalar(v, 'i', sizeof(*place)->val, &(*place)->val);
  }
  return head;
}

/* The nodes of the first chain of the call (see `Chain` in inside/codec.py). */
static struct ListNode **vibe_chain;
static int vibe_chain_size;

static struct ListNode *vibe_read_chain(struct vibe *v) {
  int enter, join, loop, size = 0;
  vibe_numbers(v, &enter, &join, &loop);
  struct ListNode *head = vibe_read_list(v), **nodes = NULL;
  struct ListNode *shared = join >= 0 && join < vibe_chain_size ? vibe_chain[join] : NULL;
  for (struct ListNode *at = head; at; at = at->next) {
    nodes = realloc(nodes, ((size_t)size + 1) * sizeof *nodes);
    nodes[size++] = at;
  }
  if (!size) return shared;
  if (shared) nodes[size - 1]->next = shared;
  if (loop >= 0 && loop < size) nodes[size - 1]->next = nodes[loop];
  if (!vibe_chain_size) vibe_chain = nodes, vibe_chain_size = size;
  return enter < size ? nodes[enter] : NULL;
}

/* Of a node in the first chain; -1 for a node that is none of it. */
static void vibe_put_place(struct vibe *v, struct ListNode *node) {
  int place = 0;
  if (!node) return vibe_put(v, "null");
  while (place < vibe_chain_size && vibe_chain[place] != node) ++place;
  vibe_put_long(v, place < vibe_chain_size ? place : -1);
}

static void vibe_put_list(struct vibe *v, struct ListNode *head) {
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"ListNode\",[");
  for (struct ListNode *at = head; at; at = at->next) {
    if (at != head) vibe_put(v, ",");
    vibe_put_scalar(v, 'i', sizeof at->val, &at->val);
  }
  vibe_put(v, "]]}");
}

static struct ListNode **vibe_read_lists(struct vibe *v, int *size) {
  *size = vibe_list(v, "an array of linked lists");
  struct ListNode **lists = calloc((size_t)*size + 1, sizeof *lists);
  for (int k = 0; k < *size; ++k) lists[k] = vibe_read_list(v);
  return lists;
}

static void vibe_put_lists(struct vibe *v, struct ListNode **lists, int size) {
  vibe_put(v, "[");
  for (int k = 0; k < size; ++k) {
    if (k) vibe_put(v, ",");
    vibe_put_list(v, lists[k]);
  }
  vibe_put(v, "]");
}
