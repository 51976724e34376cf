"""How would the content fare? What is said in every scene, what is not covered, what was asked in vain. Pure."""
