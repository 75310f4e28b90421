"""The room pack: everything on paper that a session needs, each paper a tagged PDF of its own."""
