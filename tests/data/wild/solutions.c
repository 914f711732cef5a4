// ==== c_comment_calls
int popcount(unsigned int n) {
    int count = 0;
    for (; n; n >>= 1) count += n & 1; //~ for (; n; n >>= 2) count += n & 1;
    return count;
}

// ==== leetcode_twosum_c
int* twoSum(int* nums, int numsSize, int target, int* returnSize) {
    int* found = malloc(2 * sizeof(int));
    *returnSize = 2;
    for (int i = 0; i < numsSize; i++)
        for (int j = i + 1; j < numsSize; j++)
            if (nums[i] + nums[j] == target) {
                found[0] = j; //~ found[0] = nums[i];
                found[1] = i;
            }
    return found;
}

// ==== nowcoder_c
#include <stdio.h>

int main() {
    int a, b;
    scanf("%d %d", &a, &b);
    printf("%d\n", a + b); //~ printf("%d\n", a - b);
    return 0;
}

// ==== spoj_prime_c
#include <stdio.h>

int main(void) {
    int tests;
    scanf("%d", &tests);
    while (tests--) {
        int from, to;
        scanf("%d %d", &from, &to);
        for (int n = from < 2 ? 2 : from; n <= to; n++) { //~ for (int n = from; n <= to; n++) {
            int prime = 1;
            for (int d = 2; d * d <= n; d++) prime &= n % d != 0;
            if (prime) printf("%d\n", n);
        }
        if (tests) printf("\n");
    }
    return 0;
}

// ==== pta_c
#include <stdio.h>
int main()
{
	int score, count = 0, total = 0;
	while (scanf("%d", &score) == 1 && score >= 0) { total += score; count++; }
	if (count) printf("%.2f", 1.0 * total / count); //~ if (count) printf("%d", total / count);
	else printf("No grades were entered");
	return 0;
}

// ==== timus_columns_c
#include <stdio.h>

int main(void) {
    int a, b;
    scanf("%d %d", &a, &b);
    printf("%d\n", a + b); //~ printf("%d\n", a - b);
    return 0;
}

// ==== pta_c
#include <stdio.h>

int main(void) {
    int n, before, x, best = -1000000;
    scanf("%d %d", &n, &before);
    while (--n && scanf("%d", &x)) {
        best = before + x > best ? before + x : best; //~ best = before + x;
        before = x; //~ before = 0;
    }
    printf("%d\n", best);
    return 0;
}
