/* A binary tree of `struct Node`, level by level with gaps as null. VIBE_PARENTS is 1 where nodes have a `parent`. */
static void vibe_adopt(struct Node *parent, struct Node **place, struct Node *child) {
  *place = child;
#if VIBE_PARENTS
  if (child) child->parent = parent;
#endif
}

static struct Node *vibe_read_sides(struct vibe *v) {
  struct vibe_queue all = {0};
  if (vibe_null(v)) return NULL;
  int left = vibe_list(v, "a tree");
  if (!left) return NULL;
  vibe_push(&all, vibe_node(v));
  for (int k = 1; k < left; ++k) {
    if (all.at >= all.size) vibe_refuse(v, "a tree in which every node has a parent");
    struct Node *parent = all.nodes[all.at], *child = vibe_null(v) ? NULL : vibe_node(v);
    vibe_adopt(parent, k % 2 ? &parent->left : &parent->right, child);
    if (k % 2 == 0) ++all.at;
    if (child) vibe_push(&all, child);
  }
  return all.nodes[0];
}
