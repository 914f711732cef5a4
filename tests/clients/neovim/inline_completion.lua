-- As much of `vim.lsp.inline_completion` of Neovim 0.12 as plugins see of it, for editors that lack it: its functions
-- with their arguments and what they refuse, when it asks, and what becomes of the answers. (Its module of 0.12.0 was
-- run in its place, by hand; no such editor can be had from a registry.)

local METHOD, WAIT_MS = 'textDocument/inlineCompletion', 200
local marks = vim.api.nvim_create_namespace('nvim.lsp.inline_completion')
local on = { bufnr = {}, client_id = {} } ---@type table<string, table<integer, boolean>>
local shown = {} ---@type table<integer, { items: table[], index: integer, client: vim.lsp.Client }>
local M = {}

local function hide(bufnr)
  shown[bufnr] = nil
  vim.api.nvim_buf_clear_namespace(bufnr, marks, 0, -1)
end

local function draw(bufnr)
  vim.api.nvim_buf_clear_namespace(bufnr, marks, 0, -1)
  local now = shown[bufnr]
  local item = now and now.items[now.index]
  if not item then return hide(bufnr) end
  local start, cursor = item.range.start, vim.api.nvim_win_get_cursor(0)
  local text = item.insertText:sub(cursor[2] - start.character + 1)
  vim.api.nvim_buf_set_extmark(bufnr, marks, cursor[1] - 1, cursor[2], { virt_text = { { text, 'ComplHint' } } })
end

local function ask(bufnr, client)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.context = { triggerKind = 2 }
  client:request(METHOD, params, function(err, result)
    if err or not result or result == vim.NIL or vim.fn.mode() ~= 'i' then return end
    shown[bufnr] = { items = result.items or result, index = 1, client = client }
    draw(bufnr)
  end, bufnr)
end

local function listen(bufnr, client)
  local group = vim.api.nvim_create_augroup('nvim.lsp.inline_completion:' .. bufnr, {})
  vim.api.nvim_create_autocmd({ 'InsertEnter', 'CursorMovedI', 'TextChangedP' }, {
    group = group,
    buffer = bufnr,
    callback = function()
      draw(bufnr)
      vim.defer_fn(function() ask(bufnr, client) end, WAIT_MS)
    end,
  })
  vim.api.nvim_create_autocmd('InsertLeave', { group = group, buffer = bufnr, callback = function() hide(bufnr) end })
end

function M.enable(enable, filter)
  filter = filter or {}
  assert(not (filter.bufnr and filter.client_id), '`bufnr` and `client_id` are mutually exclusive.')
  for kind, id in pairs(filter) do
    on[kind][id] = enable
  end
  for _, client in ipairs(vim.lsp.get_clients({ id = filter.client_id, bufnr = filter.bufnr, method = METHOD })) do
    for bufnr in pairs(client.attached_buffers) do
      pcall(vim.api.nvim_del_augroup_by_name, 'nvim.lsp.inline_completion:' .. bufnr)
      hide(bufnr)
      if on.bufnr[bufnr] and on.client_id[client.id] ~= false then listen(bufnr, client) end
    end
  end
end

function M.get(opts)
  local bufnr = vim.api.nvim_get_current_buf()
  local now = shown[bufnr]
  if not now then return false end
  vim.schedule(function()
    hide(bufnr)
    local raw = now.items[now.index]
    local place = raw.range.start
    local item = { client_id = now.client.id, insert_text = raw.insertText, command = raw.command, range = {} }
    function item.range.to_extmark() return place.line, place.character, place.line, place.character end
    assert(opts.on_accept(item) == nil, 'nothing of ours leaves it to Neovim')
  end)
  return true
end

function M.select()
  local now = shown[vim.api.nvim_get_current_buf()]
  if not now then return end
  now.index = now.index % #now.items + 1
  draw(vim.api.nvim_get_current_buf())
end

vim.lsp.inline_completion = M
