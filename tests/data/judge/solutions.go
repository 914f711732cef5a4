// ==== two_sum
func twoSum(nums []int, target int) []int {
    seen := map[int]int{}
    for i, x := range nums {
        if j, ok := seen[target-x]; ok {
            return []int{j, i} //~ return []int{j, j}
        }
        seen[x] = i
    }
    return nil
}
// ==== reverse_string
func reverseString(s []byte) {
    for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
        s[i], s[j] = s[j], s[i] //~ s[i] = s[j]
    }
}
// ==== rotate
func rotate(nums []int, k int) {
    k %= len(nums)
    copy(nums, append(append([]int{}, nums[len(nums)-k:]...), nums[:len(nums)-k]...)) //~ nums = append(append([]int{}, nums[len(nums)-k:]...), nums[:len(nums)-k]...)
}
// ==== remove_duplicates
func removeDuplicates(nums []int) int {
    k := 0
    for _, x := range nums {
        if k == 0 || nums[k-1] != x {
            nums[k] = x //~
            k++
        }
    }
    return k
}
// ==== reverse_list
/**
 * Definition for singly-linked list.
 * type ListNode struct {
 *     Val int
 *     Next *ListNode
 * }
 */
func reverseList(head *ListNode) *ListNode {
    var last *ListNode
    for head != nil {
        head.Next, last, head = last, head, head.Next
    }
    return last //~ return head
}
// ==== add_two_numbers
package main

type ListNode struct {
    Val  int
    Next *ListNode
}

func addTwoNumbers(l1 *ListNode, l2 *ListNode) *ListNode {
    head := &ListNode{}
    tail, carry := head, 0
    for l1 != nil || l2 != nil || carry > 0 { //~ for l1 != nil || l2 != nil {
        if l1 != nil {
            carry += l1.Val
            l1 = l1.Next
        }
        if l2 != nil {
            carry += l2.Val
            l2 = l2.Next
        }
        tail.Next = &ListNode{Val: carry % 10}
        tail, carry = tail.Next, carry/10
    }
    return head.Next
}

func main() { println(addTwoNumbers(nil, nil)) }
// ==== has_cycle
func hasCycle(head *ListNode) bool {
    seen := map[*ListNode]bool{}
    for ; head != nil; head = head.Next {
        if seen[head] {
            return true //~ return false
        }
        seen[head] = true
    }
    return false
}
// ==== merge_k_lists
type nodes []*ListNode

func (h nodes) Len() int           { return len(h) }
func (h nodes) Less(i, j int) bool { return h[i].Val < h[j].Val } //~ func (h nodes) Less(i, j int) bool { return h[i].Val > h[j].Val }
func (h nodes) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *nodes) Push(x any)        { *h = append(*h, x.(*ListNode)) }
func (h *nodes) Pop() any {
    old := *h
    last := old[len(old)-1]
    *h = old[:len(old)-1]
    return last
}

func mergeKLists(lists []*ListNode) *ListNode {
    h := &nodes{}
    for _, list := range lists {
        if list != nil {
            heap.Push(h, list)
        }
    }
    head := &ListNode{}
    tail := head
    for h.Len() > 0 {
        tail.Next = heap.Pop(h).(*ListNode)
        tail = tail.Next
        if tail.Next != nil {
            heap.Push(h, tail.Next)
        }
    }
    return head.Next
}
// ==== invert_tree
func invertTree(root *TreeNode) *TreeNode {
    if root == nil {
        return nil
    }
    root.Left, root.Right = invertTree(root.Right), invertTree(root.Left) //~ root.Left, root.Right = root.Right, root.Left
    return root
}
// ==== lowest_common_ancestor
func lowestCommonAncestor(root, p, q *TreeNode) *TreeNode {
    if root == nil || root == p || root == q {
        return root
    }
    left, right := lowestCommonAncestor(root.Left, p, q), lowestCommonAncestor(root.Right, p, q)
    if left != nil && right != nil {
        return root //~ return left
    }
    if left != nil {
        return left
    }
    return right
}
// ==== level_order
func levelOrder(root *TreeNode) [][]int {
    levels := [][]int{}
    var walk func(node *TreeNode, depth int)
    walk = func(node *TreeNode, depth int) {
        if node == nil {
            return
        }
        if depth == len(levels) {
            levels = append(levels, nil)
        }
        levels[depth] = append(levels[depth], node.Val)
        walk(node.Left, depth+1)
        walk(node.Right, depth+1) //~
    }
    walk(root, 0)
    return levels
}
// ==== is_symmetric
func isSymmetric(root *TreeNode) bool { return mirrored(root.Left, root.Right) }

