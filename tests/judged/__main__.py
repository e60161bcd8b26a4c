"""Prints the figures, and the nDCG@10 that each query reaches, the worst first."""

from __future__ import annotations

from tests.judged.figures import mean
from tests.judged.measure import MODES, QUERIES, measure, read_judged


def main() -> None:
    judged = read_judged(QUERIES.read_text("utf-8"))
    measured = measure(judged)
    for query in sorted(judged, key=lambda query: sum(measured[mode][query.text].ndcg_at_10 for mode in MODES)):
        reached = "  ".join(f"{measured[mode][query.text].ndcg_at_10:.2f}" for mode in MODES)
        print(f"{reached}  {query.kind:20}  {query.text}")
    for mode in MODES:
        hit_at_1, mrr, ndcg_at_10 = mean(measured[mode].values())
        print(f"{mode:4} of {len(judged)} queries: hit@1 {hit_at_1:.3f}  MRR {mrr:.3f}  nDCG@10 {ndcg_at_10:.3f}")


if __name__ == "__main__":
    main()
