/**
 * You are given an API bool isBadVersion(version) which returns whether version is bad. Find the first bad version.
 *
 * Example 1:
 * Input: n = 5, bad = 4
 * Output: 4
 */
/**
 * Definition for isBadVersion()
 * 
 * @param {integer} version number
 * @return {boolean} whether the version is bad
 * isBadVersion = function(version) {
 *     ...
 * };
 */

/**
 * @param {function} isBadVersion()
 * @return {function}
 */
var solution = function(isBadVersion) {
    /**
     * @param {integer} n Total versions
     * @return {integer} The first bad version
     */
    return function(n) {
        let low = 1, high = n;
        while (low < high) {
            const middle = Math.floor(low + (high - low) / 2);
            if (isBadVersion(middle)) high = middle;
            else low = middle + 1;
        }
        return low;
    };
};