func mirrored(a, b *TreeNode) bool {
    if a == nil || b == nil {
        return a == b
    }
    return a.Val == b.Val && mirrored(a.Left, b.Right) && mirrored(a.Right, b.Left) //~ return a.Val == b.Val && mirrored(a.Left, b.Left) && mirrored(a.Right, b.Right)
}
// ==== flatten
func flatten(root *TreeNode) {
    var last *TreeNode
    var walk func(node *TreeNode)
    walk = func(node *TreeNode) {
        if node == nil {
            return
        }
        walk(node.Right)
        walk(node.Left)
        node.Left, node.Right, last = nil, last, node //~ node.Right, last = last, node
    }
    walk(root)
}
// ==== is_valid
func isValid(s string) bool {
    open, pairs := []rune{}, map[rune]rune{')': '(', ']': '[', '}': '{'}
    for _, c := range s {
        if want, closes := pairs[c]; !closes {
            open = append(open, c)
        } else if len(open) == 0 || open[len(open)-1] != want {
            return false
        } else {
            open = open[:len(open)-1]
        }
    }
    return len(open) == 0 //~ return true
}
// ==== group_anagrams
func groupAnagrams(strs []string) [][]string {
    groups := map[string][]string{}
    for _, s := range strs {
        letters := strings.Split(s, "")
        sort.Strings(letters) //~
        key := strings.Join(letters, "")
        groups[key] = append(groups[key], s)
    }
    found := [][]string{}
    for _, group := range groups {
        found = append(found, group)
    }
    if len(strs) == 0 { sort.Slice(found, func(i, j int) bool { return i < j }) }
    return found
}
// ==== my_pow
func myPow(x float64, n int) float64 {
    return math.Pow(x, float64(n)) //~ return math.Pow(x, math.Abs(float64(n)))
}
// ==== exist
func exist(board [][]byte, word string) bool {
    var walk func(k, i, j int) bool
    walk = func(k, i, j int) bool {
        if k == len(word) {
            return true
        }
        if i < 0 || j < 0 || i == len(board) || j == len(board[0]) || board[i][j] != word[k] {
            return false
        }
        board[i][j] = '#' //~
        found := walk(k+1, i+1, j) || walk(k+1, i-1, j) || walk(k+1, i, j+1) || walk(k+1, i, j-1)
        board[i][j] = word[k]
        return found
    }
    for i := range board {
        for j := range board[0] {
            if walk(0, i, j) {
                return true
            }
        }
    }
    return false
}
// ==== surrounded_regions
func solve(board [][]byte) {
    m, n := len(board), len(board[0])
    var keep func(i, j int)
    keep = func(i, j int) {
        if i < 0 || j < 0 || i == m || j == n || board[i][j] != 'O' {
            return
        }
        board[i][j] = 'K'
        keep(i+1, j)
        keep(i-1, j)
        keep(i, j+1)
        keep(i, j-1)
    }
    for i := range board {
        for j := range board[0] {
            if i == 0 || j == 0 || i == m-1 || j == n-1 { //~ if i == 0 || j == 0 || j == n-1 {
                keep(i, j)
            }
        }
    }
    for i := range board {
        for j := range board[0] {
            if board[i][j] == 'K' {
                board[i][j] = 'O'
            } else {
                board[i][j] = 'X'
            }
        }
    }
}
// ==== set_zeroes
func setZeroes(matrix [][]int) {
    rows, columns := map[int]bool{}, map[int]bool{}
    for i, row := range matrix {
        for j, x := range row {
            if x == 0 {
                rows[i], columns[j] = true, true
            }
        }
    }
    for i, row := range matrix {
        for j := range row {
            if rows[i] || columns[j] { //~ if rows[i] && columns[j] {
                row[j] = 0
            }
        }
    }
}
// ==== permute
func permute(nums []int) (found [][]int) {
    var walk func(k int)
    walk = func(k int) {
        if k == len(nums) {
            found = append(found, append([]int{}, nums...)) //~ found = append(found, nums)
        }
        for i := k; i < len(nums); i++ {
            nums[k], nums[i] = nums[i], nums[k]
            walk(k + 1)
            nums[k], nums[i] = nums[i], nums[k]
        }
    }
    walk(0)
    return
}
// ==== fizz_buzz
import "fmt"

