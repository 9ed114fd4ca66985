"""The labels of a page's lines where some are known to be repeated furniture: the model judges the others alone, as
on a page without them, and they keep only what bylines, dates and credits their own form shows."""

from collections.abc import Sequence

from coranto.article.dump.head import is_byline, is_date_line
from coranto.article.dump.lines import Label, Labelled, label_lines
from coranto.article.dump.shape import Shape, shapes_of
from coranto.article.dump.text import Line


def label_known(lines: Sequence[Line], row: bool, repeated: frozenset[int]) -> list[Labelled]:
    """The labels of a page's lines; `repeated` are the numbers of lines that are furniture."""
    if not repeated:
        return label_lines(lines, row)
    judged = iter(label_lines([line for line in lines if line.number not in repeated], row))
    known = iter(_known([line for line in lines if line.number in repeated]))
    return [next(known if line.number in repeated else judged) for line in lines]


def _known(lines: Sequence[Line]) -> list[Labelled]:
    shapes = shapes_of([line.text for line in lines]).each() if lines else []
    return [Labelled(line, _label(line.text, one), 0.0, one) for line, one in zip(lines, shapes, strict=True)]


def _label(text: str, one: Shape) -> Label:
    label: Label = "byline" if is_byline(text) else "date" if is_date_line(text) else "furniture"
    return "credit" if label == "furniture" and "contact" in one.cues.groups else label
