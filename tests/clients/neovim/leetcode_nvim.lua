-- As much of leetcode.nvim as its questions are, word for word where it matters: the state and the order of
-- `Question:create_buffer`, `Question:handle_mount` and `Question.change_lang` of its lua/leetcode-ui/question.lua,
-- without the site. Compared by hand with its 4e8b368 of April 2026, which ran beside the plugin on a made-up answer of
-- the site.

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

--- A question has a file for each language, and speaks of one of them at a time.
function Question:change_lang(file)
  self.bufnr = vim.fn.bufadd(file)
  vim.fn.bufload(self.bufnr)
  vim.api.nvim_win_set_buf(self.winid, self.bufnr)
end

---@param file string
---@param q table the site's answer
function _G.mount_question(file, q)
  return setmetatable({ file = file, lang = 'python3', q = q, reset = false }, Question):handle_mount().bufnr
end
