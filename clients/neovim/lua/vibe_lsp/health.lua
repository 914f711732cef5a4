--- :checkhealth vibe_lsp. What the machine has and lacks is found out by `vibe-lsp doctor`; this is its face in Neovim.

local M = {}

local DOCTOR_TIMEOUT_MS = 90000

local REPORT = { ok = vim.health.ok, note = vim.health.info, problem = vim.health.error }

--- The server's command line up to `serve`, with something else to do.
---@param cmd string[]
---@return string[]
local function doctor(cmd)
  local serve = vim.iter(cmd):enumerate():find(function(_, word) return word == 'serve' end)
  return vim.list_extend(vim.list_slice(cmd, 1, serve and serve - 1), { 'doctor', '--json' })
end

---@param command string[]
local function report(command)
  vim.health.start('vibe-lsp doctor')
  local done = vim.system(command, { text = true }):wait(DOCTOR_TIMEOUT_MS)
  local read, findings = pcall(vim.json.decode, done.stdout or '')
  if not read or type(findings) ~= 'table' then
    local words = vim.trim(done.stderr or '')
    return vim.health.error(('`%s` ended with status %d.'):format(table.concat(command, ' '), done.code), words)
  end
  for _, finding in ipairs(findings) do
    REPORT[finding.level](('%s: %s'):format(finding.topic, finding.found))
    if finding.advice ~= '' then vim.health.info('advice: ' .. finding.advice) end
  end
end

function M.check()
  vim.health.start('vibe_lsp')
  if vim.fn.has('nvim-0.11') == 0 then
    return vim.health.error('Neovim is too old.', 'Install Neovim 0.11 or newer.')
  end
  vim.health.ok('Neovim ' .. tostring(vim.version()))
  local config = vim.lsp.config.vibe_lsp
  if not config then
    return vim.health.error('lsp/vibe_lsp.lua is not on the runtimepath.', 'See :help vibe-lsp-install.')
  elseif type(config.cmd) ~= 'table' then
    return vim.health.info('`cmd` is a function: run `vibe-lsp doctor` where the server runs.')
  elseif vim.fn.executable(config.cmd[1]) == 0 then
    return vim.health.error(('`%s` is not on PATH.'):format(config.cmd[1]), 'See :help vibe-lsp-install.')
  end
  vim.health.ok('Server: ' .. vim.fn.exepath(config.cmd[1]))
  report(doctor(config.cmd))
end

return M
