"""The labels of a page's lines where some are known to be repeated furniture: the model judges the others alone, as
on a page without them, and they keep only what bylines, dates and credits their own form shows."""

from collections.abc import Sequence

from coranto.article.dump.head import is_byline, is_date_line
from coranto.article.dump.lines import Label, Labelled, label_lines
from coranto.article.dump.shape import shapes_of
from coranto.article.dump.text import Line


def label_known(lines: Sequence[Line], row: bool, repeated: frozenset[int]) -> list[Labelled]:
    """The labels of a page's lines; `repeated` are the numbers of lines that are furniture."""
    if not repeated:
        return label_lines(lines, row)
    judged = iter(label_lines([line for line in lines if line.number not in repeated], row))
    return [_known(line) if line.number in repeated else next(judged) for line in lines]


def _known(line: Line) -> Labelled:
    one = shapes_of([line.text]).each()[0]
    label: Label = "byline" if is_byline(line.text) else "date" if is_date_line(line.text) else "furniture"
    if label == "furniture" and "contact" in one.cues.groups:
        label = "credit"
    return Labelled(line, label, 0.0, one)
