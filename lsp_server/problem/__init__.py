"""From a cursor in a file to a `Problem`. Reads text and syntax trees; runs nothing, asks no model.

`examples` reads what a statement shows, `binding` gives it to the parameters, `beside` finds what stands elsewhere;
`python` and `braces` are the layouts of languages, `maths` the statements that want a number.
"""
