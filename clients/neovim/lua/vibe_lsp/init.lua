--- What the user calls: the subcommands of :Vibe and the statusline component. Which commands there are, and what they
--- do, the server says; here they are only sent.

local panel = require('vibe_lsp.panel')
local preview = require('vibe_lsp.preview')
local runs = require('vibe_lsp.runs')
local server = require('vibe_lsp.server')

local M = {}

--- Offered before a server is there to be asked.
local USUAL = { 'solve', 'check', 'hint', 'explain', 'cancel' }

--- The document that is meant: of the reasoning, the one that it is about.
---@return integer bufnr
local function document()
  local meant = vim.b.vibe_lsp_document
  return meant and vim.api.nvim_buf_is_valid(meant) and meant or vim.api.nvim_get_current_buf()
end

---@param bufnr integer
local function status(bufnr)
  local client = server.client(bufnr)
  if not client then
    return vim.notify('Not running here. ' .. (server.obstacle(bufnr) or 'It starts with :Vibe solve.'))
  end
  local run, info = runs.of(bufnr), client.server_info or {}
  local commands = table.concat(server.announced(client), ', ')
  local model = run.model ~= '' and run.model or 'not asked yet'
  vim.notify(('%s %s · %s\nmodel: %s · commands: %s'):format(info.name, info.version, run.text, model, commands))
end

--- Practice mode: nothing gives the answer away.
local function practice()
  vim.g.vibe_lsp_practice = not vim.g.vibe_lsp_practice
  require('vibe_lsp.ghost').refresh()
  vim.notify('Practice mode is ' .. (vim.g.vibe_lsp_practice and 'on: no solving, no ghost text.' or 'off.'))
  vim.cmd.redrawstatus({ bang = true })
end

--- Subcommands that need no server.
---@type table<string, fun(bufnr: integer)>
local LOCAL = {
  practice = practice,
  status = status,
  reasoning = panel.open,
  log = function() require('vibe_lsp.log').open() end,
}

--- All subcommands that do something now.
---@return string[]
function M.offered()
  local client = server.client(document())
  local names = vim.list_extend(vim.tbl_keys(LOCAL), client and server.announced(client) or USUAL)
  table.sort(names)
  return names
end

---@param lead string
---@return string[]
function M.complete(lead)
  return vim.tbl_filter(function(name) return vim.startswith(name, lead) end, M.offered())
end

--- Carry out a subcommand; without a name the user chooses.
---@param name string
function M.run(name)
  local bufnr = document()
  if name == '' then
    return vim.ui.select(M.offered(), { prompt = 'Vibe' }, function(choice)
      if choice then M.run(choice) end
    end)
  end
  if LOCAL[name] then return LOCAL[name](bufnr) end
  server.with(bufnr, function(client)
    M.hand_over(bufnr)
    server.send(client, bufnr, name)
  end)
end

--- For a statusline: what is going on in the current buffer, '' where the server does not serve it.
---@return string
function M.statusline()
  local bufnr = document()
  if not server.client(bufnr) then return '' end
  local run = runs.of(bufnr)
  local model = run.model ~= '' and run.model or 'ready'
  local practising = vim.g.vibe_lsp_practice and 'practice · ' or ''
  return 'vibe: ' .. practising .. ({ working = run.text, error = 'error', idle = model })[run.state]
end

--- leetcode.nvim, where it is loaded, knows what a buffer is about.
---@param bufnr integer
function M.hand_over(bufnr)
  local client = rawget(_G, '_Lc_state') and server.client(bufnr)
  if client then require('vibe_lsp.leetcode').hand_over(bufnr, client) end
end

--- The server serves a buffer.
---@param bufnr integer
---@param client vim.lsp.Client
function M.attached(bufnr, client)
  require('vibe_lsp.ghost').attach(bufnr, client)
  vim.schedule(function() M.hand_over(bufnr) end) -- leetcode.nvim opens a file before it remembers the question
end

--- The server left a buffer: it ended, was stopped, or the buffer was unloaded.
---@param bufnr integer
---@param client_id integer
function M.detached(bufnr, client_id)
  local client = vim.lsp.get_client_by_id(client_id)
  if client and client.name ~= server.NAME then return end
  if runs.of(bufnr).busy > 0 then
    panel.note(bufnr, nil, 'The server ended before the task did. Nothing was changed; :Vibe solve starts it again.')
  end
  preview.close(bufnr)
  require('vibe_lsp.ghost').detach(bufnr)
  require('vibe_lsp.leetcode').forget(bufnr)
  runs.forget(bufnr)
  vim.cmd.redrawstatus({ bang = true })
end

return M
