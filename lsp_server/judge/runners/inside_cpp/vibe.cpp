// What is the same for every candidate.
// The loop of the worker: a command in on descriptor 3, a reply out on 4 (see the docstring of runners/__init__.py).
// A payload is `room mutated aside value`: the most characters of a result, the place of the argument that the example
// speaks of (-1: none), the aside (see judge/arranged.py), and the list of the arguments as wire text.
#include <bits/stdc++.h>
#include <cxxabi.h>
#include <unistd.h>

namespace vibe {

// ---- reading

bool Reader::chain(long long (&numbers)[3]) {
  if (kind() != 'c') return false;
  std::string_view found = word();
  std::sscanf(std::string(found).c_str(), "%lld,%lld,%lld", &numbers[0], &numbers[1], &numbers[2]);
  return true;
}

std::string_view Reader::scalar(const char* kinds, const char* wanted) {
  if (!kind() || !std::strchr(kinds, kind())) refuse(wanted);
  return word();
}

std::string Reader::text(const char* wanted) {
  std::string value;
  std::string_view escaped = scalar("s", wanted);
  for (size_t at = 0; at < escaped.size(); ++at)
    value += escaped[at] == '\\' ? unescaped(escaped[++at]) : escaped[at];
  return value;
}

std::string_view Reader::skip() {
  std::string_view before = rest_;
  if (kind() == 'c') word();
  size_t left = kind() == 'l' ? list() : kind() == 'm' ? map() * 2 : (word(), 0);
  for (; left; --left) skip();
  return before.substr(0, before.size() - rest_.size());
}

void Reader::refuse(const std::string& wanted) const {
  static const std::map<char, const char*> NAMES{{'n', "null"},    {'t', "a bool"},   {'f', "a bool"}, {'i', "an int"},
                                                 {'d', "a float"}, {'s', "a string"}, {'l', "a list"}, {'m', "a map"}};
  auto found = NAMES.find(kind());
  throw Mismatch(std::string("the example gives ") + (found == NAMES.end() ? "nothing" : found->second) +
                 " where the code takes " + wanted);
}

size_t Reader::count(const char* kind, const char* wanted) {
  size_t size = 0;
  for (char digit : scalar(kind, wanted)) size = size * 10 + (digit - '0');
  return size;
}

std::string_view Reader::word() {
  std::string_view found = rest_.substr(0, rest_.find(' '));
  rest_.remove_prefix(std::min(rest_.size(), found.size() + 1));
  return found.substr(1);
}

// ---- writing

// The length of the UTF-8 sequence at `at` and its code point; 0 when it is none.
static size_t decoded(std::string_view text, size_t at, uint32_t& point) {
  unsigned char lead = text[at];
  size_t size = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
  if (!size || at + size > text.size()) return 0;
  point = size == 1 ? lead : lead & (0xFF >> (size + 1));
  for (size_t k = 1; k < size; ++k) {
    unsigned char next = text[at + k];
    if (next >> 6 != 2) return 0;
    point = point << 6 | (next & 0x3F);
  }
  return point > 0x10FFFF || (point >= 0xD800 && point < 0xE000) ? 0 : size;
}

static void write_hex(Writer& out, std::string_view text) {
  out << R"({"t":"bytes","v":")";
  char digits[3];
  for (unsigned char byte : text) {
    std::snprintf(digits, sizeof digits, "%02x", byte);
    out << digits;
  }
  out << "\"}";
}

static void write_point(Writer& out, uint32_t point) {
  char escaped[16];
  if (point >= 0x10000) {
    std::snprintf(escaped, sizeof escaped, "\\u%04x\\u%04x", 0xD7C0 + (point >> 10), 0xDC00 + (point & 0x3FF));
  } else if (point < 0x20 || point >= 0x7F || point == '"' || point == '\\') {
    std::snprintf(escaped, sizeof escaped, "\\u%04x", point);
  } else {
    std::snprintf(escaped, sizeof escaped, "%c", static_cast<char>(point));
  }
  out << escaped;
}

