/* `struct Node { int val; struct Node *left, *right, *next; }`: a tree; written back along `next`, "#" after a level. */
#include "node_sides.h"

static struct Node *vibe_read_node(struct vibe *v) { return vibe_read_sides(v); }

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
