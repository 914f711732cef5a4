"""What belongs to a problem and stands elsewhere: samples in files beside it, statements that a plugin shows."""
