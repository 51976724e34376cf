"""What does one message say by its words alone, be it held against a day or an hour that the caller knows?"""
