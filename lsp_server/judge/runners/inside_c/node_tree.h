/* `struct Node { int val; struct Node *left, *right; }`, with `parent` too in some problems: a tree, level by level. One
 * whose root is its left node's right one is a ring by now and is written along `right`.
 */
#include "node_sides.h"

/* A chain names one node of the first tree (see `Chain` in inside/codec.py). */
static struct Node *vibe_read_node(struct vibe *v) {
  int enter, join, loop;
  if (vibe_next(v) != 'c') return vibe_read_sides(v);
  vibe_numbers(v, &enter, &join, &loop);
  vibe_read_sides(v);
  int place = join < 0 ? enter : join;
  return place < vibe_given.size ? vibe_given.nodes[place] : NULL;
}

static void vibe_put_ring(struct vibe *v, struct Node *start) {
  for (struct Node *at = start; at; at = at->right == start ? NULL : at->right) {
    if (at != start) vibe_put(v, ",");
    vibe_put_node_val(v, at);
  }
}

static void vibe_put_sides(struct vibe *v, struct Node *root) {
  struct vibe_queue all = {0};
  int gaps = 0;
  for (vibe_push(&all, root); all.at < all.size; ++all.at) {
    struct Node *node = all.nodes[all.at];
    if (!node && ++gaps) continue;
    for (; gaps > 0; --gaps) vibe_put(v, ",null");
    if (all.at) vibe_put(v, ",");
    vibe_put_node_val(v, node);
    vibe_push(&all, node->left);
    vibe_push(&all, node->right);
  }
}

static void vibe_put_node(struct vibe *v, struct Node *root) {
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"TreeNode\",[");
  if (root && root->left && root->left->right == root) vibe_put_ring(v, root);
  else vibe_put_sides(v, root);
  vibe_put(v, "]]}");
}
