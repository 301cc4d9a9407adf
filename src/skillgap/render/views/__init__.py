"""What each command says: a view turns a result's records into a document."""
