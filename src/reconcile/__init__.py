"""What several news articles on one event agree on, contradict each other on and leave out."""

__version__ = "0.1.0"
