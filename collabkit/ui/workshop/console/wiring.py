"""What the parts of the console ask for goes to the presenter, which does it."""

from collabkit.ui.workshop.console.board import Board
from collabkit.ui.workshop.console.presenter import ConsolePresenter
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.ending.view import EndingView


def connect_board(board: Board, presenter: ConsolePresenter) -> None:
    """Let ``presenter`` do what people do on ``board``."""
    answers, moves, clock = presenter.answers, presenter.moves, presenter.clock
    board.timer.toggled.connect(clock.toggle)
    board.timer.minute_wanted.connect(clock.add_minute)
    board.timer.next_wanted.connect(clock.go_to_next)
    board.lobby.people.counted.connect(moves.count_present)
    board.people.counted.connect(moves.count_present)
    board.vote.hands.counted.connect(answers.count_hands)
    board.vote.slips.pad.key_given.connect(answers.take_slip)
    board.vote.slips.pad.take_back_asked.connect(answers.take_back_slip)
    board.more.call_off.call_off_asked.connect(moves.call_off)
    board.talk.again_asked.connect(moves.vote_again)
    board.decide.decided.connect(moves.decide)
    board.note.written.connect(moves.write_note)
    board.eyes.peek_asked.connect(presenter.peek)
    board.more.break_asked.connect(moves.pause)
    board.more.end_asked.connect(presenter.early_end.do)
    board.more.stops.place_wanted.connect(moves.go_to)


def connect_wall(board: Board, wall: Wall) -> None:
    """Let ``wall`` and its stage do what people choose about the room window."""
    screens = board.lobby.screens
    screens.screen_picked.connect(wall.stage.pick)
    screens.swap_asked.connect(wall.stage.swap)
    screens.cards_asked.connect(wall.stage.show_test_cards)
    screens.open_asked.connect(wall.open)
    board.wall.open_asked.connect(wall.open)
    board.wall.bar_wanted.connect(wall.use_bar)


def connect_ending(view: EndingView, presenter: ConsolePresenter) -> None:
    """Let ``presenter`` do what ``view`` asks for."""
    view.statements_chosen.connect(presenter.actions.choose)
    view.action_drafted.connect(presenter.actions.draft)
    view.action_reworded.connect(presenter.actions.reword)
    view.action_dropped.connect(presenter.actions.drop)
    view.fists_shown.connect(presenter.actions.show_fists)
    view.adoption_asked.connect(presenter.actions.adopt)
    view.adoption_taken_back.connect(presenter.actions.turn_down)
