"""Writers print a document tree in one format each; none knows another, none knows templates."""
