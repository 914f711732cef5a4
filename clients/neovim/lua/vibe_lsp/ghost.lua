--- Ghost text: asks while one types in insert mode, shows the answer after the cursor, and takes all or a part of it.
--- Neovim 0.12 has its own, which is used there (native.lua); this is what 0.11 lacks.

local native = require('vibe_lsp.native')
local server = require('vibe_lsp.server')

local M = {}

local METHOD, ENDED = 'textDocument/inlineCompletion', 'vibe/completion'
local INVOKED, AUTOMATIC = 1, 2
local marks = vim.api.nvim_create_namespace('vibe_lsp.ghost')

---@class vibe_lsp.Ghost
---@field client vim.lsp.Client
---@field items table[] what the server offers
---@field index integer which of them is shown
---@field text string what is left of it
---@field taken integer characters of it that were accepted
---@field row integer 0-based, where it is shown
---@field col integer 0-based, in bytes

local shown = {} ---@type table<integer, vibe_lsp.Ghost> by buffer
local pending = {} ---@type table<integer, { client: vim.lsp.Client, id: integer, about: any[] }>

--- Off in practice mode, and where the user says so.
---@return boolean
local function wanted() return vim.g.vibe_lsp_ghost ~= false and not vim.g.vibe_lsp_practice end

--- Whether it is wanted has changed.
function M.refresh()
  if native.there then
    for _, client in ipairs(vim.lsp.get_clients({ name = server.NAME })) do
      native.enable(wanted(), client)
    end
  elseif not wanted() then
    M.dismiss()
  end
end

---@param bufnr integer
local function draw(bufnr)
  vim.api.nvim_buf_clear_namespace(bufnr, marks, 0, -1)
  local ghost = shown[bufnr]
  if not ghost then return end
  local lines = vim.split(ghost.text, '\r?\n')
  local below = vim.tbl_map(function(line) return { { line, 'VibeGhost' } } end, vim.list_slice(lines, 2))
  vim.api.nvim_buf_set_extmark(bufnr, marks, ghost.row, ghost.col, {
    virt_text = { { lines[1], 'VibeGhost' } },
    virt_text_pos = 'inline',
    virt_lines = #below > 0 and below or nil,
  })
end

--- Tell the server what became of what is shown.
---@param ghost vibe_lsp.Ghost
---@param outcome 'shown'|'partly_accepted'|'rejected'
local function tell(ghost, outcome)
  local command = ghost.items[ghost.index].command
  local told = command and (command.arguments or {})[1]
  if told then
    local characters = outcome == 'partly_accepted' and ghost.taken or nil
    ghost.client:notify(ENDED, { id = told.id, outcome = outcome, characters = characters })
  end
end

---@param bufnr integer
local function clear(bufnr)
  shown[bufnr] = nil
  if vim.api.nvim_buf_is_valid(bufnr) then draw(bufnr) end
end

---@param bufnr integer
local function forget_request(bufnr)
  local asked = pending[bufnr]
  pending[bufnr] = nil
  if asked then asked.client:cancel_request(asked.id) end
end

--- Hide it: it is not wanted.
---@param bufnr? integer
---@return boolean whether there was one
function M.dismiss(bufnr)
  bufnr = bufnr or vim.api.nvim_get_current_buf()
  if native.there and wanted() then native.dismiss(server.client(bufnr)) end
  forget_request(bufnr)
  local ghost = shown[bufnr]
  if ghost and ghost.taken == 0 then tell(ghost, 'rejected') end
  clear(bufnr)
  return ghost ~= nil
end

---@param bufnr integer
---@param client vim.lsp.Client
---@param items table[]
local function show(bufnr, client, items)
  local cursor = vim.api.nvim_win_get_cursor(0)
  local before = shown[bufnr]
  local text = items[1].insertText
  shown[bufnr] =
    { client = client, items = items, index = 1, text = text, taken = 0, row = cursor[1] - 1, col = cursor[2] }
  draw(bufnr)
  local same = before and vim.deep_equal(before.items[before.index].command, items[1].command)
  if same then
    shown[bufnr].taken = before.taken
  else
    tell(shown[bufnr], 'shown')
  end
end

---@param bufnr integer
---@param kind integer
local function ask(bufnr, kind)
  local tick, cursor = vim.api.nvim_buf_get_changedtick(bufnr), vim.api.nvim_win_get_cursor(0)
  local about = { tick, cursor, kind }
  if pending[bufnr] and vim.deep_equal(pending[bufnr].about, about) then return end -- typing is two events
  forget_request(bufnr)
  local client = server.client(bufnr)
  if not (wanted() and client and client:supports_method(METHOD)) or vim.fn.pumvisible() == 1 then return end
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.context = { triggerKind = kind }
  local _, id = client:request(METHOD, params, function(error, result)
    local here = vim.api.nvim_get_current_buf() == bufnr and vim.startswith(vim.fn.mode(), 'i')
    if error or not result or result == vim.NIL or not here then return end
    pending[bufnr] = nil
    local current = vim.deep_equal(cursor, vim.api.nvim_win_get_cursor(0))
    if not current or tick ~= vim.api.nvim_buf_get_changedtick(bufnr) then return end
    local items = result.items or result
    if #items == 0 then return clear(bufnr) end
    show(bufnr, client, items)
  end, bufnr)
  if id then pending[bufnr] = { client = client, id = id, about = about } end
