/* `struct Node { int val; struct Node *left, *right, *next; }`: a tree; written back along `next`, "#" after a level. */
static struct Node *vibe_read_node(struct vibe *v) {
  struct vibe_queue all = {0};
  if (vibe_null(v)) return NULL;
  int left = vibe_list(v, "a tree");
  if (!left) return NULL;
  vibe_push(&all, vibe_node(v));
  for (int k = 1; k < left; ++k) {
    if (all.at >= all.size) vibe_refuse(v, "a tree in which every node has a parent");
    struct Node *parent = all.nodes[all.at], *child = vibe_null(v) ? NULL : vibe_node(v);
    if (k % 2) parent->left = child;
    else parent->right = child, ++all.at;
    if (child) vibe_push(&all, child);
  }
  return all.nodes[0];
}

static void vibe_put_node(struct vibe *v, struct Node *root) {
  const char *separator = "";
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"TreeNode\",[");
  for (struct Node *below; root; root = below) {
    below = NULL;
    for (struct Node *at = root; at; at = at->next, separator = ",") {
      vibe_put(v, separator);
      vibe_put_node_val(v, at);
      if (!below) below = at->left ? at->left : at->right;
    }
    vibe_put(v, ",\"#\"");
  }
  vibe_put(v, "]]}");
}
