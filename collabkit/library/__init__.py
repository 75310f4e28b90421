"""What there is to read: the glossary. Pure Python, without Qt, SQL or reports."""
