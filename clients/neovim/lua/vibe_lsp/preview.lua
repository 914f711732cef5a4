--- Code that nobody could check is shown as a diff before the user is asked; the answer goes to the server, which acts.

local scratch = require('vibe_lsp.scratch')

local M = {}

local open = {} ---@type table<integer, fun()> by document: closes its preview

--- The document's text with the replacement in it.
---@param lines string[]
---@param replacement vibe_lsp.Replacement
---@return string
local function replaced(lines, replacement)
  local function split(point)
    local text = lines[point.line] or ''
    local at = vim.str_byteindex(text, 'utf-32', point.column, false)
    return text:sub(1, at), text:sub(at + 1)
  end
  local from, to = replacement.region.start, replacement.region['end']
  local before = vim.list_slice(lines, 1, from.line - 1)
  local after = vim.list_slice(lines, to.line + 1)
  local middle = split(from) .. replacement.text:gsub('\r\n', '\n') .. select(2, split(to))
  table.insert(before, middle)
  return table.concat(vim.list_extend(before, after), '\n') .. '\n'
end

---@param lines string[]
---@param replacement vibe_lsp.Replacement
---@return string[]
function M.diff(lines, replacement)
  local before = table.concat(lines, '\n') .. '\n'
  local diff = vim.diff(before, replaced(lines, replacement)) --[[@as string]]
  return vim.split(vim.trim(diff), '\n', { plain = true })
end

--- Show the diff and wait, without a prompt that would swallow what the user types elsewhere.
---@param bufnr integer the document
---@param diff string[]
---@param question lsp.ShowMessageRequestParams its first action is the affirmative one
---@param answer fun(action: lsp.MessageActionItem?) called once; nil when the preview was closed
function M.ask(bufnr, diff, question, answer)
  M.close(bufnr)
  local buf = scratch.buffer(('preview/%s/%d'):format(vim.api.nvim_buf_get_name(bufnr), vim.uv.hrtime()), 'diff')
  vim.bo[buf].bufhidden = 'wipe'
  scratch.fill(buf, diff)
  local yes = question.actions[1]
  local function reply(action)
    if open[bufnr] then
      open[bufnr] = nil
      answer(action)
      vim.schedule(function()
        pcall(vim.api.nvim_buf_delete, buf, { force = true }) -- the user may have closed it
      end)
    end
  end
  open[bufnr] = reply
  vim.keymap.set('n', '<C-y>', function()
    reply(yes)
  end, { buffer = buf, desc = yes.title })
  vim.api.nvim_create_autocmd('BufWipeout', {
    buffer = buf,
    callback = function()
      reply(nil)
    end,
  })
  local bar = (' %s%%=<C-y> %s · q discard '):format(question.message:gsub('%%', '%%%%'), yes.title)
  local win = scratch.show(buf, 'below', bar)
  vim.api.nvim_win_set_height(win, math.min(#diff + 1, math.floor(vim.o.lines / 2)))
  if vim.api.nvim_get_current_buf() == bufnr and vim.api.nvim_get_mode().mode == 'n' then
    vim.api.nvim_set_current_win(win)
  else
    vim.notify(question.message .. ' The diff is in the window below.', vim.log.levels.WARN)
  end
end

--- The question is void: its task has ended.
---@param bufnr integer the document
function M.close(bufnr)
  if open[bufnr] then
    open[bufnr]()
  end
end

return M
