// LeetCode's nodes, by the members they have: arrays to nodes and nodes back to arrays, its own way of writing each.
//   val next                a linked list            [1,2,3]
//   val next random         with a second pointer    [[7,null],[13,0]]
//   val next child          several levels           [1,2,null,3]
//   val left right          a tree, level by level   [1,null,2]
//   val left right next     the same; written back along `next`, with "#" at the end of each level
//   val children            an n-ary tree            [1,null,2,3,null,4]
//   val neighbors           a graph of 1 … n         [[2],[1]]
//   val isLeaf topLeft …    a quad tree              [[0,1],[1,0],[1,1],[1,1],[1,0]], pairs of isLeaf and val
// A tree whose root is its left node's right one is a ring by now and is written along `right`.
#pragma once
#include "read.hpp"
#include "write.hpp"

namespace vibe {

constexpr size_t MOST_NODES = 1'000'000;

struct SharedNode : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What the answer to `isBadVersion`, `guess` and the like is about.
inline long long hidden = 0;
// Whether the nodes that the example gives are looked for in the result.
inline bool copying = false;

template <class N> concept HasNext = requires(N n) { n.next = &n; };
template <class N> concept HasSides = requires(N n) { n.left = &n; n.right = &n; };
template <class N> concept HasRandom = HasNext<N> && requires(N n) { n.random = &n; };
template <class N> concept HasChild = HasNext<N> && requires(N n) { n.child = &n; };
template <class N> concept HasChildren = requires(N n) { n.children.push_back(&n); };
template <class N> concept HasNeighbors = requires(N n) { n.neighbors.push_back(&n); };
template <class N> concept HasCorners = requires(N n) { n.topLeft = n.topRight = n.bottomLeft = n.bottomRight = &n; };
template <class N> concept Tree = HasSides<N>;
template <class N> concept Linked = HasNext<N> && !HasSides<N>;
template <class N> concept Node = HasNext<N> || HasSides<N> || HasChildren<N> || HasNeighbors<N> || HasCorners<N>;
// Lists of this type are given as circles. The glue says so where it is meant.
template <class N> inline constexpr bool circular = false;

template <class N> using Label = std::remove_reference_t<decltype(std::declval<N&>().val)>;

template <Node N>
N* node(Reader& in) {
  Label<N> value = read<Label<N>>(in);
  N* made;
  if constexpr (std::is_default_constructible_v<N>) made = new N();
  else made = new N(value);
  made->val = value;
  if constexpr (HasNext<N>) made->next = nullptr;
  if constexpr (HasSides<N>) made->left = made->right = nullptr;
  if constexpr (HasRandom<N>) made->random = nullptr;
  if constexpr (HasChild<N>) made->child = nullptr;
  if constexpr (requires { made->parent = made; }) made->parent = nullptr;
  return made;
}

// The trees that the example gave so far, in which a node given as a number is looked up. `forget` empties them all.
template <Node N>
inline std::vector<N*> trees;
inline std::vector<void (*)()> forget;

template <Node N>
void remember(N* root) {
  trees<N>.push_back(root);
  forget.push_back([] { trees<N>.clear(); });
}

template <Tree N>
N* find(N* root, const Label<N>& value) {
  if (!root || root->val == value) return root;
  N* left = find(root->left, value);
  return left ? left : find(root->right, value);
}

template <Tree N>
N* found(Reader& in) {
  auto value = read<Label<N>>(in);
  for (N* root : trees<N>)
    if (N* hit = find(root, value)) return hit;
  throw Mismatch("the example names a node by a number that its tree does not hold");
}

template <Tree N>
void adopt(N* parent, N*& place, N* child) {
  place = child;
  if constexpr (requires { child->parent = parent; })
    if (child) child->parent = parent;
}

template <Tree N>
N* read_tree(Reader& in) {
  size_t left = in.list("a tree");
  if (!left || in.null()) return nullptr;
  N* root = node<N>(in);
  std::deque<N*> waiting{root};
  bool right = false;
  for (--left; left; --left, right = !right) {
    if (waiting.empty()) throw Mismatch("the example gives a tree with a node that has no parent");
    N* parent = waiting.front();
    N* child = in.null() ? nullptr : node<N>(in);
    adopt(parent, right ? parent->right : parent->left, child);
    if (child) waiting.push_back(child);
    if (right) waiting.pop_front();
  }
  remember(root);
  return root;
}

template <Linked N>
N* read_linked(Reader& in) {
  N *head = nullptr, *tail = nullptr;
  for (size_t left = in.list("a linked list"); left; --left) {
    N* next = node<N>(in);
    if constexpr (requires { next->prev = tail; }) next->prev = tail;
    (head ? tail->next : head) = next;
    tail = next;
  }
  if (circular<N> && tail) tail->next = head;
  return head;
}

template <HasCorners N>
N* read_quad(Reader& in) {
  std::vector<N*> nodes;
  auto one = [&]() -> N* {
    if (in.null()) return nullptr;
    if (in.list("a pair") != 2) throw Mismatch("the example gives a node that is no pair of two numbers");
    N* made = nodes.emplace_back(new N());
    made->isLeaf = read<int>(in);
    made->val = read<int>(in);
    made->topLeft = made->topRight = made->bottomLeft = made->bottomRight = nullptr;
    return made;
  };
  size_t left = in.list("a tree");
  N* root = left-- ? one() : nullptr;
  for (size_t parent = 0; left; ++parent) {
    N* at = nodes.at(parent);
    for (N** place : {&at->topLeft, &at->topRight, &at->bottomLeft, &at->bottomRight})
      if (left) *place = one(), --left;
  }
  return root;
}

template <HasRandom N>
N* read_random(Reader& in) {
  std::vector<N*> nodes;
  std::vector<std::optional<size_t>> targets;
  for (size_t left = in.list("a linked list"); left; --left) {
    if (in.list("a pair") != 2) throw Mismatch("the example gives a node that is no pair of value and index");
    nodes.push_back(node<N>(in));
    targets.push_back(read<std::optional<size_t>>(in));
  }
  for (size_t k = 0; k < nodes.size(); ++k) {
    nodes[k]->next = k + 1 < nodes.size() ? nodes[k + 1] : nullptr;
    if (targets[k] && *targets[k] < nodes.size()) nodes[k]->random = nodes[*targets[k]];
  }
  return nodes.empty() ? nullptr : nodes[0];
}

// After the end of a level (null), each further null passes over one node; the next value is the child there.
template <HasChild N>
N* read_levels(Reader& in) {
  N *root = nullptr, *head = nullptr, *tail = nullptr, *parent = nullptr;
  for (size_t left = in.list("a linked list"); left; --left) {
    if (in.null()) {
      parent = !tail ? (parent ? parent->next : nullptr) : head;
      if (tail) head = tail = nullptr;
      continue;
    }
    N* next = node<N>(in);
    if (tail) tail->next = next, next->prev = tail;
    else if (head = next; parent) parent->child = next;
    tail = next;
    if (!root) root = next;
  }
  return root;
}

template <HasChildren N>
N* read_children(Reader& in) {
  size_t left = in.list("a tree");
  if (!left) return nullptr;
  N* root = node<N>(in);
  std::deque<N*> waiting;
  N* parent = root;
  for (--left; left; --left) {
    if (!in.null()) {
      parent->children.push_back(node<N>(in));
      waiting.push_back(parent->children.back());
    } else if (parent != root || !parent->children.empty()) {
      parent = waiting.front();
      waiting.pop_front();
    }
  }
  return root;
}

template <HasNeighbors N>
N* read_graph(Reader& in) {
  auto lists = read<std::vector<std::vector<int>>>(in);
  std::vector<N*> nodes;
  for (size_t k = 0; k < lists.size(); ++k) nodes.push_back(new N(static_cast<int>(k) + 1));
  for (size_t k = 0; k < lists.size(); ++k)
    for (int number : lists[k]) nodes[k]->neighbors.push_back(nodes.at(number - 1));
  return nodes.empty() ? nullptr : nodes[0];
}

// All nodes that can be reached, each once, those nearest first: a tree level by level.
template <Node N>
std::vector<N*> reachable(N* start) {
  std::vector<N*> found;
  std::unordered_set<N*> seen{nullptr};
  auto add = [&](N* node) { if (seen.insert(node).second) found.push_back(node); };
  add(start);
  for (size_t k = 0; k < found.size() && k < MOST_NODES; ++k) {
    N* at = found[k];
    if constexpr (HasSides<N>) add(at->left), add(at->right);
    if constexpr (HasNext<N>) add(at->next);
    if constexpr (HasRandom<N>) add(at->random);
    if constexpr (HasChildren<N>) for (N* child : at->children) add(child);
    if constexpr (HasNeighbors<N>) for (N* near : at->neighbors) add(near);
  }
  return found;
}

// The nodes of the first chain of the call, and how the whole of it is written.
inline std::vector<void*> chain;
inline std::function<void(Writer&)> write_chain;
struct Whole {};
template <>
struct Write<Whole> {
  static void to(Writer& out, Whole) { write_chain(out); }
};

// See `Chain` in inside/codec.py.
template <Node N>
N* read_chain(Reader& in, const long long (&numbers)[3]) {
  auto [enter, join, loop] = numbers;
  std::vector<N*> nodes = reachable(Read<N*>::from(in));
  N* shared = join >= 0 && join < static_cast<long long>(chain.size()) ? static_cast<N*>(chain[join]) : nullptr;
  if (nodes.empty()) return shared;
  if constexpr (HasNext<N>) {
    if (shared) nodes.back()->next = shared;
    if (loop >= 0) nodes.back()->next = nodes.at(loop);
  }
  if (chain.empty()) {
    chain.assign(nodes.begin(), nodes.end());
    write_chain = [head = nodes[0]](Writer& out) { write(out, head); };
  }
  return nodes.at(enter);
}

template <Node N>
std::string place(N* node) {
  if (!node) return "null";
  auto found = std::find(chain.begin(), chain.end(), node);
  return found == chain.end() ? "-1" : std::to_string(found - chain.begin());
}

// The nodes that the example gave, when a copy of them is asked for.
template <Node N>
inline std::unordered_set<N*> given;

template <Node N>
void refuse_shared(N* result) {
  for (N* node : reachable(result))
    if (given<N>.count(node)) throw SharedNode("the result holds a node of the argument, it is no copy");
}

template <Node N>
struct Read<N*> {
  static N* from(Reader& in) {
    if (long long numbers[3]; in.chain(numbers)) return read_chain<N>(in, numbers);
    N* start = made(in);
    if (!copying) return start;
    if (given<N>.empty()) forget.push_back([] { given<N>.clear(); });
    for (N* node : reachable(start)) given<N>.insert(node);
    return start;
  }

