"""What can go wrong, each error naming the thing, the rule, the value and the cure."""


class ReconcileError(Exception):
    """The base of every error that reconcile raises on purpose."""


class InvalidSettings(ReconcileError, ValueError):
    """A setting has a value outside its range.

    Attributes:
        setting: The setting's name, with its section: ``similarity.threshold``.
        value: What it was given.
    """

    def __init__(self, setting: str, rule: str, value: object, cure: str = "") -> None:
        self.setting, self.value = setting, value
        super().__init__(f"{setting} must be {rule}, got {value!r}.{' ' + cure if cure else ''}")


class InvalidClaim(ReconcileError, ValueError):
    """A claim's quote is not the text its span points at, or its span leaves its sentence."""


class InvalidLanguagePack(ReconcileError, ValueError):
    """A language pack's table cannot be used: the message has the file, the key and the rule."""


class UnreadableInput(ReconcileError):
    """Nothing at all could be read; the problems say why, one for each place."""


class MissingExtra(ReconcileError, ImportError):
    """An optional dependency is not installed; the message is the command that installs it."""

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{what} needs an optional package: pip install 'reconcile[{extra}]'")


class InvalidOverrides(ReconcileError, ValueError):
    """An override file cannot be used: the message has the lines, the rule and the cure."""
