"""What leaves the app: code and other things that people take away with them. No Qt."""
