--- What runs for each document, as the server tells it. Remembers; shows nothing.

local M = {}

---@class vibe_lsp.Run
---@field busy integer requests under way
---@field state 'idle'|'working'|'error'
---@field text string what the server said last, for one line
---@field model string the model that answered last, '' before one did
---@field streaming boolean a task has started and not said its last word
---@field lines string[] the document as the task read it
---@field row? integer extmark on the first line of the problem

---@class vibe_lsp.Point
---@field line integer 1-based
---@field column integer 0-based, in code points

---@class vibe_lsp.Replacement
---@field region { start: vibe_lsp.Point, end: vibe_lsp.Point }
---@field text string

local marks = vim.api.nvim_create_namespace('vibe_lsp.runs')
local runs = {} ---@type table<integer, vibe_lsp.Run>

---@param bufnr integer
---@return vibe_lsp.Run
function M.of(bufnr)
  runs[bufnr] = runs[bufnr] or { busy = 0, state = 'idle', text = 'idle', model = '', streaming = false, lines = {} }
  return runs[bufnr]
end

--- A task has read the document.
---@param bufnr integer
---@param event { model: string, problem: { region: { start: vibe_lsp.Point } } }
function M.started(bufnr, event)
  local run = M.of(bufnr)
  run.model, run.streaming = event.model, true
  run.lines = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  local line = math.min(event.problem.region.start.line, #run.lines) - 1
  vim.api.nvim_buf_clear_namespace(bufnr, marks, 0, -1)
  run.row = run.busy == 1 and vim.api.nvim_buf_set_extmark(bufnr, marks, line, 0, {}) or nil
end

--- The line of the problem now; nil where several tasks run at once.
---@param bufnr integer
---@return integer? line 0-based
function M.line(bufnr)
  local id = M.of(bufnr).row
  return id and vim.api.nvim_buf_get_extmark_by_id(bufnr, marks, id, {})[1]
end

--- `working` comes once per request, `idle` or `error` once at its end.
---@param bufnr integer
---@param params { state: 'idle'|'working'|'error', message: string }
function M.status(bufnr, params)
  local run = M.of(bufnr)
  if run.busy == 0 then run.row = nil end -- of a task before
  run.busy = math.max(0, run.busy + (params.state == 'working' and 1 or -1))
  run.state = run.busy > 0 and 'working' or params.state
  run.text = params.message ~= '' and params.message or run.state
end

---@param bufnr integer
function M.forget(bufnr) runs[bufnr] = nil end

return M
