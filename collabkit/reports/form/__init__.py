"""Questionnaires as fillable PDFs, which are answered on a screen or with a pen."""

from collabkit.reports.form.document import render_form
from collabkit.reports.form.sheet import FormSize

__all__ = ["FormSize", "render_form"]