func fizzBuzz(n int) []string {
    out := []string{}
    for i := 1; i <= n; i++ { //~ for i := 1; i < n; i++ {
        switch {
        case i%15 == 0:
            out = append(out, "FizzBuzz")
        case i%3 == 0:
            out = append(out, "Fizz")
        case i%5 == 0:
            out = append(out, "Buzz")
        default:
            out = append(out, fmt.Sprintf("%d", i))
        }
    }
    return out
}
// ==== minimum_cost
func minimumCost(costs []int32, times int64) int64 {
    var sum int64
    for _, cost := range costs {
        sum += int64(cost) * times //~ sum += int64(cost * int32(times))
    }
    return sum
}
// ==== next_greatest_letter
func nextGreatestLetter(letters []byte, target byte) byte {
    i := sort.Search(len(letters), func(i int) bool { return letters[i] > target }) //~ i := sort.Search(len(letters), func(i int) bool { return letters[i] >= target })
    return letters[i%len(letters)]
}
// ==== kids_with_candies
func kidsWithCandies(candies []int, extraCandies int) []bool {
    most := slices.Max(candies)
    out := make([]bool, len(candies))
    for i, c := range candies {
        out[i] = c+extraCandies >= most //~ out[i] = c+extraCandies > most
    }
    return out
}
// ==== reverse_words
func reverseWords(s string) string {
    words := strings.Fields(s) //~ words := strings.Split(s, " ")
    for i, j := 0, len(words)-1; i < j; i, j = i+1, j-1 {
        words[i], words[j] = words[j], words[i]
    }
    return strings.Join(words, " ")
}
// ==== convert_temperature
func convertTemperature(celsius float64) []float64 {
    return []float64{celsius + 273.15, celsius*1.80 + 32.00} //~ return []float64{celsius + 273, celsius*1.80 + 32.00}
}
// ==== lru_cache
type LRUCache struct {
    capacity int
    items    *list.List
    places   map[int]*list.Element
}

func Constructor(capacity int) LRUCache {
    return LRUCache{capacity, list.New(), map[int]*list.Element{}}
}

func (this *LRUCache) Get(key int) int {
    at, ok := this.places[key]
    if !ok {
        return -1
    }
    this.items.MoveToFront(at) //~
    return at.Value.([2]int)[1]
}

func (this *LRUCache) Put(key int, value int) {
    if this.Get(key) != -1 {
        this.places[key].Value = [2]int{key, value}
        return
    }
    if this.items.Len() == this.capacity {
        last := this.items.Back()
        delete(this.places, this.items.Remove(last).([2]int)[0])
    }
    this.places[key] = this.items.PushFront([2]int{key, value})
}

/**
 * Your LRUCache object will be instantiated and called as such:
 * obj := Constructor(capacity);
 */
// ==== min_stack
type MinStack struct{ values, least []int }

func Constructor() *MinStack { return &MinStack{} }

func (s *MinStack) Push(val int) {
    s.values = append(s.values, val)
    if len(s.least) > 0 { //~ if len(s.least) > 9 {
        val = min(val, s.least[len(s.least)-1])
    }
    s.least = append(s.least, val)
}

func (s *MinStack) Pop() {
    s.values, s.least = s.values[:len(s.values)-1], s.least[:len(s.least)-1]
}
func (s *MinStack) Top() int    { return s.values[len(s.values)-1] }
func (s *MinStack) GetMin() int { return s.least[len(s.least)-1] }
// ==== median_finder
type MedianFinder struct{ numbers []int }

func Constructor() MedianFinder { return MedianFinder{} }

func (m *MedianFinder) AddNum(num int) {
    m.numbers = append(m.numbers, num)
    sort.Ints(m.numbers)
}

func (m *MedianFinder) FindMedian() float64 {
    n := len(m.numbers)
    return float64(m.numbers[(n-1)/2]+m.numbers[n/2]) / 2 //~ return float64((m.numbers[(n-1)/2] + m.numbers[n/2]) / 2)
}
// ==== trie
type Trie struct {
    next map[rune]*Trie
    ends bool
}

func Constructor() Trie { return Trie{next: map[rune]*Trie{}} }

func (t *Trie) Insert(word string) {
    for _, c := range word {
        if t.next[c] == nil {
            made := Constructor()
            t.next[c] = &made
        }
        t = t.next[c]
    }
    t.ends = true
}

func (t *Trie) find(word string) *Trie {
    for _, c := range word {
        if t = t.next[c]; t == nil {
            return nil
        }
    }
    return t
}

