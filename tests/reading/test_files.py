"""Paths to files: folders, patterns, links; each file once, in an order of its own."""

import itertools
import os

from reading.samples import BODY, ENGLISH
from reconcile import read_articles


def _write(path, text=BODY):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_read_with_the_folders_in_it(tmp_path):
    for name in ("b.txt", "inner/a.txt", "inner/deep/c.txt", ".hidden/d.txt", ".e.txt"):
        _write(tmp_path / name)
    result = read_articles([tmp_path])
    assert [a.id for a in result.articles] == ["a", "b", "c"]
    assert result.problems == ()


def test_files_of_no_known_ending_are_named_and_not_read(tmp_path):
    for name in ("a.txt", "b.md", "c.doc", "d.xls", "e.ppt", "f.rtf", "g.jpg", "h.pdf"):
        _write(tmp_path / name)
    result = read_articles([tmp_path])
    (problem,) = result.problems
    assert "b.md, c.doc, d.xls, e.ppt, f.rtf and 2 more" in problem.message
    assert not problem.fatal
    assert len(read_articles([tmp_path, tmp_path / "b.md"]).articles) == 2


def test_a_folder_without_articles_is_a_problem(tmp_path):
    (problem,) = read_articles([tmp_path]).problems
    assert problem.fatal
    assert "no file that can be an article" in problem.message


def test_patterns_are_filled_in(tmp_path):
    _write(tmp_path / "a.txt")
    _write(tmp_path / "b.html")
    result = read_articles([f"{tmp_path}/*.txt"])
    assert [a.id for a in result.articles] == ["a"]
    assert len(read_articles([f"{tmp_path}/*.csv"]).problems) == 1


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path):
    assert [a.id for a in read_articles([_write(tmp_path / "a[1].txt")]).articles] == ["a[1]"]


def test_links_are_followed_once_and_loops_are_left(tmp_path):
    _write(tmp_path / "inner/a.txt")
    (tmp_path / "inner/up").symlink_to(tmp_path)
    (tmp_path / "again.txt").symlink_to(tmp_path / "inner/a.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    result = read_articles([tmp_path])
    assert [a.id for a in result.articles] == ["again"]
    said = sorted(p.message for p in result.problems)
    assert "leads back to itself" in said[0]
    assert "no such file" in said[1]


def test_a_file_given_twice_is_read_once(tmp_path):
    path = _write(tmp_path / "a.txt")
    assert len(read_articles([path, str(path), tmp_path]).articles) == 1


def test_the_order_of_the_paths_changes_nothing(tmp_path):
    paths = [
        _write(tmp_path / "x/a.txt"),
        _write(tmp_path / "y/a.txt", ENGLISH),
        _write(tmp_path / "b.txt"),
        tmp_path / "none.txt",
    ]
    results = {read_articles(order) for order in itertools.permutations(paths)}
    assert len(results) == 1
    (result,) = results
    first, second = (a for a in result.articles if a.id.startswith("a"))
    assert (first.text, second.text) == (BODY, ENGLISH)
    assert second.id == f"a-{second.sha256[:8]}"


def test_a_pipe_can_be_read():
    reader, writer = os.pipe()
    os.write(writer, f'{{"id": "a", "text": "{ENGLISH}"}}\n'.encode())
    os.close(writer)
    try:
        articles = read_articles([f"/dev/fd/{reader}"]).articles
    finally:
        os.close(reader)
    assert [a.id for a in articles] == ["a"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    _write(tmp_path / "a.txt")
    assert [a.id for a in read_articles([tmp_path]).articles] == ["a"]
