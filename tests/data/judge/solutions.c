// ==== two_sum
/**
 * Note: The returned array must be malloced, assume caller calls free().
 */
int* twoSum(int* nums, int numsSize, int target, int* returnSize) {
    int* found = malloc(2 * sizeof(int));
    *returnSize = 2;
    for (int i = 0; i < numsSize; i++)
        for (int j = i + 1; j < numsSize; j++) //~ for (int j = i; j < numsSize; j++)
            if (nums[i] + nums[j] == target) {
                found[0] = i;
                found[1] = j;
                return found;
            }
    *returnSize = 0;
    return NULL;
}
// ==== reverse_string
void reverseString(char* s, int sSize) {
    for (int i = 0, j = sSize - 1; i < j; i++, j--) {
        char c = s[i];
        s[i] = s[j];
        s[j] = c; //~
    }
}
// ==== rotate
static void reverse(int* nums, int i, int j) {
    for (; i < j; i++, j--) {
        int kept = nums[i];
        nums[i] = nums[j];
        nums[j] = kept;
    }
}

void rotate(int* nums, int numsSize, int k) {
    k %= numsSize;
    reverse(nums, 0, numsSize - 1);
    reverse(nums, 0, k - 1); //~
    reverse(nums, k, numsSize - 1);
}
// ==== remove_duplicates
int removeDuplicates(int* nums, int numsSize) {
    int k = 0;
    for (int i = 0; i < numsSize; i++)
        if (k == 0 || nums[k - 1] != nums[i]) nums[k++] = nums[i]; //~ if (k == 0 || nums[k - 1] != nums[i]) k++;
    return k;
}
// ==== reverse_list
/**
 * Definition for singly-linked list.
 * struct ListNode {
 *     int val;
 *     struct ListNode *next;
 * };
 */
struct ListNode* reverseList(struct ListNode* head) {
    struct ListNode* last = NULL;
    while (head) {
        struct ListNode* next = head->next;
        head->next = last;
        last = head;
        head = next;
    }
    return last; //~ return head;
}
// ==== add_two_numbers
#include <stdlib.h>

struct ListNode {
    int val;
    struct ListNode* next;
};
typedef struct ListNode ListNode;

ListNode* addTwoNumbers(ListNode* l1, ListNode* l2) {
    ListNode head = {0}, *tail = &head;
    for (int carry = 0; l1 || l2 || carry; carry /= 10) { //~ for (int carry = 0; l1 || l2; carry /= 10) {
        if (l1) carry += l1->val, l1 = l1->next;
        if (l2) carry += l2->val, l2 = l2->next;
        tail = tail->next = calloc(1, sizeof(ListNode));
        tail->val = carry % 10;
    }
    return head.next;
}

int main(void) { return addTwoNumbers(NULL, NULL) != NULL; }
// ==== has_cycle
bool hasCycle(struct ListNode *head) {
    struct ListNode *slow = head, *fast = head;
    while (fast && fast->next) {
        slow = slow->next;
        fast = fast->next->next;
        if (slow == fast) return true; //~ if (slow == fast) return false;
    }
    return false;
}
// ==== merge_k_lists
struct ListNode* mergeKLists(struct ListNode** lists, int listsSize) {
    struct ListNode head = {0}, *tail = &head;
    for (;;) {
        int least = -1;
        for (int i = 0; i < listsSize; i++)
            if (lists[i] && (least < 0 || lists[i]->val < lists[least]->val)) least = i; //~ if (lists[i] && (least < 0 || lists[i]->val > lists[least]->val)) least = i;
        if (least < 0) return head.next;
        tail = tail->next = lists[least];
        lists[least] = lists[least]->next;
    }
}
// ==== invert_tree
struct TreeNode* invertTree(struct TreeNode* root) {
    if (!root) return NULL;
    struct TreeNode* left = invertTree(root->left);
    root->left = invertTree(root->right); //~ root->left = root->right;
    root->right = left;
    return root;
}
// ==== lowest_common_ancestor
struct TreeNode* lowestCommonAncestor(struct TreeNode* root, struct TreeNode* p, struct TreeNode* q) {
    if (!root || root == p || root == q) return root;
    struct TreeNode *left = lowestCommonAncestor(root->left, p, q), *right = lowestCommonAncestor(root->right, p, q);
    if (left && right) return root; //~
    return left ? left : right;
}
// ==== level_order
/**
 * Return an array of arrays of size *returnSize.
 * The sizes of the arrays are returned as *returnColumnSizes array.
 */
