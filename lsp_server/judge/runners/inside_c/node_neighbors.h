/* `struct Node { int val; int numNeighbors; struct Node **neighbors; }`: a graph of 1 ... n, [[2,4],[1,3],[2,4],[1,3]]. */
static struct Node *vibe_read_node(struct vibe *v) {
  if (vibe_null(v)) return NULL;
  int size = vibe_list(v, "a graph"), number = 0;
  struct Node *all = calloc((size_t)size + 1, sizeof *all);
  for (int k = 0; k < size; ++k) {
    all[k].val = k + 1;
    vibe_push(&vibe_given, &all[k]);
    all[k].numNeighbors = vibe_list(v, "a list of neighbors");
    all[k].neighbors = calloc((size_t)all[k].numNeighbors + 1, sizeof *all[k].neighbors);
    for (int i = 0; i < all[k].numNeighbors; ++i) {
      vibe_scalar(v, 'i', sizeof number, &number);
      if (number < 1 || number > size) vibe_refuse(v, "the number of a node");
      all[k].neighbors[i] = &all[number - 1];
    }
  }
  return size ? all : NULL;
}

static struct Node *vibe_numbered(const struct vibe_queue *all, int number) {
  for (int k = 0; k < all->size; ++k)
    if (all->nodes[k]->val == number) return all->nodes[k];
  return NULL;
}

static void vibe_put_node(struct vibe *v, struct Node *start) {
  struct vibe_queue all = {0};
  struct Node *node;
  if (start) vibe_push(&all, start);
  for (; all.at < all.size; ++all.at) {
    vibe_must_be_new(v, all.nodes[all.at]);
    for (int k = 0; k < all.nodes[all.at]->numNeighbors; ++k)
      if (!vibe_numbered(&all, all.nodes[all.at]->neighbors[k]->val)) vibe_push(&all, all.nodes[all.at]->neighbors[k]);
  }
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"ListNode\",[");
  for (int number = 1; (node = vibe_numbered(&all, number)); ++number) {
    vibe_put(v, number > 1 ? ",[" : "[");
    for (int k = 0; k < node->numNeighbors; ++k) {
      if (k) vibe_put(v, ",");
      vibe_put_node_val(v, node->neighbors[k]);
    }
    vibe_put(v, "]");
  }
  vibe_put(v, "]]}");
}
