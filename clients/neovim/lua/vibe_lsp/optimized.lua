--- What an optimization has shown: lines for the reasoning, the report at its end, and its diff before it is applied.

local panel = require('vibe_lsp.panel')
local preview = require('vibe_lsp.preview')
local runs = require('vibe_lsp.runs')
local undo = require('vibe_lsp.undo')

local M = {}

---@param event { sizes: integer[], times_ms: number[], growth: { name: string }, hot_line: string }
---@return string
function M.measured(event)
  local growth = event.growth.name == 'unclear' and 'growth unclear' or ('O(%s)'):format(event.growth.name)
  local hot = event.hot_line ~= '' and (' Most of it goes into `%s`.'):format(event.hot_line) or ''
  local time, size = event.times_ms[#event.times_ms], event.sizes[#event.sizes]
  return ('As it stands: %s, %.2f ms at n = %d.%s'):format(growth, time, size, hot)
end

---@param equivalence { agreed: integer, counterexample?: table, reason?: string }
---@return string
function M.same(equivalence)
  local counter = equivalence.counterexample
  if counter then
    local what = ('\n\n**✗ %s differs** with `%s`: before %s, after %s'):format(
      counter.what,
      counter.input,
      counter.old,
      counter.new
    )
    return what
  end
  if equivalence.reason then return '\n\n**✗ ' .. equivalence.reason .. '**' end
  return ('\n\n**✓ the same on %d inputs**'):format(equivalence.agreed)
end

---@param timing { sizes: { n: integer, speedup: number }[] }
---@return string
function M.times(timing)
  local top = timing.sizes[#timing.sizes]
  return top and ('\n\n%.1f times as fast at n = %d'):format(top.speedup, top.n) or '\n\nIt could not be timed.'
end

--- The server's report for a terminal: its plot as text, without the title that the panel has.
---@param answer { report: string, plot?: string }
---@return string
local function readable(answer)
  local plot = type(answer.plot) == 'string' and '```\n' .. answer.plot .. '\n```' or ''
  return (answer.report:gsub('^# [^\n]*\n+', ''):gsub('<svg.-</svg>', function() return plot end))
end

--- Where the lines of the function stand now, nil when they are not there as they were, or not only once.
---@param bufnr integer
---@param was string[]
---@return integer? row 0-based
local function find(bufnr, was)
  local now = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  local found
  for row = 0, #now - #was do
    if vim.deep_equal(vim.list_slice(now, row + 1, row + #was), was) then
      if found then return nil end
      found = row
    end
  end
  return found
end

--- In the function as it was measured, wherever it has moved to.
---@param bufnr integer
---@param task vibe_lsp.Task
---@param range lsp.Range of the function when it was read
local function apply(bufnr, task, range)
  local region, text = task.replacement.region, task.replacement.text
  local first = math.min(range.start.line, region.start.line - 1)
  local last = math.max(range['end'].line, region['end'].line - 1)
  local row = find(bufnr, vim.list_slice(task.lines, first + 1, last + 1))
  if not row then
    return vim.notify(
      'It was changed since it was measured. Nothing was changed; optimize it again.',
      vim.log.levels.WARN
    )
  end
  local function position(point) return { line = point.line - 1 + row - first, character = point.column } end
  local edit = { range = { start = position(region.start), ['end'] = position(region['end']) }, newText = text }
  undo.step(bufnr, function() vim.lsp.util.apply_text_edits({ edit }, bufnr, 'utf-32') end)
end

--- The server has answered: report, and where there is something faster the question whether it is wanted.
---@param bufnr integer
---@param answer { id: string, status: string, message: string, report: string, applied: boolean, version: integer, range: lsp.Range }
function M.answered(bufnr, answer)
  local task = runs.reading(bufnr, answer.id)
  if task.mark then panel.note(bufnr, answer.id, readable(answer)) end
  if answer.status ~= 'faster' or answer.applied or not task.replacement then return end
  if task.version ~= answer.version then
    return vim.notify('The file was changed while it was read. Optimize it again.', vim.log.levels.WARN)
  end
  preview.propose(bufnr, answer.id, task.lines, task.replacement, answer.message, function()
    apply(bufnr, task, answer.range)
  end)
end

return M
