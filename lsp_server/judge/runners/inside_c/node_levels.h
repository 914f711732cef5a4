/* `struct Node { int val; struct Node *prev, *next, *child; }`: [1,2,null,null,3]. After the end of a level (null), each
 * further null passes over one node of it; the next value is the child of the node that follows.
 */
static struct Node *vibe_read_node(struct vibe *v) {
  struct Node *root = NULL, *head = NULL, *tail = NULL, *parent = NULL;
  if (vibe_null(v)) return NULL;
  for (int left = vibe_list(v, "a linked list"); left > 0; --left) {
    if (vibe_null(v)) {
      parent = tail ? head : parent ? parent->next : NULL;
      head = tail = NULL;
      continue;
    }
    struct Node *node = vibe_node(v);
    node->prev = tail;
    if (tail) tail->next = node;
    else if ((head = node, parent)) parent->child = node;
    tail = node;
    if (!root) root = node;
  }
  return root;
}

static void vibe_put_node(struct vibe *v, struct Node *head) {
  const char *separator = "";
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"ListNode\",[");
  while (head) {
    struct Node *below = NULL, *before = NULL;
    int place = 0, above = 0;
    for (struct Node *at = head; at; at = at->next, ++place, separator = ",") {
      vibe_put(v, separator);
      vibe_put_node_val(v, at);
      if (at->prev != before) vibe_put(v, ",\"wrong prev\"");
      before = at;
      if (!below && (below = at->child)) above = place;
    }
    for (int k = 0; below && k <= above; ++k) vibe_put(v, ",null");
    head = below;
  }
  vibe_put(v, "]]}");
}
