"""Pictures of the real screens, drawn without a display: for the demo, README and guides.

``shots`` draws pages one by one; ``away_day`` leads a whole session, as a facilitator would.
"""

from collabkit.pictures.shots import Shot, draw_shots, sample_shots

__all__ = ["Shot", "draw_shots", "sample_shots"]
