-- As much of leetcode.nvim as its questions are, word for word where it matters: the state and the order of
-- `Question:create_buffer` and `Question:handle_mount` of its lua/leetcode-ui/question.lua, without the site.

_Lc_state = { menu = nil, questions = {} } ---@diagnostic disable-line

local Question = {}
Question.__index = Question

function Question:create_buffer()
  vim.cmd('$tabe ' .. self.file)
  self.bufnr = vim.api.nvim_get_current_buf()
  self.winid = vim.api.nvim_get_current_win()
end

function Question:handle_mount()
  self:create_buffer()
  table.insert(_Lc_state.questions, self) -- after the file was opened, so after a server was attached to it
  return self
end

---@param file string
---@param q table the site's answer
function _G.mount_question(file, q)
  return setmetatable({ file = file, lang = 'python3', q = q, reset = false }, Question):handle_mount().bufnr
end
