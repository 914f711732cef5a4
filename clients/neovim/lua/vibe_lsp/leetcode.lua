--- leetcode.nvim shows a statement beside the code and keeps it out of the file: the server is given it for the document.
--- What is read of that plugin: `_Lc_state.questions`, each with `bufnr` and `q`, the site's answer (its types.lua).

local M = {}

local handed = {} ---@type table<integer, integer> the client that has the statement, by buffer

---@param bufnr integer
---@return table? question nil where leetcode.nvim is not loaded, or shows none there
local function question_of(bufnr)
  local state = rawget(_G, '_Lc_state')
  for _, question in ipairs(state and state.questions or {}) do
    if question.bufnr == bufnr and type(question.q) == 'table' then return question.q end
  end
end

--- Of several values the first that is a text: what the site does not tell is vim.NIL.
---@param ... any
---@return string?
local function text(...)
  for index = 1, select('#', ...) do
    local value = select(index, ...)
    if type(value) == 'string' and value ~= '' then return value end
  end
end

--- Hand the statement over, once per buffer. English where both languages are there: models read it better.
---@param bufnr integer
---@param client vim.lsp.Client
function M.hand_over(bufnr, client)
  local question = question_of(bufnr)
  if not question or handed[bufnr] == client.id then return end
  local meta = type(question.meta_data) == 'table' and question.meta_data or {}
  local cases = type(question.testcase_list) == 'table' and question.testcase_list or {}
  handed[bufnr] = client.id
  client:notify('vibe/statement', {
    uri = vim.uri_from_bufnr(bufnr),
    title = text(question.title, question.translated_title),
    content = text(question.content, question.translated_content),
    testcases = cases,
    name = text(meta.name, meta.classname),
  })
end

---@param bufnr integer
function M.forget(bufnr) handed[bufnr] = nil end

return M
