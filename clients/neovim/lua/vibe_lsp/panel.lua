--- The reasoning of each document's task, streamed into a split: a section per candidate, with its verdict.
--- Closing the split cancels nothing. The text is for reading and never enters the file.

local scratch = require('vibe_lsp.scratch')

local M = {}

local FLUSH_MS = 50 -- pieces come a hundred times a second; a screen is drawn less often
local BAR = ' %{v:lua.require("vibe_lsp").statusline()}%<%=q close · <C-c> cancel '

---@class vibe_lsp.Panel
---@field buf integer
---@field titles table<string, string> by the id of the task
---@field explains table<string, boolean> by the id of the task: it writes an explanation and no candidates
---@field several boolean more than one task speaks here, so that each must say what it is about
---@field sections vibe_lsp.Section[] in the order in which they came up
---@field waiting boolean a flush is due

---@class vibe_lsp.Section the text of one candidate
---@field id string of the task
---@field index integer of the candidate
---@field mark? integer extmark where the text goes on
---@field pending string what was not written yet
---@field part? 'reasoning'|'answer' to which the last piece belonged

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
  panels[bufnr] = { buf = buf, titles = {}, explains = {}, several = false, sections = {}, waiting = false }
  return panels[bufnr]
end

---@param panel vibe_lsp.Panel
---@param lines string[]
local function append(panel, lines)
  scratch.write(panel.buf, function() vim.api.nvim_buf_set_lines(panel.buf, -1, -1, false, lines) end)
end

---@param panel vibe_lsp.Panel
---@param id string of the task
---@param index integer of the candidate
---@return vibe_lsp.Section
local function section_of(panel, id, index)
  for _, section in ipairs(panel.sections) do
    if section.id == id and section.index == index then return section end
  end
  table.insert(panel.sections, { id = id, index = index, pending = '' })
  return panel.sections[#panel.sections]
end

--- Where the text of a section goes on.
---@param panel vibe_lsp.Panel
---@param section vibe_lsp.Section
---@return integer row, integer column
local function end_of(panel, section)
  if not section.mark then
    local about = panel.several and panel.titles[section.id] and ' · ' .. panel.titles[section.id] or ''
    local what = panel.explains[section.id] and 'Explanation' or 'Candidate ' .. section.index + 1
    append(panel, { '', ('## %s%s'):format(what, about), '', '' })
    local last = vim.api.nvim_buf_line_count(panel.buf) - 1
    section.mark = vim.api.nvim_buf_set_extmark(panel.buf, ns, last, 0, {})
  end
  return unpack(vim.api.nvim_buf_get_extmark_by_id(panel.buf, ns, section.mark, {}))
end

---@param panel vibe_lsp.Panel
local function flush(panel)
  panel.waiting = false
  if not vim.api.nvim_buf_is_loaded(panel.buf) then return end
  for _, section in ipairs(panel.sections) do
    if section.pending ~= '' then
      local row, column = end_of(panel, section)
      local lines = vim.split(section.pending, '\n', { plain = true })
      section.pending = ''
      scratch.write(panel.buf, function()
        vim.api.nvim_buf_set_text(panel.buf, row, column, row, column, lines)
      end)
    end
  end
end

--- A task has started: begin anew, or below the others that are speaking. Opens the split, unless
--- vim.g.vibe_lsp_panel is false or there will be no reasoning.
---@param bufnr integer of the document
---@param id string of the task
---@param event { model: string, samples: integer, explains?: boolean, problem: { title: string } }
---@param others boolean whether others are speaking
function M.begin(bufnr, id, event, others)
  local panel = panel_of(bufnr)
  local title = (event.problem.title ~= '' and event.problem.title or 'Problem'):gsub('\n', ' ')
  local who = ('%s · %d candidate%s'):format(event.model, event.samples, event.samples == 1 and '' or 's')
  local head = { '# ' .. title, '', event.samples > 0 and who or event.model }
  if event.explains then head = { head[1] } end
  flush(panel)
  panel.several = others
  if others then
    append(panel, vim.list_extend({ '' }, head))
  else
    panel.titles, panel.explains, panel.sections = {}, {}, {}
    vim.api.nvim_buf_clear_namespace(panel.buf, ns, 0, -1)
    scratch.fill(panel.buf, head)
  end
  panel.titles[id], panel.explains[id] = title, event.explains
  local wanted = vim.g.vibe_lsp_panel ~= false and event.samples > 0
  if wanted or event.explains then M.open(bufnr) end -- an explanation is nowhere else
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

--- Text for the section of a candidate.
---@param bufnr integer of the document
---@param id string of the task
---@param index integer of the candidate
---@param text string
function M.say(bufnr, id, index, text)
  local panel = panel_of(bufnr)
  local section = section_of(panel, id, index)
  section.pending = section.pending .. text
  if not panel.waiting then
    panel.waiting = true
    vim.defer_fn(function() flush(panel) end, FLUSH_MS)
  end
end

--- What stands above a part. An explanation begins with what needs no model.
---@param part 'reasoning'|'answer'
---@param explains boolean?
---@param first boolean
---@return string
local function heading(part, explains, first)
  local name = explains and ({ reasoning = 'Reasoning', answer = 'In words' })[part] or part == 'answer' and 'Answer'
  return name and not (explains and first) and ('\n\n### %s\n\n'):format(name) or ''
end

--- A piece of the reasoning or of the answer of a candidate; the blank lines before each are left out.
---@param bufnr integer of the document
---@param id string of the task
---@param event { index: integer, text: string }
---@param part 'reasoning'|'answer'
function M.stream(bufnr, id, event, part)
  local panel = panel_of(bufnr)
  local section, text = section_of(panel, id, event.index), event.text
  if section.part ~= part then
    text = text:gsub('^%s+', '')
    if text == '' then return end
    text = heading(part, panel.explains[id], section.part == nil) .. text
    section.part = part
  end
  M.say(bufnr, id, event.index, text)
end

--- A line of its own below everything.
---@param bufnr integer of the document
---@param id string? of the task, where one says it
---@param text string
function M.note(bufnr, id, text)
  local panel = panel_of(bufnr)
  flush(panel)
  local about = panel.several and panel.titles[id] and panel.titles[id] .. ': ' or ''
  append(panel, vim.list_extend({ '', '---', '' }, vim.split(about .. text, '\n', { plain = true })))
end

return M
