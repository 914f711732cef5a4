--- Ghost text where Neovim has its own (vim.lsp.inline_completion, since 0.12): turned on and off for our server, and
--- taken whole or in parts. Asking and showing is Neovim's.

local M = {}

local taken = {} ---@type { id?: string, characters: integer } of the offer that was taken in parts

--- nil before Neovim 0.12.
M.there = vim.lsp.inline_completion

--- In a buffer. Neovim asks every server of it then, where the user has not turned one off.
---@param bufnr integer
---@param client vim.lsp.Client
---@param wanted boolean
function M.attach(bufnr, client, wanted)
  M.there.enable(true, { bufnr = bufnr })
  M.enable(wanted, client)
end

--- For one server: a buffer and a server at once are refused.
---@param wanted boolean
---@param client vim.lsp.Client
function M.enable(wanted, client) M.there.enable(wanted, { client_id = client.id }) end

--- Hide what is shown until something else is typed.
---@param client vim.lsp.Client?
function M.dismiss(client)
  if not client then return end
  M.enable(false, client)
  M.enable(true, client)
end

function M.next() M.there.select() end

--- The part of an item that does not stand there, and where it goes. Keys that were typed since it was asked for are
--- beside its range, which is empty.
---@param item vim.lsp.inline_completion.Item
---@return string text, integer row, integer column 0-based
local function rest_of(item)
  local text = type(item.insert_text) == 'string' and item.insert_text or item.insert_text.value
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  if not item.range then return text, row - 1, column end
  local start_row, start_column = item.range:to_extmark()
  local typed = start_row == row - 1 and vim.api.nvim_get_current_line():sub(start_column + 1, column) or ''
  local begun = vim.startswith(text, typed)
  return begun and text:sub(#typed + 1) or '', row - 1, column
end

---@param item vim.lsp.inline_completion.Item
---@param characters integer
local function tell(item, characters)
  local client, command = vim.lsp.get_client_by_id(item.client_id), item.command
  local told = command and (command.arguments or {})[1]
  if not client or not told then return end
  if taken.id ~= told.id then taken = { id = told.id, characters = 0 } end
  taken.characters = taken.characters + characters
  client:notify('vibe/completion', { id = told.id, outcome = 'partly_accepted', characters = taken.characters })
end

--- Insert what is shown, or as much of it as `part` takes. False when nothing is shown.
---@param part fun(text: string): string
---@return boolean
function M.accept(part)
  return M.there.get({
    on_accept = function(item)
      local rest, row, column = rest_of(item)
      if rest == '' then return nil end
      local text = part(rest)
      vim.cmd.let('&undolevels = &undolevels') -- a step of its own to undo
      local lines = vim.split(text, '\r?\n')
      vim.api.nvim_buf_set_text(0, row, column, row, column, lines)
      vim.api.nvim_win_set_cursor(0, { row + #lines, (#lines == 1 and column or 0) + #lines[#lines] })
      if #text < #rest then
        tell(item, vim.fn.strchars(text))
      elseif item.command then
        local client = assert(vim.lsp.get_client_by_id(item.client_id))
        client:exec_cmd(item.command, { bufnr = vim.api.nvim_get_current_buf() })
      end
      return nil -- it was inserted
    end,
  })
end

return M
