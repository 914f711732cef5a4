// Values of an example as the candidate's own types. The wire format is described in runners/wire.py.
// What does not fit (a string where the code takes an int) throws Mismatch; no code of the candidate runs in here
// but constructors of its node types.
#pragma once  // included by stdc++.h, after the standard library

namespace vibe {

struct Mismatch : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A cursor over wire text. It only ever sees text that the server wrote, so malformed text is a bug, not an input.
class Reader {
 public:
  explicit Reader(std::string_view wire = {}) : rest_(wire) {}

  char kind() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool null() { return kind() == 'n' && (word(), true); }
  size_t list(const char* wanted = "a list") { return count("l", wanted); }
  size_t map() { return count("m", "a map"); }

  // Three numbers before the items of a chain; false when what follows is none.
  bool chain(long long (&numbers)[3]);

  // The word after its first letter, which must be one of `kinds`.
  std::string_view scalar(const char* kinds, const char* wanted);

  std::string text(const char* wanted = "a string");

  // The wire text of the next value, which is passed over.
  std::string_view skip();

  [[noreturn]] void refuse(const std::string& wanted) const;

 private:
  size_t count(const char* kind, const char* wanted);

  std::string_view word();

  static char unescaped(char letter) { return letter == 's' ? ' ' : letter == 'n' ? '\n' : letter; }

  std::string_view rest_;
};

template <class T>
struct Read;  // static T from(Reader&)

template <class T>
T read(Reader& in) {
  return Read<T>::from(in);
}

template <class T>
  requires std::is_arithmetic_v<T>
struct Read<T> {
  static T from(Reader& in) {
    std::string_view word = in.scalar(std::is_floating_point_v<T> ? "id" : "i",
                                      std::is_floating_point_v<T> ? "a float" : "an int");
    T value{};
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc::result_out_of_range && !std::is_floating_point_v<T>)
      throw Mismatch("the example gives " + std::string(word) + ", which the code's integer type cannot hold");
    return value;
  }
};

template <>
struct Read<bool> {
  static bool from(Reader& in) {
    bool value = in.kind() == 't';
    in.scalar("tf", "a bool");
    return value;
  }
};

template <>
struct Read<char> {
  static char from(Reader& in) {
    if (in.kind() == 'i') return static_cast<char>(read<int>(in));
    std::string text = in.text("a character");
    if (text.size() != 1) throw Mismatch("the example gives a string of another length where the code takes a char");
    return text.front();
  }
};

template <>
struct Read<std::string> {
  static std::string from(Reader& in) { return in.text(); }
};

template <class C>
concept Appendable = requires(C c, typename C::value_type v) { c.insert(c.end(), v); } && !requires { typename C::mapped_type; };

template <Appendable C>
struct Read<C> {
  static C from(Reader& in) {
    C items;
    for (size_t left = in.list(); left; --left) items.insert(items.end(), read<typename C::value_type>(in));
    return items;
  }
};

template <class M>
  requires requires { typename M::mapped_type; }
struct Read<M> {
  static M from(Reader& in) {
    M found;
    for (size_t left = in.map(); left; --left) {
      auto key = read<typename M::key_type>(in);
      found.insert({std::move(key), read<typename M::mapped_type>(in)});
    }
    return found;
  }
};

template <class T, size_t N>
struct Read<std::array<T, N>> {
  static std::array<T, N> from(Reader& in) {
    if (in.list() != N) throw Mismatch("the example gives a list of another length than the code's array");
    std::array<T, N> items;
    for (T& item : items) item = read<T>(in);
    return items;
  }
};

// How long the arrays are that a pointer stands for, as older sites pass them: `int arr[], int n`.
inline std::unordered_map<const void*, size_t> lengths;

template <class T>
  requires((std::is_arithmetic_v<T> && !std::is_same_v<T, char>) || std::is_same_v<T, std::string>)
struct Read<T*> {
  static T* from(Reader& in) {
    auto items = read<std::vector<T>>(in);
    T* array = new T[items.size() + 1]();
    std::copy(items.begin(), items.end(), array);
    lengths[array] = items.size();
    return array;
  }
};

template <class... T>
std::tuple<T...> read_tuple(Reader& in) {
  if (in.list() != sizeof...(T)) throw Mismatch("the example gives a list of another length than the code's tuple");
  return std::tuple<T...>{read<T>(in)...};
}

template <class... T>
struct Read<std::tuple<T...>> {
  static std::tuple<T...> from(Reader& in) { return read_tuple<T...>(in); }
};

template <class A, class B>
struct Read<std::pair<A, B>> {
  static std::pair<A, B> from(Reader& in) { return std::make_from_tuple<std::pair<A, B>>(read_tuple<A, B>(in)); }
};

template <class T>
struct Read<std::optional<T>> {
  static std::optional<T> from(Reader& in) {
    if (in.null()) return std::nullopt;
    return read<T>(in);
  }
};

}  // namespace vibe
