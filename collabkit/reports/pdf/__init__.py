"""Plans as PDF: a small page layout of our own on ReportLab's canvas.

ReportLab's Platypus is left out on purpose. It reads every paragraph as markup, so people's text
would have to be defused first; it knows nothing of tags; and it sets pages while drawing them, so
the number of pages is not known until the end. What is here sets plain text, tags it, and takes
less time.
"""

from collabkit.reports.pdf.book import render_plan
from collabkit.reports.pdf.parts_book import render_one_page, render_parts, render_plan_page

__all__ = ["render_one_page", "render_parts", "render_plan", "render_plan_page"]
