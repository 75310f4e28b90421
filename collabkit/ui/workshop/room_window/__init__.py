"""What the room sees on the projector: scenes, set in large type. It never gets a meeting.

``pictures`` turns a scene into sheets of placed pieces; ``window`` shows one of them.
"""
