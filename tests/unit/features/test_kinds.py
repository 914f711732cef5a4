"""Filters of code actions: a kind stands for itself and what lies below it."""

import pytest
from lsprotocol.types import CodeActionKind

from lsp_server.features.code_actions import CHECK_KIND, FIX_KIND, SOLVE_KIND, wanted


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (None, [SOLVE_KIND, FIX_KIND, CHECK_KIND]),
        ([], [SOLVE_KIND, FIX_KIND, CHECK_KIND]),
        ([""], [SOLVE_KIND, FIX_KIND, CHECK_KIND]),
        ([CodeActionKind.Refactor], [SOLVE_KIND]),
        (["refactor.rewrite"], [SOLVE_KIND]),
        ([SOLVE_KIND], [SOLVE_KIND]),
        (["refactor.rewrite.vibe.solve.deeper"], []),
        (["refactor.re"], []),
        ([CodeActionKind.QuickFix, "vibe"], [FIX_KIND, CHECK_KIND]),
        ([CodeActionKind.Source], []),
    ],
)
def test_only_filters_by_whole_names(only: list[str] | None, expected: list[str]) -> None:
    assert [kind for kind in (SOLVE_KIND, FIX_KIND, CHECK_KIND) if wanted(kind, only)] == expected
