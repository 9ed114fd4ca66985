import json
import subprocess
import sys
from xml.etree import ElementTree

import pytest

import coranto.article
import coranto.bench.stages
import coranto.reading
import coranto.story
from coranto.bench import BenchResult, Peer, Point, Stage, as_json, plot, run, table, write_plot
from coranto.bench.curve import memory
from coranto.bench.measure import cpu, sees_children, timed
from coranto.errors import UsageError
from coranto.gate.material import article_of
from coranto.types import Assignment, Reading, Slots

SENTENCE = "harbour ferry council storm bridge market school winter engine painter baker river garden tower"
WORDS = SENTENCE.split()


@pytest.fixture
def rooms(monkeypatch):
    """Rooms of straw, so that the bench is tested and not the rooms."""

    class Index:
        def __init__(self, options=None):
            self.options = options

        def add(self, slots, edges=()):
            return Assignment(article=slots.article, story=slots.article)

    def clean(page, options):
        row = {"id": page.path, "text": page.body.decode(), "title": page.hints.title, "date": "2020-01-01"}
        return article_of(row)

    def slots(article, reading):
        return Slots(article=article.id, outlet="o", when="2020-01-01")

    monkeypatch.setattr(coranto.bench.stages, "_stored", lambda bench: None)
    monkeypatch.setattr(coranto.article, "clean", clean, raising=False)
    monkeypatch.setattr(coranto.reading, "read", lambda article: Reading(article=article.id), raising=False)
    monkeypatch.setattr(coranto.story, "slots", slots, raising=False)
    monkeypatch.setattr(coranto.story, "StoryIndex", Index, raising=False)


@pytest.fixture
def wire(tmp_path):
    path = tmp_path / "wire.jsonl"
    lines = []
    for n in range(700):
        some = " ".join(f"{WORDS[(n * k) % 14]}{n % (k + 2)}" for k in range(1, 30))
        lines.append(json.dumps({"id": n, "title": f"T {n}", "text": f"Number {n} came. {some}."}))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_stages_curve_and_peers(rooms, wire):
    result = run([wire], sizes=(350, 600, 5000), repeats=1)
    names = [stage.name for stage in result.stages]
    assert names[:7] == ["page", "article", "reading", "print", "slots", "copies", "stories"]
    assert {stage.articles for stage in result.stages} == {700}
    assert [point.live for point in result.curve] == [350, 600, 700]
    assert all(point.seconds > 0 for point in result.curve)
    assert all(point.copies + point.stories == pytest.approx(point.seconds) for point in result.curve)
    assert all(0.5 < point.kilobytes < 50 for point in result.curve)
    rates = {stage.name: stage.cpu for stage in result.stages}
    assert rates["copies and stories"] == pytest.approx(rates["copies"] + rates["stories"])
    assert result.flatness == pytest.approx(result.curve[-1].seconds / result.curve[0].seconds)
    assert [peer.name for peer in result.peers] == ["keyword pass"]
    assert any("curve at 5,000" in name for name in result.skipped)


def test_memory_counts_each_object_once():
    words = ["a" * 1000]
    assert 1000 < memory([words, {"same": words}]) < 2000


