/* `struct Node { int val; struct Node *next; struct Node *random; }`: [[7,null],[13,0]]. */
static struct Node *vibe_read_node(struct vibe *v) {
  struct vibe_queue all = {0};
  if (vibe_null(v)) return NULL;
  int size = vibe_list(v, "a linked list"), *targets = calloc((size_t)size + 1, sizeof *targets);
  for (int k = 0; k < size; ++k) {
    if (vibe_list(v, "a pair") != 2) vibe_refuse(v, "a pair of value and index");
    vibe_push(&all, vibe_node(v));
    targets[k] = -1;
    if (!vibe_null(v)) vibe_scalar(v, 'i', sizeof targets[k], &targets[k]);
  }
  for (int k = 0; k < size; ++k) {
    if (k + 1 < size) all.nodes[k]->next = all.nodes[k + 1];
    if (targets[k] >= 0 && targets[k] < size) all.nodes[k]->random = all.nodes[targets[k]];
  }
  return size ? all.nodes[0] : NULL;
}

static void vibe_put_node(struct vibe *v, struct Node *head) {
  struct vibe_queue all = {0};
  for (struct Node *at = head; at && vibe_index(&all, at) < 0; at = at->next) vibe_push(&all, at);
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"ListNode\",[");
  for (int k = 0; k < all.size; ++k) {
    int target = vibe_index(&all, all.nodes[k]->random);
    vibe_put(v, k ? ",[" : "[");
    vibe_put_node_val(v, all.nodes[k]);
    vibe_put(v, ",");
    if (target < 0) vibe_put(v, "null");
    else vibe_put_long(v, target);
    vibe_put(v, "]");
  }
  vibe_put(v, "]]}");
}
