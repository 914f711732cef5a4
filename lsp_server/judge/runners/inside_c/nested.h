/* LeetCode's NestedInteger: a number, or a list of such. Included after the type and its functions are defined. */
static struct NestedInteger *vibe_read_nested(struct vibe *v) {
  struct NestedInteger *made = NestedIntegerInit();
  if (vibe_next(v) == 'i') {
    int value = 0;
    vibe_scalar(v, 'i', sizeof value, &value);
    NestedIntegerSetInteger(made, value);
    return made;
  }
  for (int left = vibe_list(v, "a NestedInteger"); left > 0; --left) NestedIntegerAdd(made, vibe_read_nested(v));
  return made;
}

static struct NestedInteger **vibe_read_nested_list(struct vibe *v, int *size) {
  struct NestedInteger *all = vibe_read_nested(v);
  *size = NestedIntegerGetListSize(all);
  return NestedIntegerGetList(all);
}

static void vibe_put_nested_list(struct vibe *v, struct NestedInteger **items, int size);

static void vibe_put_nested(struct vibe *v, struct NestedInteger *nested) {
  if (!nested) return vibe_put(v, "null");
  if (NestedIntegerIsInteger(nested)) return vibe_put_long(v, NestedIntegerGetInteger(nested));
  vibe_put_nested_list(v, NestedIntegerGetList(nested), NestedIntegerGetListSize(nested));
}

static void vibe_put_nested_list(struct vibe *v, struct NestedInteger **items, int size) {
  vibe_put(v, "[");
  for (int k = 0; k < size; ++k) {
    if (k) vibe_put(v, ",");
    vibe_put_nested(v, items[k]);
  }
  vibe_put(v, "]");
}
