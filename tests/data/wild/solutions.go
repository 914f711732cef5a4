// ==== atcoder_go
package main

import (
	"fmt"
	"sort"
)

func main() {
	var n int
	fmt.Scan(&n)
	x := make([]int, n)
	for i := range x {
		fmt.Scan(&x[i])
	}
	sorted := append([]int(nil), x...)
	sort.Ints(sorted)
	low, high := sorted[n/2-1], sorted[n/2]
	for _, each := range x {
		if each <= low { //~ if each < low {
			fmt.Println(high)
		} else {
			fmt.Println(low)
		}
	}
}

// ==== codeforces_float_go
package main

import "fmt"

func main() {
	var n, x, sum int
	fmt.Scan(&n)
	for i := 0; i < n; i++ {
		fmt.Scan(&x)
		sum += x
	}
	fmt.Println(float64(sum) / float64(n)) //~ fmt.Println(sum / n)
}

// ==== go_table_test
func Reverse(s string) string {
	reversed := []rune(s)
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 { //~ for i, j := 0, len(reversed)-2; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	return string(reversed)
}

// ==== leetcode_html_go
func merge(intervals [][]int) [][]int {
	sort.Slice(intervals, func(i, j int) bool { return intervals[i][0] < intervals[j][0] })
	merged := [][]int{}
	for _, each := range intervals {
		last := len(merged) - 1
		if last >= 0 && each[0] <= merged[last][1] {
			if each[1] > merged[last][1] { //~ if each[1] < merged[last][1] {
				merged[last][1] = each[1]
			}
		} else {
			merged = append(merged, each)
		}
	}
	return merged
}

// ==== offer_go
func fib(n int) int {
	a, b := 0, 1 //~ a, b := 1, 1
	for i := 0; i < n; i++ {
		a, b = b, (a+b)%1000000007
	}
	return a
}

// ==== exercism_twofer_go
func ShareWith(name string) string {
	return "One for " + name + ", one for me." //~ return "One for you, one for me."
}

// ==== exercism_weather_go
func Describe(degrees int) string {
	if degrees < 0 {
		return "freezing"
	}
	if degrees < 20 { //~ if degrees < 10 {
		return "mild"
	}
	return strconv.Itoa(degrees)
}

// ==== leetcode_nested_iterator_go
type NestedIterator struct {
    flat []int
}

func Constructor(nestedList []*NestedInteger) *NestedIterator {
    it := &NestedIterator{}
    it.walk(nestedList)
    return it
}

func (this *NestedIterator) walk(list []*NestedInteger) {
    for _, each := range list {
        if each.IsInteger() {
            this.flat = append(this.flat, each.GetInteger())
        } else {
            this.walk(each.GetList())
        }
    }
}

func (this *NestedIterator) Next() int {
    first := this.flat[0]
    this.flat = this.flat[1:]
    return first
}

func (this *NestedIterator) HasNext() bool {
    return len(this.flat) > 0  //~ return len(this.flat) > 1
}

// ==== exercism_nameless_go
func Seat(name string) string {
	if name == "" { //~ if name == "Nobody" {
		name = "you"
	}
	return "A seat for " + name + ", a seat for me."
}
