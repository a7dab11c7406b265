"""What can go wrong, each error naming the thing, the rule, the value and the cure."""


class ReconcileError(Exception):
    """The base of every error that reconcile raises on purpose.

    >>> issubclass(InvalidSettings, ReconcileError) and issubclass(InvalidSettings, ValueError)
    True
    """


class InvalidSettings(ReconcileError, ValueError):
    """A setting has a value outside its range.

    Attributes:
        setting: The setting's name, with its section: ``similarity.threshold``.
        value: What it was given.

    >>> str(InvalidSettings("grouping.window", "a whole number of days", -1))
    'grouping.window must be a whole number of days, got -1.'
    """

    def __init__(self, setting: str, rule: str, value: object, cure: str = "") -> None:
        self.setting, self.value = setting, value
        super().__init__(f"{setting} must be {rule}, got {value!r}.{' ' + cure if cure else ''}")


class InvalidClaim(ReconcileError, ValueError):
    """A claim's quote is not the text its span points at, or its span leaves its sentence.

    The message has the rule that made the claim, its kind, its place and what is wrong.

    >>> from reconcile import Article, Claim, Span
    >>> from reconcile.model import check_claim
    >>> from reconcile.values import Name
    >>> claim = Claim(
    ...     article="a",
    ...     kind="place",
    ...     value=Name.of("Huế"),
    ...     span=Span(0, 1),
    ...     quote="Huế",
    ...     sentence=Span(0, 6),
    ...     extractor="my.rule",
    ... )
    >>> check_claim(claim, article=Article(id="a", text="Ở Huế."))
    Traceback (most recent call last):
    reconcile.errors.InvalidClaim: my.rule: place at 0-1 quotes 'Huế', but the text has 'Ở' there.
    """


class InvalidLanguagePack(ReconcileError, ValueError):
    """A language pack's table cannot be used: the message has the file, the key and the rule.

    >>> from reconcile.languages.tables import any_of
    >>> any_of([])
    Traceback (most recent call last):
    reconcile.errors.InvalidLanguagePack: a choice of words must not be empty or hold an empty word.
    """


class MissingExtra(ReconcileError, ImportError):
    """An optional dependency is not installed; the message is the command that installs it.

    Attributes:
        extra: The extra that brings it: ``prov``.

    >>> str(MissingExtra("the format prov", "prov"))
    "the format prov needs an optional package: pip install 'reconcile[prov]'"
    """

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{what} needs an optional package: pip install 'reconcile[{extra}]'")


class InvalidOverrides(ReconcileError, ValueError):
    """An override file cannot be used: the message has the lines, the rule and the cure."""
