"""What is mailed: drafts of e-mails (RFC 5322), and Word documents turned into PDF where that can be done."""
