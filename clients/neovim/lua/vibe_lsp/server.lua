--- The connection: finds the client of a buffer, starts the server where it is missing, sends its commands.

local M = {}

M.NAME = 'vibe_lsp'

local PREFIX = 'vibe.'
local START_TIMEOUT_MS = 60000 -- a machine may be busy, and what was asked for waits

---@param bufnr integer
---@return vim.lsp.Client?
function M.client(bufnr) return vim.lsp.get_clients({ name = M.NAME, bufnr = bufnr })[1] end

--- The commands of the server, without their prefix.
---@param client vim.lsp.Client
---@return string[]
function M.announced(client)
  local provider = client.server_capabilities.executeCommandProvider or {}
  local names = {}
  for _, command in ipairs(provider.commands or {}) do
    local name = command:match('^' .. vim.pesc(PREFIX) .. '(%a+)$') -- others are no commands for people
    if name then table.insert(names, name) end
  end
  return names
end

--- Why no server can serve the buffer, nil when one can.
---@param bufnr integer
---@return string?
function M.obstacle(bufnr)
  local config = vim.lsp.config[M.NAME]
  local filetype = vim.bo[bufnr].filetype
  if not config then return 'The plugin is not on the runtimepath: see :help vibe-lsp-install.' end
  if type(config.cmd) == 'table' and vim.fn.executable(config.cmd[1]) == 0 then
    return ('`%s` is not on PATH. Install it, or name it in the setting `cmd`: see :help vibe-lsp-install.'):format(
      config.cmd[1]
    )
  end
  if config.filetypes and not vim.list_contains(config.filetypes, filetype) then
    return ('Files of type "%s" are not served, only: %s.'):format(filetype, table.concat(config.filetypes, ', '))
  end
end

--- Call `act` with the client of the buffer, now or as soon as it has started.
---@param bufnr integer
---@param act fun(client: vim.lsp.Client)
function M.with(bufnr, act)
  local client = M.client(bufnr)
  if client then return act(client) end
  local why = M.obstacle(bufnr)
  if why then return vim.notify(why, vim.log.levels.WARN) end
  local waiting = vim.api.nvim_create_autocmd('LspAttach', {
    buffer = bufnr,
    callback = function(args)
      local attached = assert(vim.lsp.get_client_by_id(args.data.client_id))
      if attached.name == M.NAME then
        act(attached)
        return true
      end
    end,
  })
  vim.lsp.enable(M.NAME)
  vim.defer_fn(function()
    if pcall(vim.api.nvim_del_autocmd, waiting) and not M.client(bufnr) then
      vim.notify('The server did not start: see :checkhealth vibe_lsp and :Vibe log.', vim.log.levels.ERROR)
    end
  end, START_TIMEOUT_MS)
end

--- Send a command about the place of the cursor. The answer goes to vibe_lsp.handlers, as for the light bulb.
---@param client vim.lsp.Client
---@param bufnr integer
---@param name string without the prefix
function M.send(client, bufnr, name)
  if not vim.list_contains(M.announced(client), name) then
    return vim.notify(('This version of vibe-lsp has no command `%s`.'):format(name), vim.log.levels.WARN)
  end
  local win = vim.fn.bufwinid(bufnr)
  local place = win ~= -1 and vim.lsp.util.make_position_params(win, client.offset_encoding)
    or { textDocument = { uri = vim.uri_from_bufnr(bufnr) }, position = { line = 0, character = 0 } }
  client:exec_cmd({ title = name, command = PREFIX .. name, arguments = { place } }, { bufnr = bufnr })
end

return M
