"""Neovim with nothing made up behind it: the real server, the real engine, the embedded model."""

from collections.abc import AsyncGenerator

import pytest

from lsp_server.engine import launcher
from tests.clients.neovim.conftest import Start

pytestmark = pytest.mark.timeout(400)

PROBLEM = '''from typing import List


class Solution:
    def sumOfEvenSquares(self, nums: List[int]) -> int:
        """
        Given an array of integers nums, return the sum of the squares of the even numbers in nums.

        Example 1:
            Input: nums = [1, 2, 3, 4]
            Output: 20

        Example 2:
            Input: nums = [7, 5]
            Output: 0
        """
        pass
'''


@pytest.fixture(autouse=True)
async def no_engine_left() -> AsyncGenerator[None]:
    yield
    await launcher.stop_all()


async def test_the_embedded_model_writes_what_passes_its_examples(start: Start) -> None:
    editor = await start(PROBLEM, settings={"engine": {"model": "starter", "device": "cpu"}})
    await editor.put_cursor("Given an array")
    await editor.command("Vibe solve")
    assert await editor.beside(seconds=300) == ["5: ✓ 2/2 examples passed"]
    written = await editor.text(1)
    assert written.startswith(PROBLEM.removesuffix("        pass\n"))
    namespace: dict[str, type] = {}
    exec(written, namespace)
    assert namespace["Solution"]().sumOfEvenSquares([6, 1, 2]) == 40
    assert "(starter" in await editor.reasoning()
    await editor.command("Vibe check")
    await editor.until("vim.api.nvim_exec2('messages', { output = true }).output:find('2/2 examples passed', 1, true)")
