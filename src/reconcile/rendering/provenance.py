"""The report as W3C PROV: which words of which article every claim and fact derives from."""

import re
from typing import Any
from urllib.parse import quote

from reconcile import __version__
from reconcile.errors import MissingExtra
from reconcile.model import Article, Claim, Fact, Report
from reconcile.rendering.labels import safe_link
from reconcile.rendering.styles import Style

try:
    from prov.model import ProvDocument
except ImportError:
    raise MissingExtra("the format prov", "prov") from None

_AROUND = 32  # code points before and after a quote, by which a reader finds it in another edition
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def render(report: Report, *, style: Style) -> str:  # noqa: ARG001 - one signature for all formats
    """The report as PROV-JSON.

    Articles, claims and facts are entities; extraction and reconciliation are activities of this
    program. A claim was derived from its article at a span, given as the text position selector
    and the text quote selector of the W3C Web Annotation data model.
    """
    return f"{prov_document(report).serialize(format='json', indent=1, ensure_ascii=False)}\n"


def prov_document(report: Report) -> ProvDocument:
    """The report as a ``prov.model.ProvDocument``, to be written in any of its formats."""
    document = ProvDocument()
    document.add_namespace("reconcile", "urn:reconcile:")
    document.add_namespace("oa", "http://www.w3.org/ns/oa#")
    document.add_namespace("dcterms", "http://purl.org/dc/terms/")
    program = document.agent(
        "reconcile:program",
        {"prov:type": "prov:SoftwareAgent", "reconcile:version": __version__},
    )
    activities = {
        name: document.activity(f"reconcile:{name}") for name in ("extraction", "reconciliation")
    }
    for activity in activities.values():
        document.wasAssociatedWith(activity, program)
    articles = {article.id: article for article in report.articles}
    for article in sorted(report.articles, key=lambda a: a.id):
        entity = document.entity(_name("article", article.id), _article(article))
        document.used(activities["extraction"], entity)
    for entry in report.groups:
        for edge in sorted(entry.group.copies):
            document.alternateOf(_name("article", edge.left), _name("article", edge.right))
        for claim in entry.claims:
            _add_claim(document, claim, articles[claim.article])
            document.wasGeneratedBy(_name("claim", claim.id), activities["extraction"])
    for fact in report.facts():
        document.entity(_name("fact", fact.id), _fact(fact))
        document.wasGeneratedBy(_name("fact", fact.id), activities["reconciliation"])
        for claim_id in fact.claims:
            document.wasDerivedFrom(_name("fact", fact.id), _name("claim", claim_id))
    return document


def selectors(claim: Claim, article: Article) -> list[dict[str, Any]]:
    """A claim's words as the two selectors of the W3C Web Annotation data model.

    Returns:
        A ``TextPositionSelector`` in code points and a ``TextQuoteSelector`` with the words
        around.
    """
    start, end = claim.span.start, claim.span.end
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": claim.quote,
            "prefix": article.text[max(start - _AROUND, 0) : start],
            "suffix": article.text[end : end + _AROUND],
        },
    ]


def _add_claim(document: Any, claim: Claim, article: Article) -> None:
    position, quotation = selectors(claim, article)
    document.entity(
        _name("claim", claim.id),
        _known(
            {
                "prov:type": "reconcile:Claim",
                "reconcile:kind": claim.kind,
                "reconcile:subject": claim.subject,
                "reconcile:attribute": claim.attribute,
                "reconcile:value": str(claim.value),
                "reconcile:extractor": claim.extractor,
            }
        ),
    )
    document.wasDerivedFrom(
        _name("claim", claim.id),
        _name("article", article.id),
        other_attributes=_known(
            {
                "prov:type": "prov:Quotation",
                "oa:start": position["start"],
                "oa:end": position["end"],
                "oa:exact": quotation["exact"],
                "oa:prefix": quotation["prefix"],
                "oa:suffix": quotation["suffix"],
            }
        ),
    )


def _article(article: Article) -> dict[str, Any]:
    published = article.published
    return _known(
        {
            "prov:type": "reconcile:Article",
            "dcterms:title": article.title,
            "dcterms:publisher": article.publisher,
            "dcterms:source": safe_link(article.url) or article.source,
            "dcterms:issued": None if published is None else published.isoformat(),
            "dcterms:language": article.language,
            "reconcile:sha256": article.sha256,
        }
    )


def _fact(fact: Fact) -> dict[str, Any]:
    return _known(
        {
            "prov:type": "reconcile:Fact",
            "reconcile:kind": fact.kind,
            "reconcile:subject": fact.subject,
            "reconcile:attribute": fact.attribute,
            "reconcile:verdict": str(fact.verdict),
            "reconcile:certainty": fact.certainty,
            "reconcile:values": " | ".join(value.text for value in fact.values),
            "reconcile:explanation": fact.explanation,
        }
    )


def _name(kind: str, identifier: str) -> str:
    """A qualified name; ids may hold anything, names may not."""
    return f"reconcile:{kind}/{quote(identifier.encode('utf-8', 'surrogatepass'), safe='-_.')}"


def _known(attributes: dict[str, Any]) -> dict[str, Any]:
    """Without the unknown ones, and without characters that no XML or UTF-8 can hold."""
    return {
        name: _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", value)
        if isinstance(value, str)
        else value
        for name, value in attributes.items()
        if value not in (None, "")
    }
