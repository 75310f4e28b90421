"""How many years of school it takes to read a text: the Flesch-Kincaid grade.

0.39 words a sentence + 11.8 syllables a word - 15.59 (J. P. Kincaid and others, Derivation of New
Readability Formulas for Navy Enlisted Personnel, 1975). Syllables are counted by rules of English
spelling, which is right for about nine words in ten: enough for an average over a pack.

``python tests/content/reading_ease.py`` prints all statements, the hardest last.
"""

import re

from every_pack import packs

from collabkit.assessments.pack import Pack

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_END = re.compile(r"[.!?](?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
# An "e" at the end that is not heard: make, makes, asked; but not in table, wanted, places.
_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouytdl]ed$|[aeiouy]led$|[^aeiouyscxzgh]es$")
# Two vowels beside each other that are two syllables: funding idea, being, created, usual.
_APART = re.compile(
    r"ia(?!l\b|ge)|io(?!n|us)|eo(?!p)|ua(?!r|l)|ual|eing|uing|creat|flu[ei]|[dr]eas?$"
)


def syllables(word: str) -> int:
    """Return about how many syllables ``word`` has; at least one."""
    word = re.sub("[^a-z]", "", word.lower())
    number = len(_VOWELS.findall(word)) + len(_APART.findall(word))
    if _SILENT.search(word):
        number -= 1
    return max(number, 1)


def grade(text: str) -> float:
    """Return the grade of one or more sentences; a phrase without an end counts as a sentence."""
    words = _WORD.findall(text)
    sentences = max(len(_END.findall(text.strip())), 1)
    heard = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * heard / len(words) - 15.59


def graded(pack: Pack) -> list[tuple[float, str, str]]:
    """Return grade, id and words of each statement of ``pack``, the easiest first.

    A pair is graded by its two ends; further questions are no statements.
    """
    return sorted(
        (grade(". ".join(item.ends) if item.ends else item.statement), item.id, item.statement)
        for item in pack.items
        if "about" not in item.marks
    )


if __name__ == "__main__":
    for each in packs():
        found = graded(each)
        print(f"{each.title}: {sum(found_one[0] for found_one in found) / len(found):.1f}")
        for years, item_id, words in found:
            print(f"  {years:5.1f}  {item_id}  {words}")