void Write<std::string>::to(Writer& out, std::string_view text) {
  uint32_t point;
  for (size_t at = 0, size; at < text.size(); at += size)
    if (!(size = decoded(text, at, point))) return write_hex(out, text);
  out << "\"";
  for (size_t at = 0; at < text.size();) {
    at += decoded(text, at, point);
    write_point(out, point);
  }
  out << "\"";
}

// ---- the loop

constexpr size_t MOST_TEXT = 2000;

constexpr int COMMANDS = 3, REPLIES = 4;

static void send(std::string_view data) {
  while (!data.empty()) {
    ssize_t sent = ::write(REPLIES, data.data(), data.size());
    if (sent < 0) std::_Exit(1);
    data.remove_prefix(sent);
  }
}

static std::string as_json(std::string_view text) {
  Writer out(MOST_TEXT * 12 + 100);
  Write<std::string>::to(out, text.substr(0, MOST_TEXT));
  return out.text();
}

static std::string failure(const std::string& type, std::string_view text) {
  return "\"error\":{\"types\":[" + as_json(type) + "],\"text\":" + as_json(text) + ",\"line\":null}";
}

static std::string type_name(const std::type_info& type) {
  int status = 0;
  std::unique_ptr<char, decltype(&std::free)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
  return status == 0 ? name.get() : type.name();
}

static std::string success(const Report& report) {
  std::string reply = "\"value\":" + report.value;
  if (!report.first.empty()) reply += ",\"first\":" + report.first;
  if (!report.changed.empty()) reply += ",\"mutated\":" + report.changed;
  return reply + ",\"ms\":" + std::to_string(report.ms);
}

static std::string run(Reader in, size_t room, int mutated, const char* aside, Example example) {
  try {
    for (auto clear : std::exchange(forget, {})) clear();
    chain.clear();
    hidden = std::atoll(aside + 1);
    copying = *aside == 'n';
    Arguments arguments(in);
    Report report{room, mutated, *aside};
    example(arguments, report);
    return success(report);
  } catch (const TooLarge&) {
    return "\"too_large\":true";
  } catch (const NotDefined& error) {
    return failure("NotDefinedError", error.what());
  } catch (const SharedNode& error) {
    return failure("NotACopy", error.what());
  } catch (const Mismatch& error) {
    return failure("ArgumentMismatch", error.what());
  } catch (const std::bad_alloc&) {
    return failure("MemoryError", "");
  } catch (const std::exception& error) {
    return failure(type_name(typeid(error)), error.what());
  } catch (const char* text) {
    return failure("const char*", text);
  } catch (...) {
    return failure("exception", "something that is no std::exception was thrown");
  }
}

static void flush() {
  std::cout.flush();
  std::cerr.flush();
  std::fflush(nullptr);
}

static bool next_line(std::string& buffer, std::string& line) {
  char chunk[1 << 14];
  size_t end;
  while ((end = buffer.find('\n')) == std::string::npos) {
    ssize_t got = ::read(COMMANDS, chunk, sizeof chunk);
    if (got <= 0) return false;
    buffer.append(chunk, got);
  }
  line = buffer.substr(0, end);
  buffer.erase(0, end + 1);
  return true;
}

void serve(Example example) {
  send("{\"ready\":true}\n");
  std::string buffer, line;
  while (next_line(buffer, line)) {
    char token[64], aside[32] = "v";
    size_t room = 0;
    int mutated = -1, read = 0;
    std::sscanf(line.c_str(), "%63s %zu %d %31s %n", token, &room, &mutated, aside, &read);
    std::string reply = run(Reader(std::string_view(line).substr(read)), room, mutated, aside, example);
    flush();
    send(std::string(token) + " {" + reply + "}\n");
  }
  std::_Exit(0);
}

}  // namespace vibe
