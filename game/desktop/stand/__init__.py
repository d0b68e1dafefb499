"""The stand: a game of five minutes that runs by itself all day, for whoever walks by."""