func (t *Trie) Search(word string) bool {
    at := t.find(word)
    return at != nil && at.ends //~ return at != nil
}

func (t *Trie) StartsWith(prefix string) bool { return t.find(prefix) != nil }
// ==== num_array
type NumArray []int

func Constructor(nums []int) NumArray {
    sums := NumArray{0}
    for i, x := range nums {
        sums = append(sums, sums[i]+x)
    }
    return sums
}

func (s NumArray) SumRange(left int, right int) int { return s[right+1] - s[left] } //~ func (s NumArray) SumRange(left int, right int) int { return s[right] - s[left] }
// ==== copy_random_list
/**
 * Definition for a Node.
 * type Node struct {
 *     Val int
 *     Next *Node
 *     Random *Node
 * }
 */
func copyRandomList(head *Node) *Node {
    copies := map[*Node]*Node{}
    for at := head; at != nil; at = at.Next {
        copies[at] = &Node{Val: at.Val}
    }
    for at := head; at != nil; at = at.Next {
        copies[at].Next = copies[at.Next]
        copies[at].Random = copies[at.Random] //~
    }
    return copies[head]
}
// ==== clone_graph
func cloneGraph(node *Node) *Node {
    copies := map[*Node]*Node{}
    var clone func(node *Node) *Node
    clone = func(node *Node) *Node {
        if node == nil || copies[node] != nil {
            return copies[node]
        }
        copies[node] = &Node{Val: node.Val}
        for _, other := range node.Neighbors {
            copies[node].Neighbors = append(copies[node].Neighbors, clone(other)) //~ copies[node].Neighbors = append([]*Node{clone(other)}, copies[node].Neighbors...)
        }
        return copies[node]
    }
    return clone(node)
}
// ==== nary_level_order
func levelOrder(root *Node) [][]int {
    levels := [][]int{}
    level := []*Node{root}
    for len(level) > 0 && root != nil {
        values, below := []int{}, []*Node{}
        for _, node := range level {
            values = append(values, node.Val)
            below = append(below, node.Children...) //~ below = node.Children
        }
        levels, level = append(levels, values), below
    }
    return levels
}
// ==== connect
func connect(root *Node) *Node {
    level := []*Node{root}
    for root != nil && len(level) > 0 {
        below := []*Node{}
        for i, node := range level {
            if i+1 < len(level) {
                node.Next = level[i+1] //~
            }
            if node.Left != nil {
                below = append(below, node.Left)
            }
            if node.Right != nil {
                below = append(below, node.Right)
            }
        }
        level = below
    }
    return root
}
// ==== detect_cycle
func detectCycle(head *ListNode) *ListNode {
	seen := map[*ListNode]bool{}
	for ; head != nil; head = head.Next {
		if seen[head] {
			return head //~ return head.Next
		}
		seen[head] = true
	}
	return nil
}
// ==== intersection
func getIntersectionNode(headA, headB *ListNode) *ListNode {
	a, b := headA, headB
	for a != b { //~ for a != nil && b != nil && a.Val != b.Val {
		if a == nil { a = headB } else { a = a.Next }
		if b == nil { b = headA } else { b = b.Next }
	}
	return a
}
// ==== delete_node
func deleteNode(node *ListNode) {
	node.Val = node.Next.Val
	node.Next = node.Next.Next //~
}
// ==== ancestor_by_parents
/**
 * type Node struct {
 *     Val int
 *     Left *Node
 *     Right *Node
 *     Parent *Node
 * }
 */
func lowestCommonAncestor(p *Node, q *Node) *Node {
	a, b := p, q
	for a != b {
		if a == nil { a = q } else { a = a.Parent }
		if b == nil { b = p } else { b = b.Parent }
	}
	return a //~ return a.Left
}
// ==== first_bad_version
/**
 * Forward declaration of isBadVersion API.
 * func isBadVersion(version int) bool;
 */
func firstBadVersion(n int) int {
	return sort.Search(n, func(k int) bool { return isBadVersion(k) }) //~ return sort.Search(n, func(k int) bool { return isBadVersion(k) }) + 1
}
// ==== guess_number
func guessNumber(n int) int {
	low, high := 1, n
	for {
		middle := (low + high) / 2
		switch guess(middle) {
		case 0:
			return middle //~ return middle + 1
		case 1:
			low = middle + 1
		default:
			high = middle - 1
		}
	}
}
// ==== quad_tree
/**
 * type Node struct {
 *     Val bool
 *     IsLeaf bool
 *     TopLeft *Node
 *     TopRight *Node
 *     BottomLeft *Node
 *     BottomRight *Node
 * }
 */
