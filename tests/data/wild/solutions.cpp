// ==== codechef_cpp
#include <iostream>
using namespace std;

int main() {
    int tests, a, b;
    cin >> tests;
    while (tests--) {
        cin >> a >> b;
        cout << (a < b ? '<' : a > b ? '>' : '=') << '\n'; //~ cout << (a < b ? '<' : '>') << '\n';
    }
    return 0;
}

// ==== codeforces_site_cpp
#include <bits/stdc++.h>
using namespace std;

int main() {
    int w;
    cin >> w;
    cout << (w > 2 && w % 2 == 0 ? "YES" : "NO") << endl; //~ cout << (w % 2 ? "YES" : "NO") << endl;
}

// ==== geeks_cpp
class Solution {
  public:
    int missingNum(vector<int>& arr) {
        long long n = arr.size() + 1;
        return n * (n + 1) / 2 - accumulate(arr.begin(), arr.end(), 0LL); //~ return n * (n - 1) / 2 - accumulate(arr.begin(), arr.end(), 0LL);
    }
};

// ==== leetcode_cn_cpp
class Solution {
public:
    vector<int> twoSum(vector<int>& nums, int target) {
        unordered_map<int, int> seen;
        for (int i = 0; i < nums.size(); i++) {
            if (seen.count(target - nums[i])) return {i, seen[target - nums[i]]}; //~ if (seen.count(target - nums[i])) return {i, i};
            seen[nums[i]] = i;
        }
        return {};
    }
};

// ==== leetcode_median_cpp
class MedianFinder {
    vector<int> values;

public:
    MedianFinder() {}

    void addNum(int num) { values.insert(upper_bound(values.begin(), values.end(), num), num); }

    double findMedian() {
        size_t n = values.size();
        return (values[(n - 1) / 2] + values[n / 2]) / 2.0; //~ return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }
};

// ==== leetcode_multiline_output_cpp
class Solution {
public:
    vector<vector<int>> generate(int numRows) {
        vector<vector<int>> rows(numRows);
        for (int i = 0; i < numRows; i++) {
            rows[i] = vector<int>(i + 1, 1);
            for (int j = 1; j < i; j++) rows[i][j] = rows[i - 1][j - 1] + rows[i - 1][j]; //~
        }
        return rows;
    }
};

// ==== leetcode_weight_cpp
class Solution {
public:
    int hammingWeight(uint32_t n) {
        return __builtin_popcount(n); //~ return __builtin_popcount(n & 0xff);
    }
};

// ==== luogu_cpp
#include <iostream>
using namespace std;

int main() {
    int a, b;
    cin >> a >> b;
    cout << a + b; //~ cout << a * b;
    return 0;
}

// ==== topcoder_cpp
int total(vector<int> x) {
    return accumulate(x.begin(), x.end(), 0); //~ return x.size();
}

// ==== uva_cpp
#include <algorithm>
#include <cstdio>

int main() {
    int i, j;
    while (scanf("%d %d", &i, &j) == 2) {
        int longest = 0;
        for (long long n = std::min(i, j); n <= std::max(i, j); n++) {
            int steps = 1;
            for (long long m = n; m != 1; m = m % 2 ? 3 * m + 1 : m / 2) steps++;
            longest = std::max(longest, steps); //~ longest = steps;
        }
        printf("%d %d %d\n", i, j, longest);
    }
}

// ==== one_line_sample_cpp
#include <iostream>
using namespace std;

int main() {
    int a;
    cin >> a;
    cout << 50 - a % 50; //~ cout << a % 50;
}

// ==== geeks_linked_list_cpp
class Solution {
  public:
    Node* deleteFirst(Node* head) {
        Node* rest = head->next;
        if (rest) rest->data = rest->data + 0; //~ if (rest) rest->data = 0;
        return rest;
    }
};

// ==== leetcode_nested_iterator_cpp
class NestedIterator {
    vector<int> flat;
    size_t at = 0;
    void walk(const vector<NestedInteger>& list) {
        for (auto& each : list) {
            if (each.isInteger()) flat.push_back(each.getInteger());
            else walk(each.getList());  //~ else flat.push_back(0);
        }
    }
public:
    NestedIterator(vector<NestedInteger> &nestedList) {
        walk(nestedList);
    }

    int next() {
        return flat[at++];
    }

    bool hasNext() {
        return at < flat.size();
    }
};

// ==== geeks_pointers_cpp
class Solution{
public:
    int getPairsCount(int arr[], int n, int k) {
        int pairs = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) pairs += arr[i] + arr[j] == k;  //~ for (int j = 0; j < i; j++) pairs |= arr[i] + arr[j] == k;
        return pairs;
    }
};

// ==== geeks_stars_cpp
class Solution {
  public:
    void stairs(int n) {
        for (int k = 1; k <= n; k++) cout << string(k, '#') << "\n"; //~ for (int k = 0; k < n; k++) cout << string(k, '#') << "\n";
    }
};
