"""One row per language: how it is called, which files are written in it, where its grammar comes from, what differs.

A further language with braces needs a row here and nothing else in this room.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

import tree_sitter

from lsp_server.errors import UnsupportedLanguageError
from lsp_server.problem.grammar import Braces, Language, Stub, Types

_NEVER = re.compile(r"(?!)")

_PYTHON = Language(
    id="python",
    title="Python 3",
    names=("py", "python3"),
    endings=(".py", ".pyw"),
    grammar="tree_sitter_python.language",
    comment="#",
    types=Types(re.compile(r"(?:typing\.)?(?:str|Optional\[str\]|str \| None|None \| str)"), frozenset({"None"})),
    stub=Stub(
        function="def {name}({params}){returns}:",
        method="class {owner}:\n    def {name}({params}){returns}:",
        design="class {name}:",
        program="# read from standard input, print to standard output",
        parameter="{name}: {type}",
        returns=" -> {type}",
        receiver="self",
        snake=True,
    ),
    reads_input=re.compile(r"\binput\s*\(|\bstdin\b|\bopen\(0\)"),
    layout="indented",
    entry="",
    sessions=True,
)

_SCRIPT = Braces(
    functions=frozenset({
        "function_declaration", "generator_function_declaration", "function_expression", "generator_function",
        "arrow_function", "method_definition",
    }),
    classes=frozenset({"class_declaration", "class", "abstract_class_declaration"}),
    comments=frozenset({"comment", "html_comment"}),
    imports=frozenset({"import_statement"}),
    import_text=re.compile(r"(?:const|let|var)\b[^=]*=\s*require\([^()]*\)(?:\.\w+)*;?|['\"]use strict['\"];?"),
    carriers={
        "export_statement": ("", ""),
        "lexical_declaration": ("", ""),
        "variable_declaration": ("", ""),
        "variable_declarator": ("value", "name"),
        "expression_statement": ("", ""),
        "assignment_expression": ("right", "left"),
        "field_definition": ("value", "property"),
        "public_field_definition": ("value", "name"),
    },
    flattened=frozenset({"internal_module"}),
    declares=re.compile(r"(?:export\s+)?(?:const|let|var|type|interface|enum|declare|namespace|class|function|async)\b"),
    group="prototype",
)  # fmt: skip
_SCRIPT_INPUT = re.compile(r"\bstdin\b|\breadline\b|\breadFileSync\s*\(\s*(?:0|['\"]/dev/stdin)")
_SCRIPT_TYPES = Types(
    text=re.compile(r"string|String|string \| null"),
    nothing=frozenset({"void", "undefined"}),
    names={
        "int": "number", "float": "number", "str": "string", "bool": "boolean", "List": "{0}[]", "Tuple": "any[]",
        "Dict": "Record<{0}, {1}>", "Set": "Set<{0}>", "Optional": "{0} | null",
    },
)  # fmt: skip
_JAVASCRIPT = Language(
    id="javascript",
    title="JavaScript",
    names=("js", "node", "nodejs", "javascriptreact"),
    endings=(".js", ".mjs", ".cjs", ".jsx"),
    grammar="tree_sitter_javascript.language",
    comment="//",
    types=_SCRIPT_TYPES,
    stub=Stub(
        function="var {name} = function({params}) {{\n\n}};",
        method="class {owner} {{\n    {name}({params}) {{\n\n    }}\n}}",
        design="class {name} {{\n\n}}",
        program="// read from standard input, print to standard output",
        parameter="{name}",
        returns="",
        tag=" * @{tag} {{{type}}}{name}",
        delegate="return new {owner}().{call};",
    ),
    reads_input=_SCRIPT_INPUT,
    braces=_SCRIPT,
    entry="",
    objects=True,
)
_TYPESCRIPT = replace(
    _JAVASCRIPT,
    id="typescript",
    title="TypeScript",
    names=("ts", "typescriptreact"),
    endings=(".ts", ".mts", ".cts"),
    grammar="tree_sitter_typescript.language_typescript",
    stub=replace(
        _JAVASCRIPT.stub,
        function="function {name}({params}){returns} {{\n\n}}",
        method="class {owner} {{\n    {name}({params}){returns} {{\n\n    }}\n}}",
        parameter="{name}: {type}",
        returns=": {type}",
        tag="",
    ),
    braces=replace(_SCRIPT, interfaces=frozenset({"interface_declaration"})),
)

_C = Language(
    id="c",
    title="C",
    names=(),
    endings=(".c", ".h"),
    grammar="tree_sitter_c.language",
    comment="//",
    types=Types(
        text=re.compile(r"(?:const )?char ?(?:\*|\[\])"),
        nothing=frozenset({"void"}),
        names={"int": "int", "float": "double", "str": "char*", "bool": "bool", "List": "{0}*", "Optional": "{0}"},
        wide="long long",
        sizes=(("{name}Size", "int"), ("{name}ColSize", "int*")),
        result_sizes=(("returnSize", "int*"), ("returnColumnSizes", "int**")),
        implied=re.compile(
            r"(?:return|\w+)(?:Col(?:umn)?|Row)?(?:Sizes?|Len(?:gth)?s?)|\w+_(?:size|len|length)|size|len"
        ),
    ),
    stub=Stub(
        function="{returns} {name}({params}) {{\n\n}}",
        method="{returns} {name}({params}) {{\n\n}}",
        design="typedef struct {{\n\n}} {name};",
        program="// read from standard input, print to standard output",
        untyped="int {name}",
        unknown="int",
    ),
    reads_input=re.compile(r"\bscanf\s*\(|\bstdin\b|\bgetchar\s*\(|\bgets\s*\("),
    braces=Braces(
        functions=frozenset({"function_definition"}),
        classes=frozenset({"struct_specifier", "union_specifier"}),
        imports=frozenset({"preproc_include", "preproc_def", "preproc_function_def", "preproc_call"}),
        import_text=re.compile(r"typedef\b[^{]*;"),
        carriers={"type_definition": ("type", "declarator")},
        flattened=frozenset({"preproc_ifdef", "preproc_if", "linkage_specification", "declaration_list"}),
        group="prefix",
    ),
    provided=re.compile(r"#include\s*<[a-z0-9_]+\.h>.*", re.DOTALL),
)
assert _C.braces  # noqa: S101 - it was given above; the type says that a language may have none
_CPP = replace(
    _C,
    id="cpp",
    title="C++",
    names=("c++", "cxx", "cc", "cuda-cpp"),
    endings=(".cpp", ".cc", ".cxx", ".c++", ".hpp", ".hh", ".hxx"),
    grammar="tree_sitter_cpp.language",
    types=Types(
        text=re.compile(r"(?:const )?(?:std::)?(?:string|string_view) ?&{0,2}|(?:const )?char ?\*"),
        nothing=frozenset({"void"}),
        names={
            "int": "int", "float": "double", "str": "string", "bool": "bool", "List": "vector<{0}>",
            "Tuple": "vector<int>", "Dict": "unordered_map<{0}, {1}>", "Set": "unordered_set<{0}>",
            "Optional": "optional<{0}>",
        },
        wide="long long",
    ),
    stub=replace(
        _C.stub,
        method="class {owner} {{\npublic:\n    {returns} {name}({params}) {{\n\n    }}\n}};",
        design="class {name} {{\npublic:\n\n}};",
        untyped="auto {name}",
        unknown="auto",
        delegate="return {owner}().{call};",
    ),
    reads_input=re.compile(r"\bcin\b|\bscanf\s*\(|\bstdin\b|\bgetchar\w*\s*\("),
    braces=replace(
        _C.braces,
        classes=frozenset({"class_specifier", "struct_specifier", "union_specifier"}),
        imports=_C.braces.imports | {"using_declaration", "alias_declaration", "namespace_alias_definition"},
        carriers={"type_definition": ("type", "declarator"), "template_declaration": ("", "")},
        flattened=_C.braces.flattened | {"namespace_definition"},
        group="",
    ),
    provided=re.compile(r"#include\s*<[\w/.+]+>.*|using\s+namespace\s+std\s*;", re.DOTALL),
)  # fmt: skip

_JAVA = Language(
    id="java",
    title="Java",
    names=(),
    endings=(".java",),
    grammar="tree_sitter_java.language",
    comment="//",
    types=Types(
        text=re.compile(r"String|CharSequence"),
        nothing=frozenset({"void"}),
        names={
            "int": "int", "float": "double", "str": "String", "bool": "boolean", "List": "{0}[]", "Tuple": "int[]",
            "Dict": "Map<{0}, {1}>", "Set": "Set<{0}>", "Optional": "{0}",
        },
        wide="long",
    ),
    stub=Stub(
        function="class Solution {{\n    public {returns} {name}({params}) {{\n\n    }}\n}}",
        method="class {owner} {{\n    public {returns} {name}({params}) {{\n\n    }}\n}}",
        design="class {name} {{\n\n}}",
        program="// public class Main: read from standard input, print to standard output",
        untyped="Object {name}",
        unknown="Object",
        kind="method",
    ),
    reads_input=re.compile(r"\bSystem\.in\b|\bBufferedReader\b|\bScanner\b|\breadLine\s*\("),
    braces=Braces(
        functions=frozenset({"method_declaration", "constructor_declaration", "compact_constructor_declaration"}),
        classes=frozenset({"class_declaration", "enum_declaration", "record_declaration"}),
        interfaces=frozenset({"interface_declaration", "annotation_type_declaration"}),
        comments=frozenset({"line_comment", "block_comment"}),
        imports=frozenset({"import_declaration", "package_declaration"}),
        heads=frozenset({"package_declaration"}),
    ),
    provided=re.compile(r"import\s+java\.(?:util|io|math|text|time)\.[\w.*]+\s*;"),
)  # fmt: skip

_GO = Language(
    id="go",
    title="Go",
    names=("golang",),
    endings=(".go",),
    grammar="tree_sitter_go.language",
    comment="//",
    types=Types(
        text=re.compile(r"string"),
        nothing=frozenset({""}),
        names={
            "int": "int", "float": "float64", "str": "string", "bool": "bool", "List": "[]{0}", "Tuple": "[]int",
            "Dict": "map[{0}]{1}", "Set": "map[{0}]bool", "Optional": "*{0}",
        },
    ),
    stub=Stub(
        function="func {name}({params}){returns} {{\n\n}}",
        method="func {name}({params}){returns} {{\n\n}}",
        design="type {name} struct {{\n\n}}",
        program="// package main: read from standard input, print to standard output",
        parameter="{name} {type}",
        untyped="{name} any",
        returns=" {type}",
    ),
    reads_input=re.compile(r"\bos\.Stdin\b|\bfmt\.Scan\w*\("),
    braces=Braces(
        functions=frozenset({"function_declaration", "method_declaration"}),
        classes=frozenset({"struct_type"}),
        imports=frozenset({"import_declaration", "package_clause"}),
        carriers={"type_declaration": ("", ""), "type_spec": ("type", "name")},
        heads=frozenset({"package_clause"}),
        singles=re.compile(r"(?:(?<![\w.])(?!import\b)([\w.]+)[ \t]+)?\"([^\"\n]+)\""),
        group="receiver",
    ),
    indent="\t",
)  # fmt: skip

_RUST = Language(
    id="rust",
    title="Rust",
    names=("rs",),
    endings=(".rs",),
    grammar="tree_sitter_rust.language",
    comment="//",
    types=Types(
        text=re.compile(r"String|&(?:'\w+ )?(?:mut )?str"),
        nothing=frozenset({"", "()"}),
        names={
            "int": "i32", "float": "f64", "str": "String", "bool": "bool", "List": "Vec<{0}>", "Tuple": "Vec<i32>",
            "Dict": "HashMap<{0}, {1}>", "Set": "HashSet<{0}>", "Optional": "Option<{0}>",
        },
        wide="i64",
    ),
    stub=Stub(
        function="fn {name}({params}){returns} {{\n\n}}",
        method="impl {owner} {{\n    pub fn {name}({params}){returns} {{\n\n    }}\n}}",
        design="struct {name} {{\n\n}}",
        program="// fn main(): read from standard input, print to standard output",
        parameter="{name}: {type}",
        untyped="{name}: i32",
        returns=" -> {type}",
        delegate="{owner}::{call}",
        rebind="let mut {name} = {name};",
        snake=True,
    ),
    reads_input=re.compile(r"\bstdin\s*\(|\bread_line\s*\("),
    braces=Braces(
        functions=frozenset({"function_item"}),
        classes=frozenset({"impl_item", "struct_item", "enum_item"}),
        interfaces=frozenset({"trait_item"}),
        comments=frozenset({"line_comment", "block_comment"}),
        imports=frozenset({"use_declaration", "extern_crate_declaration", "inner_attribute_item"}),
        import_text=re.compile(r"(?:pub )?struct\s+\w+\s*;"),
        prefixes=frozenset({"attribute_item"}),
        group="impl",
    ),
)  # fmt: skip

LANGUAGES: Mapping[str, Language] = {
    row.id: row for row in (_PYTHON, _JAVASCRIPT, _TYPESCRIPT, _JAVA, _CPP, _C, _GO, _RUST)
}

_MARKDOWN = Language(
    id="markdown",
    title="Markdown",
    names=("md", "quarto", "rmd"),
    endings=(".md", ".markdown", ".qmd", ".rmd"),
    grammar="",
    comment="<!--",
    types=Types(_NEVER, frozenset()),
    stub=Stub(function="", method="", design="", program=""),
    reads_input=_NEVER,
    layout="text",
)
TEXTS: Mapping[str, Language] = {
    "markdown": _MARKDOWN,
    "latex": replace(_MARKDOWN, id="latex", title="LaTeX", names=("tex",), endings=(".tex", ".ltx"), comment="%"),
}
"""Files without code, in which questions in mathematics are looked for (see `maths/`)."""
_ALL: Mapping[str, Language] = {**LANGUAGES, **TEXTS}


def language_of(path: Path) -> Language:
    """The language of a file, by its ending. Raises UnsupportedLanguageError."""
    for row in _ALL.values():
        if path.suffix.lower() in row.endings:
            return row
    ending = f"files ending in {path.suffix}" if path.suffix else "files without an ending"
    raise UnsupportedLanguageError(f"{path.name}: {ending} are not supported. Supported: {_supported()}.")


def language_named(name: str) -> Language:
    """The row for a language id or one of its other names. Raises UnsupportedLanguageError."""
    wanted = name.strip().lower()
    if row := _ALL.get(wanted):
        return row
    for row in _ALL.values():
        if wanted in row.names:
            return row
    raise UnsupportedLanguageError(f"The language {name!r} is not supported. Supported: {_supported()}.")


@cache
def parser_of(language: str) -> tree_sitter.Parser:
    """The parser for a language id or name; loading a grammar costs a few milliseconds, once.

    Raises UnsupportedLanguageError for a text, which has no code.
    """
    row = language_named(language)
    if row.layout == "text":
        raise UnsupportedLanguageError(f"A {row.title} file holds no code. Questions in mathematics are solved in it.")
    module, _, function = row.grammar.partition(".")
    grammar: object = getattr(import_module(module), function)()
    return tree_sitter.Parser(tree_sitter.Language(grammar))


def _supported() -> str:
    return ", ".join(f"{row.id} ({', '.join(row.endings)})" for row in _ALL.values())
