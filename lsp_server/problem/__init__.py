"""From a cursor in a file to a `Problem`. Reads text and syntax trees; runs nothing, asks no model."""