int** levelOrder(struct TreeNode* root, int* returnSize, int** returnColumnSizes) {
    struct TreeNode** level = malloc(2000 * sizeof *level);
    int** levels = malloc(2000 * sizeof *levels);
    *returnColumnSizes = malloc(2000 * sizeof(int));
    *returnSize = 0;
    int size = 0;
    if (root) level[size++] = root;
    while (size) {
        struct TreeNode** below = malloc(2000 * sizeof *below);
        int* values = malloc(size * sizeof(int));
        int more = 0;
        for (int i = 0; i < size; i++) {
            values[i] = level[i]->val;
            if (level[i]->left) below[more++] = level[i]->left;
            if (level[i]->right) below[more++] = level[i]->right; //~
        }
        (*returnColumnSizes)[*returnSize] = size;
        levels[(*returnSize)++] = values;
        level = below;
        size = more;
    }
    return levels;
}
// ==== is_symmetric
bool mirrored(struct TreeNode* a, struct TreeNode* b) {
    if (!a || !b) return a == b;
    return a->val == b->val && mirrored(a->left, b->right) && mirrored(a->right, b->left); //~ return a->val == b->val && mirrored(a->left, b->left) && mirrored(a->right, b->right);
}

bool isSymmetric(struct TreeNode* root) { return mirrored(root->left, root->right); }
// ==== flatten
static struct TreeNode* walk(struct TreeNode* root, struct TreeNode* last) {
    if (!root) return last;
    last = walk(root->right, last);
    last = walk(root->left, last);
    root->right = last;
    root->left = NULL; //~
    return root;
}

void flatten(struct TreeNode* root) { walk(root, NULL); }
// ==== is_valid
bool isValid(char* s) {
    char* open = malloc(strlen(s) + 1);
    int size = 0;
    for (; *s; s++) {
        if (*s == '(') open[size++] = ')';
        else if (*s == '[') open[size++] = ']';
        else if (*s == '{') open[size++] = '}';
        else if (!size || open[--size] != *s) return false;
    }
    return size == 0; //~ return true;
}
// ==== group_anagrams
static int compare(const void* a, const void* b) { return *(const char*)a - *(const char*)b; }

char*** groupAnagrams(char** strs, int strsSize, int* returnSize, int** returnColumnSizes) {
    char ***groups = malloc(strsSize * sizeof *groups), **keys = malloc(strsSize * sizeof *keys);
    *returnColumnSizes = calloc(strsSize, sizeof(int));
    *returnSize = 0;
    for (int i = 0; i < strsSize; i++) {
        char* key = strdup(strs[i]);
        qsort(key, strlen(key), 1, compare); //~
        int g = 0;
        while (g < *returnSize && strcmp(keys[g], key)) g++;
        if (g == *returnSize) {
            keys[g] = key;
            groups[g] = malloc(strsSize * sizeof(char*));
            ++*returnSize;
        }
        groups[g][(*returnColumnSizes)[g]++] = strs[i];
    }
    return groups;
}
// ==== my_pow
double myPow(double x, int n) {
    if (n < 0) return 1 / (x * myPow(x, -(n + 1)));
    if (n == 0) return 1;
    double half = myPow(x, n / 2);
    return n % 2 ? half * half * x : half * half; //~ return half * half * x;
}
// ==== exist
static bool walk(char** b, int m, int n, const char* w, int i, int j) {
    if (!*w) return true;
    if (i < 0 || j < 0 || i == m || j == n || b[i][j] != *w) return false;
    b[i][j] = '#'; //~
    bool found = walk(b, m, n, w + 1, i + 1, j) || walk(b, m, n, w + 1, i - 1, j) || walk(b, m, n, w + 1, i, j + 1) || walk(b, m, n, w + 1, i, j - 1);
    b[i][j] = *w;
    return found;
}

