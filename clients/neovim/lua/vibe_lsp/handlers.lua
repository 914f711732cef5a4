--- What the server says, handed to those who show it. Works the same for :Vibe, the light bulb and code lenses.

local log = require('vibe_lsp.log')
local optimized = require('vibe_lsp.optimized')
local panel = require('vibe_lsp.panel')
local preview = require('vibe_lsp.preview')
local runs = require('vibe_lsp.runs')
local undo = require('vibe_lsp.undo')
local verdict = require('vibe_lsp.verdict')

---@param bufnr integer
---@param id string
---@param text string
local function last_word(bufnr, id, text)
  if runs.ended(bufnr, id) then panel.note(bufnr, id, text) end
end

--- What each event of a task (lsp_server/tasks/events.py) does. `id` names the request: a document may have several.
---@type table<string, fun(bufnr: integer, event: table, id: string)>
local EVENTS = {
  started = function(bufnr, event, id)
    local others = runs.streaming(bufnr)
    runs.started(bufnr, id, event)
    panel.begin(bufnr, id, event, others)
    local measured = runs.reading(bufnr, id).measured
    if measured then panel.note(bufnr, id, measured) end
  end,
  measured = function(bufnr, event, id) runs.reading(bufnr, id).measured = optimized.measured(event) end,
  progress = function(bufnr, event)
    local speed = (' · %d tokens · %.0f tokens/s'):format(event.tokens, event.tokens_per_s)
    runs.of(bufnr).text = event.state .. (event.tokens > 0 and speed or '')
  end,
  compared = function(bufnr, event, id) panel.say(bufnr, id, event.index, optimized.same(event.equivalence)) end,
  timed = function(bufnr, event, id) panel.say(bufnr, id, event.index, optimized.times(event.timing)) end,
  optimized = function(bufnr, event, id)
    runs.reading(bufnr, id).replacement = event.replacement
    last_word(bufnr, id, ('Faster: shown in %.1f s (%s)'):format(event.seconds, event.model))
  end,
  not_faster = function(bufnr, event, id) last_word(bufnr, id, event.reason) end,
  thinking = function(bufnr, event, id) panel.stream(bufnr, id, event, 'reasoning') end,
  writing = function(bufnr, event, id) panel.stream(bufnr, id, event, 'answer') end,
  candidate = function(bufnr, event, id)
    if not event.code then
      panel.say(bufnr, id, event.index, ('\n\n**%s**'):format(event.note or 'no code in the answer'))
    end
  end,
  judged = function(bufnr, event, id) panel.say(bufnr, id, event.index, verdict.markdown(event.verdict)) end,
  repairing = function(bufnr, event, id)
    panel.note(bufnr, id, ('Repair %d of %d. What failed: %s'):format(event.round, event.rounds, event.example))
  end,
  solved = function(bufnr, event, id)
    local how = event.from_store and 'Solved before, checked again' or ('Solved in %.1f s'):format(event.seconds)
    local caution = event.caution and '. ' .. event.caution or ''
    last_word(bufnr, id, ('%s: %s (%s)%s'):format(how, verdict.summary(event.verdict), event.model, caution))
  end,
  unverified = function(bufnr, event, id)
    preview.offer(bufnr, id, runs.reading(bufnr, id).lines, event.replacement)
    last_word(bufnr, id, 'Not verified: ' .. event.reason)
  end,
  gave_up = function(bufnr, event, id) last_word(bufnr, id, event.reason) end,
  explained = function(bufnr, event, id)
    local seconds = ('Explained in %.1f s (%s)'):format(event.seconds, event.model)
    last_word(bufnr, id, event.model ~= '' and seconds or 'Explained without a model.')
  end,
  hinted = function(bufnr, _, id) runs.ended(bufnr, id) end, -- it holds all hints; the answer has those that may be seen
}

--- What is null is left out: since 0.12 Neovim hands it on as vim.NIL, which counts as true.
---@param value any
---@return any
local function known(value)
  if value == vim.NIL then return nil end
  if type(value) ~= 'table' then return value end
  local told = {}
  for key, inner in pairs(value) do
    told[key] = known(inner)
  end
  return told
end

---@type table<string, lsp.Handler>
local M = {}

M['vibe/event'] = function(_, said)
  local params = known(said)
  local bufnr = vim.uri_to_bufnr(params.uri)
  local show = EVENTS[params.event.kind]
  if not vim.api.nvim_buf_is_loaded(bufnr) then return end
  runs.reading(bufnr, params.id)
  if show then
    show(bufnr, params.event, params.id)
    vim.cmd.redrawstatus({ bang = true })
  end
end

M['vibe/status'] = function(_, params)
  local bufnr = vim.uri_to_bufnr(params.uri)
  runs.status(bufnr, params)
  if params.state ~= 'working' then
    last_word(bufnr, params.id, params.message ~= '' and params.message or 'Cancelled. Nothing was changed.')
    preview.close(bufnr, params.id)
  end
  vim.cmd.redrawstatus({ bang = true })
end

M['workspace/executeCommand'] = function(err, said, ctx)
  if err then return vim.notify(err.message, vim.log.levels.ERROR) end
  local answer = known(said)
  if not answer then return end
  if answer.cancelled then return answer.cancelled == 0 and vim.notify('Nothing was running.') end
  local place = ctx.params.arguments[1]
  local bufnr = vim.uri_to_bufnr(place.uri or place.textDocument.uri)
  if not vim.api.nvim_buf_is_loaded(bufnr) then return end
  if answer.status == 'hinted' then panel.note(bufnr, answer.id, answer.message) end
  if answer.report then optimized.answered(bufnr, answer) end
  if not answer.verdict then return end
  if ctx.params.command == 'vibe.solve' then
    verdict.show(bufnr, runs.line(bufnr, answer.id) or place.position.line, answer)
  elseif answer.range and answer.version == vim.lsp.util.buf_versions[bufnr] then -- else the code is there no more
    verdict.show(bufnr, answer.range.start.line, { status = answer.verdict.status, verdict = answer.verdict })
  end
end

M['workspace/applyEdit'] = function(err, params, ctx)
  local function apply() return vim.lsp.handlers['workspace/applyEdit'](err, params, ctx) end
  local change = (params.edit.documentChanges or {})[1]
  local bufnr = change and vim.uri_to_bufnr(change.textDocument.uri)
  if not bufnr or not vim.api.nvim_buf_is_loaded(bufnr) then return apply() end
  return undo.step(bufnr, apply)
end

M['window/logMessage'] = function(err, params, ctx)
  log.add(params.message)
  return vim.lsp.handlers['window/logMessage'](err, params, ctx)
end

--- Neovim's own ends each message with a line break, which asks for Enter after every one.
M['window/showMessage'] = function(_, params)
  local levels = { vim.log.levels.ERROR, vim.log.levels.WARN, vim.log.levels.INFO, vim.log.levels.DEBUG }
  vim.notify('vibe-lsp: ' .. params.message, levels[params.type])
end

M['window/showMessageRequest'] = function(err, params, ctx)
  local waiting = assert(coroutine.running()) -- Neovim calls handlers of requests in a coroutine
  local asked = preview.ask(params, function(action)
    vim.schedule(function() coroutine.resume(waiting, action or vim.NIL) end)
  end)
  if not asked then return vim.lsp.handlers['window/showMessageRequest'](err, params, ctx) end
  return coroutine.yield()
end

return M
