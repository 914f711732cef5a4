--- What runs for each document, as the server tells it. Remembers; shows nothing.

local M = {}

---@class vibe_lsp.Run
---@field busy integer requests under way
---@field state 'idle'|'working'|'error'
---@field text string what the server said last, for one line
---@field model string the model that answered last, '' before one did
---@field tasks table<string, vibe_lsp.Task> by the id of its request; those of before go when new work begins

---@class vibe_lsp.Task
---@field streaming boolean it has not said its last word
---@field lines string[] the document as it was at its first event
---@field version integer of that document
---@field mark? integer extmark on the first line of its problem
---@field measured? string what measuring the function as it stands has told
---@field replacement? vibe_lsp.Replacement what an optimization would change

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
  runs[bufnr] = runs[bufnr] or { busy = 0, state = 'idle', text = 'idle', model = '', tasks = {} }
  return runs[bufnr]
end

--- The task of that name. At its first event it has just read the document.
---@param bufnr integer
---@param id string
---@return vibe_lsp.Task
function M.reading(bufnr, id)
  local tasks = M.of(bufnr).tasks
  if not tasks[id] then
    local lines = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
    tasks[id] = { streaming = false, lines = lines, version = vim.lsp.util.buf_versions[bufnr] }
  end
  return tasks[id]
end

--- The model has been asked.
---@param bufnr integer
---@param id string
---@param event { model: string, problem: { region: { start: vibe_lsp.Point } } }
function M.started(bufnr, id, event)
  local task = M.reading(bufnr, id)
  local line = math.min(event.problem.region.start.line, vim.api.nvim_buf_line_count(bufnr)) - 1
  task.mark = vim.api.nvim_buf_set_extmark(bufnr, marks, line, 0, {})
  task.streaming = true
  M.of(bufnr).model = event.model
end

--- A task has said its last word.
---@param bufnr integer
---@param id string
---@return boolean first false when it had before, or never started
function M.ended(bufnr, id)
  local task = M.of(bufnr).tasks[id]
  local first = task ~= nil and task.streaming
  if first then task.streaming = false end
  return first
end

--- Whether a task is speaking.
---@param bufnr integer
---@return boolean
function M.streaming(bufnr)
  return vim.iter(M.of(bufnr).tasks):any(function(_, task) return task.streaming end)
end

--- The line of a task's problem now.
---@param bufnr integer
---@param id string
---@return integer? line 0-based
function M.line(bufnr, id)
  local task = M.of(bufnr).tasks[id]
  return task and task.mark and vim.api.nvim_buf_get_extmark_by_id(bufnr, marks, task.mark, {})[1]
end

--- `working` comes once per request, `idle` or `error` once at its end.
---@param bufnr integer
---@param params { state: 'idle'|'working'|'error', message: string }
function M.status(bufnr, params)
  local run = M.of(bufnr)
  if run.busy == 0 then
    run.tasks = {}
    if vim.api.nvim_buf_is_loaded(bufnr) then vim.api.nvim_buf_clear_namespace(bufnr, marks, 0, -1) end
  end
  run.busy = math.max(0, run.busy + (params.state == 'working' and 1 or -1))
  run.state = run.busy > 0 and 'working' or params.state
  run.text = params.message ~= '' and params.message or run.state
end

---@param bufnr integer
function M.forget(bufnr) runs[bufnr] = nil end

return M
