"""Web pages as browsers save them: every label and paragraph of the document, little of the site."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from natosearch.documents.extracted import Unreadable
from natosearch.documents.html import read_html
from natosearch.documents.understand import read_document
from natosearch.model.documents import Source
from natosearch.rules import load_rules
from tests.program import natosearch

TURNS = [
    ("Minister Brown", "Good afternoon, everybody. It is a pleasure to be back in Ruritania, and I would like to thank my colleague for the warm welcome."),
    ("Minister Brown", "Thank you."),
    ("Question", "Ann Green, Ruritanian Radio. Will you send more troops to the north, and when will they be there?"),
    ("Minister Brown", "Yes."),
    ("Minister Brown", "We have said from the beginning that we would, and we keep our word. The details will be settled when the ministers meet."),
    ("Question", "And for how long?"),
    ("Minister Brown", "As long as it takes."),
    ("Minister Brown", "Thank you."),
    ("Moderator", "Thank you very much, this concludes our press point."),
]  # fmt: skip
LINES = [f"{who}: {words}" for who, words in TURNS]
TITLE = "Press point by Minister Brown with his colleague of Ruritania"

NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">Newsroom</a></li><li><a href="/a">About us</a></li></ul></nav>'
COOKIES = '<div id="cookie-banner"><p>We use cookies on this site to enhance your experience. By clicking the button you agree to it.</p><button>I agree</button></div>'
SHARE = '<div class="share-bar"><a href="#">Facebook</a> <a href="#">Share on X</a> <a href="#">Send by mail</a></div>'
RELATED = '<aside class="related"><h2>Related events</h2><ul><li><a href="/1">Meeting of the ministers of agriculture in Borovia, with a long title</a></li></ul></aside>'
FOOTER = "<footer><p>Ministry of Examples, 1 Long Street, 1000 Strelsau. All rights reserved by the ministry and its partners.</p></footer>"
SITE = [
    "Home",
    "Newsroom",
    "We use cookies",
    "I agree",
    "Share on X",
    "Borovia",
    "1 Long Street",
    "var hidden",
    "Skip to",
]


def page(body: str, head: str = "", title: str = TITLE, above: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title} | Ministry</title>{head}<script>var hidden = "<p>no</p>";</script></head>'
        f'<body class="page has-sidebar no-banner"><a class="skip-link" href="#c">Skip to the content</a>{NAV}{COOKIES}<main>{above or f"<h1>{TITLE}</h1>"}'
        f'<p class="date">22 November 2023</p>{SHARE}{body}</main>{RELATED}{FOOTER}<script>var hidden = 1;</script></body></html>'
    )


def strong(tag: str) -> str:
    return "".join(f"<p><{tag}>{who}:</{tag}> {words}</p>\n" for who, words in TURNS)


BODIES = {
    "paragraphs with strong labels": f'<article><div class="content">{strong("strong")}</div></article>',
    "paragraphs with bold labels": f'<div id="text">{strong("b")}</div>',
    "labels in spans, paragraphs in divs": "".join(f'<div class="p"><span class="who">{who}:</span>\n  {words}</div>' for who, words in TURNS),
    "two breaks between paragraphs": "<div class='body'>" + "<br><br>".join(f"<b>{who}:</b> {words}" for who, words in TURNS) + "</div>",
    "two breaks in XHTML, in a font": "<table><tr><td><font face='Arial'>" + "<br />\n<br />".join(LINES) + "</font></td></tr></table>",
    "a table of who and what": "<table>" + "".join(f"<tr><td>{who}</td><td>{words}</td></tr>" for who, words in TURNS) + "</table>",
    "a table of who and what, in paragraphs": "<table>" + "".join(f"<tr><td><p>{who}:</p></td><td><p>{words}</p></td></tr>" for who, words in TURNS) + "</table>",
    "a list of definitions": "<dl>" + "".join(f"<dt>{who}</dt><dd>{words}</dd>" for who, words in TURNS) + "</dl>",
    "a section for each turn": "".join(f'<section class="turn"><p><em>{who}</em>: {words}</p></section>' for who, words in TURNS),
    "a share bar and a teaser between the turns": strong("strong").replace("</p>\n<p><strong>Question", f'</p>{SHARE}<div class="related"><a href="/">Borovia votes</a></div><p><strong>Question', 1),
    "comments and hidden text between": strong("strong").replace("<p>", '<!-- x --><p style="display: none">Home</p><p hidden>Newsroom</p><p>'),
    "blockquotes": "".join(f"<blockquote><p>{line}</p></blockquote>" for line in LINES),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_every_line_is_there_and_the_site_is_not(name: str) -> None:
    found = read_html(page(BODIES[name]).encode())
    lines = [line for line in found.text.split("\n") if line]
    assert lines == [TITLE, "22 November 2023", *LINES]
    assert not any(words in found.text for words in SITE)


@pytest.mark.parametrize("name", BODIES)
def test_the_document_is_understood_as_its_text_is(name: str) -> None:
    found = read_html(page(BODIES[name]).encode())
    document = read_document(Source("a.html", found.text, "0" * 64, page=found.page), load_rules())
    assert (document.title.value, document.date.value) == (TITLE, "2023-11-22")
    assert [unit.unit for unit in document.units if unit.unit == "qa"] == ["qa", "qa"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<ol start='3'><li>How long will it take?</li><li>And why?</li></ol>", "3. How long will it take?\n\n4. And why?"),
        ("<ul><li>peace</li><li>security</li></ul>", "peace\n\nsecurity"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<pre>Q  Why?\n\nA  So.</pre>", "Q  Why?\n\nA  So."),
        ("<p>Q&nbsp;&nbsp;Why&#33; &amp; co&shy;operation</p>", "Q\xa0\xa0Why! & cooperation"),
        ("<table><tr><th>Year</th><th>Men</th></tr><tr><td>1999</td><td>50,000</td></tr></table>", "Year\tMen\n\n1999\t50,000"),
        ("<p>1999 &#150; 2003, NATO&#146;s</p>", "1999 – 2003, NATO’s"),
        ("<p>un<b>be</b>liev<i>able</i></p>", "unbelievable"),
        ("<p>open<p>never closed <b>bold", "open\n\nnever closed bold"),
    ],
)  # fmt: skip
def test_small_things(body: str, text: str) -> None:
    assert read_html(f"<html><body>{body}</body></html>".encode()).text == text + "\n"


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("windows-1250", "cp1250"),
        ("iso-8859-2", "iso8859-2"),
        ("utf-8", "utf-8"),
        ("no-such", "utf-8"),
    ],
)
def test_the_encoding_that_the_page_names(charset: str, encoding: str) -> None:
    words = "Müller said “no”." if encoding == "cp1252" else "Müller met Šekerinska."
    body = f"<p>{words}</p>{strong('b')}"
    for head in (
        f'<meta charset="{charset}">',
        f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">',
    ):
        found = read_html(page(body, head).encode(encoding))
        assert words in found.text and found.warnings == ()


def test_a_page_that_names_no_encoding() -> None:
    found = read_html(page("<p>Mr Łukasz came from Poznań.</p>" + strong("b")).encode("cp1250"))
    assert "Łukasz came from Poznań" in found.text and "read as Windows-1250" in found.warnings[0]
    assert "Łukasz" in read_html(page("<p>Mr Łukasz came.</p>" + strong("b")).encode("utf-16")).text


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2023-11-24T10:00:00+01:00">', "2023-11-24"),
        ('<meta name="DC.date" content="24 Nov 2023">', "2023-11-24"),
        (
            '<script type="application/ld+json">{"dateModified": "2024-01-01", "datePublished": "2023-11-24"}</script>',
            "2023-11-24",
        ),
        ('<meta property="article:modified_time" content="2023-11-24">', ""),
    ],
)
def test_what_the_page_says_of_itself_is_taken_where_the_text_says_nothing(head: str, date: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    plain = f"<html><head><title>Remarks in full</title>{head}</head><body>{body}</body></html>"
    found = read_html(plain.encode())
    document = read_document(Source("a.html", found.text, "0" * 64, page=found.page), load_rules())
    assert (document.title.value, document.title.source) == ("Remarks in full", "page")
    assert (document.date.value, document.date.source) == (date, "page" if date else "none")
    found = read_html(page(BODIES["blockquotes"], head).encode())
    document = read_document(Source("a.html", found.text, "0" * 64, page=found.page), load_rules())
    assert (document.date.value, document.date.source) == ("2023-11-22", "header")


def test_a_page_in_one_form() -> None:
    raw = f'<html><body><form id="aspnetForm"><div id="menu"><a>Home</a></div><h1>{TITLE}</h1>{strong("b") * 3}</form></body></html>'
    lines = [line for line in read_html(raw.encode()).text.split("\n") if line]
    assert lines[-3 * len(LINES) :] == LINES * 3 and TITLE in lines


@pytest.mark.parametrize("tag", ["nav", "footer", "aside", "form"])
def test_a_page_that_is_nothing_else_is_still_read(tag: str) -> None:
    assert read_html(f"<html><body><{tag}><p>{LINES[0]}</p></{tag}></body></html>".encode()).text == LINES[0] + "\n"


def test_a_page_of_nothing_but_page_matter_is_not_empty() -> None:
    assert "Home" in read_html(f"<html><body>{NAV}{NAV}</body></html>".encode()).text


def test_scripts_and_pictures_of_megabytes() -> None:
    picture = '<img src="data:image/png;base64,' + "iVBORw0KGgo" * 500_000 + '">'
    body = strong("b") + picture + "<script>" + "var a = '<p>';\n" * 400_000 + "</script><p>The end.</p>"
    assert read_html(page(body).encode()).text.endswith(LINES[-1] + "\n\nThe end.\n")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"<html><body><script>document.write('x')</script></body></html>", "no text in this page"),
        (b"<html><head><title>Only a title</title></head></html>", "no text in this page"),
        (b"<br>" * 400_001, "more than 400,000 tags"),
        (b"<p " + b"a=1 " * 30_000 + b">Text of the page.</p>", "a tag of more than 100,000 letters"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"  \n", "white space"),
    ],
)
def test_what_cannot_be_read(raw: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read_html(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"<div>" * 50_000 + b"<p>" + LINES[0].encode(),
        b"<table><tr><td>" * 20_000 + b"x",
        b"<" * 100_000,
        b"<dl><dt>a<dd>b<dd>c</dl><tr><td>x",
        b"<p>x</td></tr></table></dl></ol>",
    ],
)
def test_broken_and_nested_pages_do_no_harm(raw: bytes) -> None:
    with suppress(Unreadable):
        assert read_html(raw).text


def test_a_page_that_the_parser_gives_up_says_so() -> None:
    page = read_html("".join(f"<div>{LINES[0]} {number}" for number in range(3000)).encode())
    assert "nested deeper" in page.warnings[0] and LINES[0] in page.text


@pytest.mark.parametrize(("kind", "package"), [("html", "lxml"), ("html", "trafilatura"), ("pdf", "pypdf")])
def test_a_reader_that_is_not_installed_is_named_with_its_command(tmp_path: Path, kind: str, package: str) -> None:
    (tmp_path / f"a.{kind}").write_bytes(b"%PDF-1.4\n" if kind == "pdf" else page(BODIES["blockquotes"]).encode())
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / f"{package}.py").write_text("raise ImportError('not here')")
    done = natosearch("inspect", str(tmp_path / f"a.{kind}"), PYTHONPATH=str(tmp_path / "hidden"))
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    assert f"pip install 'natosearch[{kind}]'" in done.stderr
