"""Packs on their way in and out: as TOML, as a spreadsheet, and their shape as a JSON Schema."""
