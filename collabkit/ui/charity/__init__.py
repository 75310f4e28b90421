"""What a charity says about itself."""
