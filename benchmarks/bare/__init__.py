"""The bare limits: an empty Qt window, a raw SQLite commit, a plain ReportLab file."""
