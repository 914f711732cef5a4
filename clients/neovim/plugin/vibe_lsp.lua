-- What is there without any configuration: the command, the <Plug> mappings, and the server for its file types.

if vim.g.loaded_vibe_lsp or vim.fn.has('nvim-0.11') == 0 then
  return -- :checkhealth vibe_lsp says what an older Neovim lacks
end
vim.g.loaded_vibe_lsp = true

vim.api.nvim_create_user_command('Vibe', function(command) require('vibe_lsp').run(command.args) end, {
  nargs = '?',
  desc = 'Solve or check the problem under the cursor',
  complete = function(lead) return require('vibe_lsp').complete(lead) end,
})

for _, name in ipairs({ 'solve', 'check', 'cancel', 'reasoning' }) do
  vim.keymap.set('n', ('<Plug>(vibe-%s)'):format(name), function()
    require('vibe_lsp').run(name)
  end, { desc = 'Vibe ' .. name })
end

local group = vim.api.nvim_create_augroup('vibe_lsp', {})
vim.api.nvim_create_autocmd('LspAttach', { group = group, command = 'redrawstatus!' })
vim.api.nvim_create_autocmd('LspDetach', {
  group = group,
  callback = function(args) require('vibe_lsp').detached(args.buf, args.data.client_id) end,
})

if vim.g.vibe_lsp_enable ~= false then vim.lsp.enable('vibe_lsp') end
