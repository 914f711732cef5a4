-- What is there without any configuration: the command, the <Plug> mappings, and the server for its file types.

-- Managers that take the whole repository come here through the link `plugin` at its top, and know nothing of the rest.
-- In front, so that what users have in lsp/ of their own counts.
if #vim.api.nvim_get_runtime_file('lua/vibe_lsp/init.lua', false) == 0 then
  local folder = vim.fn.fnamemodify(vim.fn.resolve(debug.getinfo(1, 'S').source:sub(2)), ':h:h')
  vim.opt.runtimepath:prepend(folder)
  local tags, page = folder .. '/doc/tags', folder .. '/doc/vibe-lsp.txt'
  if vim.fn.getftime(tags) < vim.fn.getftime(page) then pcall(vim.cmd.helptags, folder .. '/doc') end
end

if vim.g.loaded_vibe_lsp or vim.fn.has('nvim-0.11') == 0 then
  return -- :checkhealth vibe_lsp says what an older Neovim lacks
end
vim.g.loaded_vibe_lsp = true

vim.api.nvim_create_user_command('Vibe', function(command) require('vibe_lsp').run(command.args) end, {
  nargs = '?',
  desc = 'Solve, optimize or check what is under the cursor',
  complete = function(lead) return require('vibe_lsp').complete(lead) end,
})

for _, name in ipairs({ 'solve', 'optimize', 'hint', 'check', 'explain', 'cancel', 'reasoning', 'practice' }) do
  vim.keymap.set('n', ('<Plug>(vibe-%s)'):format(name), function()
    require('vibe_lsp').run(name)
  end, { desc = 'Vibe ' .. name })
end

for name, act in pairs({
  accept = function(ghost) ghost.accept('all') end,
  ['accept-word'] = function(ghost) ghost.accept('word') end,
  ['accept-line'] = function(ghost) ghost.accept('line') end,
  dismiss = function(ghost) ghost.dismiss() end,
  next = function(ghost) ghost.next() end,
}) do
  vim.keymap.set('i', ('<Plug>(vibe-%s)'):format(name), function()
    act(require('vibe_lsp.ghost'))
  end, { desc = 'Vibe ghost text: ' .. name })
end

local group = vim.api.nvim_create_augroup('vibe_lsp', {})
vim.api.nvim_create_autocmd('LspAttach', {
  group = group,
  callback = function(args)
    local client = vim.lsp.get_client_by_id(args.data.client_id)
    if client and client.name == 'vibe_lsp' then require('vibe_lsp').attached(args.buf, client) end
    vim.cmd.redrawstatus({ bang = true })
  end,
})
vim.api.nvim_create_autocmd('BufEnter', {
  group = group,
  callback = function(args) require('vibe_lsp').hand_over(args.buf) end,
})
vim.api.nvim_create_autocmd('LspDetach', {
  group = group,
  callback = function(args) require('vibe_lsp').detached(args.buf, args.data.client_id) end,
})

if vim.g.vibe_lsp_enable ~= false then vim.lsp.enable('vibe_lsp') end
