"""Text to plain data with places. The only package that imports yaml, the only reader of input files."""

from regioprotocol.source.nodes import Document, YamlList, YamlMap
from regioprotocol.source.workspace import Sources, national_folder, oorzaak, read_workspace
from regioprotocol.source.yaml_text import parse

__all__ = ["Document", "Sources", "YamlList", "YamlMap", "national_folder", "oorzaak", "parse", "read_workspace"]
