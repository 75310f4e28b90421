"""Results and plans as tables: one frozen description, written as a workbook or as CSV."""
