// The loop of the worker: a command in on descriptor 3, a reply out on 4 (see the docstring of runners/__init__.py).
// A payload is `room mutated aside value`: the most characters of a result, the place of the argument that the example
// speaks of (-1: none), the aside (see judge/arranged.py), and the list of the arguments as wire text.
#pragma once
#include "call.hpp"
#include <cxxabi.h>
#include <unistd.h>

namespace vibe {

constexpr size_t MOST_TEXT = 2000;

constexpr int COMMANDS = 3, REPLIES = 4;

inline void send(std::string_view data) {
  while (!data.empty()) {
    ssize_t sent = ::write(REPLIES, data.data(), data.size());
    if (sent < 0) std::_Exit(1);
    data.remove_prefix(sent);
  }
}

inline std::string as_json(std::string_view text) {
  Writer out(MOST_TEXT * 12 + 100);
  Write<std::string>::to(out, text.substr(0, MOST_TEXT));
  return out.text();
}

inline std::string failure(const std::string& type, std::string_view text) {
  return "\"error\":{\"types\":[" + as_json(type) + "],\"text\":" + as_json(text) + ",\"line\":null}";
}

inline std::string type_name(const std::type_info& type) {
  int status = 0;
  std::unique_ptr<char, decltype(&std::free)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
  return status == 0 ? name.get() : type.name();
}

inline std::string success(const Report& report) {
  std::string reply = "\"value\":" + report.value;
  if (!report.first.empty()) reply += ",\"first\":" + report.first;
  if (!report.changed.empty()) reply += ",\"mutated\":" + report.changed;
  return reply + ",\"ms\":" + std::to_string(report.ms);
}

using Example = void (*)(const Arguments&, Report&);

inline std::string run(Reader in, size_t room, int mutated, const char* aside, Example example) {
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

inline void flush() {
  std::cout.flush();
  std::cerr.flush();
  std::fflush(nullptr);
}

inline bool next_line(std::string& buffer, std::string& line) {
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

// Never returns, and leaves without running the destructors of the candidate's globals.
[[noreturn]] inline void serve(Example example) {
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
