"""Where does the purchase stand?"""
