--- What the server has logged in this session, readable. Neovim's own log keeps it too, among all other servers.

local scratch = require('vibe_lsp.scratch')

local M = {}

local KEPT = 1000

local lines = {} ---@type string[]
local buf ---@type integer?

---@param text string
function M.add(text)
  local stamped = os.date('%H:%M:%S ') .. text
  vim.list_extend(lines, vim.split(stamped, '\n', { plain = true }))
  if #lines > KEPT then lines = vim.list_slice(lines, #lines - KEPT + 1) end
end

function M.open()
  if not (buf and vim.api.nvim_buf_is_loaded(buf)) then buf = scratch.buffer('log', 'vibe_lsp_log') end
  local more = 'Neovim keeps what the server prints to stderr: ' .. vim.lsp.log.get_filename()
  scratch.fill(buf, vim.list_extend({ more, '' }, lines))
  local win = scratch.show(buf, 'below', ' vibe-lsp log%=q close ')
  vim.api.nvim_set_current_win(win)
  vim.api.nvim_win_set_cursor(win, { vim.api.nvim_buf_line_count(buf), 0 })
end

return M
