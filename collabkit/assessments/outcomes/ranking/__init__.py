"""What holds people back, ranked, with matched needs and steps."""
