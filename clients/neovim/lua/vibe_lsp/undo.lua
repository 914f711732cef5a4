--- A solution is an undo step of its own, also when it arrives while the user types, here or elsewhere.

local M = {}

---@param bufnr integer
local function separate(bufnr)
  vim.api.nvim_buf_call(bufnr, function()
    vim.go.undolevels = vim.go.undolevels -- ends the step under way (see :help undo-break)
  end)
end

---@generic T
---@param bufnr integer
---@param edit fun(): T
---@return T
function M.step(bufnr, edit)
  separate(bufnr)
  local result = edit()
  separate(bufnr)
  return result
end

return M
