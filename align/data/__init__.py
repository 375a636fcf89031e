"""Bundled data and its loaders: words, names, look-alike characters and places.

`README.md` beside this file names each file's source, version and licence. The data files
are made by `align.data.build`, which the product never imports. Every loader reads its
file when first asked, once, under a lock, and hands out values that cannot be changed.
"""
