"""What in a text is its body: everything else is masked where it stands."""
