"""What an outlet prints on every page is learned and dropped, on its first day and when it changes."""

import time

from test_copies import page, run, story

from coranto.copies import CopyIndex, fingerprint
from coranto.types import Reading

FRAMES = story(801, 70), story(802, 70)


def feed(frames, first=0):
    """Pages of one outlet in one night, each with the frame of its time and a text of its own."""
    return [
        page(
            f"p{at:02}", f"{story(first + at, 150)}\n\n{frame}", f"2024-03-04T{at // 60:02}:{at % 60:02}",
            outlet="Harbour Post",
        )
        for at, frame in enumerate(frames)
    ]  # fmt: skip


def test_the_frame_of_a_feed_glues_nothing_even_when_it_changes():
    pages = feed([FRAMES[0]] * 20 + [FRAMES[1]] * 20, 500)
    edges, families, _ = run(pages)
    assert len(set(families.values())) == 40
    late = {f"p{at:02}" for at in (*range(5, 20), *range(25, 40))}
    assert not [edge for edge in edges if edge.child in late and edge.kind != "shares_quote_only"]


def test_a_copy_is_found_under_either_frame():
    pages = feed([FRAMES[0]] * 12 + [FRAMES[1]] * 12, 500)
    again = [
        page("x", story(503, 150), "2024-03-04T06:00", outlet="Elsewhere"),
        page("y", f"{story(508, 150)}\n\n{FRAMES[1]}", "2024-03-04T07:00", outlet="Harbour Post"),
    ]
    edges, families, _ = run([*pages, *again])
    assert families["x"] == families["p03"]
    assert families["y"] == families["p08"]
    (copied,) = [edge for edge in edges if edge.child == "y" and edge.kind != "shares_quote_only"]
    assert copied.parent == "p08"


def test_versions_of_one_story_at_one_outlet_are_no_frame():
    shared = story(900, 120)
    pages = [
        page(f"v{at}", f"{shared} {story(901 + at, 80)}", f"2024-03-04T0{at}:00", outlet="Harbour Post")
        for at in range(8)
    ]
    _, families, _ = run(pages)
    assert len(set(families.values())) == 1


def test_a_page_a_thousand_times_takes_bounded_time():
    index = CopyIndex()
    start = time.process_time()
    for at in range(1000):
        one = page(f"p{at}", f"{story(1)}\n\n{FRAMES[0]}", "2024-03-04", outlet="Harbour Post")
        found = index.add(fingerprint(one, Reading(article=one.id)))
    assert len(found) <= 48
    assert time.process_time() - start < 8
