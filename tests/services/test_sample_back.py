"""The sample charity comes back as it was left, and only once."""

from datetime import date

from collabkit.services import Services
from collabkit.services.sample import bring_sample_back, ensure_sample

TODAY = date(2026, 11, 22)


def samples(services: Services) -> list[str]:
    return [charity.id for charity in services.charities.all() if charity.is_sample]


def test_what_was_tried_out_in_the_sample_comes_back_with_it(services: Services) -> None:
    assessment_id = ensure_sample(services, TODAY)
    services.assessments.rename(assessment_id, "Tried out")
    services.charities.remove(samples(services)[0])
    assert samples(services) == []
    assert bring_sample_back(services, TODAY) == assessment_id
    assert services.assessments.get(assessment_id).title == "Tried out"


def test_a_sample_that_never_was_is_filled_in(services: Services) -> None:
    assessment_id = bring_sample_back(services, TODAY)
    assert services.assessments.get(assessment_id).finished == TODAY
    assert len(samples(services)) == 1


def test_a_sample_that_is_there_stays_the_only_one(services: Services) -> None:
    assessment_id = ensure_sample(services, TODAY)
    assert bring_sample_back(services, TODAY) == assessment_id
    assert len(samples(services)) == 1


def test_charities_that_were_put_away_are_known(services: Services) -> None:
    charity = services.charities.add("Sample Kitchen")
    services.charities.remove(charity.id)
    assert services.charities.put_away() == (charity,)
