"""Words too common to decide what a passage is about, in the two languages of NATO."""

_ENGLISH = (
    "a about above after again all also am an and any are as at be because been before being below between both "
    "but by can could did do does doing down during each few for from further had has have having he her here "
    "hers him his how i if in into is it its itself just let me more most my no nor not now of off on once only "
    "or other our out over own same she should so some such than that the their them then there these they this "
    "those through to too under until up very was we were what when where which while who whom why will with "
    "would you your yours say says said"
)
# Without those that fold like a name (un, au, eu) or like an English word (on, or, son, car, plus, main).
_FRENCH = (
    "le la les de du des une et ou est sont etre ete ai avons avez ont que qui il ils elle elles je nous vous ne pas "
    "ce cette ces cela dans pour par avec sur sans se sa ses leur leurs notre nos votre vos mais donc comme aussi aux "
    "en y dun dune"
)
STOP_WORDS = frozenset(f"{_ENGLISH} {_FRENCH}".split())