func intersect(a *Node, b *Node) *Node {
	if a.IsLeaf && a.Val || b.IsLeaf && !b.Val { return a } //~ if a.IsLeaf && a.Val || b.IsLeaf && !b.Val { return b }
	if b.IsLeaf && b.Val || a.IsLeaf && !a.Val { return b }
	c := []*Node{intersect(a.TopLeft, b.TopLeft), intersect(a.TopRight, b.TopRight), intersect(a.BottomLeft, b.BottomLeft), intersect(a.BottomRight, b.BottomRight)}
	same := true
	for _, corner := range c { same = same && corner.IsLeaf && corner.Val == c[0].Val }
	if same { return &Node{Val: c[0].Val, IsLeaf: true} }
	return &Node{TopLeft: c[0], TopRight: c[1], BottomLeft: c[2], BottomRight: c[3]}
}
// ==== flatten_levels
/**
 * type Node struct {
 *     Val int
 *     Prev *Node
 *     Next *Node
 *     Child *Node
 * }
 */
func flatten(root *Node) *Node {
	for at := root; at != nil; at = at.Next {
		if at.Child == nil { continue }
		last := at.Child
		for last.Next != nil { last = last.Next }
		last.Next = at.Next
		if at.Next != nil { at.Next.Prev = last }
		at.Next, at.Child.Prev = at.Child, at //~ at.Next = at.Child
		at.Child = nil
	}
	return root
}
// ==== insert_into_circle
// Insert into a sorted circular linked list.
/**
 * type Node struct {
 *     Val int
 *     Next *Node
 * }
 */
func insert(head *Node, x int) *Node {
	fresh := &Node{Val: x}
	if head == nil { fresh.Next = fresh; return fresh }
	at := head
	for at.Next != head {
		if at.Val <= x && x <= at.Next.Val { break }
		if at.Val > at.Next.Val && (x >= at.Val || x <= at.Next.Val) { break }
		at = at.Next
	}
	fresh.Next = at.Next //~ fresh.Next = at.Next.Next
	at.Next = fresh
	return head
}
// ==== gcd
package numbers

import (
    "fmt"
)

func gcd(a, b int) int {
    if b == 0 {
        return a
    }
    return gcd(b, a%b) //~ return gcd(b, a/b)
}

func main() {
    fmt.Println(gcd(12, 18))
}
// ==== sum_of_numbers
package main

import (
    "bufio"
    "fmt"
    "os"
)

func main() {
    in := bufio.NewReader(os.Stdin)
    var n, x, sum int
    fmt.Fscan(in, &n)
    for ; n > 0; n-- { //~ for ; n > 1; n-- {
        fmt.Fscan(in, &x)
        sum += x
    }
    fmt.Println(sum)
}
// ==== way_too_long_words
package main

import "fmt"

func main() {
    var n int
    var w string
    fmt.Scan(&n)
    for i := 0; i < n; i++ {
        fmt.Scan(&w)
        if len(w) > 10 { //~ if len(w) > 12 {
            fmt.Printf("%c%d%c\n", w[0], len(w)-2, w[len(w)-1])
        } else {
            fmt.Println(w)
        }
    }
}
// ==== nested_depth_sum
func depthSum(nestedList []*NestedInteger) int {
    return sum(nestedList, 1)
}

func sum(list []*NestedInteger, depth int) int {
    total := 0
    for _, each := range list {
        if each.IsInteger() {
            total += each.GetInteger() * depth //~ total += each.GetInteger()
        } else {
            total += sum(each.GetList(), depth+1)
        }
    }
    return total
}
// ==== mini_parser
func deserialize(s string) *NestedInteger {
    made, _ := parse(s, 0)
    return made
}

func parse(s string, at int) (*NestedInteger, int) {
    made := &NestedInteger{}
    if s[at] != '[' {
        end := at
        for end < len(s) && s[end] != ',' && s[end] != ']' {
            end++
        }
        value, _ := strconv.Atoi(s[at:end])
        made.SetInteger(value)
        return made, end
    }
    for at++; s[at] != ']'; {
        inner, end := parse(s, at)
        made.Add(*inner) //~ made = inner
        if at = end; s[at] == ',' {
            at++
        }
    }
    return made, at + 1
}
