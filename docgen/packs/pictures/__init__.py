"""The pictures of the overview: where everything stands in them. What draws them is ``overview_pictures``.

Lengths are the units of a picture's own coordinates, which grow to the right and downwards.
"""