bool exist(char** board, int boardSize, int* boardColSize, char* word) {
    for (int i = 0; i < boardSize; i++)
        for (int j = 0; j < boardColSize[0]; j++)
            if (walk(board, boardSize, boardColSize[0], word, i, j)) return true;
    return false;
}
// ==== surrounded_regions
static void keep(char** b, int m, int n, int i, int j) {
    if (i < 0 || j < 0 || i == m || j == n || b[i][j] != 'O') return;
    b[i][j] = 'K';
    keep(b, m, n, i + 1, j), keep(b, m, n, i - 1, j), keep(b, m, n, i, j + 1), keep(b, m, n, i, j - 1);
}

void solve(char** board, int boardSize, int* boardColSize) {
    int m = boardSize, n = *boardColSize;
    for (int i = 0; i < m; i++) keep(board, m, n, i, 0), keep(board, m, n, i, n - 1);
    for (int j = 0; j < n; j++) keep(board, m, n, 0, j), keep(board, m, n, m - 1, j); //~
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++) board[i][j] = board[i][j] == 'K' ? 'O' : 'X';
}
// ==== set_zeroes
void setZeroes(int** matrix, int matrixSize, int* matrixColSize) {
    int n = matrixColSize[0];
    bool rows[200] = {0}, columns[200] = {0};
    for (int i = 0; i < matrixSize; i++)
        for (int j = 0; j < n; j++)
            if (!matrix[i][j]) rows[i] = columns[j] = true;
    for (int i = 0; i < matrixSize; i++)
        for (int j = 0; j < n; j++)
            if (rows[i] || columns[j]) matrix[i][j] = 0; //~ if (rows[i] && columns[j]) matrix[i][j] = 0;
}
// ==== permute
static void walk(int* nums, int n, int k, int** found, int* size) {
    if (k == n) {
        found[*size] = malloc(n * sizeof(int));
        memcpy(found[(*size)++], nums, n * sizeof(int));
    }
    for (int i = k; i < n; i++) {
        int kept = nums[k];
        nums[k] = nums[i], nums[i] = kept;
        walk(nums, n, k + 1, found, size);
        kept = nums[k];
        nums[k] = nums[i], nums[i] = kept; //~
    }
}

