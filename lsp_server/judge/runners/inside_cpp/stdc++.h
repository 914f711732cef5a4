// Stands before the compiler's own <bits/stdc++.h>: the same, and the harness, so that one precompiled header has both.
// No guard: as the main file of a compilation it includes itself once, before it reaches the compiler's own.
#if defined(__has_include_next) && !__has_include_next(<bits/stdc++.h>)
// A compiler with another standard library than GCC's has no such header.
#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cassert>
#include <cctype>
#include <cfloat>
#include <charconv>
#include <chrono>
#include <climits>
#include <cmath>
#include <complex>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <exception>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <limits>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <numbers>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <ranges>
#include <regex>
#include <set>
#include <span>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>
#else
#include_next <bits/stdc++.h>
#endif
#include "serve.hpp"
