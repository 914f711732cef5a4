/* A linked list with the fields val and next: an array of the values. Included after `struct ListNode` is defined. */
static struct ListNode *vibe_read_list(struct vibe *v) {
  struct ListNode *head = NULL, **place = &head;
  if (vibe_null(v)) return NULL;
  for (int left = vibe_list(v, "a linked list"); left > 0; --left, place = &(*place)->next) {
    *place = calloc(1, sizeof **place);
    vibe_scalar(v, 'i', sizeof(*place)->val, &(*place)->val);
  }
  return head;
}

/* LeetCode's `pos`: the tail is linked to the node at that index. */
static void vibe_close(struct vibe *v, struct ListNode *head) {
  int position = -1;
  struct ListNode *tail = head, *at = head;
  if (vibe_next(v) != 'i') return;
  vibe_scalar(v, 'i', sizeof position, &position);
  if (!head || position < 0) return;
  while (tail->next) tail = tail->next;
  while (position-- > 0 && at) at = at->next;
  tail->next = at;
}

static void vibe_put_list(struct vibe *v, struct ListNode *head) {
  vibe_put(v, "{\"t\":\"nodes\",\"v\":[\"ListNode\",[");
  for (struct ListNode *at = head; at; at = at->next) {
    if (at != head) vibe_put(v, ",");
    vibe_put_scalar(v, 'i', sizeof at->val, &at->val);
  }
  vibe_put(v, "]]}");
}

static struct ListNode **vibe_read_lists(struct vibe *v, int *size) {
  *size = vibe_list(v, "an array of linked lists");
  struct ListNode **lists = calloc((size_t)*size + 1, sizeof *lists);
  for (int k = 0; k < *size; ++k) lists[k] = vibe_read_list(v);
  return lists;
}

static void vibe_put_lists(struct vibe *v, struct ListNode **lists, int size) {
  vibe_put(v, "[");
  for (int k = 0; k < size; ++k) {
    if (k) vibe_put(v, ",");
    vibe_put_list(v, lists[k]);
  }
  vibe_put(v, "]");
}
