/* `struct Node { bool val, isLeaf; struct Node *topLeft, *topRight, *bottomLeft, *bottomRight; }`: pairs of isLeaf and
 * val, level by level, gaps as null: [[0,1],[1,0],[1,1],[1,1],[1,0]].
 */
enum { VIBE_CORNERS = 4 };

static struct Node **vibe_corner(struct Node *node, int corner) {
  struct Node **places[VIBE_CORNERS] = {&node->topLeft, &node->topRight, &node->bottomLeft, &node->bottomRight};
  return places[corner];
}

static struct Node *vibe_pair(struct vibe *v) {
  int leaf = 0, val = 0;
  if (vibe_null(v)) return NULL;
  if (vibe_list(v, "a pair") != 2) vibe_refuse(v, "a pair of two numbers");
  vibe_scalar(v, 'i', sizeof leaf, &leaf);
  vibe_scalar(v, 'i', sizeof val, &val);
  struct Node *made = calloc(1, sizeof *made);
  made->isLeaf = leaf;
  made->val = val;
  return made;
}

static struct Node *vibe_read_node(struct vibe *v) {
  struct vibe_queue all = {0};
  if (vibe_null(v)) return NULL;
  int size = vibe_list(v, "a tree");
  struct Node *root = size ? vibe_pair(v) : NULL;
  if (root) vibe_push(&all, root);
  for (int k = 0; k + 1 < size; ++k) {
    if (all.at >= all.size) vibe_refuse(v, "a tree in which every node has a parent");
    struct Node *child = vibe_pair(v);
    *vibe_corner(all.nodes[all.at], k % VIBE_CORNERS) = child;
    if (child) vibe_push(&all, child);
    if (k % VIBE_CORNERS == VIBE_CORNERS - 1) ++all.at;
  }
  return root;
}

static void vibe_put_node(struct vibe *v, struct Node *root) {
  struct vibe_queue all = {0};
  int gaps = 0;
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"TreeNode\",[");
  for (vibe_push(&all, root); all.at < all.size; ++all.at) {
    struct Node *node = all.nodes[all.at];
    if (!node && ++gaps) continue;
    for (; gaps > 0; --gaps) vibe_put(v, ",null");
    vibe_put(v, all.at ? ",[" : "[");
    vibe_put(v, node->isLeaf ? "1," : "0,");
    vibe_put(v, node->val ? "1]" : "0]");
    for (int k = 0; k < VIBE_CORNERS; ++k) vibe_push(&all, *vibe_corner(node, k));
  }
  vibe_put(v, "]]}");
}
