-- Read by lazy.nvim: of this repository the plugin is the folder clients/neovim. With it, a spec that names the
-- repository is all that has to be written.

return {
  'vibe-lsp',
  config = function(plugin)
    local folder = plugin.dir .. '/clients/neovim'
    vim.opt.runtimepath:append(folder)
    vim.cmd.source(vim.fn.fnameescape(folder .. '/plugin/vibe_lsp.lua'))
    -- lazy.nvim makes the tags of help pages only for a `doc` at the top
    if vim.fn.filereadable(folder .. '/doc/tags') == 0 then pcall(vim.cmd.helptags, folder .. '/doc') end
  end,
}