def html_pages(tmp_path):
    page = "<html><body><article><p>The old mill burned down on Friday, said he.</p></article></body></html>"
    path = tmp_path / "pages.jsonl"
    rows = [{"html": page.replace("Friday", f"day {n}"), "url": f"https://a.example/{n}"} for n in range(3)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_html_pages_are_measured_beside_trafilatura(rooms, tmp_path):
    pytest.importorskip("trafilatura")
    result = run([html_pages(tmp_path)], sizes=(10,), repeats=1)
    peer = next(peer for peer in result.peers if peer.name == "trafilatura with metadata")
    assert peer.articles == 3
    assert peer.ratio == pytest.approx(peer.stage_per_second / peer.per_second)
    assert result.curve == ()


def test_a_peer_that_is_not_installed_is_named_with_the_way_to_get_it(rooms, tmp_path, monkeypatch):
    monkeypatch.setattr("coranto.bench.peers.find_spec", lambda name: None)
    result = run([html_pages(tmp_path)], sizes=(10,), repeats=1)
    assert "trafilatura" not in {peer.name for peer in result.peers}
    assert "trafilatura: not installed; pip install trafilatura" in result.skipped


def test_a_missing_room_ends_the_line_and_is_named(rooms, wire, monkeypatch):
    monkeypatch.delattr(coranto.reading, "read", raising=False)
    result = run([wire], sizes=(350,), limit=20, repeats=1)
    assert [stage.name for stage in result.stages] == ["page", "article"]
    assert any("coranto.reading.read is not there" in name for name in result.skipped)
    assert result.curve == ()


def test_wrong_inputs_are_said(tmp_path):
    with pytest.raises(UsageError, match="none given"):
        run([])
    with pytest.raises(UsageError, match=r"gone\.jsonl"):
        run([tmp_path / "gone.jsonl"])


RESULT = BenchResult(
    stages=(Stage(name="page", articles=1200, cpu=0.5, per_second=2400, peak_mb=120.4, repeats=3),),
    curve=(Point(live=1000, seconds=0.0004), Point(live=20000, seconds=0.0006)),
    peers=(Peer(name="p", stage="article", articles=9, per_second=20, stage_per_second=10, ratio=0.5),),
    skipped=("record: not there",),
)


def test_table_and_json():
    shown = table(RESULT)
    for words in ("page", "1,200", "2,400", "0.40", "20,000", "flatness: 1.50", "skipped: record"):
        assert words in shown
    data = json.loads(json.dumps(as_json(RESULT)))
    assert data["flatness"] == pytest.approx(1.5)
    assert data["stages"][0]["per_second"] == 2400
    assert as_json(BenchResult(stages=()))["flatness"] is None


def test_the_plot_is_svg_with_a_point_for_each_size(tmp_path):
    write_plot(RESULT, tmp_path / "curve.svg")
    root = ElementTree.fromstring((tmp_path / "curve.svg").read_text(encoding="utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{space}svg"
    circles = root.findall(f"{space}circle")
    assert len(circles) == 2
    # the dearer point stands higher
    assert float(circles[1].get("cy")) < float(circles[0].get("cy"))


@pytest.mark.parametrize("seconds", [0.0, 1e-7, 0.00034, 0.0123, 0.9, 7.0, 12345.0])
def test_plots_of_any_scale(seconds):
    one, other = Point(live=1000, seconds=seconds), Point(live=9000, seconds=0)
    for curve in ((), (one,), (one, other)):
        root = ElementTree.fromstring(plot(BenchResult(stages=(), curve=curve)))
        for circle in root.iter("{http://www.w3.org/2000/svg}circle"):
            assert 0 <= float(circle.get("cy")) <= 360


def test_measures():
    started = cpu()
    result, spent, peak = timed(lambda: sum(range(300_000)), 3)
    assert result == sum(range(300_000))
    assert 0 <= spent <= cpu() - started
    assert peak >= 0


@pytest.mark.skipif(not sees_children(), reason="this system does not show the children of a process")
def test_the_work_of_a_living_child_is_counted():
    started = cpu()
    code = "sum(range(6_000_000)); print('done', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        child.stdout.readline()
        living = cpu() - started
        child.communicate(b"\n")
    assert living > 0.03
    assert cpu() - started >= living - 0.02


def test_the_peak_sees_what_was_held():
    code = (
        "from coranto.bench.measure import peak_mb\n"
        "before = peak_mb()\n"
        "block = bytearray(60_000_000)\n"
        "block[::4096] = b'x' * len(block[::4096])\n"
        "print(before, peak_mb())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    before, after = map(float, ran.stdout.split())
    assert after == 0 or after >= before + 40
