"""Every error that a user can meet, as one tree. The message *is* the sentence the user reads.

    VibeError
     ├─ SettingsError              a setting has a wrong value; the default is used instead
     ├─ ProblemError               what stands in the file cannot be worked on
     │   ├─ NoProblemError
     │   ├─ FileTooLargeError
     │   ├─ UnparsableFileError
     │   ├─ UnsupportedLanguageError
     │   └─ ContradictoryExamplesError
     ├─ PromptError                a prompt template is missing or wrong
     ├─ EngineError                the model cannot answer
     │   ├─ EngineUnavailableError     no engine could be reached or started
     │   ├─ EngineCrashedError         it died, was restarted once, and died again
     │   ├─ EngineVersionError         an engine of another version is running
     │   ├─ ModelNotFoundError
     │   ├─ ModelBrokenError
     │   └─ RequestRefusedError        the engine understood the request and says no
     ├─ AnswerError                the model answered, but with nothing usable
     ├─ SandboxError               code cannot be run safely
     │   ├─ NoIsolationError
     │   └─ ScratchFullError
     ├─ DocumentChangedError       the file moved on; the result no longer fits
     └─ StoreError                 the store of solutions cannot be used (never fatal)

Each class carries `code`, the name scripts match on. The numbers that LSP and HTTP need are in `LSP_CODES` of
features and `HTTP_STATUS` of engine/service; a test checks that no class is left out.
"""

from typing import ClassVar


class VibeError(Exception):
    """Base of all errors meant for the user. `str(error)` is the sentence to show."""

    code: ClassVar[str] = "error"


class SettingsError(VibeError):
    code = "bad_settings"


class ProblemError(VibeError):
    code = "bad_problem"


class NoProblemError(ProblemError):
    code = "no_problem"


class FileTooLargeError(ProblemError):
    code = "file_too_large"


class UnparsableFileError(ProblemError):
    code = "unparsable_file"


class UnsupportedLanguageError(ProblemError):
    code = "unsupported_language"


class ContradictoryExamplesError(ProblemError):
    code = "contradictory_examples"


class PromptError(VibeError):
    code = "bad_prompt"


class EngineError(VibeError):
    code = "engine"


class EngineUnavailableError(EngineError):
    code = "engine_unavailable"


class EngineCrashedError(EngineError):
    code = "engine_crashed"


class EngineVersionError(EngineError):
    code = "engine_version"


class ModelNotFoundError(EngineError):
    code = "model_not_found"


class ModelBrokenError(EngineError):
    code = "model_broken"


class RequestRefusedError(EngineError):
    code = "request_refused"


class AnswerError(VibeError):
    code = "no_usable_answer"


class SandboxError(VibeError):
    code = "sandbox"


class NoIsolationError(SandboxError):
    code = "no_isolation"


class ScratchFullError(SandboxError):
    code = "scratch_full"


class DocumentChangedError(VibeError):
    code = "document_changed"


class StoreError(VibeError):
    code = "store"
