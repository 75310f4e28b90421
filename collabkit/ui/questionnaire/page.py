"""The questionnaire: one statement a page, answered with keys or the mouse, saved as one goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from collabkit.assessments.assessment import Confidence
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.questionnaire.ending_view import EndingView
from collabkit.ui.questionnaire.flag_button import FlagButton
from collabkit.ui.questionnaire.keys import Act, key_hints, meaning
from collabkit.ui.questionnaire.presenter import QuestionnairePresenter
from collabkit.ui.questionnaire.state import QuestionnaireState
from collabkit.ui.questionnaire.statement_view import StatementView
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.progress_steps import WIDTH as STEPS_WIDTH
from collabkit.ui.widgets.progress_steps import ProgressSteps, Step
from collabkit.ui.widgets.save_mark import SaveState, Saving
