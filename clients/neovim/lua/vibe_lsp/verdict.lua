--- Verdicts for people: as lines of Markdown for the reasoning, and as virtual text beside the problem.
--- The failing examples themselves are diagnostics, which the server publishes.

local M = {}

---@class vibe_lsp.ExampleResult
---@field status string
---@field input string
---@field expected string
---@field actual? string
---@field message? string

---@class vibe_lsp.Verdict
---@field status string
---@field examples vibe_lsp.ExampleResult[]
---@field message? string

---@class vibe_lsp.Answer
---@field status string
---@field message string
---@field verdict? vibe_lsp.Verdict

local PASSED = { '✓', 'DiagnosticOk' }
local UNKNOWN = { '?', 'DiagnosticWarn' }
local FAILED = { '✗', 'DiagnosticError' }

---@type table<string, string[]> by the status of an answer
local LOOKS = {
  verified = PASSED,
  passed = PASSED,
  unverified = UNKNOWN,
  no_examples = UNKNOWN,
  unsupported = UNKNOWN,
  failed = FAILED,
  error = FAILED,
}

local ns = vim.api.nvim_create_namespace('vibe_lsp.verdict')

---@param verdict vibe_lsp.Verdict
---@return string
function M.summary(verdict)
  local passed = vim.tbl_filter(function(example) return example.status == 'passed' end, verdict.examples)
  if #verdict.examples == 0 then return verdict.message or 'no examples to run' end
  return ('%d/%d examples passed'):format(#passed, #verdict.examples)
end

---@param example vibe_lsp.ExampleResult
---@return string
local function line(example)
  if example.status == 'passed' then return ('- ✓ `%s` gives `%s`'):format(example.input, example.expected) end
  local what = example.message or (example.actual and ('got `%s`'):format(example.actual)) or ''
  local status = example.status:gsub('_', ' ')
  return ('- ✗ `%s`: %s, expected `%s`, %s'):format(example.input, status, example.expected, what)
end

---@param verdict vibe_lsp.Verdict
---@return string
function M.markdown(verdict)
  local lines = { '', '', ('**%s**'):format(M.summary(verdict)), '' }
  vim.list_extend(lines, vim.tbl_map(line, verdict.examples))
  return table.concat(lines, '\n')
end

--- Say at the end of a line what came out; the next change of the text takes it back, for it may be true no more.
---@param bufnr integer
---@param row integer 0-based
---@param answer vibe_lsp.Answer
function M.show(bufnr, row, answer)
  local look = LOOKS[answer.status] or UNKNOWN
  local text = M.summary(assert(answer.verdict)):gsub('%s*\n%s*', ' ')
  row = math.min(row, vim.api.nvim_buf_line_count(bufnr) - 1)
  vim.api.nvim_buf_clear_namespace(bufnr, ns, row, row + 1)
  vim.api.nvim_buf_set_extmark(bufnr, ns, row, 0, { virt_text = { { ('%s %s'):format(look[1], text), look[2] } } })
  vim.api.nvim_buf_attach(bufnr, false, {
    on_lines = function()
      vim.schedule(function()
        if vim.api.nvim_buf_is_valid(bufnr) then vim.api.nvim_buf_clear_namespace(bufnr, ns, 0, -1) end
      end)
      return true
    end,
  })
end

return M
