--- Code that nobody could check is shown as a diff before the user is asked; the server acts on the answer.

local scratch = require('vibe_lsp.scratch')

local M = {}

local offered ---@type { bufnr: integer, diff: string[] }? what the next question will be about
local open = {} ---@type table<integer, fun(action: lsp.MessageActionItem?)> by document: answers and closes its preview

--- What the replacement would change in the document that the task read.
---@param lines string[]
---@param replacement vibe_lsp.Replacement
---@return string[]
local function diff_of(lines, replacement)
  local function position(point) return { line = point.line - 1, character = point.column } end
  local region = replacement.region
  local range = { start = position(region.start), ['end'] = position(region['end']) }
  local buf = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(buf, 0, -1, false, lines)
  vim.lsp.util.apply_text_edits({ { range = range, newText = replacement.text } }, buf, 'utf-32')
  local after = vim.api.nvim_buf_get_lines(buf, 0, -1, false)
  vim.api.nvim_buf_delete(buf, { force = true })
  local compare = vim.text.diff or vim.diff -- its name since 0.12, and before
  local diff = compare(table.concat(lines, '\n') .. '\n', table.concat(after, '\n') .. '\n') --[[@as string]]
  return vim.split(vim.trim(diff), '\n', { plain = true })
end

--- A task ends with code that was not checked; the server will ask about it.
---@param bufnr integer the document
---@param lines string[]
---@param replacement vibe_lsp.Replacement
function M.offer(bufnr, lines, replacement)
  M.close(bufnr)
  offered = { bufnr = bufnr, diff = diff_of(lines, replacement) }
end

---@param diff string[]
---@param question lsp.ShowMessageRequestParams
---@return integer bufnr, integer win
local function show(diff, question)
  local buf = scratch.buffer(('preview/%d'):format(vim.uv.hrtime()), 'diff')
  vim.bo[buf].bufhidden = 'wipe'
  scratch.fill(buf, diff)
  local bar = (' %s%%=<C-y> %s · q discard '):format(question.message:gsub('%%', '%%%%'), question.actions[1].title)
  local win = scratch.show(buf, 'below', bar)
  vim.api.nvim_win_set_height(win, math.min(#diff + 1, math.floor(vim.o.lines / 2)))
  return buf, win
end

--- Show the diff and wait, without a prompt that would swallow what the user types elsewhere.
---@param question lsp.ShowMessageRequestParams its first action is the affirmative one
---@param answer fun(action: lsp.MessageActionItem?) called once; nil when the preview was closed
---@return boolean asked false when the question is about something else
function M.ask(question, answer)
  if not offered then return false end
  local bufnr, diff = offered.bufnr, offered.diff
  local buf, win = show(diff, question)
  offered = nil
  open[bufnr] = function(action)
    open[bufnr] = nil
    answer(action)
    vim.schedule(function()
      pcall(vim.api.nvim_buf_delete, buf, { force = true }) -- the user may have closed it
    end)
  end
  local function reply(action) return open[bufnr] and open[bufnr](action) end
  vim.keymap.set('n', '<C-y>', function() reply(question.actions[1]) end, { buffer = buf })
  vim.api.nvim_create_autocmd('BufWipeout', {
    buffer = buf,
    callback = function() reply() end,
  })
  if vim.api.nvim_get_current_buf() == bufnr and vim.api.nvim_get_mode().mode == 'n' then
    vim.api.nvim_set_current_win(win)
  else
    vim.notify(question.message .. ' The diff is in the window below.', vim.log.levels.WARN)
  end
  return true
end

--- The question is void: its task has ended.
---@param bufnr integer the document
function M.close(bufnr)
  if offered and offered.bufnr == bufnr then offered = nil end
  if open[bufnr] then open[bufnr]() end
end

return M
