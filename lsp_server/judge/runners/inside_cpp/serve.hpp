// The loop of the worker, compiled once into vibe.o: every candidate would pay for it otherwise.
#pragma once
#include "call.hpp"

namespace vibe {

using Example = void (*)(const Arguments&, Report&);

// Never returns, and leaves without running the destructors of the candidate's globals.
[[noreturn]] void serve(Example example);

}  // namespace vibe
