"""What meetings decided and nobody has ticked off: who sees to it, and on which agenda it comes up again."""