int** permute(int* nums, int numsSize, int* returnSize, int** returnColumnSizes) {
    int** found = malloc(720 * sizeof(int*));
    *returnSize = 0;
    walk(nums, numsSize, 0, found, returnSize);
    *returnColumnSizes = malloc(*returnSize * sizeof(int));
    for (int i = 0; i < *returnSize; i++) (*returnColumnSizes)[i] = numsSize;
    return found;
}
// ==== fizz_buzz
char** fizzBuzz(int n, int* returnSize) {
    char** out = malloc(n * sizeof(char*));
    *returnSize = n; //~ *returnSize = n - 1;
    for (int i = 1; i <= n; i++) {
        out[i - 1] = malloc(12);
        sprintf(out[i - 1], i % 15 == 0 ? "FizzBuzz" : i % 3 == 0 ? "Fizz" : i % 5 == 0 ? "Buzz" : "%d", i);
    }
    return out;
}
// ==== minimum_cost
long long minimumCost(int* costs, int costsSize, int times) {
    long long sum = 0; //~ int sum = 0;
    for (int i = 0; i < costsSize; i++) sum += (long long)costs[i] * times;
    return sum;
}
// ==== next_greatest_letter
char nextGreatestLetter(char* letters, int lettersSize, char target) {
    for (int i = 0; i < lettersSize; i++)
        if (letters[i] > target) return letters[i]; //~ if (letters[i] >= target) return letters[i];
    return letters[0];
}
// ==== kids_with_candies
bool* kidsWithCandies(int* candies, int candiesSize, int extraCandies, int* returnSize) {
    int most = 0;
    bool* out = malloc(candiesSize * sizeof(bool));
    *returnSize = candiesSize;
    for (int i = 0; i < candiesSize; i++) most = candies[i] > most ? candies[i] : most;
    for (int i = 0; i < candiesSize; i++) out[i] = candies[i] + extraCandies >= most; //~ for (int i = 0; i < candiesSize; i++) out[i] = candies[i] + extraCandies > most;
    return out;
}
// ==== reverse_words
char* reverseWords(char* s) {
    char* out = calloc(strlen(s) + 2, 1);
    for (char* at = s + strlen(s); at > s;) {
        while (at > s && at[-1] == ' ') at--;
        char* end = at;
        while (at > s && at[-1] != ' ') at--;
        if (end > at && *out) strcat(out, " "); //~ if (end > at) strcat(out, " ");
        strncat(out, at, end - at);
    }
    return out;
}
// ==== convert_temperature
double* convertTemperature(double celsius, int* returnSize) {
    double* out = malloc(2 * sizeof(double));
    *returnSize = 2;
    out[0] = celsius + 273.15; //~ out[0] = celsius + 273;
    out[1] = celsius * 1.80 + 32.00;
    return out;
}
// ==== lru_cache
typedef struct {
    int capacity, size;
    int keys[100], values[100];
} LRUCache;

LRUCache* lRUCacheCreate(int capacity) {
    LRUCache* made = calloc(1, sizeof(LRUCache));
    made->capacity = capacity;
    return made;
}

static int place(LRUCache* obj, int key) {
    for (int i = 0; i < obj->size; i++) if (obj->keys[i] == key) return i;
    return -1;
}

static void take(LRUCache* obj, int i) {
    obj->size--;
    memmove(obj->keys + i, obj->keys + i + 1, (obj->size - i) * sizeof(int));
    memmove(obj->values + i, obj->values + i + 1, (obj->size - i) * sizeof(int));
}

void lRUCachePut(LRUCache* obj, int key, int value) {
    int i = place(obj, key);
    if (i >= 0) take(obj, i);
    else if (obj->size == obj->capacity) take(obj, 0);
    obj->keys[obj->size] = key;
    obj->values[obj->size++] = value;
}

int lRUCacheGet(LRUCache* obj, int key) {
    int i = place(obj, key);
    if (i < 0) return -1;
    int value = obj->values[i];
    lRUCachePut(obj, key, value); //~
    return value;
}

void lRUCacheFree(LRUCache* obj) { free(obj); }

/**
 * Your LRUCache struct will be instantiated and called as such:
 * LRUCache* obj = lRUCacheCreate(capacity);
 */
// ==== min_stack
typedef struct {
    int values[100], least[100], size;
} MinStack;

MinStack* minStackCreate() { return calloc(1, sizeof(MinStack)); }

void minStackPush(MinStack* obj, int val) {
    obj->values[obj->size] = val;
    obj->least[obj->size] = obj->size && obj->least[obj->size - 1] < val ? obj->least[obj->size - 1] : val; //~ obj->least[obj->size] = val;
    obj->size++;
}

void minStackPop(MinStack* obj) { obj->size--; }

int minStackTop(MinStack* obj) { return obj->values[obj->size - 1]; }

int minStackGetMin(MinStack* obj) { return obj->least[obj->size - 1]; }

void minStackFree(MinStack* obj) { free(obj); }
// ==== median_finder
typedef struct {
    int* numbers;
    int size;
} MedianFinder;

MedianFinder* medianFinderCreate() { return calloc(1, sizeof(MedianFinder)); }

