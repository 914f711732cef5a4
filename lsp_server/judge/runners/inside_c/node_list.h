/* `struct Node { int val; struct Node *next; }`: [1,2,3]. VIBE_CIRCULAR is 1 where the end is linked to the beginning. */
static struct Node *vibe_read_node(struct vibe *v) {
  struct Node *head = NULL, *tail = NULL;
  if (vibe_null(v)) return NULL;
  for (int left = vibe_list(v, "a linked list"); left > 0; --left) {
    struct Node *node = vibe_node(v);
    if (tail) tail->next = node;
    else head = node;
    tail = node;
  }
  if (tail && VIBE_CIRCULAR) tail->next = head;
  return head;
}

static void vibe_put_node(struct vibe *v, struct Node *head) {
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"ListNode\",[");
  for (struct Node *at = head; at; at = at->next == head ? NULL : at->next) {
    if (at != head) vibe_put(v, ",");
    vibe_put_node_val(v, at);
  }
  vibe_put(v, "]]}");
}
