"""Groups side by side: what each of them sends, and what a network may see of many. Pure.

Nobody is looked at here: a group sends tallies that it may show anyway, and a network is shown how
many groups stand where, never which. The smallest group counts people where a group tallies its
own people, and groups where a network counts groups.
"""
