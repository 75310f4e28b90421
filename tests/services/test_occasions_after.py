"""What comes after an occasion, and what can be started again."""

from datetime import timedelta

from beginnings import TODAY, start

from collabkit.services import Services

NEXT_YEAR = TODAY + timedelta(days=365)


def test_the_time_after(services: Services) -> None:
    """It is the one that repeats it; nothing comes after the latest."""
    last = start(services)
    assert services.occasions.after(last.id) is None
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR)
    assert services.occasions.after(last.id) == again
    assert services.occasions.after(again.id) is None


def test_the_latest_of_several_that_repeat_it(services: Services) -> None:
    """Somebody started twice: the later one counts."""
    last = start(services)
    services.occasions.again(last.id, title="Once", today=TODAY + timedelta(days=300))
    twice = services.occasions.again(last.id, title="Twice", today=NEXT_YEAR)
    assert services.occasions.after(last.id) == twice


def test_one_that_was_started_afresh_comes_after_too(services: Services) -> None:
    """With the same questionnaire for the same charity, without saying what it repeats."""
    last = start(services)
    other = start(services, charity_id=last.charity_id, title="Afresh", today=NEXT_YEAR)
    assert services.occasions.after(last.id) == other


def test_what_can_be_started_again(services: Services) -> None:
    """Only what is finished and was not started again yet; not the sample."""
    last = start(services)
    start(services, title="Not finished")
    assert services.occasions.repeatable() == ()
    services.assessments.finish(last.id, TODAY)
    assert [one.assessment.id for one in services.occasions.repeatable()] == [last.id]
    again = services.occasions.again(last.id, title="Again", today=NEXT_YEAR)
    assert services.occasions.repeatable() == ()
    services.assessments.remove(again.id)
    assert [one.assessment.id for one in services.occasions.repeatable()] == [last.id]


def test_the_sample_is_not_started_again(services: Services) -> None:
    """It is there to look at."""
    charity = services.charities.add("Sample Charity", is_sample=True)
    last = start(services, charity_id=charity.id)
    services.assessments.finish(last.id, TODAY)
    assert services.occasions.repeatable() == ()


def test_what_is_put_away_has_nothing_before_it(services: Services) -> None:
    """Its results can still be looked at, and are laid beside nothing."""
    first = start(services)
    last = start(services, charity_id=first.charity_id, title="Last", today=NEXT_YEAR)
    services.assessments.remove(last.id)
    assert services.occasions.before(last.id) is None
    assert services.occasions.after(last.id) is None
