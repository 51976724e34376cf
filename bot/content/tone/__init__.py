"""Does what buyers read sound as if a kind and competent person had written it? Judged as it is said."""
