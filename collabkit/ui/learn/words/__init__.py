"""Where the words of the reports and of this program are explained."""
