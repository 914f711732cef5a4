/* `struct Node { int val; int numChildren; struct Node **children; }`: [1,null,3,2,4,null,5,6]. */
static void vibe_adopt(struct Node *parent, struct Node *child) {
  parent->children = realloc(parent->children, ((size_t)parent->numChildren + 1) * sizeof *parent->children);
  parent->children[parent->numChildren++] = child;
}

static struct Node *vibe_read_node(struct vibe *v) {
  struct vibe_queue all = {0};
  if (vibe_null(v)) return NULL;
  int size = vibe_list(v, "a tree");
  if (!size) return NULL;
  vibe_push(&all, vibe_node(v));
  for (int k = 1; k < size; ++k) {
    if (!vibe_null(v)) {
      struct Node *child = vibe_node(v);
      vibe_adopt(all.nodes[all.at], child);
      vibe_push(&all, child);
    } else if (k > 1 && ++all.at >= all.size) {
      vibe_refuse(v, "a tree in which every node has a parent");
    }
  }
  return all.nodes[0];
}

static void vibe_put_node(struct vibe *v, struct Node *root) {
  struct vibe_queue all = {0};
  int gaps = 1;
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"TreeNode\",[");
  if (root) vibe_push(&all, root), vibe_put_node_val(v, root);
  for (; all.at < all.size; ++all.at, ++gaps) {
    struct Node *parent = all.nodes[all.at];
    for (int k = 0; k < parent->numChildren; ++k) {
      for (; gaps > 0; --gaps) vibe_put(v, ",null");
      vibe_put(v, ",");
      vibe_put_node_val(v, parent->children[k]);
      vibe_push(&all, parent->children[k]);
    }
  }
  vibe_put(v, "]]}");
}
