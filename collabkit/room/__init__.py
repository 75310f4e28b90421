"""A workshop as a state machine: what happens in the room, step by step. Pure.

``preparation`` is what was decided beforehand, ``meeting`` what has happened so far, ``steps`` what
can happen next, ``channels`` how answers come in, ``scenes`` what the room may see of it.
"""
