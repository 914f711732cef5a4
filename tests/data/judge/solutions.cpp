// ==== two_sum
class Solution {
public:
    vector<int> twoSum(vector<int>& nums, int target) {
        unordered_map<int, int> seen;
        for (int i = 0; i < (int)nums.size(); ++i) {
            auto found = seen.find(target - nums[i]);
            if (found != seen.end()) return {found->second, i}; //~ if (found != seen.end()) return {i, i};
            seen[nums[i]] = i;
        }
        return {};
    }
};
// ==== reverse_string
class Solution {
public:
    void reverseString(vector<char>& s) {
        for (int i = 0, j = s.size() - 1; i < j; ++i, --j) swap(s[i], s[j]); //~ for (int i = 0, j = s.size() - 1; i <= j; ++i) swap(s[i], s[j]);
    }
};
// ==== rotate
class Solution {
public:
    void rotate(vector<int>& nums, int k) {
        k %= nums.size();
        std::rotate(nums.begin(), nums.end() - k, nums.end()); //~ std::rotate(nums.begin(), nums.begin() + k, nums.end());
    }
};
// ==== remove_duplicates
class Solution {
public:
    int removeDuplicates(vector<int>& nums) {
        int k = 0;
        for (int x : nums)
            if (k == 0 || nums[k - 1] != x) nums[k++] = x;
        return k; //~ return k - 1;
    }
};
// ==== reverse_list
/**
 * Definition for singly-linked list.
 * struct ListNode {
 *     int val;
 *     ListNode *next;
 *     ListNode() : val(0), next(nullptr) {}
 * };
 */
