"""The pictures of the demo shop, drawn by code: one module of motifs per category of goods.

Here live the canvas, the backgrounds and the motifs. Neighbours: `connectors.shops.demo.draw` reads the
catalogue and writes the files; nothing at run time imports this package, so Pillow stays a development
dependency.
"""
