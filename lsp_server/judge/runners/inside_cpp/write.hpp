// What the candidate returned, as the JSON that inside/codec.py decodes. Pure ASCII, one line.
#pragma once  // included by stdc++.h, after the standard library

namespace vibe {

struct TooLarge {};

// Collects one reply; more than `room` characters throw TooLarge.
class Writer {
 public:
  explicit Writer(size_t room) : room_(room) {}

  Writer& operator<<(std::string_view text) {
    if (out_.size() + text.size() > room_) throw TooLarge{};
    out_ += text;
    return *this;
  }
  const std::string& text() const { return out_; }
  bool full() const { return out_.size() >= room_; }

 private:
  size_t room_;
  std::string out_;
};

template <class T>
struct Write {  // what has no value here equals nothing
  static void to(Writer& out, const T&) { out << R"-({"t":"opaque","v":["object","(an object)"]})-"; }
};

template <class T>
void write(Writer& out, const T& value) {
  Write<T>::to(out, value);
}

template <class Items, class One>
void write_items(Writer& out, const Items& items, One one) {
  out << "[";
  bool first = true;
  for (auto&& item : items) {
    if (!first) out << ",";
    first = false;
    one(item);
  }
  out << "]";
}

template <class T>
  requires std::is_integral_v<T>
struct Write<T> {
  static void to(Writer& out, T value) { out << std::to_string(value); }
};

template <class T>
  requires std::is_floating_point_v<T>
struct Write<T> {
  static void to(Writer& out, T value) {
    if (std::isnan(value)) return void(out << R"({"t":"float","v":"nan"})");
    if (std::isinf(value)) return void(out << (value > 0 ? R"({"t":"float","v":"inf"})" : R"({"t":"float","v":"-inf"})"));
    char text[64];
    *std::to_chars(text, text + sizeof text - 1, value).ptr = '\0';
    out << text << (std::strpbrk(text, ".e") ? "" : ".0");
  }
};

template <>
struct Write<bool> {
  static void to(Writer& out, bool value) { out << (value ? "true" : "false"); }
};

template <>
struct Write<std::string> {
  static void to(Writer& out, std::string_view text);
};

template <>
struct Write<std::string_view> : Write<std::string> {};

template <>
struct Write<char> {
  static void to(Writer& out, char value) { write(out, std::string(1, value)); }
};

template <>
struct Write<const char*> {
  static void to(Writer& out, const char* text) { text ? write(out, std::string(text)) : void(out << "null"); }
};
template <>
struct Write<char*> : Write<const char*> {};

template <class C>
concept Sequence = requires(const C c) { c.begin(); c.end(); typename C::value_type; } && !requires { typename C::key_type; };

template <Sequence C>
struct Write<C> {
  static void to(Writer& out, const C& items) {
    write_items(out, items, [&](const typename C::value_type& item) { write(out, item); });
  }
};

// An array that the example gave, or what has no value here.
template <class T>
  requires((std::is_arithmetic_v<T> && !std::is_same_v<T, char>) || std::is_same_v<T, std::string>)
struct Write<T*> {
  static void to(Writer& out, T* array) {
    auto length = lengths.find(array);
    if (length == lengths.end()) return void(out << R"-({"t":"opaque","v":["pointer","(a pointer)"]})-");
    write_items(out, std::span<T>(array, length->second), [&](const T& item) { write(out, item); });
  }
};

template <class C>
  requires requires(const C c) { c.begin(); typename C::key_type; }
struct Write<C> {
  static void to(Writer& out, const C& items) {
    constexpr bool pairs = requires { typename C::mapped_type; };
    out << (pairs ? R"({"t":"dict","v":)" : R"({"t":"set","v":)");
    write_items(out, items, [&](const typename C::value_type& item) { write(out, item); });
    out << "}";
  }
};

template <class... T>
struct Write<std::tuple<T...>> {
  static void to(Writer& out, const std::tuple<T...>& value) {
    const char* separator = "[";
    std::apply([&](const T&... item) { ((out << separator, separator = ",", write(out, item)), ...); }, value);
    out << (sizeof...(T) ? "]" : "[]");
  }
};

template <class A, class B>
struct Write<std::pair<A, B>> {
  static void to(Writer& out, const std::pair<A, B>& value) {
    write(out, std::tuple<std::remove_const_t<A>, std::remove_const_t<B>>(value));
  }
};

template <class T>
struct Write<std::optional<T>> {
  static void to(Writer& out, const std::optional<T>& value) { value ? write(out, *value) : void(out << "null"); }
};

}  // namespace vibe
