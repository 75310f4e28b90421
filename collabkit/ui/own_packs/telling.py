"""Tells news at the top of a page."""

from collabkit.i18n import _
from collabkit.ui.own_packs.state import Act, News
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.notice import Notice


def tell_news(notice: Notice, news: News) -> None:
    """Show ``news`` with its act.

    The keyboard stays elsewhere: whoever presses Enter twice must not undo what the first did.
    """
    words = {Act.UNDO: _("Undo"), Act.SHOW_FOLDER: _("Show in folder"), Act.NOTHING: ""}
    notice.tell(news.sentence, words[news.act], tone="alert" if news.is_problem else "calm")
    if news.act is Act.UNDO:
        announce(notice, _("“Undo” is at the top of the page."))
