--- The reasoning of each document's task, streamed into a split: a section per candidate, with its verdict.
--- Closing the split cancels nothing. The text is for reading and never enters the file.

local scratch = require('vibe_lsp.scratch')

local M = {}

local FLUSH_MS = 50 -- pieces come a hundred times a second; a screen is drawn less often
local BAR = ' %{v:lua.require("vibe_lsp").statusline()}%<%=q close · <C-c> cancel '

---@class vibe_lsp.Panel
---@field buf integer
---@field ends table<integer, integer> by candidate: the extmark at the end of its section
---@field pending table<integer, string> by candidate: what was not written yet
---@field part table<integer, 'reasoning'|'answer'> by candidate: which part the last piece belonged to

local ns = vim.api.nvim_create_namespace('vibe_lsp.panel')
local panels = {} ---@type table<integer, vibe_lsp.Panel>

---@param bufnr integer of the document
---@return vibe_lsp.Panel
local function panel_of(bufnr)
  local panel = panels[bufnr]
  if panel and vim.api.nvim_buf_is_loaded(panel.buf) then return panel end
  local buf = scratch.buffer('reasoning/' .. vim.api.nvim_buf_get_name(bufnr), 'vibe_lsp')
  if not pcall(vim.treesitter.start, buf, 'markdown') then vim.bo[buf].syntax = 'markdown' end -- no parser installed
  vim.b[buf].vibe_lsp_document = bufnr
  vim.keymap.set('n', '<C-c>', '<Plug>(vibe-cancel)', { buffer = buf, desc = 'Cancel the task' })
  panels[bufnr] = { buf = buf, ends = {}, pending = {}, part = {} }
  return panels[bufnr]
end

---@param panel vibe_lsp.Panel
---@param lines string[]
local function append(panel, lines)
  scratch.write(panel.buf, function() vim.api.nvim_buf_set_lines(panel.buf, -1, -1, false, lines) end)
end

--- Where the text of a candidate goes on.
---@param panel vibe_lsp.Panel
---@param index integer
---@return integer row, integer column
local function end_of(panel, index)
  if not panel.ends[index] then
    append(panel, { '', ('## Candidate %d'):format(index + 1), '', '' })
    local last = vim.api.nvim_buf_line_count(panel.buf) - 1
    panel.ends[index] = vim.api.nvim_buf_set_extmark(panel.buf, ns, last, 0, {})
  end
  return unpack(vim.api.nvim_buf_get_extmark_by_id(panel.buf, ns, panel.ends[index], {}))
end

---@param panel vibe_lsp.Panel
local function flush(panel)
  local pending = panel.pending
  panel.pending = {}
  if not vim.api.nvim_buf_is_loaded(panel.buf) then return end
  for index, text in vim.spairs(pending) do
    local row, column = end_of(panel, index)
    scratch.write(panel.buf, function()
      vim.api.nvim_buf_set_text(panel.buf, row, column, row, column, vim.split(text, '\n', { plain = true }))
    end)
  end
end

--- Begin anew: a task has started. Opens the split unless vim.g.vibe_lsp_panel is false.
---@param bufnr integer of the document
---@param event { model: string, samples: integer, problem: { title: string } }
function M.begin(bufnr, event)
  local panel = panel_of(bufnr)
  panel.ends, panel.pending, panel.part = {}, {}, {}
  vim.api.nvim_buf_clear_namespace(panel.buf, ns, 0, -1)
  scratch.fill(panel.buf, {
    '# ' .. (event.problem.title ~= '' and event.problem.title or 'Problem'):gsub('\n', ' '),
    '',
    ('%s · %d candidate%s'):format(event.model, event.samples, event.samples == 1 and '' or 's'),
  })
  if vim.g.vibe_lsp_panel ~= false then M.open(bufnr) end
end

--- Show the split (again).
---@param bufnr integer of the document
function M.open(bufnr)
  if not panels[bufnr] then return vim.notify('Nothing was solved in this buffer yet.') end
  local side = vim.g.vibe_lsp_panel
  local panel = panel_of(bufnr)
  local win = scratch.show(panel.buf, type(side) == 'string' and side or 'right', BAR)
  vim.api.nvim_win_set_cursor(win, { vim.api.nvim_buf_line_count(panel.buf), 0 })
end

--- Text for the section of candidate `index`.
---@param bufnr integer of the document
---@param index integer
---@param text string
function M.say(bufnr, index, text)
  local panel = panel_of(bufnr)
  if not next(panel.pending) then
    vim.defer_fn(function() flush(panel) end, FLUSH_MS)
  end
  panel.pending[index] = (panel.pending[index] or '') .. text
end

--- A piece of the reasoning or of the answer of candidate `index`; the blank lines before each are left out.
---@param bufnr integer of the document
---@param event { index: integer, text: string }
---@param part 'reasoning'|'answer'
function M.stream(bufnr, event, part)
  local known, text = panel_of(bufnr).part, event.text
  if known[event.index] ~= part then
    text = text:gsub('^%s+', '')
    if text == '' then return end
    known[event.index] = part
    text = (part == 'answer' and '\n\n### Answer\n\n' or '') .. text
  end
  M.say(bufnr, event.index, text)
end

--- A line of its own below everything.
---@param bufnr integer of the document
---@param text string
function M.note(bufnr, text)
  local panel = panel_of(bufnr)
  flush(panel)
  append(panel, vim.list_extend({ '', '---', '' }, vim.split(text, '\n', { plain = true })))
end

return M
