-- How Neovim starts the server: data for vim.lsp.enable('vibe_lsp').
-- Override any of it with vim.lsp.config('vibe_lsp', { … }); the settings are typed in lua/vibe_lsp/settings.lua.

---@type vim.lsp.Config
return {
  cmd = { 'vibe-lsp', 'serve' },
  filetypes = { 'python', 'javascript', 'typescript', 'java', 'cpp', 'c', 'go', 'rust', 'markdown', 'tex' },
  root_markers = { '.git' },
  init_options = { events = true }, -- asks for vibe/event and vibe/status
  settings = { vibe = {} },
  handlers = require('vibe_lsp.handlers'),
  commands = require('vibe_lsp.commands').table,
}
