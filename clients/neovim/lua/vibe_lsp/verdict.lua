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
---@field answer? string of a derivation in mathematics: what its box holds
---@field steps? { text: string, status: 'confirmed'|'refuted'|'not_checkable' }[] its equations

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
  differs = UNKNOWN,
  no_examples = UNKNOWN,
  unsupported = UNKNOWN,
  failed = FAILED,
  error = FAILED,
}

---@type table<string, string> by the status of an equation
local STEPS = { confirmed = '✓', refuted = '✗', not_checkable = '?' }

local ns = vim.api.nvim_create_namespace('vibe_lsp.verdict')

---@param verdict vibe_lsp.Verdict
---@return string
function M.summary(verdict)
  local derivation = type(verdict.answer) == 'string'
  if #verdict.examples == 0 or verdict.status == 'error' or derivation then
    return type(verdict.message) == 'string' and verdict.message or 'no examples to run'
  end
  local function count(status)
    return #vim.tbl_filter(function(example) return example.status == status end, verdict.examples)
  end
  local ran = count('ran')
  local unknown = ('%d ran: what they should give is not known'):format(ran)
  if ran == #verdict.examples then return unknown end
  local passed = ('%d/%d examples passed'):format(count('passed'), #verdict.examples - ran)
  local differing = count('differs')
  if differing > 0 then
    passed = ('%s, %d %s: several answers are allowed'):format(passed, differing, differing == 1 and 'differs' or 'differ')
  end
  return ran > 0 and passed .. ', ' .. unknown or passed
end

---@param example vibe_lsp.ExampleResult
---@return string
local function line(example)
  if example.status == 'passed' then return ('- ✓ `%s` gives `%s`'):format(example.input, example.expected) end
  if example.status == 'ran' then return ('- `%s` gives `%s`'):format(example.input, example.actual or '') end
  if example.status == 'differs' then
    local values = { example.input, example.actual or '', example.expected, example.message or '' }
    return ('- ? `%s` gives `%s`, the example `%s`: %s'):format(unpack(values))
  end
  local what = example.message or (example.actual and ('got `%s`'):format(example.actual)) or ''
  local status = example.status:gsub('_', ' ')
  return ('- ✗ `%s`: %s, expected `%s`, %s'):format(example.input, status, example.expected, what)
end

---@param verdict vibe_lsp.Verdict
---@return string
function M.markdown(verdict)
  local lines = { '', '', ('**%s**'):format(M.summary(verdict)), '' }
  vim.list_extend(lines, vim.tbl_map(line, verdict.examples))
  for _, step in ipairs(verdict.steps or {}) do
    table.insert(lines, ('- %s `%s`'):format(STEPS[step.status], step.text))
  end
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