void medianFinderAddNum(MedianFinder* obj, int num) {
    obj->numbers = realloc(obj->numbers, (obj->size + 1) * sizeof(int));
    int i = obj->size++;
    for (; i > 0 && obj->numbers[i - 1] > num; i--) obj->numbers[i] = obj->numbers[i - 1];
    obj->numbers[i] = num;
}

double medianFinderFindMedian(MedianFinder* obj) {
    int n = obj->size;
    return (obj->numbers[(n - 1) / 2] + obj->numbers[n / 2]) / 2.0; //~ return (obj->numbers[(n - 1) / 2] + obj->numbers[n / 2]) / 2;
}
// ==== trie
typedef struct Trie {
    struct Trie* next[26];
    bool ends;
} Trie;

Trie* trieCreate() { return calloc(1, sizeof(Trie)); }

void trieInsert(Trie* obj, char* word) {
    for (; *word; word++) {
        if (!obj->next[*word - 'a']) obj->next[*word - 'a'] = trieCreate();
        obj = obj->next[*word - 'a'];
    }
    obj->ends = true;
}

static Trie* reach(Trie* obj, char* word) {
    for (; obj && *word; word++) obj = obj->next[*word - 'a'];
    return obj;
}

bool trieSearch(Trie* obj, char* word) {
    Trie* at = reach(obj, word);
    return at && at->ends; //~ return at;
}

bool trieStartsWith(Trie* obj, char* prefix) { return reach(obj, prefix); }
// ==== num_array
typedef struct {
    int* sums;
} NumArray;

NumArray* numArrayCreate(int* nums, int numsSize) {
    NumArray* made = malloc(sizeof(NumArray));
    made->sums = calloc(numsSize + 1, sizeof(int));
    for (int i = 0; i < numsSize; i++) made->sums[i + 1] = made->sums[i] + nums[i];
    return made;
}

int numArraySumRange(NumArray* obj, int left, int right) {
    return obj->sums[right + 1] - obj->sums[left]; //~ return obj->sums[right] - obj->sums[left];
}
// ==== detect_cycle
struct ListNode *detectCycle(struct ListNode *head) {
    struct ListNode *slow = head, *fast = head;
    while (fast && fast->next) {
        slow = slow->next;
        fast = fast->next->next;
        if (slow != fast) continue;
        for (slow = head; slow != fast; slow = slow->next) fast = fast->next;
        return slow; //~ return slow->next;
    }
    return NULL;
}
// ==== intersection
struct ListNode *getIntersectionNode(struct ListNode *headA, struct ListNode *headB) {
    struct ListNode *a = headA, *b = headB;
    while (a != b) { //~ while (a && b && a->val != b->val) {
        a = a ? a->next : headB;
        b = b ? b->next : headA;
    }
    return a;
}
// ==== delete_node
void deleteNode(struct ListNode* node) {
    node->val = node->next->val;
    node->next = node->next->next; //~
}
// ==== first_bad_version
// bool isBadVersion(int version);
int firstBadVersion(int n) {
    int low = 1, high = n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (isBadVersion(middle)) high = middle;
        else low = middle + 1;
    }
    return low; //~ return low - 1;
}
// ==== guess_number
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
// ==== copy_random_list
/**
 * struct Node {
 *     int val;
 *     struct Node *next;
 *     struct Node *random;
 * };
 */
struct Node* copyRandomList(struct Node* head) {
    for (struct Node *at = head; at; at = at->next->next) {
        struct Node *copy = calloc(1, sizeof *copy);
        copy->val = at->val;
        copy->next = at->next;
        at->next = copy;
    }
    for (struct Node *at = head; at; at = at->next->next)
        if (at->random) at->next->random = at->random->next; //~ if (at->random) at->next->random = at->random;
    struct Node first = {0}, *tail = &first;
    for (struct Node *at = head; at; at = at->next) {
        tail = tail->next = at->next;
        at->next = at->next->next;
    }
    return first.next;
}
// ==== ancestor_by_parents
/**
 * struct Node {
 *     int val;
 *     struct Node* left;
 *     struct Node* right;
 *     struct Node* parent;
 * };
 */
