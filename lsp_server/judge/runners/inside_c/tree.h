/* A tree with the fields val, left and right: level by level, gaps as null, none at the end. A node given as a number is
 * looked up in the first tree of the example. Included after `struct TreeNode` is defined.
 */
static struct TreeNode *vibe_tree;

static struct TreeNode *vibe_tree_node(struct vibe *v) {
  if (vibe_null(v)) return NULL;
  struct TreeNode *node = calloc(1, sizeof *node);
  vibe_scalar(v, 'i', sizeof node->val, &node->val);
  return node;
}

static struct TreeNode *vibe_find(struct TreeNode *root, int value) {
  if (!root || root->val == value) return root;
  struct TreeNode *left = vibe_find(root->left, value);
  return left ? left : vibe_find(root->right, value);
}

static struct TreeNode *vibe_read_tree(struct vibe *v) {
  if (vibe_null(v)) return NULL;
  if (vibe_next(v) == 'i') {
    int value = 0;
    vibe_scalar(v, 'i', sizeof value, &value);
    return vibe_find(vibe_tree, value);
  }
  int size = vibe_list(v, "a tree"), made = 0, parent = 0;
  if (!size) return NULL;
  struct TreeNode **nodes = calloc((size_t)size, sizeof *nodes);
  nodes[made++] = vibe_tree_node(v);
  for (int k = 1; k < size; ++k) {
    struct TreeNode *child = vibe_tree_node(v);
    if (parent >= made) vibe_refuse(v, "a tree in which every node has a parent");
    if (k % 2) nodes[parent]->left = child;
    else nodes[parent++]->right = child;
    if (child) nodes[made++] = child;
  }
  if (!vibe_tree) vibe_tree = nodes[0];
  return nodes[0];
}

static int vibe_count(struct TreeNode *root) {
  return root ? 1 + vibe_count(root->left) + vibe_count(root->right) : 0;
}

static void vibe_put_tree(struct vibe *v, struct TreeNode *root) {
  int left = vibe_count(root), made = 0, gaps = 0;
  struct TreeNode **nodes = calloc(2 * (size_t)left + 1, sizeof *nodes);
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"TreeNode\",[");
  if (root) nodes[made++] = root;
  for (int k = 0; left > 0; ++k) {
    if (!nodes[k]) {
      ++gaps;
      continue;
    }
    for (; gaps; --gaps) vibe_put(v, ",null");
    if (k) vibe_put(v, ",");
    vibe_put_scalar(v, 'i', sizeof nodes[k]->val, &nodes[k]->val);
    nodes[made++] = nodes[k]->left;
    nodes[made++] = nodes[k]->right;
    --left;
  }
  vibe_put(v, "]]}");
}

static void vibe_put_trees(struct vibe *v, struct TreeNode **trees, int size) {
  vibe_put(v, "[");
  for (int k = 0; k < size; ++k) {
    if (k) vibe_put(v, ",");
    vibe_put_tree(v, trees[k]);
  }
  vibe_put(v, "]");
}
