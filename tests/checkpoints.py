"""Tiny checkpoints with random weights and everything else as published models have it.

`make_checkpoint` writes a Qwen2 checkpoint (config, generation config, safetensors, byte-level BPE tokenizer trained on
the spot, ChatML template) into a folder; `make_hub_checkpoint` does so in the layout of the hub's cache.
"""

import json
from pathlib import Path
from typing import Any

CONTROL_TOKENS = [
    "<|endoftext|>",
    "<|im_start|>",
    "<|im_end|>",
    "<|fim_prefix|>",
    "<|fim_middle|>",
    "<|fim_suffix|>",
    "<|fim_pad|>",
]

CHAT_TEMPLATE = (
    "{%- for message in messages -%}"
    "{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}"
    "{%- endfor -%}"
    "{%- if add_generation_prompt -%}{{ '<|im_start|>assistant\\n' }}{%- endif -%}"
)

CORPUS = [
    "def add(a: int, b: int) -> int:\n    return a + b\n",
    "Given an integer array nums, return the sum of all even numbers.\n",
    "<think>\nWalk over the list once.\n</think>\n\n```python\nprint(sum(nums))\n```\n",
]

HUB_ID = "WeiboAI/VibeThinker-1.5B"
_REVISION = "0123456789abcdef0123456789abcdef01234567"


def make_checkpoint(
    folder: Path,
    *,
    hidden: int = 64,
    layers: int = 2,
    context: int = 2048,
    vocabulary: int = 384,
    seed: int = 0,
    spread: float = 0.5,
    tied: bool = False,
) -> Path:
    """A model that writes random bytes. The vocabulary holds all 256 bytes, so any text can come out, broken or not.

    With a `spread` of 0.02 the greedy text soon goes in circles.
    Unless `tied`, its answers practically never end by themselves: control tokens have no weight in the last layer.
    """
    import torch
    from transformers import GenerationConfig, Qwen2Config, Qwen2ForCausalLM

    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = _tokenizer(vocabulary)
    tokenizer.save_pretrained(folder)
    config = Qwen2Config(
        vocab_size=len(tokenizer),
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=4,
        num_key_value_heads=2,
        intermediate_size=hidden * 2,
        max_position_embeddings=context,
        tie_word_embeddings=tied,
        bos_token_id=None,
        eos_token_id=tokenizer.convert_tokens_to_ids("<|im_end|>"),
        initializer_range=spread,
    )
    torch.manual_seed(seed)
    model = Qwen2ForCausalLM(config).to(torch.bfloat16)
    if not tied:
        with torch.no_grad():
            model.lm_head.weight[: len(CONTROL_TOKENS)] = 0
    model.generation_config = GenerationConfig(eos_token_id=config.eos_token_id, do_sample=True, temperature=0.6)
    model.save_pretrained(folder)
    return folder


def make_hub_checkpoint(hub_home: Path, name: str = HUB_ID, **shape: int) -> Path:
    """The same under `hub_home` (what HF_HOME points at), as a download of `name` would lie there."""
    repository = hub_home / "hub" / f"models--{name.replace('/', '--')}"
    make_checkpoint(repository / "snapshots" / _REVISION, **shape)
    (repository / "refs").mkdir(exist_ok=True)
    (repository / "refs" / "main").write_text(_REVISION, encoding="utf-8")
    return repository / "snapshots" / _REVISION


def _tokenizer(vocabulary: int) -> Any:
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=CONTROL_TOKENS,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    backend.train_from_iterator(CORPUS, trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=backend,
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        chat_template=CHAT_TEMPLATE,
        clean_up_tokenization_spaces=False,
    )


def break_checkpoint(folder: Path, how: str) -> None:
    """Damage of the kinds that half a download, a full disk or a wrong folder leave behind."""
    weights = folder / "model.safetensors"
    config = folder / "config.json"
    match how:
        case "no config":
            config.unlink()
        case "no weights":
            weights.unlink()
        case "no tokenizer":
            (folder / "tokenizer.json").unlink()
        case "cut weights":
            weights.write_bytes(weights.read_bytes()[:2000])
        case "garbage weights":
            weights.write_bytes(b"\xff" * 4096)
        case "not a language model":
            config.write_text(json.dumps({"model_type": "vit", "architectures": ["ViTModel"]}), encoding="utf-8")
        case "config is no JSON":
            config.write_text("{", encoding="utf-8")
        case "other shape":
            values = json.loads(config.read_text(encoding="utf-8"))
            config.write_text(json.dumps({**values, "intermediate_size": 80}), encoding="utf-8")
        case _:
            raise ValueError(how)
