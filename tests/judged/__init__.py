"""Judged queries: how well the passages of seeds/ are ranked, and a floor below which that may not fall.

`queries.md` holds what people type and which passages answer it, graded by reading; anybody can read and extend it.
`measure.py` runs the queries, `figures.py` says what hit@1, MRR and nDCG@10 are, and `floor.toml` keeps the figures
reached, which `floor.py` raises and lowers:

    python -m tests.judged                                  # the figures, and what each query reaches
    python -m tests.judged.floor --raise                    # write what is higher than it was; nothing goes down
    python -m tests.judged.floor --lower-to-current "why"   # the one way down; the reason stays in floor.toml

The figures say whether a change of ranking helps these people; they are no target to tune to. With so few passages a
hundredth means little, so tune on other documents and use this to see that nothing is lost.
"""
