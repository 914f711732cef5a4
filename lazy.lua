-- Read by lazy.nvim, for checkouts without symbolic links (Windows): elsewhere `plugin` leads to the same file.

return {
  'vibe-lsp',
  config = function(plugin) dofile(plugin.dir .. '/clients/neovim/plugin/vibe_lsp.lua') end,
}
