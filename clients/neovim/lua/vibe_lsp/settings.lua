---@meta
-- The settings of the server, for vim.lsp.config('vibe_lsp', { settings = { vibe = … } }).
-- Written by tests/clients/neovim/settings_types.py.

---@class vibe_lsp.Settings
---@field engine? vibe_lsp.EngineSettings
---@field solve? vibe_lsp.SolveSettings
---@field optimize? vibe_lsp.OptimizeSettings
---@field sandbox? vibe_lsp.SandboxSettings
---@field store? vibe_lsp.StoreSettings
---@field prompts? vibe_lsp.PromptSettings
---@field lens? vibe_lsp.LensSettings
---@field completion? vibe_lsp.CompletionSettings

---@class vibe_lsp.EngineSettings
---@field model? string `auto`, `starter`, a hub name such as `WeiboAI/VibeThinker-1.5B`, or a folder.
---@field device? 'auto'|'cuda'|'mps'|'cpu' Where the model runs.
---@field url? string An OpenAI-compatible server to use instead, e.g. `http://127.0.0.1:8000/v1`.
---@field apiKey? string Bearer token for `engine.url`.
---@field idleMinutes? number The engine frees its memory after so long without a request, and ends after twice that.
---@field startTimeoutS? number How long to wait for the model to load.

---@class vibe_lsp.SolveSettings
---@field samples? integer Candidates decoded in one batch.
---@field budget? integer|'quick'|'normal'|'deep' Tokens of thought before the answer is asked for: `quick`, `normal`, `deep` or a number.
---@field repairRounds? integer How often it is shown its own failing example.
---@field temperature? number Overrides the model's own default.

---@class vibe_lsp.OptimizeSettings
---@field rounds? integer How often it is asked for faster versions, shown what was wrong before.
---@field seconds? number Your version is measured on sizes up to which it takes so long.

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

---@class vibe_lsp.CompletionSettings
---@field enabled? boolean Offer inline completions.
---@field model? string Who fills: `auto` (the engine's model if it was trained to fill, else Qwen2.5-Coder-0.5B where it is on this machine and the GPU has room, else the starter model), or a name as in `engine.model`, kept resident beside it by the same process.
---@field url? string An OpenAI-compatible server for completions only, as `engine.url`.
---@field format? 'auto'|'qwen'|'starcoder'|'granite'|'mellum'|'deepseek'|'codellama'|'none' The fill-in-the-middle tokens of that model, where its name does not tell.
---@field maxTokens? integer The longest completion.
---@field contextTokens? integer How much of the file the model reads.
---@field debounceMs? integer The longest wait for the next key before it is asked.
---@field budgetMs? integer After so long what is ready is shown.
---@field prepare? boolean Write the next line while one is shown, as if accepted.
---@field exclude? string Languages without completions, as in `python, java`.
---@field statistics? boolean Count on this machine what was accepted; `vibe-lsp stats` shows it and deletes it.
