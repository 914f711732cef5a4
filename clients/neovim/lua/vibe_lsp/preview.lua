--- Code that nobody could check, and a faster version, is shown as a diff before it goes into the file.

local scratch = require('vibe_lsp.scratch')

local M = {}

---@class vibe_lsp.Preview
---@field bufnr integer the document
---@field id string of the task
---@field diff string[]
---@field reply? fun(action: lsp.MessageActionItem?) answers and closes it, once the server has asked

local offered = {} ---@type vibe_lsp.Preview[] what the next questions will be about
local open = {} ---@type vibe_lsp.Preview[]

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
---@param id string of the task
---@param lines string[]
---@param replacement vibe_lsp.Replacement
function M.offer(bufnr, id, lines, replacement)
  table.insert(offered, { bufnr = bufnr, id = id, diff = diff_of(lines, replacement) })
end

--- Show what would be changed; `apply` is called if it is wanted.
---@param bufnr integer the document
---@param id string of the task
---@param lines string[]
---@param replacement vibe_lsp.Replacement
---@param message string
---@param apply fun()
function M.propose(bufnr, id, lines, replacement, message, apply)
  M.offer(bufnr, id, lines, replacement)
  M.ask({ id = id, message = message, actions = { { title = 'apply' } } }, function(action)
    if action then apply() end
  end)
end

---@param preview vibe_lsp.Preview
---@param question lsp.ShowMessageRequestParams
---@return integer bufnr, integer win
local function show(preview, question)
  local diff = preview.diff
  local buf = scratch.buffer(('preview/%d'):format(vim.uv.hrtime()), 'diff')
  vim.bo[buf].bufhidden = 'wipe'
  vim.b[buf].vibe_lsp_document = preview.bufnr
  scratch.fill(buf, diff)
  local bar = (' %s%%=<C-y> %s · q discard '):format(question.message:gsub('%%', '%%%%'), question.actions[1].title)
  local win = scratch.show(buf, 'below', bar)
  vim.api.nvim_win_set_height(win, math.min(#diff + 1, math.floor(vim.o.lines / 2)))
  return buf, win
end

---@param id string? of the task; a server that does not tell it asks in the order in which its tasks ended
---@return vibe_lsp.Preview?
local function offer_of(id)
  for index, preview in ipairs(offered) do
    if id == nil or preview.id == id then return table.remove(offered, index) end
  end
end

--- Show the diff and wait, without a prompt that would swallow what the user types elsewhere.
---@param question lsp.ShowMessageRequestParams its first action is the affirmative one; `id` names the task
---@param answer fun(action: lsp.MessageActionItem?) called once; nil when the preview was closed
---@return boolean asked false when the question is about something else
function M.ask(question, answer)
  local preview = offer_of(question.id)
  if not preview then return false end
  local buf, win = show(preview, question)
  table.insert(open, preview)
  preview.reply = function(action)
    local before = #open
    open = vim.tbl_filter(function(other) return other ~= preview end, open)
    if #open == before then return end -- it was answered
    answer(action)
    vim.schedule(function()
      pcall(vim.api.nvim_buf_delete, buf, { force = true }) -- the user may have closed it
    end)
  end
  vim.keymap.set('n', '<C-y>', function() preview.reply(question.actions[1]) end, { buffer = buf })
  vim.api.nvim_create_autocmd('BufWipeout', { buffer = buf, callback = function() preview.reply() end })
  if vim.api.nvim_get_current_buf() == preview.bufnr and vim.api.nvim_get_mode().mode == 'n' then
    vim.api.nvim_set_current_win(win)
  else
    vim.notify(question.message .. ' The diff is in the window below.', vim.log.levels.WARN)
  end
  return true
end

--- The questions about a document are void: their tasks have ended.
---@param bufnr integer
---@param id string? of the task; nil means all
function M.close(bufnr, id)
  local function void(preview) return preview.bufnr == bufnr and (id == nil or preview.id == id) end
  offered = vim.tbl_filter(function(preview) return not void(preview) end, offered)
  for _, preview in ipairs(vim.tbl_filter(void, open)) do
    preview.reply()
  end
end

return M
