---@meta
-- The settings of the server, for vim.lsp.config('vibe_lsp', { settings = { vibe = … } }).
-- Written by tests/clients/neovim/settings_types.py.

---@class vibe_lsp.Settings
---@field engine? vibe_lsp.EngineSettings
---@field solve? vibe_lsp.SolveSettings
---@field sandbox? vibe_lsp.SandboxSettings
---@field store? vibe_lsp.StoreSettings
---@field prompts? vibe_lsp.PromptSettings
---@field lens? vibe_lsp.LensSettings

---@class vibe_lsp.EngineSettings
---@field model? string `auto`, `starter`, a hub name such as `WeiboAI/VibeThinker-1.5B`, or a folder.
---@field device? 'auto'|'cuda'|'mps'|'cpu' Where the model runs.
---@field url? string An OpenAI-compatible server to use instead, e.g. `http://127.0.0.1:8000/v1`.
---@field apiKey? string Bearer token for `engine.url`.
---@field idleMinutes? number The engine stops after so long without a request.
---@field startTimeoutS? number How long to wait for the model to load.

---@class vibe_lsp.SolveSettings
---@field samples? integer Candidates decoded in one batch.
---@field budget? integer|'quick'|'normal'|'deep' Tokens of thought before the answer is asked for: `quick`, `normal`, `deep` or a number.
---@field repairRounds? integer How often it is shown its own failing example.
---@field temperature? number Overrides the model's own default.

---@class vibe_lsp.SandboxSettings
---@field allowUnisolated? boolean Run code even where nothing can isolate it.
---@field wallTimeS? number Time limit of one example.
---@field memoryMb? integer Memory limit of one run.
---@field outputKb? integer Output limit of one run.

---@class vibe_lsp.StoreSettings
---@field enabled? boolean Remember verified solutions on this machine.

---@class vibe_lsp.PromptSettings
---@field folder? string A folder whose templates replace the shipped ones of the same name.

---@class vibe_lsp.LensSettings
---@field enabled? boolean Show `Solve` and `Run examples` above problems.
