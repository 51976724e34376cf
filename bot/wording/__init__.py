"""How do we say it? Pure; facts become text here, and only `render` knows Jinja."""
