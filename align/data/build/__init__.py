"""Scripts that make the bundled data; the product does not import them.

Each reads files of a published package, whose folder it is given, and writes one data
file. Same sources, same bytes; the bundled files were made with Python 3.11, whose
Unicode tables two of the scripts ask.
"""
