--- Scratch buffers and the splits that show them. Nothing in here ever touches a file.

local M = {}

---@param name string shown as vibe://name; an earlier buffer of that name goes
---@param filetype string
---@return integer bufnr
function M.buffer(name, filetype)
  for _, earlier in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_get_name(earlier) == 'vibe://' .. name then
      vim.api.nvim_buf_delete(earlier, { force = true })
    end
  end
  local buf = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_name(buf, 'vibe://' .. name)
  vim.bo[buf].bufhidden = 'hide'
  vim.bo[buf].undolevels = -1
  vim.bo[buf].filetype = filetype
  vim.bo[buf].modifiable = false
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buf, nowait = true, desc = 'Close' })
  return buf
end

--- Change a scratch buffer, which its reader cannot. Windows whose cursor stands at the end scroll along.
---@param buf integer
---@param change fun()
function M.write(buf, change)
  local last = vim.api.nvim_buf_line_count(buf)
  local following = vim.tbl_filter(function(win)
    return vim.api.nvim_win_get_cursor(win)[1] == last
  end, vim.fn.win_findbuf(buf))
  vim.bo[buf].modifiable = true
  change()
  vim.bo[buf].modifiable = false
  for _, win in ipairs(following) do
    vim.api.nvim_win_set_cursor(win, { vim.api.nvim_buf_line_count(buf), 0 })
  end
end

---@param buf integer
---@param lines string[]
function M.fill(buf, lines)
  M.write(buf, function() vim.api.nvim_buf_set_lines(buf, 0, -1, false, lines) end)
end

--- Show the buffer at an edge of the screen, without going there.
---@param buf integer
---@param split 'left'|'right'|'above'|'below'
---@param bar string for the window bar
---@return integer win
function M.show(buf, split, bar)
  local win = vim.fn.bufwinid(buf)
  if win == -1 then
    local beside = (split == 'left' or split == 'right') or nil -- code needs more of the width than prose
    local width = beside and math.floor(vim.o.columns * 0.4)
    win = vim.api.nvim_open_win(buf, false, { split = split, win = -1, width = width })
  end
  for option, value in pairs({ wrap = true, linebreak = true, number = false, winbar = bar }) do
    vim.api.nvim_set_option_value(option, value, { scope = 'local', win = win })
  end
  return win
end

return M
