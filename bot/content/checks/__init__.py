"""Do the editors' files fit together? A file for each matter; each rule is a small generator of problems."""
