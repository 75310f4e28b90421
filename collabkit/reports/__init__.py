"""Results and plans on paper and as files. The only room that knows ReportLab."""