end

--- The cursor has moved or text was typed. What is typed of the ghost text leaves it at once, without a flicker.
---@param bufnr integer
local function follow(bufnr)
  local ghost, cursor = shown[bufnr], vim.api.nvim_win_get_cursor(0)
  if ghost then
    local line = vim.api.nvim_get_current_line()
    local typed = ghost.row == cursor[1] - 1 and line:sub(ghost.col + 1, cursor[2]) or nil
    if typed == '' and ghost.col == cursor[2] then return end
    if typed and typed ~= '' and #typed < #ghost.text and vim.startswith(ghost.text, typed) then
      ghost.text, ghost.col = ghost.text:sub(#typed + 1), cursor[2]
      draw(bufnr)
    else
      clear(bufnr)
    end
  end
  ask(bufnr, AUTOMATIC)
end

--- How much of the text each way of accepting takes.
---@type table<string, fun(text: string): string>
local PARTS = {
  all = function(text) return text end,
  word = function(text) return text:match('^%s*[%w_]+') or text:match('^%s*[^%w_%s]+') or text end,
  line = function(text) return text:match('^\r?\n?[^\n]*') end,
}

---@param bufnr integer
---@param text string
local function insert(bufnr, text)
  local ghost = assert(shown[bufnr])
  local lines = vim.split(text, '\r?\n')
  vim.api.nvim_buf_set_text(bufnr, ghost.row, ghost.col, ghost.row, ghost.col, lines)
  local column = #lines == 1 and ghost.col + #lines[1] or #lines[#lines]
  ghost.row, ghost.col = ghost.row + #lines - 1, column
  vim.api.nvim_win_set_cursor(0, { ghost.row + 1, column })
end

--- Insert what is shown: `all` of it, its next `word`, or its `line`. False when nothing is shown.
---@param part? 'all'|'word'|'line'
---@return boolean
function M.accept(part)
  if native.there then return native.accept(PARTS[part or 'all']) end
  local bufnr = vim.api.nvim_get_current_buf()
  local ghost = shown[bufnr]
  if not ghost then return false end
  vim.schedule(function() -- a mapping with `expr` may not change the text
    if shown[bufnr] ~= ghost then return end
    local text = PARTS[part or 'all'](ghost.text)
    ghost.text, ghost.taken = ghost.text:sub(#text + 1), ghost.taken + vim.fn.strchars(text)
    vim.cmd.let('&undolevels = &undolevels') -- a step of its own to undo
    insert(bufnr, text)
    if ghost.text ~= '' then
      tell(ghost, 'partly_accepted')
      return draw(bufnr)
    end
    local command = ghost.items[ghost.index].command
    clear(bufnr)
    if command then ghost.client:exec_cmd(command, { bufnr = bufnr }) end
  end)
  return true
end

--- Show the next of several, which are asked for when it is called first.
function M.next()
  if native.there then return native.next() end
  local bufnr = vim.api.nvim_get_current_buf()
  local ghost = shown[bufnr]
  if not ghost or #ghost.items == 1 then return ask(bufnr, INVOKED) end
  ghost.index = ghost.index % #ghost.items + 1
  ghost.text = ghost.items[ghost.index].insertText
  draw(bufnr)
end

--- Begin in a buffer that the server serves.
---@param bufnr integer
---@param client vim.lsp.Client
function M.attach(bufnr, client)
  if not client:supports_method(METHOD) then return end
  vim.api.nvim_set_hl(0, 'VibeGhost', { link = 'NonText', default = true })
  if native.there then return native.attach(bufnr, client, wanted()) end
  local group = vim.api.nvim_create_augroup('vibe_lsp.ghost.' .. bufnr, {})
  vim.api.nvim_create_autocmd({ 'InsertEnter', 'TextChangedI', 'CursorMovedI' }, {
    group = group,
    buffer = bufnr,
    callback = function() follow(bufnr) end,
  })
  vim.api.nvim_create_autocmd({ 'InsertLeave', 'BufLeave' }, {
    group = group,
    buffer = bufnr,
    callback = function() M.dismiss(bufnr) end,
  })
end

---@param bufnr integer
function M.detach(bufnr)
  pcall(vim.api.nvim_del_augroup_by_name, 'vibe_lsp.ghost.' .. bufnr)
  pending[bufnr] = nil
  clear(bufnr)
end

return M