 private:
  static N* made(Reader& in) {
    if (in.null()) return nullptr;
    if constexpr (HasCorners<N>) return read_quad<N>(in);
    else if constexpr (HasRandom<N>) return read_random<N>(in);
    else if constexpr (HasChild<N>) return read_levels<N>(in);
    else if constexpr (HasChildren<N>) return read_children<N>(in);
    else if constexpr (HasNeighbors<N>) return read_graph<N>(in);
    else if constexpr (Tree<N>) return in.kind() == 'l' ? read_tree<N>(in) : found<N>(in);
    else return read_linked<N>(in);
  }
};

// Level by level, gaps as null, none at the end. `one` writes a node and puts those below it into `waiting`.
template <Node N, class One>
void write_by_level(Writer& out, N* root, One one) {
  std::deque<N*> waiting{root};
  std::string gaps, separator;
  while (!waiting.empty()) {
    N* at = waiting.front();
    waiting.pop_front();
    if (!at) {
      gaps += std::exchange(separator, ",") + "null";
      continue;
    }
    out << std::exchange(gaps, "") << std::exchange(separator, ",");
    one(at, waiting);
  }
}

template <Tree N>
void write_ring(Writer& out, N* start) {
  const char* separator = "";
  for (N* at = start; at; at = at->right == start ? nullptr : at->right) {
    out << std::exchange(separator, ",");
    write(out, at->val);
  }
}

template <Tree N>
void write_tree(Writer& out, N* root) {
  if (root->left && root->left->right == root) return write_ring(out, root);
  write_by_level(out, root, [&](N* at, std::deque<N*>& waiting) {
    write(out, at->val);
    waiting.insert(waiting.end(), {at->left, at->right});
  });
}

template <HasCorners N>
void write_quad(Writer& out, N* root) {
  write_by_level(out, root, [&](N* at, std::deque<N*>& waiting) {
    out << "[" << (at->isLeaf ? "1" : "0") << "," << (at->val ? "1" : "0") << "]";
    waiting.insert(waiting.end(), {at->topLeft, at->topRight, at->bottomLeft, at->bottomRight});
  });
}

template <Tree N>
void write_levels(Writer& out, N* root) {
  const char* separator = "";
  while (root) {
    N* below = nullptr;
    for (N* at = root; at; at = at->next) {
      out << std::exchange(separator, ",");
      write(out, at->val);
      if (!below) below = at->left ? at->left : at->right;
    }
    out << ",\"#\"";
    root = below;
  }
}

// Ends at a null or where a circular list begins again.
template <Linked N, class One>
void write_linked(Writer& out, N* head, One one) {
  const char* separator = "";
  for (N* at = head; at; at = at->next == head ? nullptr : at->next) {
    out << std::exchange(separator, ",");
    one(at);
  }
}

template <HasRandom N>
void write_random(Writer& out, N* head) {
  std::unordered_map<N*, size_t> index;
  for (N* at = head; at && index.try_emplace(at, index.size()).second; at = at->next) {}
  write_linked(out, head, [&](N* at) {
    auto target = index.find(at->random);
    out << "[";
    write(out, at->val);
    out << "," << (target == index.end() ? "null" : std::to_string(target->second)) << "]";
  });
}

template <HasChildren N>
void write_children(Writer& out, N* root) {
  std::deque<N*> waiting{root};
  write(out, root->val);
  std::string gaps = ",null";
  for (; !waiting.empty(); waiting.pop_front()) {
    for (N* child : waiting.front()->children) {
      out << std::exchange(gaps, "") << ",";
      write(out, child->val);
      waiting.push_back(child);
    }
    gaps += ",null";
  }
}

template <HasNeighbors N>
void write_graph(Writer& out, N* start) {
  std::map<int, N*> nodes;
  std::vector<N*> waiting{start};
  while (!waiting.empty()) {
    N* at = waiting.back();
    waiting.pop_back();
    if (nodes.try_emplace(at->val, at).second) waiting.insert(waiting.end(), at->neighbors.begin(), at->neighbors.end());
  }
  const char* separator = "";
  for (auto& [number, at] : nodes) {
    out << std::exchange(separator, ",");
    write_items(out, at->neighbors, [&](N* next) { write(out, next->val); });
  }
}

template <Node N>
struct Write<N*> {
  static void to(Writer& out, N* start) {
    out << R"({"t":"nodes","v":[")" << (Tree<N> || HasChildren<N> || HasCorners<N> ? "TreeNode" : "ListNode") << "\",[";
    if (start) nodes(out, start);
    out << "]]}";
  }

 private:
  static void nodes(Writer& out, N* start) {
    if constexpr (HasCorners<N>) write_quad(out, start);
    else if constexpr (HasRandom<N>) write_random(out, start);
    else if constexpr (HasChildren<N>) write_children(out, start);
    else if constexpr (HasNeighbors<N>) write_graph(out, start);
    else if constexpr (Tree<N> && HasNext<N>) write_levels(out, start);
    else if constexpr (Tree<N>) write_tree(out, start);
    else write_linked(out, start, [&out, before = static_cast<N*>(nullptr)](N* at) mutable {
      write(out, at->val);
      if constexpr (HasChild<N> && requires { at->prev = at; }) {
        if (std::exchange(before, at) != at->prev) out << ",\"wrong prev\"";
        if (at->child) out << ",\"child left\"";
      }
    });
  }
};

}  // namespace vibe
