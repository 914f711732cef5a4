"""Writes models as GGUF files, for llama.cpp: `python -m tests.gguf_files FILE` the embedded one. Needs `gguf` of PyPI.

llama.cpp's own converter knows a checkpoint by its tokenizer's fingerprint, and ours is not on its list.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
from safetensors.torch import load_file

WEIGHTS = Path(__file__).parents[1] / "lsp_server" / "starter" / "weights"
HOLE = {"fim_pre": "<|fim_prefix|>", "fim_suf": "<|fim_suffix|>", "fim_mid": "<|fim_middle|>", "fim_pad": "<|fim_pad|>"}


def write_starter(out: Path) -> None:
    config, settings, words = (
        json.loads((WEIGHTS / name).read_text("utf-8"))
        for name in ("config.json", "tokenizer_config.json", "tokenizer.json")
    )
    writer = gguf.GGUFWriter(str(out), "qwen2")
    add_tokenizer(writer, words, settings, config["vocab_size"])
    _write(writer, config, load_file(WEIGHTS / "model.safetensors"))


def write_wordless(out: Path, config: Mapping[str, Any], tensors: Mapping[str, Any]) -> None:
    """A model of Qwen2's kind without a tokenizer: enough to be timed."""
    writer = gguf.GGUFWriter(str(out), "qwen2")
    writer.add_tokenizer_model("none")
    writer.add_vocab_size(config["vocab_size"])
    _write(writer, config, tensors)


def _write(writer: Any, config: Mapping[str, Any], tensors: Mapping[str, Any]) -> None:
    """An unembedding that is the embedding is not written twice."""
    add_shape(writer, config)
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.QWEN2, config["num_hidden_layers"])
    for name, tensor in tensors.items():
        if name == "lm_head.weight" and config["tie_word_embeddings"]:
            continue
        writer.add_tensor(names.get_name(name, try_suffixes=(".weight", ".bias")), tensor.float().contiguous().numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def add_shape(writer: Any, config: Mapping[str, Any]) -> None:
    writer.add_name("vibe-lsp")
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(config["num_attention_heads"])
    writer.add_head_count_kv(config["num_key_value_heads"])
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_rope_freq_base((config.get("rope_parameters") or config)["rope_theta"])


def add_tokenizer(writer: Any, words: dict[str, Any], settings: dict[str, Any], size: int) -> None:
    added = {token["content"]: token for token in words["added_tokens"]}
    ids: dict[str, int] = words["model"]["vocab"] | {content: token["id"] for content, token in added.items()}
    tokens = sorted(ids, key=ids.__getitem__)
    tokens += [f"<|unused_{number}|>" for number in range(len(tokens), size)]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokens)
    writer.add_token_types([kind(added.get(token)) for token in tokens])
    writer.add_token_merges([" ".join(pair) for pair in words["model"]["merges"]])
    writer.add_eos_token_id(ids[settings["eos_token"]])
    writer.add_pad_token_id(ids[settings["pad_token"]])
    writer.add_add_bos_token(False)
    writer.add_chat_template(settings["chat_template"])
    for name, token in HOLE.items():
        writer.add_uint32(f"tokenizer.ggml.{name}_token_id", ids[token])


def kind(added: dict[str, Any] | None) -> int:
    types = gguf.TokenType
    return types.NORMAL if added is None else types.CONTROL if added["special"] else types.USER_DEFINED


if __name__ == "__main__":
    write_starter(Path(sys.argv[1]))
