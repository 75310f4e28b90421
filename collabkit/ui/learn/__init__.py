"""A small library: stories, words, guidance, facts to quote, and where it all comes from."""
