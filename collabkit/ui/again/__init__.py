"""The year after: the last plan on the table, then the next occasion."""
