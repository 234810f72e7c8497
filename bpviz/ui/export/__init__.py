"""What leaves the window: pictures, formulas and movies, and the menu and dialogs for them."""