class Solution {
public:
    ListNode* reverseList(ListNode* head) {
        ListNode* last = nullptr;
        while (head) {
            ListNode* next = head->next;
            head->next = last;
            last = head;
            head = next;
        }
        return last; //~ return head;
    }
};
// ==== add_two_numbers
struct ListNode {
    int val;
    ListNode *next;
    explicit ListNode(int x) : val(x), next(nullptr) {}
};
class Solution {
public:
    ListNode* addTwoNumbers(ListNode* l1, ListNode* l2) {
        ListNode head(0), *tail = &head;
        int carry = 0;
        while (l1 || l2 || carry) { //~ while (l1 || l2) {
            if (l1) carry += l1->val, l1 = l1->next;
            if (l2) carry += l2->val, l2 = l2->next;
            tail = tail->next = new ListNode(carry % 10);
            carry /= 10;
        }
        return head.next;
    }
};
// ==== has_cycle
class Solution {
public:
    bool hasCycle(ListNode *head) {
        ListNode *slow = head, *fast = head;
        while (fast && fast->next) { //~ while (false) {
            slow = slow->next;
            fast = fast->next->next;
            if (slow == fast) return true;
        }
        return false;
    }
};
// ==== merge_k_lists
class Solution {
public:
    ListNode* mergeKLists(vector<ListNode*>& lists) {
        auto more = [](ListNode* a, ListNode* b) { return a->val > b->val; }; //~ auto more = [](ListNode* a, ListNode* b) { return a->val < b->val; };
        priority_queue<ListNode*, vector<ListNode*>, decltype(more)> heap(more);
        for (auto list : lists) if (list) heap.push(list);
        ListNode head, *tail = &head;
        while (!heap.empty()) {
            tail = tail->next = heap.top();
            heap.pop();
            if (tail->next) heap.push(tail->next);
        }
        return head.next;
    }
};
// ==== invert_tree
class Solution {
public:
    TreeNode* invertTree(TreeNode* root) {
        if (!root) return nullptr;
        swap(root->left, root->right);
        invertTree(root->left);
        invertTree(root->right); //~
        return root;
    }
};
// ==== lowest_common_ancestor
class Solution {
public:
    TreeNode* lowestCommonAncestor(TreeNode* root, TreeNode* p, TreeNode* q) {
        if (!root || root == p || root == q) return root;
        TreeNode* left = lowestCommonAncestor(root->left, p, q);
        TreeNode* right = lowestCommonAncestor(root->right, p, q);
        if (left && right) return root; //~
        return left ? left : right;
    }
};
// ==== level_order
class Solution {
public:
    vector<vector<int>> levelOrder(TreeNode* root) {
        vector<vector<int>> levels;
        queue<TreeNode*> waiting;
        if (root) waiting.push(root);
        while (!waiting.empty()) {
            levels.emplace_back();
            for (int left = waiting.size(); left > 0; --left) {
                TreeNode* node = waiting.front();
                waiting.pop();
                levels.back().push_back(node->val);
                if (node->left) waiting.push(node->left);
                if (node->right) waiting.push(node->right); //~ if (node->right && false) waiting.push(node->right);
            }
        }
        return levels;
    }
};
// ==== is_symmetric
class Solution {
    bool isSymmetric(TreeNode* a, TreeNode* b) {
        if (!a || !b) return a == b;
        return a->val == b->val && isSymmetric(a->left, b->right) && isSymmetric(a->right, b->left); //~ return a->val == b->val && isSymmetric(a->left, b->left) && isSymmetric(a->right, b->right);
    }
public:
    bool isSymmetric(TreeNode* root) { return isSymmetric(root->left, root->right); }
};
// ==== flatten
class Solution {
    TreeNode* last = nullptr;
public:
    void flatten(TreeNode* root) {
        if (!root) return;
        flatten(root->right);
        flatten(root->left);
        root->right = last; //~
        root->left = nullptr;
        last = root;
    }
};
// ==== is_valid
class Solution {
public:
    bool isValid(string s) {
        string open;
        for (char c : s) {
            if (c == '(') open += ')';
            else if (c == '[') open += ']';
            else if (c == '{') open += '}';
            else if (open.empty() || open.back() != c) return false;
            else open.pop_back();
        }
        return open.empty(); //~ return true;
    }
};
// ==== group_anagrams
class Solution {
public:
    vector<vector<string>> groupAnagrams(vector<string>& strs) {
        map<string, vector<string>> groups;
        for (const string& s : strs) {
            string key = s;
            sort(key.begin(), key.end()); //~
            groups[key].push_back(s);
        }
        vector<vector<string>> found;
        for (auto& [key, group] : groups) found.push_back(group);
        return found;
    }
};
// ==== my_pow
class Solution {
public:
    double myPow(double x, int n) {
        if (n < 0) return 1 / (x * myPow(x, -(n + 1))); //~ if (n < 0) return 1 / myPow(x, -(n + 1));
        if (n == 0) return 1;
        double half = myPow(x, n / 2);
        return n % 2 ? half * half * x : half * half;
    }
};
// ==== exist
class Solution {
    bool walk(vector<vector<char>>& b, const string& w, int k, int i, int j) {
        if (k == (int)w.size()) return true;
        if (i < 0 || j < 0 || i == (int)b.size() || j == (int)b[0].size() || b[i][j] != w[k]) return false;
        char kept = exchange(b[i][j], '#'); //~ char kept = b[i][j];
        bool found = walk(b, w, k + 1, i + 1, j) || walk(b, w, k + 1, i - 1, j) || walk(b, w, k + 1, i, j + 1) || walk(b, w, k + 1, i, j - 1);
        b[i][j] = kept;
        return found;
    }
public:
    bool exist(vector<vector<char>>& board, string word) {
        for (int i = 0; i < (int)board.size(); ++i)
            for (int j = 0; j < (int)board[0].size(); ++j)
                if (walk(board, word, 0, i, j)) return true;
        return false;
    }
};
// ==== surrounded_regions
class Solution {
    void keep(vector<vector<char>>& b, int i, int j) {
        if (i < 0 || j < 0 || i == (int)b.size() || j == (int)b[0].size() || b[i][j] != 'O') return;
        b[i][j] = 'K';
        keep(b, i + 1, j), keep(b, i - 1, j), keep(b, i, j + 1), keep(b, i, j - 1);
    }
public:
    void solve(vector<vector<char>>& board) {
        int m = board.size(), n = board[0].size();
        for (int i = 0; i < m; ++i) keep(board, i, 0), keep(board, i, n - 1);
        for (int j = 0; j < n; ++j) keep(board, 0, j), keep(board, m - 1, j); //~
        for (auto& row : board) for (char& c : row) c = c == 'K' ? 'O' : 'X';
    }
};
// ==== set_zeroes
class Solution {
public:
    void setZeroes(vector<vector<int>>& matrix) {
        set<int> rows, columns;
        for (size_t i = 0; i < matrix.size(); ++i)
            for (size_t j = 0; j < matrix[0].size(); ++j)
                if (!matrix[i][j]) rows.insert(i), columns.insert(j);
        for (size_t i = 0; i < matrix.size(); ++i)
            for (size_t j = 0; j < matrix[0].size(); ++j)
                if (rows.count(i) || columns.count(j)) matrix[i][j] = 0; //~ if (rows.count(i) && columns.count(j)) matrix[i][j] = 0;
    }
};
// ==== permute
class Solution {
public:
    vector<vector<int>> permute(vector<int>& nums) {
        vector<vector<int>> found;
        sort(nums.begin(), nums.end());
        do found.push_back(nums); while (next_permutation(nums.begin(), nums.end())); //~ do found.push_back(nums); while (next_permutation(nums.begin() + 1, nums.end()));
        return found;
    }
};
// ==== fizz_buzz
class Solution {
public:
    vector<string> fizzBuzz(int n) {
        vector<string> out;
        for (int i = 1; i <= n; ++i) //~ for (int i = 1; i < n; ++i)
            out.push_back(i % 15 == 0 ? "FizzBuzz" : i % 3 == 0 ? "Fizz" : i % 5 == 0 ? "Buzz" : to_string(i));
        return out;
    }
};
// ==== minimum_cost
#define int long long
#define rep(i, n) for (int i = 0; i < (n); ++i)
class Solution {
public:
    int minimumCost(vector<int32_t>& costs, int32_t times) {
        int sum = 0; //~ int32_t sum = 0;
        rep(i, (int)costs.size()) sum += costs[i] * (int)times;
        return sum;
    }
};
// ==== next_greatest_letter
class Solution {
public:
    char nextGreatestLetter(vector<char>& letters, char target) {
        auto at = upper_bound(letters.begin(), letters.end(), target); //~ auto at = lower_bound(letters.begin(), letters.end(), target);
        return at == letters.end() ? letters[0] : *at;
    }
};
// ==== kids_with_candies
class Solution {
public:
    vector<bool> kidsWithCandies(vector<int>& candies, int extraCandies) const {
        int most = *max_element(candies.begin(), candies.end());
        vector<bool> out;
        for (int c : candies) out.push_back(c + extraCandies >= most); //~ for (int c : candies) out.push_back(c + extraCandies > most);
        return out;
    }
};
// ==== reverse_words
class Solution {
public:
    string reverseWords(string s) {
        stringstream in(s);
        string word, out;
        while (in >> word) out = out.empty() ? word : word + " " + out; //~ while (in >> word) out = word + " " + out;
        return out;
    }
};
// ==== convert_temperature
class Solution {
public:
    vector<double> convertTemperature(double celsius) {
        return {celsius + 273.15, celsius * 1.80 + 32.00}; //~ return {celsius + 273, celsius * 1.80 + 32.00};
    }
};
// ==== lru_cache
class LRUCache {
    int capacity;
    list<pair<int, int>> items;
    unordered_map<int, list<pair<int, int>>::iterator> places;
public:
    LRUCache(int capacity) : capacity(capacity) {}
    int get(int key) {
        auto found = places.find(key);
        if (found == places.end()) return -1;
        items.splice(items.begin(), items, found->second); //~
        return found->second->second;
    }
    void put(int key, int value) {
        if (get(key) != -1) return void(places[key]->second = value);
        if ((int)items.size() == capacity) {
            places.erase(items.back().first);
            items.pop_back();
        }
        items.emplace_front(key, value);
        places[key] = items.begin();
    }
};
/**
 * Your LRUCache object will be instantiated and called as such:
 * LRUCache* obj = new LRUCache(capacity);
 */
