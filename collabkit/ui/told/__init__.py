"""Blocks of text and tables that several screens tell things with."""
