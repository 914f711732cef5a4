--- Commands that the server would carry out at once and that are looked at here first, wherever they come from:
--- :Vibe, the light bulb, a code lens. In practice mode those that write code are refused.

local M = {}

--- What is told to the server on top of the place.
---@type table<string, table>
local MORE = { ['vibe.optimize'] = { apply = false } } -- its diff is shown before it is applied

---@return boolean
function M.practising() return vim.g.vibe_lsp_practice and true or false end

---@param command lsp.Command
---@param ctx { bufnr: integer, client_id: integer }
local function carry_out(command, ctx)
  if M.practising() then return vim.notify('Practice mode is on: no solving. `:Vibe practice` turns it off.') end
  local client = assert(vim.lsp.get_client_by_id(ctx.client_id))
  local place = vim.tbl_extend('force', command.arguments[1], MORE[command.command] or {})
  local params = { command = command.command, arguments = { place } }
  client:request('workspace/executeCommand', params, nil, ctx.bufnr)
end

---@type table<string, fun(command: lsp.Command, ctx: table)> for vim.lsp.Config
M.table = { ['vibe.solve'] = carry_out, ['vibe.optimize'] = carry_out }

return M
