"""Family `basics`: what people type first into an empty file, asked for in a few words.

Measured before there was this: of 35 such requests the model solved half, though it solved most published problems: it
had been asked for them at length, always with lists or texts, and never for the sum of two numbers.
"""

from lsp_server.starter.curriculum.basics_lists import OPS as LISTS
from lsp_server.starter.curriculum.basics_measures import OPS as MEASURES
from lsp_server.starter.curriculum.basics_numbers import OPS as NUMBERS
from lsp_server.starter.curriculum.basics_texts import OPS as TEXTS
from lsp_server.starter.curriculum.basics_words import OPS as WORDS
from lsp_server.starter.curriculum.table import family

FAMILY = family("basics", (*NUMBERS, *MEASURES, *LISTS, *WORDS, *TEXTS))