// ==== min_stack
namespace study {
struct Pair { int first, second; };
class MinStack {
    stack<Pair> s;
public:
    MinStack() {}
    void push(int val) { s.push({val, s.empty() ? val : min(val, s.top().second)}); } //~ void push(int val) { s.push({val, val}); }
    void pop() { s.pop(); }
    int top() { return s.top().first; }
    int getMin() { return s.top().second; }
};
}  // namespace study
// ==== median_finder
class MedianFinder {
    multiset<int> numbers;
public:
    void addNum(int num) { numbers.insert(num); }
    double findMedian() {
        int n = numbers.size();
        auto middle = next(numbers.begin(), (n - 1) / 2);
        return n % 2 ? *middle : (*middle + *next(middle)) / 2.0; //~ return n % 2 ? *middle : (*middle + *next(middle)) / 2;
    }
};
// ==== trie
class Trie {
    struct Node { map<char, Node> next; bool ends = false; };
    Node root;
    Node* find(const string& word) {
        Node* at = &root;
        for (char c : word) {
            auto found = at->next.find(c);
            if (found == at->next.end()) return nullptr;
            at = &found->second;
        }
        return at;
    }
public:
    void insert(string word) {
        Node* at = &root;
        for (char c : word) at = &at->next[c];
        at->ends = true;
    }
    bool search(string word) { Node* at = find(word); return at && at->ends; } //~ bool search(string word) { return find(word); }
    bool startsWith(const string& prefix) { return find(prefix); }
};
// ==== num_array
class NumArray {
    vector<int> sums{0};
public:
    NumArray(vector<int>& nums) { for (int x : nums) sums.push_back(sums.back() + x); }
    int sumRange(int left, int right) { return sums[right + 1] - sums[left]; } //~ int sumRange(int left, int right) { return sums[right] - sums[left]; }
};
// ==== copy_random_list
/*
// Definition for a Node.
class Node {
public:
    int val;
    Node* next;
    Node* random;
};
*/
class Solution {
public:
    Node* copyRandomList(Node* head) {
        unordered_map<Node*, Node*> copies{{nullptr, nullptr}};
        for (Node* at = head; at; at = at->next) copies[at] = new Node(at->val);
        for (Node* at = head; at; at = at->next) {
            copies[at]->next = copies[at->next];
            copies[at]->random = copies[at->random]; //~
        }
        return copies[head];
    }
};
// ==== clone_graph
class Solution {
    unordered_map<Node*, Node*> copies;
public:
    Node* cloneGraph(Node* node) {
        if (!node) return node;
        if (copies.count(node)) return copies[node];
        Node* copy = copies[node] = new Node(node->val, {});
        for (Node* other : node->neighbors) copy->neighbors.push_back(cloneGraph(other)); //~ for (Node* other : node->neighbors) if (other->val > node->val) copy->neighbors.push_back(cloneGraph(other));
        return copy;
    }
};
// ==== nary_level_order
class Solution {
public:
    vector<vector<int>> levelOrder(Node* root) {
        vector<vector<int>> levels;
        vector<Node*> level;
        if (root) level = {root};
        while (!level.empty()) {
            levels.emplace_back();
            vector<Node*> below;
            for (Node* node : level) {
                levels.back().push_back(node->val);
                for (Node* child : node->children) below.push_back(child); //~ for (Node* child : node->children) below.insert(below.begin(), child);
            }
            level = below;
        }
        return levels;
    }
};
// ==== connect
class Solution {
public:
    Node* connect(Node* root) {
        vector<Node*> level{root};
        while (!level.empty() && root) {
            vector<Node*> below;
            for (size_t i = 0; i < level.size(); ++i) {
                if (i + 1 < level.size()) level[i]->next = level[i + 1]; //~
                for (Node* child : {level[i]->left, level[i]->right}) if (child) below.push_back(child);
            }
            level = below;
        }
        return root;
    }
};
// ==== detect_cycle
class Solution {
public:
    ListNode *detectCycle(ListNode *head) {
        unordered_set<ListNode*> seen;
        for (; head; head = head->next)
            if (!seen.insert(head).second) return head; //~ if (!seen.insert(head).second) return head->next;
        return nullptr;
    }
};
// ==== intersection
class Solution {
public:
    ListNode *getIntersectionNode(ListNode *headA, ListNode *headB) {
        ListNode *a = headA, *b = headB;
        while (a != b) { //~ while (a && b && a->val != b->val) {
            a = a ? a->next : headB;
            b = b ? b->next : headA;
        }
        return a;
    }
};
// ==== delete_node
class Solution {
public:
    void deleteNode(ListNode* node) {
        node->val = node->next->val;
        node->next = node->next->next; //~
    }
};
// ==== ancestor_by_parents
/*
// Definition for a Node.
class Node {
public:
    int val;
    Node* left;
    Node* right;
    Node* parent;
};
*/
class Solution {
public:
    Node* lowestCommonAncestor(Node* p, Node* q) {
        Node *a = p, *b = q;
        while (a != b) { //~ while (false) {
            a = a ? a->parent : q;
            b = b ? b->parent : p;
        }
        return a; //~ return a->left;
    }
};
// ==== first_bad_version
// The API isBadVersion is defined for you.
// bool isBadVersion(int version);
class Solution {
public:
    int firstBadVersion(int n) {
        int low = 1, high = n;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (isBadVersion(middle)) high = middle;
            else low = middle + 1;
        }
        return low; //~ return low - 1;
    }
};
// ==== guess_number
class Solution {
public:
    int guessNumber(int n) {
        long low = 1, high = n;
        for (;;) {
            long middle = (low + high) / 2;
            int answer = guess(middle);
            if (answer == 0) return middle; //~ if (answer <= 0) return middle;
            if (answer > 0) low = middle + 1;
            else high = middle - 1;
        }
    }
};
// ==== quad_tree
/*
// Definition for a QuadTree node.
class Node {
public:
    bool val;
    bool isLeaf;
    Node* topLeft;
    Node* topRight;
    Node* bottomLeft;
    Node* bottomRight;
};
*/
class Solution {
public:
    Node* intersect(Node* a, Node* b) {
        if (a->isLeaf) return a->val ? a : b; //~ if (a->isLeaf) return a->val ? b : a;
        if (b->isLeaf) return b->val ? b : a;
        Node* corners[] = {intersect(a->topLeft, b->topLeft), intersect(a->topRight, b->topRight),
                           intersect(a->bottomLeft, b->bottomLeft), intersect(a->bottomRight, b->bottomRight)};
        bool same = true;
        for (Node* corner : corners) same = same && corner->isLeaf && corner->val == corners[0]->val;
        if (same) return new Node(corners[0]->val, true);
        return new Node(false, false, corners[0], corners[1], corners[2], corners[3]);
    }
};
// ==== flatten_levels
/*
// Definition for a Node.
class Node {
public:
    int val;
    Node* prev;
    Node* next;
    Node* child;
};
*/
class Solution {
public:
    Node* flatten(Node* head) {
        for (Node* at = head; at; at = at->next) {
            if (!at->child) continue;
            Node* last = at->child;
            while (last->next) last = last->next;
            last->next = at->next;
            if (at->next) at->next->prev = last;
            at->next = at->child;
            at->child->prev = at;
            at->child = nullptr; //~
        }
        return head;
    }
};
// ==== insert_into_circle
// Insert into a sorted circular linked list.
/*
// Definition for a Node.
class Node {
public:
    int val;
    Node* next;
};
*/
class Solution {
public:
    Node* insert(Node* head, int insertVal) {
        Node* fresh = new Node(insertVal);
        if (!head) return fresh->next = fresh;
        Node* at = head;
        while (at->next != head) {
            if (at->val <= insertVal && insertVal <= at->next->val) break;
            if (at->val > at->next->val && (insertVal >= at->val || insertVal <= at->next->val)) break;
            at = at->next;
        }
        fresh->next = at->next; //~ fresh->next = at->next->next;
        at->next = fresh;
        return head;
    }
};
// ==== tree_to_ring
/*
// Definition for a Node.
class Node {
public:
    int val;
    Node* left;
    Node* right;
};
*/
class Solution {
    Node *first = nullptr, *last = nullptr;
    void walk(Node* node) {
        if (!node) return;
        walk(node->left);
        if (last) last->right = node, node->left = last; //~ if (last) node->left = last;
        else first = node;
        last = node;
        walk(node->right);
    }
public:
    Node* treeToDoublyList(Node* root) {
        if (!root) return root;
        walk(root);
        first->left = last;
        last->right = first;
        return first;
    }
};
// ==== gcd
#include <iostream>
int gcd(int a, int b) { return b == 0 ? a : gcd(b, a % b); } //~ int gcd(int a, int b) { return b == 0 ? a : gcd(b, a / b); }
int main() { std::cout << gcd(12, 18) << std::endl; }
// ==== sum_of_numbers
#include <iostream>
int main() {
    int n;
    long long sum = 0, x;
    std::cin >> n;
    for (int i = 0; i < n; ++i) { //~ for (int i = 1; i < n; ++i) {
        std::cin >> x;
        sum += x;
    }
    std::cout << sum << std::endl;
}
// ==== way_too_long_words
#include <bits/stdc++.h>
using namespace std;
int main() {
    int n;
    cin >> n;
    for (string w; cin >> w;)
        if (w.size() > 10) cout << w[0] << w.size() - 2 << w.back() << "\n"; //~ if (w.size() > 12) cout << w[0] << w.size() - 2 << w.back() << "\n";
        else cout << w << "\n";
}
// ==== nested_depth_sum
class Solution {
public:
    int depthSum(vector<NestedInteger>& nestedList) {
        return sum(nestedList, 1);
    }
private:
    int sum(const vector<NestedInteger>& list, int depth) {
        int total = 0;
        for (auto& each : list)
            total += each.isInteger() ? each.getInteger() * depth : sum(each.getList(), depth + 1); //~ total += each.isInteger() ? each.getInteger() * depth : sum(each.getList(), depth);
        return total;
    }
};
// ==== mini_parser
class Solution {
    size_t at = 0;
public:
    NestedInteger deserialize(string s) {
        if (s[at] != '[') {
            size_t used = 0;
            int value = stoi(s.substr(at), &used);
            at += used;
            return NestedInteger(value);
        }
        NestedInteger made;
        for (++at; s[at] != ']';) {
            made.add(deserialize(s)); //~ made = deserialize(s);
            if (s[at] == ',') ++at;
        }
        ++at;
        return made;
    }
};
