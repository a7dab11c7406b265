"""Where a name that begins with a head ends, for each kind of name."""

from collections.abc import Callable, Mapping

from reconcile.languages.vi.names.bodies import body_end
from reconcile.languages.vi.names.pacts import document_end, pact_end
from reconcile.languages.vi.names.places import place_end

END: Mapping[str, Callable[[str, str, int, str], int]] = {
    "organisation": body_end,
    "place": place_end,
    "agreement": pact_end,
    "document": document_end,
}