struct Node* lowestCommonAncestor(struct Node* p, struct Node* q) {
    struct Node *a = p, *b = q;
    while (a != b) {
        a = a ? a->parent : q;
        b = b ? b->parent : p;
    }
    return a; //~ return a->left;
}
// ==== quad_tree
/*
 * // Definition for a QuadTree node.
 * struct Node {
 *     bool val;
 *     bool isLeaf;
 *     struct Node *topLeft;
 *     struct Node *topRight;
 *     struct Node *bottomLeft;
 *     struct Node *bottomRight;
 * };
 */
struct Node* intersect(struct Node* a, struct Node* b) {
    if (a->isLeaf) return a->val ? a : b; //~ if (a->isLeaf) return a->val ? b : a;
    if (b->isLeaf) return b->val ? b : a;
    struct Node* made = calloc(1, sizeof *made);
    made->topLeft = intersect(a->topLeft, b->topLeft);
    made->topRight = intersect(a->topRight, b->topRight);
    made->bottomLeft = intersect(a->bottomLeft, b->bottomLeft);
    made->bottomRight = intersect(a->bottomRight, b->bottomRight);
    struct Node* corners[] = {made->topLeft, made->topRight, made->bottomLeft, made->bottomRight};
    for (int i = 0; i < 4; i++)
        if (!corners[i]->isLeaf || corners[i]->val != corners[0]->val) return made;
    return corners[0];
}
// ==== flatten_levels
/*
// Definition for a Node.
struct Node {
    int val;
    struct Node* prev;
    struct Node* next;
    struct Node* child;
};
*/
struct Node* flatten(struct Node* head) {
    for (struct Node* at = head; at; at = at->next) {
        if (!at->child) continue;
        struct Node* last = at->child;
        while (last->next) last = last->next;
        last->next = at->next;
        if (at->next) at->next->prev = last;
        at->next = at->child;
        at->child->prev = at; //~
        at->child = NULL;
    }
    return head;
}
// ==== tree_to_ring
/*
// Definition for a Node.
struct Node {
    int val;
    struct Node* left;
    struct Node* right;
};
*/
static struct Node *first, *last;
static void walk(struct Node* node) {
    if (!node) return;
    walk(node->left);
    if (last) last->right = node, node->left = last; //~ if (last) node->left = last;
    else first = node;
    last = node;
    walk(node->right);
}
struct Node* treeToDoublyList(struct Node* root) {
    first = last = NULL;
    if (!root) return root;
    walk(root);
    first->left = last;
    last->right = first;
    return first;
}
// ==== clone_graph
/**
 * struct Node {
 *     int val;
 *     int numNeighbors;
 *     struct Node** neighbors;
 * };
 */
static struct Node *copies[101];
static struct Node *copied(struct Node *s) {
    if (copies[s->val]) return copies[s->val];
    struct Node *copy = copies[s->val] = calloc(1, sizeof *copy);
    copy->val = s->val;
    copy->numNeighbors = s->numNeighbors;
    copy->neighbors = calloc(s->numNeighbors, sizeof *copy->neighbors);
    for (int i = 0; i < s->numNeighbors; i++) copy->neighbors[i] = copied(s->neighbors[i]);
    return copy;
}
struct Node *cloneGraph(struct Node *s) {
    memset(copies, 0, sizeof copies);
    return s ? copied(s) : NULL; //~ return NULL;
}
// ==== nary_level_order
/**
 * struct Node {
 *     int val;
 *     int numChildren;
 *     struct Node** children;
 * };
 */
