// Calls the candidate: arguments are read as the types that its own signature declares.
#pragma once
#include "nodes.hpp"

namespace vibe {

struct NotDefined : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The values of one call as wire text, one by one.
struct Arguments {
  std::vector<Reader> values;

  explicit Arguments(Reader& in) {
    for (size_t left = in.list(); left; --left) values.emplace_back(in.skip());
  }

  template <class T>
  T read(size_t place) const {
    if (place >= values.size())
      throw Mismatch("the example gives " + std::to_string(values.size()) + " values, the code takes more");
    Reader in = values[place];
    return vibe::read<T>(in);
  }
};

constexpr const char* NULL_VALUE = "null";

// What came of one example, each value as JSON. `mutated` is the place of the argument that the example speaks of.
struct Report {
  size_t room;
  int mutated = -1;
  char aside = 'v';
  double ms = 0;
  std::string value = NULL_VALUE, first, changed;

  template <class T>
  std::string json(const T& item) {
    Writer out(room);
    write(out, item);
    room -= out.text().size();
    return out.text();
  }

  template <class T>
  void argument(int place, const T& item) {
    if (place == mutated) changed = json(item);
    if (place == 0 && value == NULL_VALUE) first = json(item);
  }
};

struct Nothing {};
template <>
struct Write<Nothing> {
  static void to(Writer& out, Nothing) { out << "null"; }
};

template <class F>
auto timed(Report& report, F f) {
  auto started = std::chrono::steady_clock::now();
  auto stop = [&] { report.ms += std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count(); };
  if constexpr (std::is_void_v<decltype(f())>) {
    f();
    stop();
    return Nothing{};
  } else {
    auto result = f();
    stop();
    return result;
  }
}

template <class P>
decltype(auto) pass(std::decay_t<P>& stored) {
  if constexpr (std::is_rvalue_reference_v<P>) return std::move(stored);
  else return (stored);
}

// The result as the aside wants it; asides are about nodes, of anything else they want nothing.
template <class T>
std::string told(Report& report, const T& result) {
  if (report.aside == 'w' && !chain.empty()) return report.json(Whole{});
  if constexpr (std::is_pointer_v<T>)
    if constexpr (Node<std::remove_pointer_t<T>>) {
      if (report.aside == 'p') return place(result);
      if (report.aside == 'n') refuse_shared(result);
    }
  return report.json(result);
}

template <class... P, class F, size_t... I>
void call(const Arguments& arguments, Report& report, F f, std::index_sequence<I...>) {
  std::tuple<std::decay_t<P>...> stored{arguments.read<std::decay_t<P>>(I)...};
  auto result = timed(report, [&]() -> decltype(auto) { return f(pass<P>(std::get<I>(stored))...); });
  report.value = told(report, result);
  (report.argument(static_cast<int>(I), std::get<I>(stored)), ...);
}

// A function that is not overloaded: its types say what to read.
template <class R, class... P>
void invoke(const Arguments& arguments, Report& report, R (*f)(P...)) {
  call<P...>(arguments, report, f, std::index_sequence_for<P...>{});
}

template <class... P, class O, class F>
void member(const Arguments& arguments, Report& report, O& object, F f) {
  auto bound = [&](auto&&... a) -> decltype(auto) { return (object.*f)(std::forward<decltype(a)>(a)...); };
  call<P...>(arguments, report, bound, std::index_sequence_for<P...>{});
}

template <class R, class S, class O, class... P>
void invoke(const Arguments& arguments, Report& report, R (S::*f)(P...), O& object) {
  member<P...>(arguments, report, object, f);
}
template <class R, class S, class O, class... P>
void invoke(const Arguments& arguments, Report& report, R (S::*f)(P...) const, O& object) {
  member<P...>(arguments, report, object, f);
}
template <class R, class S, class O, class... P>
void invoke(const Arguments& arguments, Report& report, R (S::*f)(P...) noexcept, O& object) {
  member<P...>(arguments, report, object, f);
}
template <class R, class S, class O, class... P>
void invoke(const Arguments& arguments, Report& report, R (S::*f)(P...) const noexcept, O& object) {
  member<P...>(arguments, report, object, f);
}
template <class R, class O, class... P>
void invoke(const Arguments& arguments, Report& report, R (*f)(P...), O&) {
  invoke(arguments, report, f);
}

// An argument for overloads and constructors, whose types cannot be asked for: it becomes what is wanted.
template <class Self>
class Any {
 public:
  Any(const Arguments& arguments, size_t place) : arguments_(&arguments), place_(place) {}

  template <class T>
    requires(!std::is_same_v<std::remove_cv_t<T>, Self>)
  operator T&() const {
    using Plain = std::remove_cv_t<T>;
    auto value = std::make_shared<Plain>(arguments_->template read<Plain>(place_));
    show = [value](Report& report, int place) { report.argument(place, *value); };
    return *value;
  }

  mutable std::function<void(Report&, int)> show;

 private:
  const Arguments* arguments_;
  size_t place_;
};

constexpr size_t MOST_PARAMETERS = 8;

template <class Self, class F, size_t... I>
bool guess_exactly(const Arguments& arguments, Report& report, F& f, std::index_sequence<I...>) {
  if constexpr (requires(Any<Self>& any) { f((void(I), any)...); }) {
    std::array<std::optional<Any<Self>>, sizeof...(I)> stored{Any<Self>(arguments, I)...};
    auto result = timed(report, [&]() -> decltype(auto) { return f(*stored[I]...); });
    report.value = told(report, result);
    ((stored[I]->show ? stored[I]->show(report, static_cast<int>(I)) : void()), ...);
    return true;
  } else {
    return false;
  }
}

template <class Self, class F, size_t... N>
bool guess_any(const Arguments& arguments, Report& report, F& f, std::index_sequence<N...>) {
  size_t given = arguments.values.size();
  return ((N == given && guess_exactly<Self>(arguments, report, f, std::make_index_sequence<N>{})) || ...);
}

template <class Self, class F>
void guess(const Arguments& arguments, Report& report, F f, const char* name) {
  if (!guess_any<Self>(arguments, report, f, std::make_index_sequence<MOST_PARAMETERS + 1>{})) throw NotDefined(name);
}

// A design class: the first operation makes the object, `operate` calls the others on it, by name.
template <class S, class Operate>
void design(const Arguments& script, Report& report, Operate operate) {
  auto names = script.read<std::vector<std::string>>(0);
  Reader lists = script.values.at(1);
  lists.list();
  std::unique_ptr<S> object;
  std::string results;
  for (auto& name : names) {
    Arguments arguments(lists);
    if (object) operate(*object, name, arguments, report);
    else guess<S>(arguments, report, [&](auto&... a) -> decltype(new S(a...), void()) { object.reset(new S(a...)); }, "");
    results += (results.empty() ? "[" : ",") + report.value;
  }
  report.value = results + "]";
  report.first.clear();
}

}  // namespace vibe