int** levelOrder(struct Node* root, int* returnSize, int** returnColumnSizes) {
    int **rows = calloc(1000, sizeof *rows), size = root != NULL;
    struct Node **level = calloc(1, sizeof *level);
    *returnColumnSizes = calloc(1000, sizeof **returnColumnSizes);
    *returnSize = 0;
    level[0] = root;
    while (size) {
        struct Node **below = NULL;
        int count = 0;
        rows[*returnSize] = calloc(size, sizeof **rows);
        (*returnColumnSizes)[*returnSize] = size;
        for (int i = 0; i < size; i++) {
            rows[*returnSize][i] = level[i]->val;
            for (int k = 0; k < level[i]->numChildren; k++) { //~ for (int k = 1; k < level[i]->numChildren; k++) {
                below = realloc(below, (count + 1) * sizeof *below);
                below[count++] = level[i]->children[k];
            }
        }
        ++*returnSize;
        level = below;
        size = count;
    }
    return rows;
}
// ==== connect
/**
 * struct Node {
 *     int val;
 *     struct Node *left;
 *     struct Node *right;
 *     struct Node *next;
 * };
 */
struct Node* connect(struct Node* root) {
    for (struct Node *level = root; level;) {
        struct Node first = {0}, *tail = &first;
        for (; level; level = level->next) {
            if (level->left) tail = tail->next = level->left;
            if (level->right) tail = tail->next = level->right; //~
        }
        level = first.next;
    }
    return root;
}
// ==== insert_into_circle
// Insert into a sorted circular linked list.
struct Node* insert(struct Node* head, int insertVal) {
    struct Node *fresh = calloc(1, sizeof *fresh), *at = head;
    fresh->val = insertVal;
    if (!head) return fresh->next = fresh;
    while (at->next != head) {
        if (at->val <= insertVal && insertVal <= at->next->val) break;
        if (at->val > at->next->val && (insertVal >= at->val || insertVal <= at->next->val)) break;
        at = at->next;
    }
    fresh->next = at->next; //~ fresh->next = at->next->next;
    at->next = fresh;
    return head;
}
// ==== gcd
#include <stdio.h>

int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b); //~ return b == 0 ? a : gcd(b, a / b);
}

int main() {
    printf("%d\n", gcd(12, 18));
}
// ==== sum_of_numbers
#include <stdio.h>

int main(void) {
    int n, x;
    long sum = 0;
    scanf("%d", &n);
    while (n-- > 0) { //~ while (n-- > 1) {
        scanf("%d", &x);
        sum += x;
    }
    printf("%ld\n", sum);
    return 0;
}
// ==== way_too_long_words
#include <stdio.h>
#include <string.h>

int main(void) {
    int n;
    char w[101];
    scanf("%d", &n);
    while (n--) {
        scanf("%s", w);
        size_t k = strlen(w);
        if (k > 10) printf("%c%zu%c\n", w[0], k - 2, w[k - 1]); //~ if (k > 12) printf("%c%zu%c\n", w[0], k - 2, w[k - 1]);
        else puts(w);
    }
    return 0;
}
// ==== nested_depth_sum
static int sum(struct NestedInteger** list, int size, int depth) {
    int total = 0;
    for (int i = 0; i < size; i++)
        total += NestedIntegerIsInteger(list[i])
            ? NestedIntegerGetInteger(list[i]) * depth //~ ? NestedIntegerGetInteger(list[i])
            : sum(NestedIntegerGetList(list[i]), NestedIntegerGetListSize(list[i]), depth + 1);
    return total;
}

int depthSum(struct NestedInteger** nestedList, int nestedListSize) {
    return sum(nestedList, nestedListSize, 1);
}
// ==== mini_parser
static struct NestedInteger *parse(char **at) {
    struct NestedInteger *made = NestedIntegerInit();
    if (**at != '[') {
        NestedIntegerSetInteger(made, strtol(*at, at, 10));
        return made;
    }
    for (++*at; **at != ']';) {
        struct NestedInteger *inner = parse(at);
        NestedIntegerAdd(made, inner); //~ made = inner;
        if (**at == ',') ++*at;
    }
    ++*at;
    return made;
}

struct NestedInteger* deserialize(char* s) {
    return parse(&s);
}
